"""Finding the best plan, then the best of those that are nearly as good."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from time import monotonic
from typing import TYPE_CHECKING

from digimaturity.domain.roadmap.load import value_of
from digimaturity.domain.roadmap.problem import PROVEN, Job, Plan, Problem
from digimaturity.planning.choices import Choices, choices
from digimaturity.planning.cleaning import cleaned
from digimaturity.planning.greedy import Serial
from digimaturity.planning.reasons import explained

if TYPE_CHECKING:
    # Loaded where a plan is looked for: it brings the solver.
    from digimaturity.planning.model import Found

#: How long it may take in all, in seconds (model, section 5).
TIME_LIMIT = 2.0

#: The same where there is an earlier plan and the problem is of usual size: somebody changed
#: something, and looks at the screen.
AGAIN_LIMIT = 0.9

#: Measures times quarters of a problem of usual size: 40 in three years.
_USUAL = 40 * 12

#: The share of it that goes into the value; the rest is for staying near the earlier plan.
_FOR_VALUE = 2 / 3

#: How much of its value a plan may lose so that measures stay where they were: gains and days are
#: estimates, of which a hundredth means nothing, while each move costs people an agreement.
TOLERANCE = 0.01


def find_plan(problem: Problem) -> Plan:
    """The best plan: as many locks as possible held, then the most valuable (model, section 5).

    Of the plans worth nearly as much (`TOLERANCE`, where there is an earlier plan; otherwise just
    as much), it is the one with most measures, then that with the fewest moved away from the
    earlier plan. Where the time is up before that is proven, `Plan.gap` says how far it may be off.
    """
    clean = cleaned(problem)
    found = choices(clean)
    if not found.jobs:
        return explained(clean, {}, 0.0, 0.0)
    return _Search(clean, found).plan()


class _Search:
    """The steps of the search, which share the programme and the time."""

    def __init__(self, problem: Problem, found: Choices) -> None:
        from digimaturity.planning.model import Model

        again = problem.before and len(found.jobs) * problem.quarters <= _USUAL
        self._until = monotonic() + (AGAIN_LIMIT if again else TIME_LIMIT)
        self._problem, self._found = problem, found
        self._jobs: Mapping[str, Job] = {job.id: job for job in found.jobs}
        self._serial = Serial(problem, found)
        self._model = Model(problem, found)
        self._locks = {
            job.id: job.lock
            for job in found.jobs
            if job.lock is not None and job.lock in found.starts[job.id]
        }
        self._before = {
            key: start
            for key, start in problem.before.items()
            if key in self._jobs and start in found.starts[key]
        }

    def plan(self) -> Plan:
        """The plan in the end."""
        known = self._hold_locks()
        starts, bound = self._most_valuable(known)
        best = value_of(self._problem, starts)
        if self._before:
            starts = self._nearest(starts)
            best = max(best, value_of(self._problem, starts))
        return explained(self._problem, starts, best, max(best, bound))

    def _hold_locks(self) -> dict[str, int]:
        """Let as many locks hold as can, and return a plan with them."""
        earlier = self._serial.filled(self._before | self._locks)
        known = max(self._serial.good(self._locks), earlier, key=self._worth)
        if self._held(known) < len(self._locks):
            found = self._model.best(self._lock, known, self._left() / 2)
            known = max(known, self._checked(found), key=self._held)
        held = self._held(known)
        if held and held == len(self._locks):
            self._model.fix(self._locks)
        elif held:
            self._model.require(self._lock, held)
        return known

    def _most_valuable(self, known: dict[str, int]) -> tuple[dict[str, int], float]:
        """The plan worth most, of several the one with most measures; and the bound."""
        # So little more for each measure that all together do not outweigh what counts as equal.
        some = [self._value(*place) for place in self._model.places if self._value(*place) > 0]
        more = (value_of(self._problem, known) or min(some, default=1.0)) * PROVEN / 4
        each = more / len(self._jobs)
        found = self._model.best(
            lambda key, start: self._value(key, start) + each,
            known,
            self._left() * (_FOR_VALUE if self._before else 1),
        )
        most = fsum(self._value(key, self._found.starts[key][0]) for key in self._jobs)
        bound = most if found.bound is None else min(most, found.bound)
        starts = max(known, self._checked(found), key=self._worth)
        best = value_of(self._problem, starts)
        return starts, bound if bound > best + 2 * more else best

    def _nearest(self, best: dict[str, int]) -> dict[str, int]:
        """Of the plans worth nearly as much, that with most measures, then the fewest moved."""
        least = (1 - TOLERANCE) * value_of(self._problem, best)
        known = self._near_enough(best, least, self._serial.filled(self._before | self._locks))
        if self._nearness(known) < (len(self._jobs), len(self._before)):
            self._model.require(self._value, least)
            found = self._model.best(self._near, known, self._left())
            known = self._near_enough(known, least, self._checked(found))
        staying = (self._before.items() | self._locks.items()) & known.items()
        return self._serial.earlier(known, dict(staying))

    def _near_enough(
        self, known: dict[str, int], least: float, other: dict[str, int]
    ) -> dict[str, int]:
        """The nearer of two plans, if the other one is allowed at all."""
        worth = value_of(self._problem, other) >= least * (1 - PROVEN)
        allowed = worth and self._held(other) >= self._held(known)
        return other if allowed and self._nearness(other) > self._nearness(known) else known

    def _checked(self, found: Found) -> dict[str, int]:
        """What the solver found, by our own arithmetic, and filled up."""
        return self._serial.filled(found.starts)

    def _left(self) -> float:
        return max(0.0, self._until - monotonic())

    def _value(self, key: str, start: int) -> float:
        job = self._jobs[key]
        return job.gain * (self._problem.quarters - start - job.quarters)

    def _lock(self, key: str, start: int) -> float:
        return float(self._locks.get(key) == start)

    def _near(self, key: str, start: int) -> float:
        """One more measure outweighs all that stay where they are."""
        return len(self._before) + 1 + float(self._before.get(key) == start)

    def _held(self, starts: Mapping[str, int]) -> int:
        return sum(starts.get(key) == start for key, start in self._locks.items())

    def _worth(self, starts: Mapping[str, int]) -> tuple[int, float, int]:
        return self._held(starts), value_of(self._problem, starts), len(starts)

    def _nearness(self, starts: Mapping[str, int]) -> tuple[int, int]:
        stay = sum(starts.get(key) == start for key, start in self._before.items())
        return len(starts), stay
