"""What follows from accepting, declining and adding measures, before anything is saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.catalogue import CostBand, Effort, Lift, Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.roadmap.book import EMPTY, Entry, Part, PlanBook
from digimaturity.domain.roadmap.deciding import (
    Order,
    Standing,
    accepting,
    adding,
    built_on,
    choices,
    declining,
    lacking,
    ordered,
    removing,
)
from digimaturity.domain.roadmap.items import FollowUp, MeasureDecision, OwnMeasure
from digimaturity.domain.roadmap.posing import pose

from .make import area, dimension, levels, questionnaire, said

DAY = date(2026, 3, 3)
SIZES = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)


def measure(key: str, question: str, days: float, *requires: str, goal: int = 3) -> Measure:
    texts = {"en": key}
    return Measure(
        key,
        texts,
        texts,
        (),
        texts,
        (Lift(question, 2, goal),),
        dict.fromkeys(SIZES, Effort(days, 0, 0)),
        dict.fromkeys(SIZES, 4),
        dict.fromkeys(SIZES, CostBand.NONE),
        requires,
    )


@pytest.fixture
def evaluation() -> Evaluation:
    """Three measures that build on one another, and one whose question is reached already."""
    asked = questionnaire(
        dimension("a", area("a", *(levels(key) for key in "pqrs"))),
        measures=(
            measure("third", "r", 1, "second", "reached", goal=5),
            measure("second", "q", 8, "first"),
            measure("first", "p", 4),
            measure("reached", "s", 2),
        ),
    )
    return evaluate(asked, said({"p": 1, "q": 1, "r": 1, "s": 4}))


def after(book: PlanBook, entries: Iterable[Entry]) -> PlanBook:
    for entry in entries:
        book = book.with_entry(entry)
    return book


def test_what_a_measure_builds_on_is_lacking_in_the_order_of_doing(evaluation: Evaluation) -> None:
    found = choices(evaluation, EMPTY)
    assert [one.id for one in found] == ["first", "second", "third"]
    assert lacking(found, ["third"]) == ("first", "second")
    assert lacking(found, ["third", "first"]) == ("second",)
    accepted = after(EMPTY, accepting(EMPTY, ["first"], DAY))
    found = choices(evaluation, accepted)
    assert lacking(found, ["third"]) == ("second",)
    assert lacking(found, ["second"]) == ()
    assert built_on(found, "first") == ()
    both = after(accepted, accepting(accepted, ["second"], DAY))
    assert built_on(choices(evaluation, both), "first") == ("second",)


def test_once_nothing_is_lacking_nothing_is_missing_in_the_plan(evaluation: Evaluation) -> None:
    alone = after(EMPTY, accepting(EMPTY, ["third"], DAY))
    assert pose(evaluation, alone, DAY).problem.missing == {"second"}
    lacks = lacking(choices(evaluation, EMPTY), ["third"])
    whole = after(EMPTY, accepting(EMPTY, [*lacks, "third"], DAY))
    assert not pose(evaluation, whole, DAY).problem.missing


def test_a_circle_of_prerequisites_ends(evaluation: Evaluation) -> None:
    pairs = (("x", "y"), ("y", "x"))
    own = {key: OwnMeasure(key, Effort(1, 0, 0), 1, requires=(other,)) for key, other in pairs}
    found = choices(evaluation, PlanBook(own=own))
    assert lacking(found, ["x"]) == ("y",)


def test_declined_and_accepted_again_keeps_how_it_was_adapted(evaluation: Evaluation) -> None:
    adapted = MeasureDecision(accepted=True, effort=Effort(9, 9, 9), owner="Ada")
    book = PlanBook(decisions={"first": adapted})
    declined = after(book, declining(book, ["first"], "too early", DAY))
    one = next(one for one in choices(evaluation, declined) if one.id == "first")
    assert (one.standing, one.task.decision.reason) == (Standing.DECLINED, "too early")
    again = after(declined, accepting(declined, ["first"], DAY)).decisions["first"]
    assert again == replace(adapted, decided=DAY)
    assert accepting(book, ["first"], date(2026, 4, 1)) == (), "it is accepted already"


def test_what_was_decided_stays_in_sight_though_it_is_advised_no_longer(
    evaluation: Evaluation,
) -> None:
    book = PlanBook(
        decisions={"reached": MeasureDecision(accepted=True), "gone": MeasureDecision(True)}
    )
    found = choices(evaluation, book)
    assert [one.id for one in found] == ["first", "second", "third", "reached"]
    assert found[-1].candidate is None


def test_orders(evaluation: Evaluation) -> None:
    found = choices(evaluation, EMPTY)
    keys = {order: [one.id for one in ordered(found, order)] for order in Order}
    assert keys == {
        Order.ADVISED: ["first", "second", "third"],
        Order.GAIN: ["third", "first", "second"],
        Order.EFFORT: ["third", "first", "second"],
        Order.PER_DAY: ["third", "first", "second"],
    }


def test_a_measure_of_ones_own_comes_accepted_and_goes_with_all_that_speaks_of_it(
    evaluation: Evaluation,
) -> None:
    own = OwnMeasure("Ours", Effort(0, 2, 0), 3, lifts=(Lift("p", 1, 5),))
    book = after(EMPTY, adding(EMPTY, "own", own, DAY))
    one = next(one for one in choices(evaluation, book) if one.id == "own")
    assert one.standing is Standing.ACCEPTED
    assert one.task == pose(evaluation, book, DAY).tasks["own"]
    assert one.task.gain == pytest.approx(25)
    waiting = OwnMeasure("Later", Effort(0, 1, 0), 1, requires=("own", "first"))
    book = after(book, adding(book, "later", waiting, DAY))
    book = after(book, [Entry(Part.FOLLOW_UP, "own", FollowUp(unit="%"))])
    book = after(book, removing(book, "own"))
    assert set(book.own) == set(book.decisions) == {"later"}
    assert book.own["later"].requires == ("first",)
    assert not book.follow_ups


def test_a_changed_measure_of_ones_own_keeps_what_was_decided(evaluation: Evaluation) -> None:
    declined = MeasureDecision(accepted=False, reason="later")
    own = OwnMeasure("Ours", Effort(0, 2, 0), 3)
    book = PlanBook(own={"own": own}, decisions={"own": declined})
    changed = after(book, adding(book, "own", replace(own, weeks=5), DAY))
    assert changed.decisions["own"] == declined
    assert choices(evaluation, changed)[-1].task.weeks == 5
