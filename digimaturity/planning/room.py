"""What is left in each quarter while measures take their places one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.roadmap.load import SLACK, running_load
from digimaturity.domain.roadmap.problem import Job, Problem


@dataclass(slots=True)
class Room:
    """Person-days by resource and quarter, places by quarter, euros; None: not limited."""

    days: dict[str, list[float]]
    places: list[int] | None
    money: float | None

    @classmethod
    def of(cls, problem: Problem) -> Room:
        """What running projects leave."""
        quarters = range(problem.quarters)
        days = {
            key: [limits[quarter] - running_load(problem, key, quarter) for quarter in quarters]
            for key, limits in problem.capacity.items()
        }
        places = None
        if problem.parallel is not None:
            places = [
                problem.parallel - sum(one.quarters > quarter for one in problem.running)
                for quarter in quarters
            ]
        return cls(days, places, problem.budget)

    def fits(self, job: Job, start: int) -> bool:
        """Whether a job has room when it begins in that quarter."""
        quarters = range(start, start + job.quarters)
        if self.places is not None and any(self.places[quarter] < 1 for quarter in quarters):
            return False
        if self.money is not None and (job.cost is None or job.cost > self.money + SLACK):
            return False
        return all(
            days <= self.days[key][quarter] + SLACK
            for key, days in job.load.items()
            if key in self.days
            for quarter in quarters
        )

    def take(self, job: Job, start: int) -> None:
        """Let a job have its place."""
        for quarter in range(start, start + job.quarters):
            if self.places is not None:
                self.places[quarter] -= 1
            for key, days in job.load.items():
                if key in self.days:
                    self.days[key][quarter] -= days
        if self.money is not None:
            self.money -= job.cost or 0.0
