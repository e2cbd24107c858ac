"""Who carries how much in which quarter, and who carries too much already (REB-9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import fsum

from digimaturity.domain.roadmap.problem import Job, Overload, Problem

#: Person-days that are no more than this over a limit are not over it: sums of decimals.
SLACK = 1e-6


def running_load(problem: Problem, resource: str, quarter: int) -> float:
    """Person-days that what already runs takes."""
    return fsum(one.takes(resource, quarter) for one in problem.running)


def planned_load(problem: Problem, starts: Mapping[str, int], resource: str, quarter: int) -> float:
    """Person-days that the planned measures take, besides what already runs."""
    return fsum(
        job.load.get(resource, 0.0)
        for job in problem.jobs
        if job.id in starts and _runs(job, starts[job.id], quarter)
    )


def at_once(problem: Problem, starts: Mapping[str, int], quarter: int) -> int:
    """How many things run in a quarter."""
    running = sum(one.runs(quarter) for one in problem.running)
    return running + sum(
        _runs(job, starts[job.id], quarter) for job in problem.jobs if job.id in starts
    )


def value_of(problem: Problem, starts: Mapping[str, int]) -> float:
    """What the plan maximises: gain times the quarters left after completion, summed."""
    return fsum(
        job.gain * (problem.quarters - starts[job.id] - job.quarters)
        for job in problem.jobs
        if job.id in starts
    )


def overloads(problem: Problem) -> tuple[Overload, ...]:
    """Whom running projects alone take more of than there is: by resource, then by quarter."""
    found = []
    for resource, capacity in problem.capacity.items():
        for quarter in range(problem.quarters):
            load = running_load(problem, resource, quarter)
            if load > capacity[quarter] + SLACK:
                takers = [one for one in problem.running if one.takes(resource, quarter) > 0]
                takers.sort(key=lambda one: (-one.takes(resource, quarter), one.id))
                by = tuple(one.id for one in takers)
                found.append(Overload(resource, quarter, load, capacity[quarter], by))
    return tuple(found)


def without(problem: Problem, running: str) -> Problem:
    """The problem as it would be if a running project were paused: what needs it cannot be done."""
    left = tuple(one for one in problem.running if one.id != running)
    return replace(problem, running=left, missing=problem.missing | {running})


@dataclass(frozen=True, slots=True)
class Freed:
    """What pausing a running project would give back.

    `overloads` are those that there would be no more, `eased` those that would be smaller, as they
    are with the project; `days` are person-days by resource and quarter.
    """

    overloads: tuple[Overload, ...]
    eased: tuple[Overload, ...]
    days: Mapping[str, tuple[float, ...]]


def freed_by(problem: Problem, running: str) -> Freed:
    """What pausing would free; `planning.fitting_without` says which measures then fit.

    Raises:
        KeyError: Nothing with this id runs.
    """
    one = {one.id: one for one in problem.running}[running]
    quarters = range(problem.quarters)
    loads = {key: tuple(one.takes(key, quarter) for quarter in quarters) for key in one.load}
    over = {(left.resource, left.quarter) for left in overloads(without(problem, running))}
    its = tuple(overload for overload in overloads(problem) if running in overload.by)
    return Freed(
        tuple(overload for overload in its if (overload.resource, overload.quarter) not in over),
        tuple(overload for overload in its if (overload.resource, overload.quarter) in over),
        {key: days for key, days in loads.items() if any(days)},
    )


def _runs(job: Job, start: int, quarter: int) -> bool:
    return start <= quarter < start + job.quarters
