"""What is left in each quarter while measures take their places one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digimaturity.domain.roadmap.load import SLACK, running_load
from digimaturity.domain.roadmap.problem import Job, Problem, Reason, Why


@dataclass(slots=True)
class Room:
    """Person-days by resource and quarter, places by quarter, euros; None: not limited.

    What already runs may leave less than nothing; then what takes nothing there still has room.
    """

    days: dict[str, list[float]]
    places: list[int] | None
    money: float | None

    @classmethod
    def of(cls, problem: Problem, starts: Mapping[str, int] | None = None) -> Room:
        """What running projects leave, and the measures that begin at `starts`."""
        quarters = range(problem.quarters)
        days = {
            key: [limits[quarter] - running_load(problem, key, quarter) for quarter in quarters]
            for key, limits in problem.capacity.items()
        }
        places = None
        if problem.parallel is not None:
            places = [
                problem.parallel - sum(one.runs(quarter) for one in problem.running)
                for quarter in quarters
            ]
        room = cls(days, places, problem.budget)
        for job in problem.jobs:
            if starts is not None and job.id in starts:
                room.take(job, starts[job.id])
        return room

    def copy(self) -> Room:
        """The same room, to be filled in another way."""
        days = {key: left.copy() for key, left in self.days.items()}
        return Room(days, self.places and self.places.copy(), self.money)

    def fits(self, job: Job, start: int) -> bool:
        """Whether a job has room when it begins in that quarter."""
        end = start + job.quarters
        if self.places is not None and min(self.places[start:end]) < 1:
            return False
        if self.money is not None and (job.cost is None or 0 < job.cost > self.money + SLACK):
            return False
        for key, days in job.load.items():
            left = self.days.get(key)
            if left is not None and 0 < days > min(left[start:end]) + SLACK:
                return False
        return True

    def lacks(self, job: Job, start: int) -> Iterator[Reason]:
        """What a job lacks when it begins in that quarter, of each limit where most is lacking."""
        quarters = range(start, start + job.quarters)
        for key, days in job.load.items():
            if key in self.days and days > 0:
                worst = min(quarters, key=lambda quarter: self.days[key][quarter])
                if days > self.days[key][worst] + SLACK:
                    yield Reason(Why.CAPACITY, key, days, self.days[key][worst], worst)
        if self.places is not None:
            worst = min(quarters, key=self.places.__getitem__)
            if self.places[worst] < 1:
                yield Reason(Why.PARALLEL, "", 1, self.places[worst], worst)
        if self.money is not None and job.cost is not None and 0 < job.cost > self.money + SLACK:
            yield Reason(Why.BUDGET, "", job.cost, self.money, start)

    def take(self, job: Job, start: int) -> None:
        """Let a job have its place."""
        self._change(job, start, 1)

    def give(self, job: Job, start: int) -> None:
        """Let a job leave its place."""
        self._change(job, start, -1)

    def _change(self, job: Job, start: int, times: int) -> None:
        for quarter in range(start, start + job.quarters):
            if self.places is not None:
                self.places[quarter] -= times
            for key, days in job.load.items():
                if key in self.days:
                    self.days[key][quarter] -= times * days
        if self.money is not None:
            self.money -= times * (job.cost or 0.0)
