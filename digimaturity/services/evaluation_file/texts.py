"""The words of the questionnaire for the ids of the document, in all of its languages."""

from __future__ import annotations

from typing import Any

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Question, Questionnaire, decision_questions


def texts_part(evaluation: Evaluation) -> dict[str, Any]:
    """Each text by language. Of measures only the titles of those that are advised."""
    asked = evaluation.questionnaire
    return {
        "questionnaire": dict(asked.name),
        "levels": [dict(name) for name in asked.level_names],
        "dimensions": {one.id: dict(one.name) for one in asked.dimensions},
        "areas": {one.id: dict(one.name) for one in asked.areas},
        "questions": _questions(asked),
        "decisions": {one.id: dict(one.name) for one in asked.decisions},
        "index_items": {one.code: dict(one.name) for one in asked.index.items}
        if asked.index
        else {},
        "measures": {one.measure.id: dict(one.measure.title) for one in evaluation.candidates},
    }


def _questions(asked: Questionnaire) -> dict[str, Any]:
    """All but the parts of decisions, which are the same in every questionnaire."""
    parts = {one.id for decision in asked.decisions for one in decision_questions(decision)}
    return {key: _question(one) for key, one in asked.by_id.items() if key not in parts}


def _question(question: Question) -> dict[str, Any]:
    return {
        "text": dict(question.text),
        "levels": [dict(level) for level in question.levels],
        "options": {option.id: dict(option.text) for option in question.options},
    }
