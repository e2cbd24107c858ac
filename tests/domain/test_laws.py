"""The laws of the model: what holds for every questionnaire and whatever was answered."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digimaturity.domain.catalogue import CostBand, Effort, Lift, Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Kind, Questionnaire
from digimaturity.domain.responses import NOT_APPLICABLE, Answer, Responses, State
from digimaturity.domain.scoring import Score, Scores
from tests.domain.make import EN, any_questionnaire, any_responses, assessments


def all_scores(scores: Scores) -> dict[str, Score]:
    return {"overall": scores.overall, **scores.dimensions, **scores.areas}


@given(assessments())
def test_a_score_lies_between_its_bounds(case: tuple[Questionnaire, Responses]) -> None:
    for score in all_scores(evaluate(*case).scores).values():
        assert 0 <= score.low <= score.high <= 100
        assert score.value is None or score.low <= score.value <= score.high
        assert 0 <= score.coverage <= 1


@given(assessments())
def test_full_coverage_closes_the_bounds(case: tuple[Questionnaire, Responses]) -> None:
    for score in all_scores(evaluate(*case).scores).values():
        if score.applicable and score.coverage == 1:
            assert score.low == pytest.approx(score.high)


@given(assessments())
def test_too_little_known_is_never_a_number(case: tuple[Questionnaire, Responses]) -> None:
    scores = evaluate(*case).scores
    for score in all_scores(scores).values():
        if score.coverage < 0.5 or score.value is None:
            assert score.shown is None
            assert score.level is None
    applying = [score for score in scores.dimensions.values() if score.applicable]
    if any(score.level is None for score in applying):
        assert scores.overall.shown is None


@given(assessments(), st.data())
def test_raising_an_answer_lowers_nothing(
    case: tuple[Questionnaire, Responses], data: st.DataObject
) -> None:
    asked, responses = case
    raisable = [
        (person.id, question, answer.value)
        for person in responses.respondents
        for question in asked.rated_questions
        if question.kind is Kind.LEVELS
        and (answer := responses.answers[person.id].get(question.id)) is not None
        and isinstance(answer.value, int)
        and answer.value < len(question.levels)
    ]
    assume(raisable)
    person, question, level = data.draw(st.sampled_from(raisable))
    higher = Answer.of(data.draw(st.integers(level + 1, len(question.levels))))
    before = all_scores(evaluate(asked, responses).scores)
    after = all_scores(evaluate(asked, responses.with_answer(person, question.id, higher)).scores)
    for key, old in before.items():
        assert after[key].low >= old.low
        assert after[key].high >= old.high
        assert (after[key].value is None) == (old.value is None)
        assert old.value is None or (after[key].value or 0) >= old.value
        assert (after[key].level or 0) >= (old.level or 0)


@given(assessments(), st.randoms(use_true_random=False))
def test_the_order_of_answers_and_of_people_is_irrelevant(
    case: tuple[Questionnaire, Responses], shuffler: random.Random
) -> None:
    asked, responses = case
    people = list(responses.respondents)
    shuffler.shuffle(people)
    answers = {}
    for person in people:
        entries = list(responses.answers[person.id].items())
        shuffler.shuffle(entries)
        answers[person.id] = dict(entries)
    mixed = replace(responses, respondents=tuple(people), answers=answers)
    assert evaluate(asked, mixed) == evaluate(asked, responses)


@given(assessments(), st.data())
def test_not_applicable_equals_a_pack_without_the_question(
    case: tuple[Questionnaire, Responses], data: st.DataObject
) -> None:
    asked, responses = case
    gone = data.draw(st.sampled_from(asked.rated_questions)).id
    silent = responses
    for person in responses.respondents:
        silent = silent.with_answer(person.id, gone, NOT_APPLICABLE)
    smaller = replace(
        asked,
        dimensions=tuple(
            replace(
                dim,
                areas=tuple(
                    replace(area, questions=tuple(q for q in area.questions if q.id != gone))
                    for area in dim.areas
                ),
            )
            for dim in asked.dimensions
        ),
    )
    left_out = evaluate(asked, silent).scores
    never_there = evaluate(smaller, responses).scores
    assert left_out == never_there


@given(assessments(), st.sampled_from((0.001, 0.3, 7.0, 1000.0)))
def test_scaling_all_weights_changes_nothing(
    case: tuple[Questionnaire, Responses], factor: float
) -> None:
    asked, responses = case
    scaled = replace(
        asked,
        dimensions=tuple(
            replace(
                dim,
                weight=dim.weight * factor,
                areas=tuple(
                    replace(
                        area,
                        weight=area.weight * factor,
                        questions=tuple(
                            replace(q, weight=q.weight * factor) for q in area.questions
                        ),
                    )
                    for area in dim.areas
                ),
            )
            for dim in asked.dimensions
        ),
    )
    before = all_scores(evaluate(asked, responses).scores)
    after = all_scores(evaluate(scaled, responses).scores)
    for key, old in before.items():
        new = after[key]
        assert (new.low, new.high, new.coverage) == pytest.approx((old.low, old.high, old.coverage))
        assert (new.value is None) == (old.value is None)
        assert old.value is None or new.value == pytest.approx(old.value)
        assert new.rated == old.rated


@given(assessments())
def test_the_shares_are_the_overall_score(case: tuple[Questionnaire, Responses]) -> None:
    evaluation = evaluate(*case)
    if evaluation.overall.value is not None:
        shares = evaluation.scores.shares
        summed = sum(
            share * (evaluation.questions[key].score or 0) for key, share in shares.items()
        )
        assert summed == pytest.approx(evaluation.overall.value)
        assert sum(shares.values()) == pytest.approx(1)


@st.composite
def advised(draw: st.DrawFn) -> tuple[Questionnaire, Responses]:
    """A questionnaire with measures over its level questions, and one person's answers."""
    asked = draw(any_questionnaire())
    liftable = [q for q in asked.rated_questions if q.kind is Kind.LEVELS]
    assume(liftable)
    measures: list[Measure] = []
    for n in range(draw(st.integers(1, 5))):
        lifts: list[Lift] = []
        for question in draw(st.lists(st.sampled_from(liftable), min_size=1, max_size=3)):
            goal = draw(st.integers(2, len(question.levels)))
            if question.id not in {lift.question for lift in lifts}:
                lifts.append(Lift(question.id, draw(st.integers(1, goal - 1)), goal))
        effort = dict.fromkeys(SizeClass, Effort(1, draw(st.integers(0, 9)), 0))
        earlier = draw(st.sets(st.sampled_from([m.id for m in measures]))) if measures else set()
        weeks, cost = dict.fromkeys(SizeClass, 4), dict.fromkeys(SizeClass, CostBand.NONE)
        parts = (EN, EN, (EN,), EN, tuple(lifts), effort, weeks, cost, tuple(earlier))
        measures.append(Measure(f"m{n}", *parts))
    draw(st.randoms(use_true_random=False)).shuffle(measures)
    asked = replace(asked, measures=tuple(measures))
    return asked, draw(any_responses(asked, most=1))


