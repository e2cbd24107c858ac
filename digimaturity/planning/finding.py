"""Finding a plan."""

from __future__ import annotations

from digimaturity.domain.roadmap.load import value_of
from digimaturity.domain.roadmap.problem import Plan, Problem
from digimaturity.planning.reasons import explained
from digimaturity.planning.room import Room


def find_plan(problem: Problem) -> Plan:
    """A plan: each measure at its first place, those that gain most per person-day first."""
    room, starts = Room.of(problem), dict[str, int]()
    ends: dict[str, int] = {one.id: one.quarters for one in problem.running}
    waiting = sorted(
        problem.jobs, key=lambda job: (-job.gain / (sum(job.load.values()) or 1), job.id)
    )
    placed = True
    while placed:
        placed = False
        for job in waiting:
            if job.id in starts or not all(key in ends for key in job.requires):
                continue
            earliest = max((ends[key] for key in job.requires), default=0)
            for start in range(earliest, problem.quarters - job.quarters + 1):
                if room.fits(job, start):
                    room.take(job, start)
                    starts[job.id], ends[job.id] = start, start + job.quarters
                    placed = True
                    break
    value = value_of(problem, starts)
    total = sum(job.gain * problem.quarters for job in problem.jobs)
    return explained(problem, starts, value, total)
