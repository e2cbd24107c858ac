"""What trends and comparisons share: assessments, scores and changes as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from digimaturity import __version__
from digimaturity.domain.comparison import Moved
from digimaturity.domain.indices import IndexMoved, IndexResult
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.scoring import Score, Scores
from digimaturity.domain.trend import Year
from digimaturity.services.years import Assessed

#: Who wrote the document.
MADE_BY = {"name": "digimaturity", "version": __version__}


def assessed_data(one: Assessed) -> dict[str, Any]:
    """Which assessment it is; one that takes answers has no revision."""
    return {
        "assessment": one.record.id or None,
        "revision": one.revision or None,
        "people": {view.value: number for view, number in sorted(one.year.people.items())},
        **year_data(one.year),
    }


def year_data(year: Year) -> dict[str, Any]:
    """When it was, what was asked, and how much of it nobody confirmed."""
    asked = year.questionnaire
    rated = {question.id for question in asked.rated_questions}
    return {
        "day": year.day.isoformat(),
        "questionnaire": {
            "id": asked.id,
            "version": asked.version,
            "fingerprint": asked.fingerprint,
        },
        "not_confirmed": len(year.unconfirmed & rated),
        "index": index_data(year.index),
    }


def score_data(score: Score | None) -> dict[str, Any]:
    """Null where it is not rated: it is never shown as a number then."""
    return {
        "score": None if score is None else score.shown,
        "level": None if score is None else score.level,
    }


def scores_data(scores: Scores) -> dict[str, Any]:
    """The whole and its parts."""
    return {
        "overall": score_data(scores.overall),
        "dimensions": {key: score_data(one) for key, one in scores.dimensions.items()},
        "areas": {key: score_data(one) for key, one in scores.areas.items()},
    }


def change_data(moved: Moved, sign: int = 1) -> dict[str, Any]:
    """The parts of a change in points, not rounded; told backwards with `sign` -1."""
    parts = {
        "full": moved.full_change,
        "really": moved.rise,
        "not_confirmed": moved.unconfirmed,
        "questionnaire": moved.by_questionnaire,
    }
    # Nothing is no less than nothing: -0.0 would stand in the file.
    return {key: None if part is None else sign * part + 0.0 for key, part in parts.items()}


def index_data(index: IndexResult | None) -> dict[str, Any] | None:
    """The index with the definition by which it was counted."""
    if index is None:
        return None
    return {
        "id": index.definition.id,
        "version": index.definition.version,
        "low": index.low,
        "high": index.high,
        "bands": [band.value for band in index.bands],
    }


def index_change_data(moved: IndexMoved | None) -> dict[str, Any] | None:
    """What the index gained and lost over the items that both definitions ask alike."""
    if moved is None:
        return None
    return {
        "same_definition": moved.same,
        "change": moved.rise,
        "compared": list(moved.shared),
        "gained": list(moved.gained),
        "lost": list(moved.lost),
    }


def texts_data(asked: Iterable[Questionnaire], questions: Iterable[str]) -> dict[str, Any]:
    """The words of ids in all languages; of several versions those of the last count."""
    found: dict[str, dict[str, Mapping[str, str]]] = {
        "dimensions": {},
        "areas": {},
        "questions": {},
        "index_items": {},
    }
    wanted = set(questions)
    for one in asked:
        found["dimensions"].update((part.id, part.name) for part in one.dimensions)
        found["areas"].update((part.id, part.name) for part in one.areas)
        found["questions"].update(
            (key, question.text) for key, question in one.by_id.items() if key in wanted
        )
        items = one.index.items if one.index else ()
        found["index_items"].update((item.code, item.name) for item in items)
    return {part: {key: dict(text) for key, text in of.items()} for part, of in found.items()}
