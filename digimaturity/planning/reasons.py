"""Why a measure does not fit, or not where it is wanted."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.roadmap.load import value_of
from digimaturity.domain.roadmap.problem import Job, Plan, Problem, Reason, Why
from digimaturity.planning.choices import Choices, choices
from digimaturity.planning.cleaning import cleaned
from digimaturity.planning.lacking import least_lacking
from digimaturity.planning.room import Room


def explained(problem: Problem, starts: Mapping[str, int], best: float, bound: float) -> Plan:
    """The plan with these starts, and the binding reason of each measure that is not in it.

    `best` is the value of the best plan found and `bound` the most that any can be worth.
    """
    problem = cleaned(problem)
    known = {job.id for job in problem.jobs}
    kept = {key: start for key, start in starts.items() if key in known}
    telling = _Telling(problem, kept)
    return Plan(
        kept,
        value_of(problem, kept),
        best,
        bound,
        {job.id: telling.left_out(job) for job in problem.jobs if job.id not in kept},
        {
            job.id: telling.unheld(job, job.lock)
            for job in problem.jobs
            if job.lock is not None and kept.get(job.id) != job.lock
        },
        moved_from(problem.before, kept),
    )


def moved_from(before: Mapping[str, int], starts: Mapping[str, int]) -> tuple[str, ...]:
    """The measures of both plans that begin at another quarter."""
    return tuple(key for key, start in before.items() if starts.get(key, start) != start)


class _Telling:
    """Reasons, by what is left when all others have their places."""

    def __init__(self, problem: Problem, starts: Mapping[str, int]) -> None:
        self._problem, self._starts = problem, starts
        self._jobs = {job.id: job for job in problem.jobs}
        self._ends = {one.id: one.quarters for one in problem.running} | {
            key: start + self._jobs[key].quarters for key, start in starts.items()
        }
        self._choices: Choices = choices(problem)
        self._room, self._empty = Room.of(problem, starts), Room.of(problem)

    def left_out(self, job: Job) -> Reason:
        """Why a job is not in the plan."""
        if job.id in self._choices.out:
            return self._choices.out[job.id]
        waits = next((key for key in job.requires if self._open(key)), None)
        if waits is not None:
            return Reason(Why.PREREQUISITE, waits)
        by, ready = self._ready(job)
        if ready + job.quarters > self._problem.quarters:
            left = self._problem.quarters - ready
            return Reason(Why.HORIZON, by, job.quarters, left, ready)
        places = range(ready, self._problem.quarters - job.quarters + 1)
        return least_lacking(self._room, job, places) or Reason(Why.TIME)

    def unheld(self, job: Job, lock: int) -> Reason:
        """Why a job does not begin in the quarter it is locked to."""
        if job.id in self._choices.out:
            return self._choices.out[job.id]
        left = self._problem.quarters - lock
        if lock < 0 or job.quarters > left:
            return Reason(Why.HORIZON, "", job.quarters, max(0, left), lock, alone=True)
        alone = least_lacking(self._empty, job, [lock], alone=True)
        if alone is not None:
            return alone
        waits = next((key for key in job.requires if self._open(key)), None)
        by, ready = self._ready(job)
        if waits is not None or ready > lock:
            alone_too = lock not in self._choices.starts[job.id]
            return Reason(Why.PREREQUISITE, waits or by, ready, lock, lock, alone=alone_too)
        user = self._user_before(job, lock + job.quarters)
        if user:
            return Reason(Why.PREREQUISITE, user, lock + job.quarters, self._starts[user], lock)
        return self._lacking_at(job, lock) or Reason(Why.TIME)

    def _lacking_at(self, job: Job, place: int) -> Reason | None:
        if job.id not in self._starts:
            return least_lacking(self._room, job, [place])
        self._room.give(job, self._starts[job.id])
        reason = least_lacking(self._room, job, [place])
        self._room.take(job, self._starts[job.id])
        return reason

    def _open(self, key: str) -> bool:
        """Whether a prerequisite is a job without a place."""
        return key in self._jobs and key not in self._starts

    def _ready(self, job: Job) -> tuple[str, int]:
        """What it waits for last, and the quarter from which on all of that is done."""
        ends = [(self._ends[key], key) for key in job.requires if key in self._ends]
        ready, by = max(ends, default=(0, ""))
        return by, ready

    def _user_before(self, job: Job, end: int) -> str:
        """A planned job that needs this one and begins before that quarter."""
        return next(
            (
                other.id
                for other in self._problem.jobs
                if job.id in other.requires and self._starts.get(other.id, end) < end
            ),
            "",
        )
