"""What a measure gains, question by question: the parts of its gain in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.consolidation import QuestionResult, level_score, settled
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.scoring import Scores

#: Up to the top of the scale, where management agreed on no target.
NO_TARGET = 100.0


@dataclass(frozen=True, slots=True)
class GainPart:
    """One question that a measure lifts: from its score to another (0..100, never lower).

    `share` tells how many points of the overall score one point of the question is worth, so that
    the gain is exact: the overall score is linear in the scores of the answered questions.
    """

    question: str
    origin: float
    goal: float
    share: float

    @property
    def gain(self) -> float:
        """In points of the overall score."""
        return self.share * (self.goal - self.origin)


def gain_of(
    measure: Measure,
    questionnaire: Questionnaire,
    results: Mapping[str, QuestionResult],
    scores: Scores,
    targets: Mapping[str, float],
) -> float:
    """What the overall score would rise by, in points, as `gain_parts` lifts the questions."""
    parts = gain_parts(measure, questionnaire, results, scores, targets)
    return settled(fsum(part.gain for part in parts))


def gain_parts(
    measure: Measure,
    questionnaire: Questionnaire,
    results: Mapping[str, QuestionResult],
    scores: Scores,
    targets: Mapping[str, float],
) -> Iterator[GainPart]:
    """The answered questions of the measure, each lifted to its goal but not past the target.

    A question that nobody answered adds nothing, since nobody knows where it stands.
    """
    for lift in measure.lifts:
        result = results.get(lift.question)
        if result is None or result.score is None or result.level is None:
            continue
        origin, area = result.score, questionnaire.area_of.get(lift.question)
        target = NO_TARGET if area is None else targets.get(area.id, NO_TARGET)
        levels = len(questionnaire.by_id[lift.question].levels)
        goal = max(origin, min(level_score(lift.goal, levels), target))
        yield GainPart(lift.question, origin, goal, scores.shares.get(lift.question, 0.0))
