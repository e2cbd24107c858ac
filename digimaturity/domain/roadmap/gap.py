"""How far each area is from its target, what of the way is done, and what reaching all brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum

from digimaturity.domain.consolidation import QuestionResult, settled
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Area, Questionnaire
from digimaturity.domain.roadmap.items import Target
from digimaturity.domain.scoring import Score, Scores, score_all, shown_points

_FULL = 100.0


@dataclass(frozen=True, slots=True)
class AreaGap:
    """An area beside its target; all figures are points from 0 to 100.

    Without a target, or where the area is not rated, there is nothing to measure: None.
    """

    area: str
    score: Score
    target: Target | None = None

    def aimed(self) -> Target:
        """The target as it is, or one that begins where the area stands."""
        now = self.score.shown
        return self.target or Target(now or 0.0, now)

    @property
    def gap(self) -> float | None:
        """Points that are missing to the target, never below zero."""
        if self.target is None or self.score.shown is None:
            return None
        return settled(max(0.0, self.target.score - self.score.shown))

    @property
    def reached(self) -> float | None:
        """The share of the target that is reached, 0 to 1: what is above it counts nothing."""
        if self.target is None or self.score.shown is None:
            return None
        if not self.target.score:
            return 1.0
        return settled(min(self.score.shown, self.target.score) / self.target.score)

    @property
    def way(self) -> float | None:
        """Points from the baseline up to the target; None where there was nothing to gain."""
        if self.target is None or self.target.baseline is None:
            return None
        points = settled(self.target.score - self.target.baseline)
        return points if points > 0 else None

    @property
    def gone(self) -> float | None:
        """Points of the way that are done: none where it fell, and never more than the way."""
        if self.way is None or self.moved is None:
            return None
        return min(max(0.0, self.moved), self.way)

    @property
    def progress(self) -> float | None:
        """The share of the way that is done, 0 to 1; None where there is no way to measure."""
        if self.way is None or self.gone is None:
            return None
        return settled(self.gone / self.way)

    @property
    def moved(self) -> float | None:
        """Points since the baseline; below zero where the area has fallen behind it."""
        if self.target is None or self.target.baseline is None or self.score.shown is None:
            return None
        return settled(self.score.shown - self.target.baseline)

    @property
    def fell(self) -> bool:
        """Whether it stands lower than when the target was agreed on, by points that are shown."""
        if self.moved is None or self.target is None or self.target.baseline is None:
            return False
        return shown_points(self.score.shown or 0.0) < shown_points(self.target.baseline)


@dataclass(frozen=True, slots=True)
class GapAnalysis:
    """All areas in the order of the questionnaire, and the whole.

    `reached` and `progress` are those of all areas that have them, each weighing as it does in
    the overall score: points up to the targets per points of the targets, and points of the way
    done per points of the way. So a point above one target never makes up for one that is missing
    in another area. `after` are the scores with all targets reached, by the scoring engine.
    `unknown` are targets of areas that this questionnaire does not have: kept, and never counted.
    """

    areas: tuple[AreaGap, ...]
    reached: float | None
    progress: float | None
    after: Scores
    unknown: Mapping[str, Target]

    @property
    def counted(self) -> tuple[AreaGap, ...]:
        """The areas that have a target and are rated."""
        return tuple(one for one in self.areas if one.gap is not None)


def gap_analysis(evaluation: Evaluation, targets: Mapping[str, Target]) -> GapAnalysis:
    """How far the firm is from its targets."""
    questionnaire, scores = evaluation.questionnaire, evaluation.scores
    areas = tuple(
        AreaGap(area.id, scores.areas[area.id], targets.get(area.id))
        for area in questionnaire.areas
    )
    known = {one.area for one in areas}
    weights = area_weights(questionnaire, scores)
    return GapAnalysis(
        areas,
        reached=_share(
            (weights[one.area], one.reached * one.target.score, one.target.score)
            for one in areas
            if one.target is not None and one.reached is not None
        ),
        progress=_share(
            (weights[one.area], one.gone, one.way)
            for one in areas
            if one.gone is not None and one.way is not None
        ),
        after=scores_at(evaluation, {key: target.score for key, target in targets.items()}),
        unknown={key: target for key, target in targets.items() if key not in known},
    )


def area_weights(questionnaire: Questionnaire, scores: Scores) -> Mapping[str, float]:
    """How many points of the overall score one point of each scored area is worth."""
    dimensions = [one for one in questionnaire.dimensions if _has(scores.dimensions[one.id])]
    whole = fsum(one.weight for one in dimensions)
    weights: dict[str, float] = {}
    for dimension in dimensions:
        scored = [area for area in dimension.areas if _has(scores.areas[area.id])]
        inner = fsum(area.weight for area in scored)
        weights |= {area.id: dimension.weight / whole * area.weight / inner for area in scored}
    return weights


def scores_at(evaluation: Evaluation, targets: Mapping[str, float]) -> Scores:
    """The scores with every rated area at its target, or where it is if that is higher.

    Each answered question of an area rises by the same share of what it lacks to 100, which
    brings the area to its target exactly, since its score is linear in theirs.
    """
    results = dict(evaluation.questions)
    for area in evaluation.questionnaire.areas:
        now, target = evaluation.scores.areas[area.id].shown, targets.get(area.id)
        if now is not None and target is not None and target > now:
            results |= _raised(area, results, (target - now) / (_FULL - now))
    return score_all(evaluation.questionnaire, results)


def _raised(
    area: Area, results: Mapping[str, QuestionResult], share: float
) -> Mapping[str, QuestionResult]:
    asked = [results[question.id] for question in area.questions]
    return {
        one.question: replace(one, score=one.score + share * (_FULL - one.score))
        for one in asked
        if one.score is not None
    }


def _has(score: Score) -> bool:
    return score.value is not None


def _share(rows: Iterable[tuple[float, float, float]]) -> float | None:
    """Weighted sums: the part by the whole, None where there is nothing to share."""
    found = list(rows)
    whole = fsum(weight * full for weight, _, full in found)
    if not whole:
        return 1.0 if found else None
    return settled(fsum(weight * part for weight, part, _ in found) / whole)
