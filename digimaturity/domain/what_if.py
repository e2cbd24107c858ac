"""What if an area stood at another level: the scores that would follow, without any answer changed.

An area supposed to be at level n means that each of its answered questions is at level n, as if all
respondents had agreed on it. What is open, not known or not applicable stays so, and with it the
bounds. A question with another number of levels than five is supposed to be at its own level that
lies nearest; "no" stands for the lowest, "yes" for the highest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import floor

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import question_results
from digimaturity.domain.questionnaire import LEVELS, Area, Kind, Question, Questionnaire
from digimaturity.domain.responses import Responses
from digimaturity.domain.scoring import Scores, score_all


def movable(area: Area, results: Mapping[str, QuestionResult]) -> bool:
    """Whether an area can be supposed at another level: at least one question has a score."""
    return any(results[question.id].score is not None for question in area.questions)


def levels_of(question: Question) -> int:
    """How many levels a scored question has; those that are no scale have two, none and all."""
    return len(question.levels) if question.kind is Kind.LEVELS else 2


def supposed(
    questionnaire: Questionnaire,
    responses: Responses,
    results: Mapping[str, QuestionResult],
    levels: Mapping[str, int],
) -> Responses:
    """The responses as they would be with areas at these levels (area id to 1..5).

    `results` are those of `responses`. Raises `ValueError` for a level outside of the scale.
    """
    if any(not 1 <= level <= LEVELS for level in levels.values()):
        raise ValueError(f"levels go from 1 to {LEVELS}: {dict(levels)}")
    agreed = {
        question.id: _nearest(question, levels[area.id])
        for area in questionnaire.areas
        if area.id in levels
        for question in area.questions
        if results[question.id].score is not None
    }
    return replace(responses, consensus={**responses.consensus, **agreed})


def what_if(
    questionnaire: Questionnaire,
    responses: Responses,
    results: Mapping[str, QuestionResult],
    levels: Mapping[str, int],
) -> Scores:
    """All scores with areas at these levels, by the same engine as ever. Errors as above."""
    asked = [question.id for question in questionnaire.rated_questions]
    changed = supposed(questionnaire, responses, results, levels)
    return score_all(questionnaire, question_results(questionnaire, changed, asked))


def _nearest(question: Question, level: int) -> int:
    """A level of 1..5 on the question's own scale; halves go up."""
    return 1 + floor((level - 1) * (levels_of(question) - 1) / (LEVELS - 1) + 0.5)
