"""A company's roadmap as screens, report and exports read it: what was put down, and its plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING

from digimaturity.domain.consolidation import level_score
from digimaturity.domain.gains import NO_TARGET
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.posing import Posed
from digimaturity.domain.roadmap.problem import Plan
from digimaturity.domain.scoring import Scores, score_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digimaturity.domain.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Roadmap:
    """`plan` is None as long as it is being looked for, or where there is nothing to plan."""

    book: PlanBook
    posed: Posed
    plan: Plan | None = None

    @property
    def days(self) -> float:
        """Person-days of all measures of the plan."""
        starts = self.plan.starts if self.plan else {}
        return fsum(self.posed.tasks[key].effort.total for key in starts)

    @property
    def running_projects(self) -> int:
        """How many projects the plan counts: neither paused nor stopped, nor over before it."""
        return sum(one.id in self.book.projects for one in self.posed.problem.running)


def scores_after(evaluation: Evaluation, roadmap: Roadmap, measures: Iterable[str]) -> Scores:
    """The scores when these accepted measures are done, by the scoring engine, other things equal.

    Gains of measures that lift the same question do not add up here: it is lifted once, to the
    highest of their goals, never past the target of its area.
    """
    results = dict(evaluation.questions)
    questionnaire = evaluation.questionnaire
    for key in measures:
        for lift in roadmap.posed.tasks[key].measure.lifts:
            result = results.get(lift.question)
            if result is None or result.score is None or result.level is None:
                continue
            area = questionnaire.area_of.get(lift.question)
            target = evaluation.targets.get(area.id, NO_TARGET) if area else NO_TARGET
            levels = len(questionnaire.by_id[lift.question].levels)
            goal = min(level_score(lift.goal, levels), target)
            results[lift.question] = replace(result, score=max(result.score, goal))
    return score_all(questionnaire, results)
