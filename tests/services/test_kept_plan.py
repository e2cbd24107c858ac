"""A kept plan is shown only where it is one of the problem as it stands, in the same quarters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import Limits, MeasureDecision, Project, RoleCapacity
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.services.roadmap import kept_of, outlined, planned
from tests.report import samples

DAY = date(2026, 2, 3)
ONE_AT_ONCE = Limits(parallel=1, quarters=6)


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return samples.evaluation()


@pytest.fixture
def book(evaluation: Evaluation) -> PlanBook:
    """Three measures, of which one can be worked on at a time."""
    keys = [one.measure.id for one in evaluation.candidates[:3]]
    return PlanBook(
        decisions={key: MeasureDecision(accepted=True) for key in keys},
        roles={"it": RoleCapacity(60)},
        limits=ONE_AT_ONCE,
    )


def keeping(evaluation: Evaluation, book: PlanBook) -> PlanBook:
    roadmap = planned(outlined(evaluation, book, DAY))
    assert roadmap.plan is not None
    assert len(roadmap.plan.starts) == len(book.decisions)
    return replace(book, plan=kept_of(roadmap.posed, roadmap.plan))


def calendar(roadmap: Roadmap) -> dict[str, Quarter]:
    assert roadmap.plan is not None
    return {key: roadmap.posed.first.plus(start) for key, start in roadmap.plan.starts.items()}


def test_when_the_plan_begins_later_another_one_is_looked_for(
    evaluation: Evaluation, book: PlanBook
) -> None:
    kept = keeping(evaluation, book)
    before = outlined(evaluation, kept, DAY)
    assert before.plan is not None
    later = replace(kept, limits=replace(ONE_AT_ONCE, first=before.posed.first.plus(1)))
    again = outlined(evaluation, later, DAY)
    # The same problem, but a quarter later: with the plan as it is, everything would move by one.
    assert again.plan is None
    stays = again.posed.problem.before
    assert {key: again.posed.first.plus(start) for key, start in stays.items()}.items() <= (
        calendar(before).items()
    )


def test_a_plan_from_elsewhere_that_is_too_much_for_people_is_not_shown(
    evaluation: Evaluation, book: PlanBook
) -> None:
    kept = keeping(evaluation, book).plan
    assert kept is not None
    all_at_once = replace(kept, starts=dict.fromkeys(kept.starts, 0))
    assert outlined(evaluation, replace(book, plan=all_at_once), DAY).plan is None


@pytest.mark.parametrize("begins", [Quarter(2027, 2), Quarter(2031, 1)])
def test_a_project_that_begins_later_is_in_nobodys_way_until_then(
    evaluation: Evaluation, book: PlanBook, begins: Quarter
) -> None:
    later = replace(book, projects={"p": Project("Portal", load={"it": 60}, begins=begins)})
    roadmap = planned(outlined(evaluation, later, DAY))
    assert set(calendar(roadmap)) == set(book.decisions)
    assert all(quarter < begins for quarter in calendar(roadmap).values())
