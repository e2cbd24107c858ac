"""What had become of an accepted measure by a day, and what moved in the same period."""

from __future__ import annotations

from datetime import date

import pytest

from digimaturity.domain.comparison import compared
from digimaturity.domain.deeds import (
    Became,
    Deed,
    became_by,
    decision_on,
    fates_of,
    moved_alone,
    moved_meanwhile,
    ran_by,
    rate_of,
)
from digimaturity.domain.roadmap.following import Rate
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.trend import Fate
from tests.domain.make import levels
from tests.domain.test_trend import asked, year

DAY = date(2026, 2, 24)
BEFORE, NOW, AFTER = Quarter(2025, 3), Quarter(2026, 1), Quarter(2026, 2)


def decided(
    state: State = State.PLANNED,
    began: Quarter | None = None,
    ended: Quarter | None = None,
    *,
    accepted: bool = True,
) -> MeasureDecision:
    return MeasureDecision(accepted, state=state, began=began, ended=ended)


@pytest.mark.parametrize(
    ("decision", "became", "ran"),
    [
        (decided(), Became.NOT_BEGUN, None),
        (decided(State.RUNNING, BEFORE), Became.RUNNING, (BEFORE, None)),
        (decided(State.RUNNING), Became.RUNNING, None),
        (decided(State.RUNNING, AFTER), Became.NOT_BEGUN, None),
        (decided(State.DONE, BEFORE, NOW), Became.DONE, (BEFORE, NOW)),
        (decided(State.DONE, None, BEFORE), Became.DONE, (BEFORE, BEFORE)),
        (decided(State.DONE), Became.DONE, None),
        (decided(State.DONE, BEFORE, AFTER), Became.RUNNING, (BEFORE, None)),
        (decided(State.DONE, AFTER, AFTER), Became.NOT_BEGUN, None),
        (decided(State.DROPPED), Became.DROPPED, None),
        (decided(State.DROPPED, BEFORE, NOW), Became.DROPPED, (BEFORE, NOW)),
        (decided(State.DROPPED, BEFORE, AFTER), Became.RUNNING, (BEFORE, None)),
        (decided(State.DROPPED, None, AFTER), Became.NOT_BEGUN, None),
        (decided(accepted=False), Became.DROPPED, None),
        (decided(State.DONE, BEFORE, BEFORE, accepted=False), Became.DONE, (BEFORE, BEFORE)),
        (None, Became.DROPPED, None),
    ],
)
def test_what_began_or_ended_after_the_day_had_not_yet(
    decision: MeasureDecision | None, became: Became, ran: object
) -> None:
    assert became_by(decision, DAY) is became
    assert ran_by(decision, became) == ran


def test_what_was_noted_late_counts_only_where_it_tells_of_the_time_before() -> None:
    planned = decided()
    late = decided(State.DONE, BEFORE, BEFORE)
    assert decision_on(planned, late, DAY) is late
    assert decision_on(planned, decided(State.DONE, AFTER, AFTER), DAY) is planned
    assert decision_on(planned, decided(State.DROPPED), DAY) is planned
    assert decision_on(None, None, DAY) is None


def test_the_rate_counts_what_was_due_and_not_what_was_dropped() -> None:
    lasting = dict.fromkeys(("late", "drags", "done", "dropped", "later", "unknown"), 2)
    old = (BEFORE.plus(-3), BEFORE)
    deeds = [
        Deed("late", "", Became.NOT_BEGUN, planned=old),
        Deed("drags", "", Became.RUNNING, ran=(BEFORE, None)),
        Deed("done", "", Became.DONE),
        Deed("dropped", "", Became.DROPPED, planned=old),
        Deed("later", "", Became.RUNNING, planned=old, ran=(NOW, None)),
        Deed("unknown", "", Became.NOT_BEGUN),
    ]
    assert rate_of(deeds, lasting, DAY) == Rate(1, 3)
    assert rate_of(deeds[3:], lasting, DAY) is None


def test_what_moved_is_told_beside_the_measures_and_what_moved_without_any_too() -> None:
    pack = asked(levels("up"), levels("same"), levels("alone"), levels("given_up"))
    low = {"up": 25, "same": 50, "alone": 0, "given_up": 50}
    high = {"up": 75, "same": 50, "alone": 25, "given_up": 25}
    comparison = compared(year(2025, pack, low), year(2026, pack, high))
    done = Deed("m", "", Became.DONE, questions=frozenset({"up", "same", "gone"}))
    dropped = Deed("n", "", Became.DROPPED, questions=frozenset({"given_up"}))
    moved = [(one.question, one.rise) for one in moved_meanwhile(done, comparison)]
    assert moved == [("up", 50)]
    assert fates_of(done, comparison) == {Fate.COMPARED: 2}
    alone = moved_alone([done, dropped], comparison)
    assert [one.question for one in alone] == ["alone", "given_up"]
