"""Why a measure of a plan does not begin earlier, other things equal."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.roadmap.load import SLACK, at_once, planned_load, running_load
from digimaturity.domain.roadmap.problem import Job, Problem, Reason, Why


def held_back(problem: Problem, starts: Mapping[str, int], key: str) -> Reason | None:
    """What keeps a planned measure from beginning one quarter earlier; None: nothing does.

    What it waits for comes first, then the resource of which most is lacking, then the number of
    things at once. Of the quarters that it would take, the first is looked at: the others it takes
    now. KeyError where the measure is not planned.
    """
    job = next(one for one in problem.jobs if one.id == key)
    quarter = starts[key] - 1
    if quarter < 0:
        return None
    return (
        _waits_for(problem, starts, job, quarter)
        or _lacks(problem, starts, job, quarter)
        or _crowded(problem, starts, quarter)
    )


def _waits_for(
    problem: Problem, starts: Mapping[str, int], job: Job, quarter: int
) -> Reason | None:
    lengths = {one.id: one.quarters for one in problem.jobs}
    ends = {key: start + lengths[key] for key, start in starts.items()}
    ends |= {one.id: one.quarters for one in problem.running}
    late = [key for key in job.requires if ends.get(key, 0) > quarter]
    if not late:
        return None
    last = max(late, key=lambda key: ends[key])
    return Reason(Why.PREREQUISITE, by=last, quarter=ends[last] - 1)


def _lacks(problem: Problem, starts: Mapping[str, int], job: Job, quarter: int) -> Reason | None:
    found = []
    for resource, days in job.load.items():
        if resource not in problem.capacity:
            continue
        taken = running_load(problem, resource, quarter)
        taken += planned_load(problem, starts, resource, quarter)
        left = problem.capacity[resource][quarter] - taken
        if days > left + SLACK:
            found.append(Reason(Why.CAPACITY, resource, days, left, quarter))
    return max(found, key=lambda one: one.needs - one.left, default=None)


def _crowded(problem: Problem, starts: Mapping[str, int], quarter: int) -> Reason | None:
    there = at_once(problem, starts, quarter)
    if problem.parallel is None or there < problem.parallel:
        return None
    return Reason(Why.PARALLEL, needs=1.0, left=float(problem.parallel - there), quarter=quarter)
