"""Targets that are suggested by a rule, for management to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, fsum

from digimaturity.domain.consolidation import settled
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.provenance import Provenance
from digimaturity.domain.questionnaire import LEVELS, Area, Dimension
from digimaturity.domain.sample import PeerSample, Quartiles, Standing
from digimaturity.domain.scoring import LEVEL_WIDTH, Score

_FULL = 100.0


class Rule(StrEnum):
    """By what targets are suggested.

    NEXT_LEVEL: each area reaches the next maturity level. UPPER_QUARTILE: it stands where the best
    quarter of the peers begins. WEAKEST_LINK: what holds the whole back comes first.
    """

    NEXT_LEVEL = "next_level"
    UPPER_QUARTILE = "upper_quartile"
    WEAKEST_LINK = "weakest_link"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A target in whole points, always above the score, and what its reason is made of.

    `level` is the one that is reached: by the area, or by its `dimension` for the weakest link,
    where `caps` tells that the dimension holds the overall level down. `peers` says who the peers
    are, and in `dimension` whose quartile it is where that of the area is not published.
    """

    area: str
    score: float
    rule: Rule
    level: int | None = None
    dimension: str = ""
    caps: bool = False
    peers: Provenance | None = None


def suggestions(evaluation: Evaluation, rule: Rule) -> Mapping[str, Suggestion]:
    """What a rule suggests, by area; nothing for what is not rated, or reached already."""
    made = {
        Rule.NEXT_LEVEL: _next_levels,
        Rule.UPPER_QUARTILE: _quartiles,
        Rule.WEAKEST_LINK: _weakest,
    }[rule](evaluation)
    return {one.area: one for one in made}


def _next_levels(evaluation: Evaluation) -> Iterator[Suggestion]:
    """The lowest score of the next level; at the highest there is none."""
    for area in evaluation.questionnaire.areas:
        level = evaluation.scores.areas[area.id].level
        if level is not None and level < LEVELS:
            score = float(LEVEL_WIDTH * level)
            yield Suggestion(area.id, score, Rule.NEXT_LEVEL, level + 1)


def _quartiles(evaluation: Evaluation) -> Iterator[Suggestion]:
    """Where the best quarter begins among peers who were measured by the same yardstick.

    Where a sample has no quartiles of the area, those of its dimension stand in. The first sample
    that has any counts: they go from the nearest to the widest.
    """
    samples = evaluation.benchmark.samples if evaluation.benchmark else ()
    usable = [sample for sample in samples if not sample.provenance.context]
    for area in evaluation.questionnaire.areas:
        now = evaluation.scores.areas[area.id].shown
        found = _upper(usable, area, evaluation.questionnaire.dimension_of[area.id])
        if now is not None and found is not None:
            upper, dimension, peers = found
            score = float(ceil(settled(upper)))
            if score > now:
                yield Suggestion(
                    area.id, score, Rule.UPPER_QUARTILE, dimension=dimension, peers=peers
                )


def _upper(
    samples: Sequence[PeerSample], area: Area, dimension: Dimension
) -> tuple[float, str, Provenance] | None:
    for sample in samples:
        own, whole = sample.areas.get(area.id), sample.dimensions.get(dimension.id)
        for standing, of in ((own, ""), (whole, dimension.id)):
            quartiles = _of(standing)
            if standing is not None and quartiles is not None:
                return quartiles.upper, of, sample.provenance_of(standing)
    return None


def _of(standing: Standing | None) -> Quartiles | None:
    return standing.quartiles if standing is not None else None


def _weakest(evaluation: Evaluation) -> Iterator[Suggestion]:
    """The lowest areas of the weakest dimensions, brought to one height until the level rises.

    The overall level is at most one above that of the weakest dimension (model, section 2). Where
    this cap acts, every dimension at the lowest level holds it down, and each of them has to reach
    its next level before the whole can; where it does not act, the dimension with the lowest score
    is the one that would be next. Within it the weakest areas are lifted first: all to the same
    height, the lowest that brings the dimension to its next level. Areas that are not rated stay
    as they are, so that it may be out of reach: then nothing is suggested.
    """
    scores = evaluation.scores
    dimensions = [
        (score, one)
        for one in evaluation.questionnaire.dimensions
        if (score := scores.dimensions[one.id]).shown is not None
    ]
    if not dimensions:
        return
    caps = scores.overall.level is not None and scores.overall.capped
    for score, dimension in _lowest(dimensions, caps=caps):
        if score.level is not None and score.level < LEVELS:
            yield from _lifted(evaluation, dimension, score.level, caps=caps)


def _lowest(
    dimensions: Sequence[tuple[Score, Dimension]], *, caps: bool
) -> Iterator[tuple[Score, Dimension]]:
    level = min(score.level or LEVELS for score, _ in dimensions)
    points = min(score.shown or 0.0 for score, _ in dimensions)
    for score, dimension in dimensions:
        if score.level == level if caps else score.shown == points:
            yield score, dimension


def _lifted(
    evaluation: Evaluation, dimension: Dimension, level: int, *, caps: bool
) -> Iterator[Suggestion]:
    scores = evaluation.scores.areas
    scored = [
        (area, value) for area in dimension.areas if (value := scores[area.id].value) is not None
    ]
    rated = [(area.weight, value) for area, value in scored if scores[area.id].rated]
    whole = fsum(area.weight for area, _ in scored)
    fixed = fsum(area.weight * value for area, value in scored if not scores[area.id].rated)
    height = _height(rated, LEVEL_WIDTH * level * whole - fixed)
    if height is None:
        return
    for area, value in scored:
        if scores[area.id].rated and value < height:
            yield Suggestion(area.id, height, Rule.WEAKEST_LINK, level + 1, dimension.id, caps=caps)


def _height(areas: Sequence[tuple[float, float]], need: float) -> float | None:
    """The lowest whole height that gives so many weighted points when the lower ones are at it.

    `areas` are weights and scores. None where not even 100 is enough.
    """
    for height in range(int(_FULL) + 1):
        if settled(fsum(weight * max(value, height) for weight, value in areas) - need) >= 0:
            return float(height)
    return None
