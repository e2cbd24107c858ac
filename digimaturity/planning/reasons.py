"""Why a measure does not fit."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.roadmap.load import value_of
from digimaturity.domain.roadmap.problem import Plan, Problem, Reason, Why


def explained(problem: Problem, starts: Mapping[str, int], best: float, bound: float) -> Plan:
    """The plan with these starts, and the reason of each measure that is not in it."""
    left_out = {job.id: Reason(Why.CAPACITY) for job in problem.jobs if job.id not in starts}
    return Plan(dict(starts), value_of(problem, starts), best, bound, left_out)
