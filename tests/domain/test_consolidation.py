"""Several viewpoints: consensus, means of means, perception gap, agreement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Kind, Option, Question, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, State, Value
from tests.domain.make import EN, levels, one_area, questionnaire, together

IT, BUSINESS, MANAGEMENT = Viewpoint.IT, Viewpoint.BUSINESS, Viewpoint.MANAGEMENT


def result(*said: tuple[Viewpoint, Answer | Value], consensus: int | None = None) -> QuestionResult:
    responses = together(*((view, {"q": answer}) for view, answer in said))
    if consensus is not None:
        responses = replace(responses, consensus={"q": consensus})
    return evaluate(one_area(levels("q")), responses).questions["q"]


def test_each_viewpoint_counts_once_however_many_people_it_has() -> None:
    three_to_one = result((IT, 5), (IT, 5), (IT, 5), (BUSINESS, 1))
    assert (three_to_one.score, three_to_one.level) == (50, 3)


def test_the_consensus_counts_and_the_gap_stays_visible() -> None:
    agreed = result((IT, 5), (BUSINESS, 1), consensus=2)
    assert (agreed.score, agreed.level, agreed.gap, agreed.consensus) == (25, 2, 100, True)


def test_the_gap_is_between_the_highest_and_the_lowest_viewpoint() -> None:
    assert result((IT, 4), (BUSINESS, 2), (MANAGEMENT, 3)).gap == 50
    assert result((IT, 4), (IT, 1)).gap is None


def test_agreement_is_told_from_three_people_on() -> None:
    assert result((IT, 3), (IT, 3), (IT, 3)).agreement == {IT: 1}
    assert result((IT, 1), (IT, 5)).agreement == {}
    split = result((IT, 1), (IT, 1), (IT, 5), (IT, 5)).agreement
    assert split == {IT: 0}
    # Levels 2, 3, 4: population deviation √(2/3), half range 2.
    assert result((IT, 2), (IT, 3), (IT, 4)).agreement[IT] == pytest.approx(1 - (2 / 3) ** 0.5 / 2)


def test_not_applicable_only_when_all_who_touched_it_said_so() -> None:
    assert result((IT, NOT_APPLICABLE), (BUSINESS, NOT_APPLICABLE)).state is State.NOT_APPLICABLE
    assert result((IT, NOT_APPLICABLE), (BUSINESS, DONT_KNOW)).state is State.DONT_KNOW
    assert result((IT, NOT_APPLICABLE), (BUSINESS, 3)).score == 50
    assert result().state is State.UNANSWERED


def test_a_comment_alone_is_no_answer() -> None:
    remark = Answer(State.UNANSWERED, comment="ask the workshop")
    assert result((IT, remark)).state is State.UNANSWERED
    assert result((IT, remark), (BUSINESS, NOT_APPLICABLE)).state is State.NOT_APPLICABLE


FACT = Question("f", Kind.NUMBER, EN)
YES_NO = Question("f", Kind.YES_NO, EN)
ONE_OF = Question("f", Kind.ONE_OF, EN, options=(Option("a", EN), Option("b", EN)))
TEXT = Question("f", Kind.TEXT, EN)


@pytest.mark.parametrize(
    ("question", "values", "known"),
    [
        (FACT, (10, 20), 15),
        (FACT, (10,), 10),
        (YES_NO, (True, True), True),
        (YES_NO, (True, False), None),
        (YES_NO, (True, DONT_KNOW), True),
        (ONE_OF, (frozenset("a"), frozenset("a")), frozenset("a")),
        (ONE_OF, (frozenset("a"), frozenset("b")), None),
        (TEXT, ("words",), None),
    ],
)
def test_a_fact_is_known_when_those_who_know_agree(
    question: Question, values: tuple[Answer | Value, ...], known: object
) -> None:
    views = (IT, BUSINESS)
    asked = replace(questionnaire(), facts=(question,))
    responses = together(*((view, {"f": v}) for view, v in zip(views, values, strict=False)))
    assert evaluate(asked, responses).questions["f"].known == known


def test_the_choice_in_a_scored_question_is_known_when_all_chose_alike() -> None:
    many = Question("q", Kind.MANY_OF, EN, options=(Option("a", EN, 1), Option("b", EN, 1)))
    both = together((IT, {"q": frozenset("a")}), (BUSINESS, {"q": frozenset("b")}))
    outcome = evaluate(one_area(many), both).questions["q"]
    assert (outcome.score, outcome.known) == (50, None)


def test_a_many_of_question_without_points_has_no_score() -> None:
    idle = Question("q", Kind.MANY_OF, EN, options=(Option("a", EN, 0),))
    outcome = evaluate(one_area(idle, levels("r")), together((IT, {"q": frozenset("a"), "r": 3})))
    assert outcome.questions["q"].score is None
    assert (outcome.overall.value, outcome.overall.coverage) == (50, 1)
