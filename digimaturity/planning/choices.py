"""Where each measure could begin at all, and which cannot be planned whatever the others do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from digimaturity.domain.roadmap.problem import Job, Problem, Reason, Why
from digimaturity.planning.lacking import least_lacking
from digimaturity.planning.room import Room


@dataclass(frozen=True, slots=True)
class Choices:
    """`jobs` can be planned, each after what it requires; `starts` are the quarters in question.

    `requires` are the prerequisites that have to be planned too, `ready` the quarter from which on
    what runs already is done. `out` says why the others cannot be planned.
    """

    jobs: tuple[Job, ...]
    starts: Mapping[str, tuple[int, ...]]
    requires: Mapping[str, tuple[str, ...]]
    out: Mapping[str, Reason] = field(default_factory=dict)


def choices(problem: Problem) -> Choices:
    """What there is to decide: by the empty plan, in which only running projects take room."""
    jobs = {job.id: job for job in problem.jobs}
    ends = {one.id: one.quarters for one in problem.running}
    out: dict[str, Reason] = {}
    order = tuple(_in_order(problem, jobs, out))
    room, earliest = Room.of(problem), dict[str, int]()
    starts: dict[str, tuple[int, ...]] = {}
    planned = []
    for job in order:
        waits = [key for key in job.requires if key in jobs]
        ready = max(
            [earliest[key] + jobs[key].quarters for key in waits if key in earliest]
            + [ends[key] for key in job.requires if key in ends],
            default=0,
        )
        reason = _never(problem, job, out, ends, ready)
        if reason is None:
            places = range(ready, problem.quarters - job.quarters + 1)
            starts[job.id] = tuple(place for place in places if room.fits(job, place))
            if not starts[job.id]:
                reason = least_lacking(room, job, places, alone=True)
        if reason is not None:
            out[job.id] = reason
            starts.pop(job.id, None)
            continue
        earliest[job.id] = starts[job.id][0]
        planned.append(job)
    requires = {
        job.id: tuple(dict.fromkeys(key for key in job.requires if key in jobs)) for job in planned
    }
    return Choices(tuple(planned), starts, requires, out)


def _never(
    problem: Problem, job: Job, out: Mapping[str, Reason], ends: Mapping[str, int], ready: int
) -> Reason | None:
    """Why it cannot be planned, as far as that does not depend on room."""
    for key in job.requires:
        if key in problem.missing:
            return Reason(Why.MISSING, key)
    for key in job.requires:
        if key in out:
            return Reason(Why.PREREQUISITE, key)
    if problem.budget is not None and job.cost is None:
        return Reason(Why.COST_UNKNOWN)
    if job.quarters < 1 or ready + job.quarters > problem.quarters:
        by = next((key for key in job.requires if ends.get(key) == ready), "")
        left = max(0, problem.quarters - ready)
        return Reason(Why.HORIZON, by, job.quarters, left, min(ready, problem.quarters), alone=True)
    return None


def _in_order(problem: Problem, jobs: Mapping[str, Job], out: dict[str, Reason]) -> Iterator[Job]:
    """Each job after those that it requires; those of circles are put into `out`."""
    waiting = {job.id: {key for key in job.requires if key in jobs} for job in problem.jobs}
    while waiting:
        ready = [key for key, needed in waiting.items() if not needed]
        if not ready:
            ready = sorted(_circle(waiting))
            for key in ready:
                out[key] = Reason(Why.CIRCLE, min(waiting[key].intersection(ready)))
        for key in ready:
            del waiting[key]
            if key not in out:
                yield jobs[key]
        for needed in waiting.values():
            needed.difference_update(ready)


def _circle(waiting: Mapping[str, set[str]]) -> set[str]:
    """All that needs what needs it: each of `waiting` waits for another of these."""
    path = [min(waiting)]
    while (following := min(waiting[path[-1]])) not in path:
        path.append(following)
    needed = _needed(waiting, following)
    return {key for key in needed if following in _needed(waiting, key)}


def _needed(waiting: Mapping[str, set[str]], key: str) -> set[str]:
    """What has to be done before it, at any remove."""
    found, ahead = set[str](), [key]
    while ahead:
        following = waiting[ahead.pop()] - found
        found |= following
        ahead.extend(following)
    return found
