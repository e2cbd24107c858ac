"""What really changed between assessments, whatever their questionnaires did (model, section 6).

Questions are followed from version to version by their id, or by the ids that a newer one
`replaces`; so one may have become two, or two one. What is followed through all years is compared
like for like: with the weights of the newest version, over the same questions in every year. A
question whose kind or number of levels has changed is not followed: its points mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import fsum

from digimaturity.domain.consolidation import QuestionResult, settled
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.questionnaire import Kind, Question, Questionnaire
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import Scores, score_all


@dataclass(frozen=True, slots=True)
class Year:
    """One assessment: what was asked and what came of it.

    `unconfirmed` are questions whose answers were carried over and not looked at again. `index` is
    None where the questionnaire has none.
    """

    day: date
    questionnaire: Questionnaire
    results: Mapping[str, QuestionResult]
    unconfirmed: frozenset[str] = frozenset()
    index: IndexResult | None = None


class Fate(StrEnum):
    """What became of a question since the year before."""

    #: Asked alike, answered in both years, and looked at again: what differs really changed.
    COMPARED = "compared"
    #: Asked alike, but the answer was carried over: nobody knows whether it still holds.
    NOT_CONFIRMED = "not_confirmed"
    #: Asked alike, but in one of the years nobody could say.
    NOT_ANSWERED = "not_answered"
    #: It was not asked before.
    ADDED = "added"
    #: It is not asked any more.
    DROPPED = "dropped"
    #: Asked with another kind of answer, or another number of levels.
    RESCALED = "rescaled"


@dataclass(frozen=True, slots=True)
class Trend:
    """Scores of all years, oldest first: `full` as each was scored, `alike` like for like.

    `alike` has the areas and dimensions of the newest version; `compared` are those of its `asked`
    questions that are followed and answered through all years.
    """

    years: tuple[Year, ...]
    full: tuple[Scores, ...]
    alike: tuple[Scores, ...]
    compared: frozenset[str]
    asked: int


def trend_of(years: Sequence[Year]) -> Trend:
    """The trend over assessments, oldest first. Raises `ValueError` where there is none."""
    if not years:
        raise ValueError("no assessment")
    newest = years[-1].questionnaire
    rows = [_as_of_today(years[place:]) for place in range(len(years))]
    compared = frozenset(key for key in rows[-1] if all(row.get(key) is not None for row in rows))
    return Trend(
        tuple(years),
        tuple(score_all(year.questionnaire, year.results) for year in years),
        tuple(score_all(newest, _results(newest, row, compared)) for row in rows),
        compared,
        len(rows[-1]),
    )


def fates(before: Year, after: Year) -> Mapping[str, Fate]:
    """What became of each scored question between two years, by its id of the later one.

    Questions that were dropped stand under their earlier id.
    """
    found: dict[str, Fate] = {}
    followed: set[str] = set()
    for old, key in links(before.questionnaire, after.questionnaire):
        followed |= old
        found[key] = _fate(before, after, old, key)
    rated = {question.id for question in _scored(before)}
    known = {question.id for question in _scored(after)}
    found.update(dict.fromkeys(known - set(found), Fate.ADDED))
    found.update(dict.fromkeys(rated - followed, Fate.DROPPED))
    return found


def _fate(before: Year, after: Year, old: frozenset[str], key: str) -> Fate:
    if not _same_scale(before, after, old, key):
        return Fate.RESCALED
    earlier = [before.results[one].score for one in old]
    if after.results[key].score is None or None in earlier:
        return Fate.NOT_ANSWERED
    return Fate.NOT_CONFIRMED if key in after.unconfirmed else Fate.COMPARED


def _as_of_today(years: Sequence[Year]) -> Mapping[str, float | None]:
    """What the first of these years came to, by the questions of the last one.

    Version by version: of several questions that became one the mean counts, by the weights that
    they had; each of those that one became has its score.
    """
    first = years[0]
    scores = {question.id: first.results[question.id].score for question in _scored(first)}
    for older, newer in pairwise(years):
        scores = {
            key: _mean_of(older, old, scores)
            for old, key in links(older.questionnaire, newer.questionnaire)
            if _same_scale(older, newer, old, key)
        }
    return scores


def followed_back(before: Year, after: Year) -> Mapping[str, float | None]:
    """What an earlier year came to, by the later one's questions that can be compared with it."""
    return _as_of_today([before, after])


def _scored(year: Year) -> Iterator[Question]:
    return (question for question in year.questionnaire.rated_questions if question.scored)


def _mean_of(year: Year, ids: frozenset[str], scores: Mapping[str, float | None]) -> float | None:
    found = []
    for key in sorted(ids):
        score = scores.get(key)
        if score is None:
            return None
        found.append((year.questionnaire.by_id[key].weight, score))
    whole = fsum(weight for weight, _ in found)
    return settled(fsum(weight * score for weight, score in found) / whole)


def links(older: Questionnaire, newer: Questionnaire) -> Iterator[tuple[frozenset[str], str]]:
    """The scored questions of a newer version that were asked before, and under which ids."""
    known = {question.id for question in older.rated_questions if question.scored}
    for question in newer.rated_questions:
        before = {question.id} & known or known.intersection(question.replaces)
        if question.scored and before:
            yield frozenset(before), question.id


def _same_scale(older: Year, newer: Year, old: frozenset[str], key: str) -> bool:
    scale = _scale(newer.questionnaire.by_id[key])
    return all(_scale(older.questionnaire.by_id[one]) == scale for one in old)


def _scale(question: Question) -> tuple[Kind, int, Mapping[str, float]]:
    points = {option.id: option.points for option in question.options}
    return question.kind, len(question.levels), points


def _results(
    newest: Questionnaire, scores: Mapping[str, float | None], compared: frozenset[str]
) -> Mapping[str, QuestionResult]:
    """Only what is compared counts; all else is as if it did not apply."""
    return {
        question.id: QuestionResult(question.id, State.ANSWERED, scores[question.id])
        if question.id in compared
        else QuestionResult(question.id, State.NOT_SHOWN)
        for question in newest.rated_questions
    }
