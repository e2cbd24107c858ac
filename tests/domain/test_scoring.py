"""The formulas of the model, each on an example small enough to check by hand."""

from __future__ import annotations

import pytest

from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Kind, Option, Question
from digimaturity.domain.responses import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    Responses,
    Value,
    refusal,
)
from digimaturity.domain.scoring import answers_until_rated, maturity_level, shown_points
from tests.domain.make import EN, area, dimension, levels, one_area, questionnaire, said

Q1, Q2, Q3 = levels("q1"), levels("q2"), levels("q3")
YES_NO = Question("yn", Kind.YES_NO, EN)
MANY = Question(
    "many", Kind.MANY_OF, EN, options=(Option("a", EN, 1), Option("b", EN, 3), Option("c", EN, 0))
)


@pytest.mark.parametrize(("level", "score"), [(1, 0), (2, 25), (3, 50), (4, 75), (5, 100)])
def test_a_level_of_five_is_worth_quarters(level: int, score: float) -> None:
    assert evaluate(one_area(Q1), said({"q1": level})).questions["q1"].score == score


@pytest.mark.parametrize(
    ("chosen", "score"), [(set(), 0), ({"a"}, 25), ({"b"}, 75), ({"a", "b", "c"}, 100)]
)
def test_many_of_counts_points_of_the_chosen(chosen: set[str], score: float) -> None:
    result = evaluate(one_area(MANY), said({"many": frozenset(chosen)}))
    assert result.questions["many"].score == score


def test_yes_is_all_and_no_is_nothing() -> None:
    assert evaluate(one_area(YES_NO), said({"yn": True})).questions["yn"].score == 100
    assert evaluate(one_area(YES_NO), said({"yn": False})).questions["yn"].score == 0


def test_an_area_is_the_weighted_mean_of_its_questions() -> None:
    asked = one_area(levels("q1", weight=3), levels("q2"))
    assert evaluate(asked, said({"q1": 5, "q2": 1})).scores.areas["a"].value == 75


def test_dont_know_opens_the_bounds_and_is_not_zero() -> None:
    score = evaluate(one_area(Q1, Q2), said({"q1": 4, "q2": DONT_KNOW})).scores.areas["a"]
    assert (score.value, score.low, score.high, score.coverage) == (75, 37.5, 87.5, 0.5)
    assert (score.rated, score.level) == (True, 4)


def test_under_half_coverage_is_not_rated_but_still_counts_in_the_parent() -> None:
    asked = questionnaire(dimension("d", area("a", Q1, Q2, Q3), area("b", levels("b1"))))
    scores = evaluate(asked, said({"q1": 5, "b1": 1})).scores
    assert scores.areas["a"].shown is None
    assert scores.areas["a"].value == 100
    assert scores.dimensions["d"].value == 50
    assert scores.dimensions["d"].coverage == pytest.approx(2 / 3)
    assert scores.dimensions["d"].shown == 50


def test_not_applicable_leaves_everything() -> None:
    asked = questionnaire(
        dimension("d", area("a", Q1), area("b", Q2)), dimension("e", area("c", Q3))
    )
    scores = evaluate(asked, said({"q1": 3, "q2": NOT_APPLICABLE, "q3": NOT_APPLICABLE})).scores
    assert not scores.areas["b"].applicable
    assert not scores.dimensions["e"].applicable
    assert (scores.overall.value, scores.overall.coverage) == (50, 1)


def test_nothing_answered_says_nothing() -> None:
    evaluation = evaluate(one_area(Q1), Responses())
    assert evaluation.overall.value is None
    assert (evaluation.overall.low, evaluation.overall.high) == (0, 100)
    assert evaluation.strengths == evaluation.weaknesses == ()
    assert evaluation.leadership is None
    assert evaluation.strategy is None
    assert evaluation.decisions is None


def test_overall_is_not_rated_while_a_dimension_is_not() -> None:
    asked = questionnaire(dimension("d", area("a", Q1)), dimension("e", area("b", Q2, Q3)))
    scores = evaluate(asked, said({"q1": 3})).scores
    assert scores.dimensions["d"].rated
    assert scores.overall.coverage == 0.5
    assert not scores.overall.rated


def test_the_weakest_dimension_caps_the_level() -> None:
    asked = questionnaire(dimension("d", area("a", Q1)), dimension("e", area("b", Q2), weight=0.2))
    overall = evaluate(asked, said({"q1": 5, "q2": 1})).overall
    assert overall.value == pytest.approx(100 / 1.2)
    assert (overall.level, overall.uncapped_level, overall.capped) == (2, 5, True)
    even = evaluate(asked, said({"q1": 4, "q2": 4})).overall
    assert (even.level, even.capped) == (4, False)


@pytest.mark.parametrize(
    ("score", "level"),
    [(0, 1), (19.99, 1), (20, 2), (39.99, 2), (40, 3), (60, 4), (79.99, 4), (80, 5), (100, 5)],
)
def test_levels_begin_at_whole_twenties(score: float, level: int) -> None:
    assert maturity_level(score) == level


