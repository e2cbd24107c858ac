"""What is asked, how far one is, and how a score came about: without any window."""

from __future__ import annotations

import pytest

from digimaturity import paths
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer, Respondent, Responses, State
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.sections import (
    DECISIONS,
    FACTS,
    PLANS,
    STRATEGY,
    counted,
    first_unanswered,
    is_done,
    progress,
    sections_of,
)
from digimaturity.ui.why import why

_ME = Respondent("a", Viewpoint.MANAGEMENT)
_TRIGGER = "partnership.it_strategy"


@pytest.fixture
def t() -> Translator:
    return Translator.load("en", paths.resources_dir() / "locale")


def _said(**answers: Answer) -> Responses:
    return Responses((_ME,), {"a": {key.replace("__", "."): a for key, a in answers.items()}})


def test_the_follow_ups_are_a_section_of_their_own_once_there_is_a_strategy(
    questionnaire: Questionnaire,
) -> None:
    def ids(level: int) -> list[str]:
        responses = _said(**{_TRIGGER: Answer.of(level)})
        results = evaluate(questionnaire, responses).questions
        return [s.id for s in sections_of(questionnaire, results, Viewpoint.MANAGEMENT)]

    areas = [area.id for area in questionnaire.areas]
    assert ids(1) == [*areas, DECISIONS, PLANS, FACTS]
    assert ids(2) == [*areas, STRATEGY, DECISIONS, PLANS, FACTS]


def test_plans_are_counted_apart_and_change_no_score(questionnaire: Questionnaire) -> None:
    plan = questionnaire.plans[0].question
    answer = Answer.of(frozenset({plan.options[-1].id}))
    before, after = (
        evaluate(questionnaire, Responses((_ME,), {"a": answers}))
        for answers in ({_TRIGGER: Answer.of(2)}, {_TRIGGER: Answer.of(2), plan.id: answer})
    )
    assert after.scores == before.scores
    sections = sections_of(questionnaire, after.questions, Viewpoint.MANAGEMENT)
    counts = counted(sections, {plan.id: answer})
    assert (counts[PLANS].done, counts[""].done) == (1, 0)


def test_dont_know_is_an_answer_and_a_lone_comment_is_none(questionnaire: Questionnaire) -> None:
    question = questionnaire.rated_questions[0]
    assert is_done(question, {question.id: DONT_KNOW})
    assert not is_done(question, {question.id: Answer(State.UNANSWERED, comment="later")})
    assert not is_done(question, {})


def test_the_minutes_left_shrink_to_nothing(questionnaire: Questionnaire) -> None:
    results = evaluate(questionnaire, Responses((_ME,), {})).questions
    sections = sections_of(questionnaire, results, Viewpoint.MANAGEMENT)
    asked = [question for section in sections for question in section.questions]
    minutes = [
        progress(sections, {q.id: DONT_KNOW for q in asked[:n]}).minutes
        for n in range(len(asked) + 1)
    ]
    assert minutes == sorted(minutes, reverse=True)
    assert 30 <= minutes[0] <= 50
    assert minutes[-1] == 0


def test_the_next_open_question_is_looked_for_behind_the_current_one_first(
    questionnaire: Questionnaire,
) -> None:
    results = evaluate(questionnaire, Responses((_ME,), {})).questions
    sections = sections_of(questionnaire, results, Viewpoint.MANAGEMENT)
    ids = [question.id for section in sections for question in section.questions]
    found = first_unanswered(sections, {}, ids[4])
    assert found is not None
    assert found[1].id == ids[5]
    around = first_unanswered(sections, dict.fromkeys(ids[1:], DONT_KNOW), ids[4])
    assert around is not None
    assert around[1].id == ids[0]
    assert first_unanswered(sections, dict.fromkeys(ids, DONT_KNOW)) is None


def test_the_way_to_a_score_names_its_parts_their_points_and_weights(
    questionnaire: Questionnaire, t: Translator
) -> None:
    area = questionnaire.areas[0]
    levels = (5, 3, None)
    answers = {
        question.id: DONT_KNOW if level is None else Answer.of(level)
        for question, level in zip(area.questions, levels, strict=True)
    }
    evaluation = evaluate(questionnaire, Responses((_ME,), {"a": answers}))
    way = why(evaluation, area.id, t)
    assert way.result == "75"
    assert [line.points for line in way.lines] == ["100", "50", "–"]
    assert [line.detail for line in way.lines] == ["level 5", "level 3", "don’t know"]
    assert {line.weight for line in way.lines} == {"weight 1"}
    assert "the score would be 50; at the highest, 83" in way.rules[-1]
    whole = why(evaluation, "", t)
    assert whole.result == "not rated"
    assert [line.target for line in whole.lines] == [d.id for d in questionnaire.dimensions]
    assert "The whole is rated once every dimension is" in whole.rules[-1]
    assert all(text_in(d.name, "en") in whole.rules[-1] for d in questionnaire.dimensions)


def test_a_level_lowered_by_the_weakest_dimension_is_explained(
    questionnaire: Questionnaire, t: Translator
) -> None:
    weak = questionnaire.dimensions[-1]
    answers = {
        question.id: Answer.of(1 if dimension is weak else 5)
        for dimension in questionnaire.dimensions
        for area in dimension.areas
        for question in area.questions
    }
    evaluation = evaluate(questionnaire, Responses((_ME,), {"a": answers}))
    assert evaluation.overall.level == 2
    assert any("would be 4" in rule for rule in why(evaluation, "", t).rules)
