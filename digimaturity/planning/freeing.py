"""What would fit if a running project were paused."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.roadmap.load import without
from digimaturity.domain.roadmap.problem import Plan, Problem
from digimaturity.planning.finding import find_plan


def fitting_without(problem: Problem, plan: Plan, running: str) -> tuple[str, ...]:
    """The measures that `plan` leaves out and that fit when a running project is paused.

    It plans again, with the measures of `plan` where they are as far as that costs little, and
    takes as long as planning does.
    """
    paused = find_plan(replace(without(problem, running), before=plan.starts))
    return tuple(
        job.id for job in problem.jobs if job.id in paused.starts and job.id in plan.left_out
    )
