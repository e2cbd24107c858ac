"""Scores of areas, dimensions and the whole, with bounds, coverage and maturity levels.

The formulas are those of the model: weighted means over what is scored; bounds by setting every
unknown answer to 0, then to 100; coverage as the scored share of what applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, fsum

from digimaturity.domain.consolidation import QuestionResult, settled
from digimaturity.domain.questionnaire import Area, Dimension, Questionnaire

#: Below this share of scored weight a score is not shown as a number.
RATED_FROM = 0.5

#: Each maturity level spans that many score points.
LEVEL_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Score:
    """The score of an area, a dimension or the whole.

    `value` is 0..100 over what was answered (None where nothing was); it counts in the parent even
    where `rated` is False, but is shown as a number only where `rated` is True. `low` and `high`
    bound what full answers could give; `coverage` is 0..1. `level` is 1..5 and None unless rated;
    `uncapped_level` differs only in the overall score, where a weak dimension caps the level.
    `applicable` is False when every question was left out as not applicable or not shown.
    """

    value: float | None
    low: float
    high: float
    coverage: float
    rated: bool
    level: int | None = None
    uncapped_level: int | None = None
    applicable: bool = True

    @property
    def shown(self) -> float | None:
        """The number to show, None where the score is not rated."""
        return self.value if self.rated else None

    @property
    def capped(self) -> bool:
        """Whether the weakest dimension lowered the level."""
        return self.level != self.uncapped_level


#: What is left when nothing applies.
NOTHING = Score(None, 0.0, 100.0, 0.0, rated=False, applicable=False)


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores of one assessment, by area id and dimension id.

    `shares` tells how many overall points one score point of a question is worth, over the
    questions that are scored: the overall score is Σ shares · question scores.
    """

    areas: Mapping[str, Score]
    dimensions: Mapping[str, Score]
    overall: Score
    shares: Mapping[str, float]


def maturity_level(score: float) -> int:
    """1 for [0,20), 2 for [20,40), 3 for [40,60), 4 for [60,80), 5 for [80,100]."""
    return min(5, 1 + floor(score / LEVEL_WIDTH))


def shown_points(score: float) -> int:
    """Whole points for display, halves rounded up."""
    return floor(settled(score) + 0.5)


def score_all(questionnaire: Questionnaire, results: Mapping[str, QuestionResult]) -> Scores:
    """Score every area and dimension and the whole from the questions' results."""
    areas = {area.id: _area(area, results) for area in questionnaire.areas}
    dimensions = {
        dimension.id: _combined([(area.weight, areas[area.id]) for area in dimension.areas])
        for dimension in questionnaire.dimensions
    }
    parts = [(dim.weight, dimensions[dim.id]) for dim in questionnaire.dimensions]
    return Scores(
        areas,
        dimensions,
        _overall(parts),
        _shares(questionnaire, areas, dimensions, results),
    )


def answers_until_rated(dimension: Dimension, results: Mapping[str, QuestionResult]) -> int:
    """How many more answers a dimension needs, at the least, to be rated; 0 where it is.

    Every open question adds its share of its area's weight; the heaviest are taken first.
    """
    rows = [
        (area.weight, [q for q in area.questions if q.scored and results[q.id].applicable])
        for area in dimension.areas
    ]
    whole = fsum(weight for weight, questions in rows if questions)
    known: list[float] = []
    missing: list[float] = []
    for weight, questions in rows:
        inner = fsum(question.weight for question in questions)
        for question in questions:
            share = weight / whole * question.weight / inner
            (missing if results[question.id].score is None else known).append(share)
    needed = 0
    for share in sorted(missing, reverse=True):
        if settled(fsum(known)) >= RATED_FROM:
            break
        known.append(share)
        needed += 1
    return needed


def _area(area: Area, results: Mapping[str, QuestionResult]) -> Score:
    rows = [
        (question.weight, results[question.id].score)
        for question in area.questions
        if question.scored and results[question.id].applicable
    ]
    if not rows:
        return NOTHING
    whole = fsum(weight for weight, _ in rows)
    scored = fsum(weight for weight, score in rows if score is not None)
    points = fsum(weight * score for weight, score in rows if score is not None)
    return _score(
        value=points / scored if scored else None,
        low=points / whole,
        high=(points + 100 * (whole - scored)) / whole,
        coverage=scored / whole,
    )


def _combined(parts: Sequence[tuple[float, Score]]) -> Score:
    """The weighted mean of parts: areas into a dimension, dimensions into the whole."""
    applying = [(weight, part) for weight, part in parts if part.applicable]
    if not applying:
        return NOTHING
    whole = fsum(weight for weight, _ in applying)
    scored = fsum(weight for weight, part in applying if part.value is not None)
    points = fsum(weight * part.value for weight, part in applying if part.value is not None)
    return _score(
        value=points / scored if scored else None,
        low=fsum(weight * part.low for weight, part in applying) / whole,
        high=fsum(weight * part.high for weight, part in applying) / whole,
        coverage=fsum(weight * part.coverage for weight, part in applying) / whole,
    )


def _score(value: float | None, low: float, high: float, coverage: float) -> Score:
    coverage = settled(coverage)
    if value is None:
        return Score(None, settled(low), settled(high), coverage, rated=False)
    value = settled(value)
    rated = coverage >= RATED_FROM
    level = maturity_level(value) if rated else None
    # The bounds hold exactly; the last binary digit of three separate sums need not.
    low, high = min(settled(low), value), max(settled(high), value)
    return Score(value, low, high, coverage, rated, level, level)


def _overall(parts: Sequence[tuple[float, Score]]) -> Score:
    overall = _combined(parts)
    applying = [part for _, part in parts if part.applicable]
    if not overall.rated or not all(part.rated for part in applying):
        return replace(overall, rated=False, level=None, uncapped_level=None)
    weakest = min(part.level for part in applying if part.level is not None)
    uncapped = maturity_level(overall.value or 0.0)
    return replace(overall, level=min(uncapped, weakest + 1), uncapped_level=uncapped)


def _shares(
    questionnaire: Questionnaire,
    areas: Mapping[str, Score],
    dimensions: Mapping[str, Score],
    results: Mapping[str, QuestionResult],
) -> dict[str, float]:
    dims = [dim for dim in questionnaire.dimensions if dimensions[dim.id].value is not None]
    all_dims = fsum(dim.weight for dim in dims)
    shares: dict[str, float] = {}
    for dim in dims:
        scored = [area for area in dim.areas if areas[area.id].value is not None]
        all_areas = fsum(area.weight for area in scored)
        for area in scored:
            share = dim.weight / all_dims * area.weight / all_areas
            shares.update(_question_shares(area, share, results))
    return shares


def _question_shares(
    area: Area, share: float, results: Mapping[str, QuestionResult]
) -> dict[str, float]:
    scored = [q for q in area.questions if results[q.id].score is not None]
    whole = fsum(question.weight for question in scored)
    return {question.id: share * question.weight / whole for question in scored}
