"""What is put down when management says what became of a measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.deeds import Became
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.telling import said_of, saying

DAY, NOW = date(2026, 2, 24), Quarter(2026, 1)
PLANNED = Quarter(2025, 2), Quarter(2025, 3)
ACCEPTED = MeasureDecision(accepted=True, reason="Smaller than advised", owner="Ada")


@pytest.mark.parametrize(
    ("became", "state", "quarters"),
    [
        (Became.DONE, State.DONE, PLANNED),
        (Became.RUNNING, State.RUNNING, (PLANNED[0], None)),
        (Became.NOT_BEGUN, State.PLANNED, (None, None)),
        (Became.DROPPED, State.DROPPED, (None, None)),
    ],
)
def test_a_word_is_enough_and_is_not_asked_for_again(
    became: Became, state: State, quarters: tuple[Quarter | None, Quarter | None]
) -> None:
    assert said_of(ACCEPTED, ["this"]) is None
    said = saying(ACCEPTED, became, "this", PLANNED, DAY)
    assert (said.state, (said.began, said.ended)) == (state, quarters)
    assert said_of(said, ["this"]) is became
    assert said_of(said, ["whole", "this"]) is became, "it goes on from that"
    over = became in (Became.DONE, Became.DROPPED)
    assert said_of(said, ["next"]) is (became if over else None), "next year only what goes on"
    assert said.owner == "Ada"


def test_the_plan_is_believed_only_as_far_as_it_has_come() -> None:
    ahead = NOW, Quarter(2026, 3)
    done = saying(ACCEPTED, Became.DONE, "this", ahead, DAY)
    assert (done.began, done.ended) == (NOW, NOW)
    unplanned = saying(ACCEPTED, Became.DONE, "this", None, DAY)
    assert (unplanned.began, unplanned.ended) == (None, NOW)
    later = saying(ACCEPTED, Became.RUNNING, "this", (Quarter(2026, 2), Quarter(2026, 2)), DAY)
    assert later.began == NOW
    noted = replace(ACCEPTED, began=Quarter(2024, 4), ended=Quarter(2025, 1))
    assert saying(noted, Became.DONE, "this", PLANNED, DAY).began == Quarter(2024, 4)


def test_it_ended_neither_before_it_began_nor_before_it_was_last_said_to_be_running() -> None:
    running = replace(ACCEPTED, state=State.RUNNING, began=PLANNED[0], told_in="last")
    last_year = PLANNED[1].plus(1)
    done = saying(running, Became.DONE, "this", PLANNED, DAY, last_year)
    assert (done.began, done.ended) == (PLANNED[0], last_year)
    late = replace(running, began=PLANNED[1].plus(1))
    assert saying(late, Became.DONE, "this", PLANNED, DAY).ended == late.began


def test_why_it_was_dropped_goes_with_the_word_and_other_reasons_stay_until_then() -> None:
    assert saying(ACCEPTED, Became.DONE, "this", None, DAY).reason == "Smaller than advised"
    dropped = saying(ACCEPTED, Became.DROPPED, "this", None, DAY)
    assert dropped.reason == "", "it is asked for"
    told = replace(dropped, reason="No time")
    assert saying(told, Became.DROPPED, "this", None, DAY).reason == "No time"
    declined = replace(told, accepted=False, state=State.PLANNED)
    assert said_of(declined, ["this"]) is Became.DROPPED
    again = saying(declined, Became.RUNNING, "this", None, DAY)
    assert (again.accepted, again.reason) == (True, "")