@given(advised())
def test_the_gain_is_what_the_scoring_engine_finds_when_the_measure_is_done(
    case: tuple[Questionnaire, Responses],
) -> None:
    asked, responses = case
    before = evaluate(asked, responses)
    for candidate in before.candidates:
        done = responses
        for lift in candidate.measure.lifts:
            level = before.questions[lift.question].level
            if level is not None and level < lift.goal:
                done = done.with_answer("r0", lift.question, Answer.of(lift.goal))
        after = evaluate(asked, done).overall.value
        assert candidate.gain > 0
        assert candidate.gain == pytest.approx((after or 0) - (before.overall.value or 0), abs=1e-6)


@given(advised())
def test_prerequisites_come_first_and_every_candidate_has_its_reason(
    case: tuple[Questionnaire, Responses],
) -> None:
    evaluation = evaluate(*case)
    order = [candidate.measure.id for candidate in evaluation.candidates]
    for candidate in evaluation.candidates:
        for earlier in candidate.first:
            assert order.index(earlier) < order.index(candidate.measure.id)
        origins = {lift.question: lift.origin for lift in candidate.measure.lifts}
        assert candidate.reasons
        for reason in candidate.reasons:
            assert evaluation.questions[reason.question].state is State.ANSWERED
            assert reason.level <= origins[reason.question]
