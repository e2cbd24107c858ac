"""Follow-up: what is due on a day, how much was carried out, and how far a figure came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.catalogue import Effort
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.following import (
    Due,
    Rate,
    execution_rate,
    followed,
    kpi_progress,
    went_wrong,
)
from digimaturity.domain.roadmap.items import (
    Afterwards,
    FollowUp,
    KeptPlan,
    KpiValue,
    MeasureDecision,
    OwnMeasure,
    Project,
    State,
    Verdict,
)
from digimaturity.domain.roadmap.posing import pose
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from tests.domain.make import levels, one_area, said

DAY = date(2026, 8, 15)
NOW = Quarter(2026, 3)


def a_roadmap(book: PlanBook) -> Roadmap:
    evaluation = evaluate(one_area(levels("q")), said({"q": 2}))
    return Roadmap(book, pose(evaluation, book, date(2026, 2, 1)))


def measures(**decisions: MeasureDecision) -> PlanBook:
    own = OwnMeasure("Name owners", Effort(0, 5, 0), weeks=20)
    return PlanBook(own=dict.fromkeys(decisions, own), decisions=decisions)


def in_state(
    state: State, began: Quarter | None = None, ended: Quarter | None = None
) -> MeasureDecision:
    return MeasureDecision(accepted=True, state=state, began=began, ended=ended)


def test_everything_stands_where_somebody_has_to_do_something() -> None:
    book = measures(
        now=in_state(State.PLANNED),
        overdue=in_state(State.PLANNED),
        later=in_state(State.PLANNED),
        runs=in_state(State.RUNNING, began=Quarter(2026, 2)),
        drags=in_state(State.RUNNING, began=Quarter(2025, 4)),
        review=in_state(State.RUNNING, began=NOW),
        ended=in_state(State.DONE, ended=Quarter(2026, 2)),
        told=in_state(State.DONE, ended=Quarter(2026, 2)),
        dropped=in_state(State.DROPPED),
    )
    past, today = FollowUp(next_review=date(2026, 8, 1)), FollowUp(next_review=DAY)
    plan = KeptPlan("", Quarter(2026, 2), {"now": 1, "overdue": 0, "later": 2}, 1, 1, 1)
    book = replace(
        book,
        plan=plan,
        follow_ups={
            "review": today,
            "dropped": past,
            "told": FollowUp(afterwards=Afterwards(DAY, "Fewer calls")),
            "portal": past,
        },
        projects={
            "erp": Project("ERP", ends=NOW),
            "portal": Project("Portal"),
            "old": Project("Old", ends=Quarter(2026, 2)),
            "paused": Project("Paused", verdict=Verdict.PAUSE),
            "stopped": Project("Stopped", verdict=Verdict.STOP),
            "next": Project("Next", begins=Quarter(2026, 4)),
        },
    )
    found = {one.key: one for one in followed(a_roadmap(book), DAY)}
    assert {key: one.due for key, one in found.items()} == {
        "now": Due.TO_BEGIN,
        "overdue": Due.TO_BEGIN,
        "later": Due.LATER,
        "runs": Due.RUNNING,
        "drags": Due.RUNNING,
        "review": Due.REVIEW,
        "ended": Due.AFTERWARDS,
        "told": Due.DONE,
        "dropped": Due.DROPPED,
        "erp": Due.RUNNING,
        "portal": Due.REVIEW,
        "old": Due.AFTERWARDS,
        "paused": Due.LATER,
        "stopped": Due.DROPPED,
        "next": Due.LATER,
    }
    assert {key for key, one in found.items() if one.late} == {"overdue", "drags"}


def test_the_execution_rate_counts_what_should_be_done() -> None:
    assert execution_rate(a_roadmap(measures(a=in_state(State.PLANNED))), DAY) is None
    book = measures(
        done=in_state(State.DONE, ended=Quarter(2026, 1)),
        drags=in_state(State.RUNNING, began=Quarter(2025, 4)),
        runs=in_state(State.RUNNING, began=Quarter(2026, 2)),
        missed=in_state(State.PLANNED),
        later=in_state(State.PLANNED),
        dropped=in_state(State.DROPPED, began=Quarter(2025, 1)),
    )
    plan = KeptPlan("", Quarter(2026, 1), {"missed": 0, "later": 2}, 1, 1, 1)
    rate = execution_rate(a_roadmap(replace(book, plan=plan)), DAY)
    assert rate == Rate(1, 3)


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=5), st.floats(-100, 100))
def test_a_figure_goes_from_its_first_value_to_the_aim(values: list[float], aim: float) -> None:
    days = [KpiValue(date(2026, 1, 1 + n), value) for n, value in enumerate(values)]
    noted = FollowUp(aim=aim, values=tuple(reversed(days)))
    share = kpi_progress(noted)
    assert share is not None
    assert 0 <= share <= 1
    if values[-1] == aim:
        assert share == 1
    if went_wrong(noted):
        assert share < 1 or abs(values[-1] - aim) > abs(values[0] - aim)
    mirrored = FollowUp(aim=-aim, values=tuple(KpiValue(v.day, -v.value) for v in days))
    assert kpi_progress(mirrored) == pytest.approx(share)


def test_past_the_aim_counts_no_more_and_the_wrong_way_nothing() -> None:
    def share(*values: float) -> float | None:
        made = tuple(KpiValue(date(2026, n + 1, 1), value) for n, value in enumerate(values))
        return kpi_progress(FollowUp(aim=10, values=made))

    assert share(30, 20) == 0.5
    assert share(30, 4) == 1
    assert share(30, 40) == 0
    assert share(10, 12) == 0
    assert kpi_progress(FollowUp(aim=10)) is None