@pytest.mark.parametrize(("score", "points"), [(52.5, 53), (52.49, 52), (0.5, 1), (99.5, 100)])
def test_points_are_rounded_half_up(score: float, points: int) -> None:
    assert shown_points(score) == points


def test_thirds_reach_the_level_they_reach_on_paper() -> None:
    asked = one_area(*(levels(f"q{n}") for n in range(5)))
    score = evaluate(
        asked, said(dict(zip(("q0", "q1", "q2", "q3", "q4"), (2, 2, 3, 3, 3), strict=True)))
    )
    assert score.overall.level == 3


def test_strengths_and_weaknesses_never_share_an_area() -> None:
    areas = [area(f"a{n}", levels(f"q{n}")) for n in range(5)]
    answers: dict[str, Answer | Value] = {f"q{n}": n + 1 for n in range(5)}
    evaluation = evaluate(questionnaire(dimension("d", *areas)), said(answers))
    assert evaluation.strengths == ("a4", "a3", "a2")
    assert evaluation.weaknesses == ("a0", "a1")


@pytest.mark.parametrize(
    ("levels_given", "strengths", "weaknesses"),
    [
        ((1, 1, 2, 2), (), ("a0", "a1", "a2")),
        ((5, 5, 5, 4), ("a0", "a1", "a2"), ()),
        ((3, 3, 3, 3), ("a0", "a1", "a2"), ()),
        ((3, 2, 1, 1), ("a0",), ("a2", "a3", "a1")),
        ((3, 4, 5, 5, 3), ("a2", "a3", "a1"), ("a0", "a4")),
    ],
)
def test_the_best_of_a_weak_firm_is_no_strength_and_the_worst_of_a_strong_one_no_weakness(
    levels_given: tuple[int, ...], strengths: tuple[str, ...], weaknesses: tuple[str, ...]
) -> None:
    areas = [area(f"a{n}", levels(f"q{n}")) for n in range(len(levels_given))]
    answers = {f"q{n}": level for n, level in enumerate(levels_given)}
    evaluation = evaluate(questionnaire(dimension("d", *areas)), said(answers))
    assert (evaluation.strengths, evaluation.weaknesses) == (strengths, weaknesses)


def test_so_many_answers_are_missing_until_a_dimension_is_rated() -> None:
    parts = dimension("d", area("a", Q1, Q2, Q3), area("b", levels("b1")))
    asked = questionnaire(parts)
    cases: tuple[tuple[dict[str, Answer | Value], int], ...] = (
        ({}, 1),  # the single question of an area is half of the dimension
        ({"q1": 3}, 1),
        ({"q1": 3, "b1": NOT_APPLICABLE}, 1),
        ({"b1": DONT_KNOW, "q2": NOT_APPLICABLE}, 1),
        ({"b1": NOT_APPLICABLE}, 2),
        ({"b1": 2}, 0),
    )
    for answers, missing in cases:
        results = evaluate(asked, said(answers)).questions
        assert answers_until_rated(parts, results) == missing


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (Q1, Answer.of(5), None),
        (Q1, Answer.of(6), "range"),
        (Q1, Answer.of(0), "range"),
        (Q1, Answer.of(2.5), "range"),
        (Q1, Answer.of(True), "kind"),
        (Q1, Answer.of("3"), "kind"),
        (Q1, DONT_KNOW, None),
        (Q1, NOT_APPLICABLE, None),
        (YES_NO, NOT_APPLICABLE, "not_applicable"),
        (YES_NO, Answer.of(False), None),
        (YES_NO, Answer.of(1), "kind"),
        (MANY, Answer.of(frozenset()), None),
        (MANY, Answer.of(frozenset({"x"})), "range"),
        (MANY, Answer.of(1), "kind"),
        (
            Question("one", Kind.ONE_OF, EN, options=(Option("a", EN),)),
            Answer.of(frozenset()),
            "range",
        ),
        (Question("n", Kind.NUMBER, EN, minimum=0, maximum=100), Answer.of(100), None),
        (Question("n", Kind.NUMBER, EN, minimum=0, maximum=100), Answer.of(101), "range"),
        (Question("n", Kind.NUMBER, EN), Answer.of(float("nan")), "range"),
        (Question("n", Kind.NUMBER, EN), Answer.of(float("inf")), "range"),
        (Question("n", Kind.NUMBER, EN), Answer.of(-(10**400)), "range"),
        (Q1, Answer.of(10**400), "range"),
        (Question("n", Kind.NUMBER, EN), Answer.of(True), "kind"),
        (Question("t", Kind.TEXT, EN), Answer.of("words"), None),
        (Question("t", Kind.TEXT, EN), Answer.of(1), "kind"),
        (Q1, Answer(DONT_KNOW.state, 3), "kind"),
        (Q1, Answer(Answer.of(3).state, None), "kind"),
    ],
)
def test_a_question_takes_only_answers_of_its_kind(
    question: Question, answer: Answer, code: str | None
) -> None:
    assert refusal(question, answer) == code
