"""Two assessments side by side: what rose, what fell, by how much, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digimaturity.domain.consolidation import settled
from digimaturity.domain.scoring import Score
from digimaturity.domain.trend import Fate, Trend, Year, fates, followed_back, trend_of


@dataclass(frozen=True, slots=True)
class Moved:
    """An area, a dimension or the whole (`key` is its id, empty for the whole), like for like.

    `before` and `after` are scored over the same questions by the same weights; `full_before` and
    `full_after` as each assessment was scored by itself, None where it did not have that part.
    """

    key: str
    before: Score
    after: Score
    full_before: Score | None
    full_after: Score | None

    @property
    def rise(self) -> float | None:
        """Points, below zero where it fell; None where either is not rated."""
        if self.before.shown is None or self.after.shown is None:
            return None
        return settled(self.after.shown - self.before.shown)

    @property
    def by_questionnaire(self) -> float | None:
        """Points by which the full score moved though nothing like for like did.

        That much of its change comes from other questions, weights, or who could answer.
        """
        full = (self.full_before, self.full_after)
        if self.rise is None or full[0] is None or full[1] is None:
            return None
        if full[0].shown is None or full[1].shown is None:
            return None
        return settled(full[1].shown - full[0].shown - self.rise)


@dataclass(frozen=True, slots=True)
class QuestionMoved:
    """A question by its later id (a dropped one by its earlier); points where it has them."""

    question: str
    fate: Fate
    before: float | None = None
    after: float | None = None

    @property
    def rise(self) -> float | None:
        """Points that really changed; None where that is not known."""
        if self.fate is not Fate.COMPARED or self.before is None or self.after is None:
            return None
        return settled(self.after - self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole, dimensions, areas and questions of the later assessment against the earlier."""

    trend: Trend
    overall: Moved
    dimensions: tuple[Moved, ...]
    areas: tuple[Moved, ...]
    questions: tuple[QuestionMoved, ...]

    @property
    def changed(self) -> tuple[QuestionMoved, ...]:
        """What really changed, the largest rise first, the deepest fall last."""
        found = [one for one in self.questions if one.rise]
        return tuple(sorted(found, key=lambda one: (-(one.rise or 0.0), one.question)))


def compared(before: Year, after: Year) -> Comparison:
    """Hold two assessments against each other, of one company or of two."""
    trend = trend_of([before, after])
    (full_old, full_new), (old, new) = trend.full, trend.alike
    pack = after.questionnaire
    return Comparison(
        trend,
        Moved("", old.overall, new.overall, full_old.overall, full_new.overall),
        tuple(_moved([one.id for one in pack.dimensions], trend, areas=False)),
        tuple(_moved([one.id for one in pack.areas], trend, areas=True)),
        _questions(before, after),
    )


def _moved(keys: Iterable[str], trend: Trend, *, areas: bool) -> Iterable[Moved]:
    def part(which: int, place: int) -> Mapping[str, Score]:
        scores = (trend.alike, trend.full)[which][place]
        return scores.areas if areas else scores.dimensions

    for key in keys:
        yield Moved(key, part(0, 0)[key], part(0, 1)[key], part(1, 0).get(key), part(1, 1).get(key))


def _questions(before: Year, after: Year) -> tuple[QuestionMoved, ...]:
    back = followed_back(before, after)
    order = [one.id for one in (*after.questionnaire.rated_questions,)]
    found = fates(before, after)
    dropped = [key for key, fate in found.items() if fate is Fate.DROPPED]
    return tuple(
        QuestionMoved(
            key,
            found[key],
            back.get(key) if key not in dropped else before.results[key].score,
            after.results[key].score if key not in dropped else None,
        )
        for key in (*order, *dropped)
        if key in found
    )
