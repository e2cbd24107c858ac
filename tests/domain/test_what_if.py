"""What if an area stood elsewhere: what is told is what changed answers would give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.domain.conditions import AtLeast
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Kind, Questionnaire
from digimaturity.domain.responses import DONT_KNOW, Answer, Responses, Value
from digimaturity.domain.scoring import Scores
from digimaturity.domain.what_if import movable, what_if
from digimaturity.packs import load_pack
from tests.domain.make import area, assessments, dimension, levels, questionnaire, said


def supposing(asked: Questionnaire, responses: Responses, at: dict[str, int]) -> Scores:
    return what_if(asked, responses, evaluate(asked, responses).questions, at)


def changed(asked: Questionnaire, responses: Responses, at: dict[str, int]) -> Responses:
    """Everybody who answered a question of these areas says another level."""
    for one in asked.areas:
        for question in one.questions if one.id in at else ():
            for person, answers in responses.answers.items():
                given = answers.get(question.id)
                if given is not None and given.value is not None:
                    level = at[one.id]
                    values: dict[Kind, Value] = {
                        Kind.LEVELS: 1 + int((level - 1) * (len(question.levels) - 1) / 4 + 0.5),
                        Kind.YES_NO: level >= 3,
                        Kind.MANY_OF: frozenset(
                            option.id for option in question.options if level >= 3
                        ),
                    }
                    answer = Answer.of(values[question.kind])
                    responses = responses.with_answer(person, question.id, answer)
    return responses


@given(assessments(), st.data())
def test_it_is_what_the_engine_makes_of_changed_answers(
    case: tuple[Questionnaire, Responses], data: st.DataObject
) -> None:
    asked, responses = case
    areas = st.sampled_from([one.id for one in asked.areas])
    at = data.draw(st.dictionaries(areas, st.integers(1, 5)))
    scores = supposing(asked, responses, at)
    expected = evaluate(asked, changed(asked, responses, at)).scores
    assert scores == expected


def test_a_level_is_that_of_all_answered_questions_and_what_is_open_stays_open() -> None:
    asked = questionnaire(
        dimension("d", area("a", levels("q1"), levels("q2"), levels("q3"))),
        dimension("e", area("b", levels("q4"))),
    )
    responses = said({"q1": 2, "q2": 5, "q3": DONT_KNOW, "q4": 3})
    scores = supposing(asked, responses, {"a": 4})
    assert scores.areas["a"].value == 75
    assert scores.areas["a"].low == 50
    assert scores.areas["a"].high == pytest.approx(250 / 3)
    assert scores.areas["b"].value == 50
    assert scores.overall.value == 62.5
    assert supposing(asked, responses, {}) == evaluate(asked, responses).scores


def test_an_area_without_an_answer_stays_where_it_is() -> None:
    asked = questionnaire(dimension("d", area("a", levels("q1")), area("b", levels("q2"))))
    responses = said({"q1": 2})
    results = evaluate(asked, responses).questions
    assert [movable(one, results) for one in asked.areas] == [True, False]
    assert supposing(asked, responses, {"b": 5}) == evaluate(asked, responses).scores


def test_a_question_that_a_level_brings_up_is_open() -> None:
    follow_up = replace(levels("q2"), show_if=AtLeast("q1", 4))
    asked = questionnaire(dimension("d", area("a", levels("q1"), follow_up)))
    score = supposing(asked, said({"q1": 2}), {"a": 4}).areas["a"]
    assert (score.value, score.coverage, score.low) == (75, 0.5, 37.5)


def test_a_level_outside_of_the_scale_is_refused() -> None:
    asked = questionnaire(dimension("d", area("a", levels("q1"))))
    with pytest.raises(ValueError, match="1 to 5"):
        supposing(asked, said({"q1": 2}), {"a": 6})


def test_of_the_shipped_questionnaire_every_area_can_stand_at_every_level() -> None:
    asked = load_pack(paths.questionnaires_dir() / "readiness").questionnaire
    assert asked is not None
    responses = said({question.id: 2 for question in asked.rated_questions})
    for level in range(1, 6):
        scores = supposing(asked, responses, {one.id: level for one in asked.areas})
        assert {score.value for score in scores.areas.values()} == {25 * (level - 1)}
        assert {score.level for score in scores.dimensions.values()} == {level}
