"""The smallest set of answers that lifts a dimension: held against trying every set there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.domain.conditions import AtLeast
from digimaturity.domain.consolidation import level_score
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.next_level import NextLevel, next_level
from digimaturity.domain.questionnaire import Dimension, Question, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer
from digimaturity.domain.scoring import score_all
from digimaturity.domain.what_if import levels_of
from tests.domain.make import (
    any_responses,
    area,
    dimension,
    levels,
    questionnaire,
    said,
    together,
    weights,
)


def sizes(evaluation: Evaluation, lifted: Dimension) -> Iterator[tuple[int, int]]:
    """Numbers of questions and steps of every way to lift the dimension that there is."""
    before = evaluation.scores.dimensions[lifted.id].level
    asked = [q for a in lifted.areas for q in a.questions]
    own = [q for q in asked if evaluation.questions[q.id].score is not None]
    for goals in product(*(range(floor(level_of(evaluation, q)), 1 + levels_of(q)) for q in own)):
        results = dict(evaluation.questions)
        taken = steps = 0
        for question, goal in zip(own, goals, strict=True):
            up = goal - floor(level_of(evaluation, question))
            if up:
                score = level_score(goal, levels_of(question))
                results[question.id] = replace(results[question.id], score=score)
            taken, steps = taken + bool(up), steps + up
        after = score_all(evaluation.questionnaire, results).dimensions[lifted.id].level
        if before is not None and after is not None and after > before:
            yield taken, steps


def level_of(evaluation: Evaluation, question: Question) -> float:
    level = evaluation.questions[question.id].level
    assert level is not None
    return level


def found(evaluation: Evaluation) -> NextLevel | None:
    return next_level(evaluation, evaluation.questionnaire.dimensions[0])


@st.composite
def evaluations(draw: st.DrawFn) -> Evaluation:
    """One dimension of two areas with up to five questions, answered by one to three people."""
    heavy = st.one_of(st.just(1.0), weights)
    parts = [
        area(
            key,
            *(
                levels(f"{key}{n}", draw(st.sampled_from((5, 5, 2, 3))), draw(heavy))
                for n in range(draw(st.integers(1, most)))
            ),
            weight=draw(heavy),
        )
        for key, most in (("a", 3), ("b", 2))
    ]
    asked = questionnaire(dimension("d", *parts))
    return evaluate(asked, draw(any_responses(asked, most=3)))


@settings(max_examples=60, deadline=None)
@given(evaluations())
def test_no_smaller_set_lifts_the_dimension(evaluation: Evaluation) -> None:
    lifted = evaluation.questionnaire.dimensions[0]
    smallest = min(sizes(evaluation, lifted), default=None)
    told = found(evaluation)
    if told is None:
        assert smallest is None
        return
    assert (len(told.raises), sum(one.steps for one in told.raises)) == smallest
    before = evaluation.scores.dimensions["d"].level
    assert before is not None
    assert told.score.level is not None
    assert told.score.level > before


def test_fewest_questions_go_before_fewest_steps() -> None:
    """Raising both heavy questions by one level would take two steps; the light one takes four."""
    heavy = (levels("q1", weight=2), levels("q2", weight=2))
    asked = questionnaire(dimension("d", area("a", levels("q0"), *heavy)))
    told = found(evaluate(asked, said({"q0": 1, "q1": 4, "q2": 4})))
    assert told is not None
    assert [(one.question, one.origin, one.goal) for one in told.raises] == [("q0", 1, 5)]
    assert (told.score.level, told.score.value) == (5, 80)


def test_between_equals_the_lowest_answers_are_raised() -> None:
    asked = questionnaire(dimension("d", area("a", *(levels(f"q{n}") for n in range(3)))))
    told = found(evaluate(asked, said({"q0": 3, "q1": 1, "q2": 3})))
    assert told is not None
    assert [one.question for one in told.raises] == ["q1"]


def test_what_is_open_or_does_not_apply_is_never_raised() -> None:
    asked = questionnaire(dimension("d", area("a", *(levels(f"q{n}") for n in range(6)))))
    silent = {"q1": DONT_KNOW, "q3": NOT_APPLICABLE}
    told = found(evaluate(asked, said({"q0": 2, **silent, "q4": 2, "q5": 1})))
    assert told is not None
    assert {one.question for one in told.raises} <= {"q0", "q4", "q5"}


def test_the_mean_of_two_views_rises_to_the_next_whole_level_first() -> None:
    asked = questionnaire(dimension("d", area("a", levels("q"))))
    two = together((Viewpoint.IT, {"q": 2}), (Viewpoint.BUSINESS, {"q": 3}))
    told = found(evaluate(asked, two))
    assert told is not None
    assert [(one.origin, one.goal, one.steps) for one in told.raises] == [(2.5, 3, 1)]


def test_an_answer_that_brings_up_a_question_is_left_alone() -> None:
    follow_up = replace(levels("q2"), show_if=AtLeast("q1", 4))
    asked = questionnaire(dimension("d", area("a", levels("q1"), levels("q3"), follow_up)))
    told = found(evaluate(asked, said({"q1": 2, "q3": 2})))
    assert told is not None
    assert [one.question for one in told.raises] == ["q3"]


@pytest.mark.parametrize("answers", [{"q0": 5, "q1": 5}, {}, {"q0": DONT_KNOW}])
def test_nothing_is_told_at_the_top_and_where_nothing_is_rated(answers: dict[str, Answer]) -> None:
    asked = questionnaire(dimension("d", area("a", levels("q0"), levels("q1"))))
    assert found(evaluate(asked, said(answers))) is None
