"""Plans made one measure after the other: where the search begins, and what fills its plan up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from random import Random

from digimaturity.domain.roadmap.load import value_of
from digimaturity.domain.roadmap.problem import Problem
from digimaturity.planning.choices import Choices
from digimaturity.planning.room import Room

#: How the days a measure takes weigh against its gain, in the orders that are tried first.
_SIZES = (0.0, 0.5, 1.0, 1.5)
#: How many changes of the order are tried, by all measures: more of them find little more.
_TRIALS = 20_000


class Serial:
    """Places measures in an order, each at its first quarter with room after what it requires."""

    def __init__(self, problem: Problem, found: Choices) -> None:
        self._problem, self._found = problem, found
        self._jobs = {job.id: job for job in found.jobs}
        self._empty = Room.of(problem)
        self._before: dict[str, tuple[str, ...]] = {}
        for job in found.jobs:
            chain = [
                key for other in found.requires[job.id] for key in (*self._before[other], other)
            ]
            self._before[job.id] = tuple(dict.fromkeys(chain))

    def placed(self, order: Iterable[str], fixed: Mapping[str, int]) -> dict[str, int]:
        """The plan with `fixed`, as far as that has room, filled in that order of all measures.

        Whatever a measure requires is placed with it. Nothing more has room in the plan.
        """
        starts: dict[str, int] = {}
        room = self._empty.copy()
        for key in sorted(fixed, key=lambda key: (fixed[key], key)):
            if key in self._jobs and key not in starts:
                self._with_required(key, starts, room, [fixed[key]])
        for key in order:
            if key not in starts:
                self._with_required(key, starts, room, self._found.starts[key])
        return starts

    def _with_required(
        self, key: str, starts: dict[str, int], room: Room, places: Iterable[int]
    ) -> None:
        for other in self._before[key]:
            if other not in starts:
                self._place(other, starts, room, self._found.starts[other])
        self._place(key, starts, room, places)

    def _place(self, key: str, starts: dict[str, int], room: Room, places: Iterable[int]) -> None:
        ready = 0
        for other in self._found.requires[key]:
            if other not in starts:
                return
            ready = max(ready, starts[other] + self._jobs[other].quarters)
        job, possible = self._jobs[key], self._found.starts[key]
        for start in places:
            if start >= ready and start in possible and room.fits(job, start):
                room.take(job, start)
                starts[key] = start
                return

    def filled(self, starts: Mapping[str, int]) -> dict[str, int]:
        """A plan as far as it has room, and whatever else has room too."""
        return self.placed(self._by_urgency(1.0), starts)

    def earlier(self, starts: Mapping[str, int], staying: Collection[str]) -> dict[str, int]:
        """The plan with each measure as early as it can be, but for those that are to stay."""
        moved, room = dict(starts), Room.of(self._problem, starts)
        for key in sorted(starts, key=lambda key: (starts[key], key)):
            if key not in staying:
                room.give(self._jobs[key], moved.pop(key))
                self._place(key, moved, room, self._found.starts[key])
        return moved

    def good(self, fixed: Mapping[str, int]) -> dict[str, int]:
        """A good plan with `fixed`: the best order of some, changed as long as that helps."""
        orders = [self._by_urgency(size) for size in _SIZES]
        earlier = self._problem.before
        orders.append(sorted(orders[0], key=lambda key: earlier.get(key, self._problem.quarters)))
        tried = [(self._worth(order, fixed), order) for order in orders]
        worth, order = max(tried, key=lambda one: one[0])
        dice = Random(1)  # noqa: S311 - the same in each run; no secret
        for _ in range(min(_TRIALS // len(order), len(order) ** 2)):
            changed = order.copy()
            changed.insert(dice.randrange(len(order)), changed.pop(dice.randrange(len(order))))
            value = self._worth(changed, fixed)
            if value >= worth:
                worth, order = value, changed
        return self.placed(order, fixed)

    def _worth(self, order: Iterable[str], fixed: Mapping[str, int]) -> tuple[int, float, int]:
        starts = self.placed(order, fixed)
        held = sum(starts.get(key) == start for key, start in fixed.items())
        return held, value_of(self._problem, starts), len(starts)

    def _by_urgency(self, size: float) -> list[str]:
        """The most gain for its days first; `size` is how much the days count."""
        urgency = {
            key: job.gain / max(1.0, sum(job.load.values()) * job.quarters) ** size
            for key, job in self._jobs.items()
        }
        return sorted(self._jobs, key=lambda key: (-urgency[key], key))
