"""Whether a plan keeps to all that its problem demands: for plans that came from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from digimaturity.domain.roadmap.load import SLACK, at_once, planned_load, running_load
from digimaturity.domain.roadmap.problem import Problem

#: Sums of large numbers in another order differ by that share of them.
_ROUNDING = 1e-9


def keeps_to(problem: Problem, starts: Mapping[str, int]) -> bool:
    """Whether these starts are possible: order, horizon, days, things at once, budget.

    What already runs may be over a limit by itself; then nothing may be added there.
    """
    return (
        _in_order(problem, starts)
        and _affordable(problem, starts)
        and all(_within(problem, starts, quarter) for quarter in range(problem.quarters))
    )


def _in_order(problem: Problem, starts: Mapping[str, int]) -> bool:
    jobs = {job.id: job for job in problem.jobs}
    if not starts.keys() <= jobs.keys():
        return False
    ends = {one.id: one.quarters for one in problem.running}
    ends |= {key: start + jobs[key].quarters for key, start in starts.items()}
    never = problem.missing | (jobs.keys() - starts.keys())
    return all(
        0 <= start <= problem.quarters - jobs[key].quarters
        and all(other not in never and ends.get(other, 0) <= start for other in jobs[key].requires)
        for key, start in starts.items()
    )


def _affordable(problem: Problem, starts: Mapping[str, int]) -> bool:
    if problem.budget is None:
        return True
    costs = [job.cost for job in problem.jobs if job.id in starts]
    known = [cost for cost in costs if cost is not None]
    return len(known) == len(costs) and not _over(fsum(known), problem.budget)


def _within(problem: Problem, starts: Mapping[str, int], quarter: int) -> bool:
    there, added = at_once(problem, {}, quarter), at_once(problem, starts, quarter)
    if problem.parallel is not None and there < added > problem.parallel:
        return False
    for key, limits in problem.capacity.items():
        planned = planned_load(problem, starts, key, quarter)
        whole = planned + running_load(problem, key, quarter)
        if planned > 0 and _over(whole, limits[quarter]):
            return False
    return True


def _over(sum_: float, limit: float) -> bool:
    return sum_ > limit + 2 * SLACK + _ROUNDING * limit
