"""Two assessments side by side: what rose, what fell, by how much, and what cannot be compared.

The change of a score has three parts that add up to it: what really changed, what came with answers
that were not all checked again, and what only the questionnaire changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digimaturity.domain.consolidation import settled
from digimaturity.domain.indices import IndexMoved
from digimaturity.domain.lineage import Trace, follow, scored_questions
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.scoring import NOTHING, Score, Scores, shown_points
from digimaturity.domain.tally import Tally, tally_of
from digimaturity.domain.trend import (
    Fate,
    Trend,
    Year,
    alike_scores,
    dropped_of,
    fate_of,
    held,
    held_scores,
    trend_over,
)

#: Points: means of means are rounded several times, to ten decimals each time.
_ROUNDED = 1e-8


@dataclass(frozen=True, slots=True)
class Parts:
    """Whole points as they are told: `full` is always `really` + `unconfirmed` + `questionnaire`.

    Each is the difference of points that are shown, so that a reader who subtracts finds the same.
    """

    full: int
    really: int
    unconfirmed: int
    questionnaire: int


@dataclass(frozen=True, slots=True)
class Moved:
    """An area, a dimension or the whole (`key` is its id, empty for the whole), like for like.

    `before` and `after` are scored over the same questions by the same weights. What nobody
    confirmed stands in them as it was the year before, in `said_before` and `said_after` as it was
    given. `full_before` and `full_after` are as each assessment was scored by itself, None where it
    did not have that part.
    """

    key: str
    before: Score
    after: Score
    said_before: Score
    said_after: Score
    full_before: Score | None
    full_after: Score | None
    tally: Tally

    @property
    def full_change(self) -> float | None:
        """Points by which the full score moved; None where one is not rated or not there."""
        return _rise(self.full_before, self.full_after)

    @property
    def rise(self) -> float | None:
        """Points that really changed, below zero where it fell; None where either is not rated."""
        return _rise(self.before, self.after)

    @property
    def unconfirmed(self) -> float | None:
        """Points that came with answers that were not all checked again; mostly 0.

        Not so where only some of several people confirmed, or what they had agreed on is gone.
        """
        said = _rise(self.said_before, self.said_after)
        return None if said is None or self.rise is None else difference(self.rise, said)

    @property
    def by_questionnaire(self) -> float | None:
        """Points by which the full score moved though nothing like for like did.

        That much of its change comes from other questions, weights, or who could answer.
        """
        said = _rise(self.said_before, self.said_after)
        return (
            None if said is None or self.full_change is None else difference(said, self.full_change)
        )

    @property
    def points(self) -> Parts | None:
        """The change and its parts in whole points; None where a score is not rated."""
        pairs = (
            (self.full_before, self.full_after),
            (self.before, self.after),
            (self.said_before, self.said_after),
        )
        changes = [_whole(*pair) for pair in pairs]
        if None in changes:
            return None
        full, really, said = (change or 0 for change in changes)
        return Parts(full, really, said - really, full - said)


@dataclass(frozen=True, slots=True)
class QuestionMoved:
    """A question by its later id (a dropped one by its earlier); points where it has them.

    `roots` are the ids that it had before: several where they became one, none where it is new.
    `since_earlier` tells that its answer of the year before had not been confirmed either, so that
    it changed at some time since it was last looked at.
    """

    question: str
    fate: Fate
    before: float | None = None
    after: float | None = None
    roots: frozenset[str] = frozenset()
    since_earlier: bool = False

    @property
    def rise(self) -> float | None:
        """Points that really changed; None where that is not known."""
        if self.fate is not Fate.COMPARED or self.before is None or self.after is None:
            return None
        return difference(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole, dimensions, areas and questions of the later assessment against the earlier.

    `trend` is that over both of them. `index` is None where neither has an index.
    """

    trend: Trend
    overall: Moved
    dimensions: tuple[Moved, ...]
    areas: tuple[Moved, ...]
    questions: tuple[QuestionMoved, ...]
    index: IndexMoved | None = None

    @property
    def before(self) -> Year:
        """The earlier assessment."""
        return self.trend.years[0]

    @property
    def after(self) -> Year:
        """The later assessment."""
        return self.trend.years[-1]

    @property
    def other_views(self) -> bool:
        """Whether other viewpoints answered than before, which moves scores by itself."""
        before, after = (set(year.people) for year in self.trend.years)
        return before != after and bool(before) and bool(after)

    @property
    def changed(self) -> tuple[QuestionMoved, ...]:
        """What really changed, the largest rise first, the deepest fall last."""
        found = [one for one in self.questions if one.rise]
        return tuple(sorted(found, key=lambda one: (-(one.rise or 0.0), one.question)))


