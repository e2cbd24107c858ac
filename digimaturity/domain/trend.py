"""What really changed between assessments, whatever their questionnaires did (model, section 6).

What is followed through all years is compared like for like: with the weights of the newest
version, over the same questions in every year. An answer that was carried over and not looked at
again counts as it stood the year before: nobody knows that it changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import compress, pairwise

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.lineage import Trace, follow, scored_questions
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import RATED_FROM, Scores, score_all

#: A like-for-like score over a smaller share of what is asked is told with a warning.
MANY = 0.5


@dataclass(frozen=True)
class Year:
    """One assessment: what was asked and what came of it.

    `unconfirmed` are questions whose answers were carried over and not looked at again. `index` is
    None where the questionnaire has none. `people` counts those who answered, by viewpoint.
    """

    day: date
    questionnaire: Questionnaire
    results: Mapping[str, QuestionResult]
    unconfirmed: frozenset[str] = frozenset()
    index: IndexResult | None = None
    people: Mapping[Viewpoint, int] = field(default_factory=dict)

    @cached_property
    def scores(self) -> Scores:
        """The full scores, as the assessment was scored by itself."""
        return score_all(self.questionnaire, self.results)

    @cached_property
    def by_question(self) -> Mapping[str, float | None]:
        """The score of each scored question, as it was answered."""
        return {one.id: self.results[one.id].score for one in scored_questions(self.questionnaire)}


class Fate(StrEnum):
    """What became of a question since the year before."""

    #: Asked alike, answered in both years, and looked at again: what differs really changed.
    COMPARED = "compared"
    #: Asked alike, but the answer was carried over: nobody knows whether it still holds.
    NOT_CONFIRMED = "not_confirmed"
    #: Asked alike, but in one of the years nobody could say.
    NOT_ANSWERED = "not_answered"
    #: Asked alike, but in one of the years it did not apply to the firm.
    NOT_APPLICABLE = "not_applicable"
    #: It was not asked before.
    ADDED = "added"
    #: It is not asked any more.
    DROPPED = "dropped"
    #: Asked with another kind of answer, or another number of levels.
    RESCALED = "rescaled"


class NothingAlike(StrEnum):
    """Why there is no like-for-like score."""

    #: No question is asked in all years.
    OTHER_QUESTIONS = "other_questions"
    #: What is asked in all years has another scale in one of them.
    RESCALED = "rescaled"
    #: What is asked alike was not answered in all years.
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True)
class Trend:
    """Scores of all years, oldest first: `full` as each was scored, `alike` like for like.

    `alike` has the areas and dimensions of the newest version; `compared` are those of its `asked`
    questions that are followed and answered through all years that count. `counts` tells of each
    year whether it does: one with few answers, such as one just begun, has no like-for-like score.
    `missing` tells why nothing is compared.
    """

    years: tuple[Year, ...]
    full: tuple[Scores, ...]
    alike: tuple[Scores, ...]
    compared: frozenset[str]
    asked: int
    counts: tuple[bool, ...]
    missing: NothingAlike | None = None

    @property
    def few(self) -> bool:
        """Whether less than half of what is asked now is compared."""
        return len(self.compared) < MANY * self.asked


def trend_of(years: Sequence[Year]) -> Trend:
    """The trend over assessments, oldest first. Raises `ValueError` where there is none."""
    if not years:
        raise ValueError("no assessment")
    versions = [year.questionnaire for year in years]
    held = held_scores(years)
    rows = [follow(versions[place:], held[place]) for place in range(len(years))]
    counts = [year.scores.overall.coverage >= RATED_FROM for year in years]
    return trend_over(years, rows, counts if sum(counts) > 1 else [True] * len(years))


def trend_over(
    years: Sequence[Year], rows: Sequence[Mapping[str, Trace]], counts: Sequence[bool]
) -> Trend:
    """The trend over assessments whose questions were followed: one row each, ids of the newest."""
    newest = years[-1].questionnaire
    counted = list(compress(rows, counts))
    scores = [{key: one.score for key, one in row.items() if one.alike} for row in rows]
    compared = frozenset(
        key for key in rows[-1] if all(row.get(key) is not None for row in compress(scores, counts))
    )
    return Trend(
        tuple(years),
        tuple(year.scores for year in years),
        tuple(
            alike_scores(newest, row, compared if counting else frozenset())
            for row, counting in zip(scores, counts, strict=True)
        ),
        compared,
        len(rows[-1]),
        tuple(counts),
        None if compared else _why_none(counted),
    )


def fates(before: Year, after: Year) -> Mapping[str, Fate]:
    """What became of each scored question between two years, by its id of the later one.

    Questions that were dropped stand under their earlier id.
    """
    traces = follow([before.questionnaire, after.questionnaire], before.by_question)
    found = {
        question.id: fate_of(before, after, traces.get(question.id), question.id)
        for question in scored_questions(after.questionnaire)
    }
    return dict.fromkeys(dropped_of(before, traces), Fate.DROPPED) | found


def fate_of(before: Year, after: Year, trace: Trace | None, key: str) -> Fate:
    """What became of one question of the later year, which `trace` leads back."""
    if trace is None:
        return Fate.ADDED
    if not trace.alike:
        return Fate.RESCALED
    results = [after.results[key], *(before.results[one] for one in trace.roots)]
    if not all(result.applicable for result in results):
        return Fate.NOT_APPLICABLE
    if any(result.score is None for result in results):
        return Fate.NOT_ANSWERED
    return Fate.NOT_CONFIRMED if key in after.unconfirmed else Fate.COMPARED


def dropped_of(before: Year, traces: Mapping[str, Trace]) -> tuple[str, ...]:
    """The scored questions of an earlier year to which nothing leads back, in their order."""
    followed = frozenset[str]().union(*(trace.roots for trace in traces.values()))
    rated = (question.id for question in scored_questions(before.questionnaire))
    return tuple(key for key in rated if key not in followed)


def links(older: Questionnaire, newer: Questionnaire) -> Iterator[tuple[frozenset[str], str]]:
    """The scored questions of a newer version that were asked before, and under which ids."""
    return ((trace.roots, key) for key, trace in follow([older, newer], {}).items())


def held_scores(years: Sequence[Year]) -> list[Mapping[str, float | None]]:
    """The scores of each year, with those that nobody confirmed as they were the year before."""
    found = [years[0].by_question]
    for older, newer in pairwise(years):
        if newer.unconfirmed:
            traces = follow([older.questionnaire, newer.questionnaire], found[-1])
            found.append(held(newer, traces))
        else:
            found.append(newer.by_question)
    return found


def held(year: Year, traces: Mapping[str, Trace]) -> Mapping[str, float | None]:
    """The scores of a year, with those that nobody confirmed as `traces` lead them back."""
    scores = dict(year.by_question)
    for key in year.unconfirmed & scores.keys() & traces.keys():
        if traces[key].alike and traces[key].score is not None and scores[key] is not None:
            scores[key] = traces[key].score
    return scores


def alike_scores(
    newest: Questionnaire, scores: Mapping[str, float | None], compared: frozenset[str]
) -> Scores:
    """The scores over what is compared alone; all else is as if it did not apply."""
    return score_all(
        newest,
        {
            question.id: QuestionResult(question.id, State.ANSWERED, scores[question.id])
            if question.id in compared
            else QuestionResult(question.id, State.NOT_SHOWN)
            for question in newest.rated_questions
        },
    )


def _why_none(rows: Sequence[Mapping[str, Trace]]) -> NothingAlike:
    """Why nothing is compared: the nearest reason of any question that is in all rows."""
    shared = [key for key in rows[-1] if all(key in row for row in rows)]
    if any(all(row[key].alike for row in rows) for key in shared):
        return NothingAlike.NOT_ANSWERED
    return NothingAlike.RESCALED if shared else NothingAlike.OTHER_QUESTIONS