def compared(
    before: Year,
    after: Year,
    *,
    between: Sequence[Questionnaire] = (),
    past: Sequence[Year] = (),
) -> Comparison:
    """Hold two assessments against each other, of one company or of two.

    `between` are the questionnaires that the company used between the two, oldest first: ids that
    only these know lead from one to the other. `past` are its assessments before both, oldest
    first: what nobody confirmed in `before` counts as they had it.
    """
    versions = [before.questionnaire, *between, after.questionnaire]
    traces = follow(versions, held_scores([*past, before])[-1])
    rows = [traces, follow(versions[-1:], held(after, traces))]
    trend = trend_over([before, after], rows, [True, True])
    sides = (*trend.alike, *_as_said(trend, versions), *trend.full)
    questions = _questions(before, after, traces)
    by_area, by_dimension = _places(before, after, questions)
    pack = after.questionnaire
    return Comparison(
        trend,
        _part("", [one.overall for one in sides], questions),
        tuple(
            _part(key, [one.dimensions.get(key) for one in sides], by_dimension[key])
            for key in (dimension.id for dimension in pack.dimensions)
        ),
        tuple(
            _part(key, [one.areas.get(key) for one in sides], by_area[key])
            for key in (area.id for area in pack.areas)
        ),
        questions,
        IndexMoved(before.index, after.index) if before.index or after.index else None,
    )


def steps_of(years: Sequence[Year]) -> tuple[Comparison, ...]:
    """Each assessment of a company against the one before; one fewer than there are years."""
    return tuple(step_to(years, place) for place in range(1, len(years)))


def step_to(years: Sequence[Year], place: int) -> Comparison:
    """One of a company's assessments, which are oldest first, against the one before; from 1 on."""
    return compared(years[place - 1], years[place], past=years[: place - 1])


def last_step(years: Sequence[Year]) -> Comparison | None:
    """The newest assessment against the one before; None where it is the first."""
    return step_to(years, len(years) - 1) if len(years) > 1 else None


def _as_said(trend: Trend, versions: Sequence[Questionnaire]) -> tuple[Scores, Scores]:
    """The like-for-like scores of both with all answers as they were given."""
    before, after = trend.years
    if before.unconfirmed or after.unconfirmed:
        traces = follow(versions, before.by_question)
        given = {key: trace.score for key, trace in traces.items()}, after.by_question
        older, newer = (alike_scores(versions[-1], one, trend.compared) for one in given)
        return older, newer
    older, newer = trend.alike
    return older, newer


def difference(before: float, after: float) -> float:
    """Points from one to the other; 0 where they differ only since means are rounded."""
    points = settled(after - before)
    return points if abs(points) > _ROUNDED else 0.0


def _rise(before: Score | None, after: Score | None) -> float | None:
    if before is None or after is None or before.shown is None or after.shown is None:
        return None
    return difference(before.shown, after.shown)


def _whole(before: Score | None, after: Score | None) -> int | None:
    """The difference of the whole points that are shown."""
    if before is None or after is None or before.shown is None or after.shown is None:
        return None
    return shown_points(after.shown) - shown_points(before.shown)


def _part(key: str, scores: Sequence[Score | None], inside: Iterable[QuestionMoved]) -> Moved:
    *alike, full_before, full_after = scores
    before, after, said_before, said_after = (one or NOTHING for one in alike)
    tally = tally_of((one.fate, one.rise) for one in inside)
    return Moved(key, before, after, said_before, said_after, full_before, full_after, tally)


def _places(
    before: Year, after: Year, questions: Iterable[QuestionMoved]
) -> tuple[defaultdict[str, list[QuestionMoved]], defaultdict[str, list[QuestionMoved]]]:
    """The questions of each area and of each dimension; dropped ones where they stood."""
    by_area: defaultdict[str, list[QuestionMoved]] = defaultdict(list)
    by_dimension: defaultdict[str, list[QuestionMoved]] = defaultdict(list)
    for one in questions:
        pack = (before if one.fate is Fate.DROPPED else after).questionnaire
        area = pack.area_of[one.question].id
        by_area[area].append(one)
        by_dimension[pack.dimension_of[area].id].append(one)
    return by_area, by_dimension


def _questions(before: Year, after: Year, traces: Mapping[str, Trace]) -> tuple[QuestionMoved, ...]:
    found = [
        _question(before, after, traces.get(question.id), question.id)
        for question in scored_questions(after.questionnaire)
    ]
    dropped = (
        QuestionMoved(key, Fate.DROPPED, before.results[key].score, None, frozenset({key}))
        for key in dropped_of(before, traces)
    )
    return (*found, *dropped)


def _question(before: Year, after: Year, trace: Trace | None, key: str) -> QuestionMoved:
    fate, now = fate_of(before, after, trace, key), after.results[key].score
    if trace is None:
        return QuestionMoved(key, fate, None, now)
    return QuestionMoved(
        key,
        fate,
        trace.score if trace.alike else None,
        now,
        trace.roots,
        not trace.roots.isdisjoint(before.unconfirmed),
    )
