"""The limits of a planning problem as rows of a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from digimaturity.domain.roadmap.problem import Job, Problem
from digimaturity.planning.choices import Choices
from digimaturity.planning.room import Room

#: Euros are counted in thousands, nearer to the size of all other numbers.
_THOUSAND = 1000.0

#: The column of a measure and a quarter in which it may begin.
Columns = Mapping[tuple[str, int], int]


@dataclass(slots=True)
class Rows:
    """Rows of a sparse matrix, each with what its sum may be at most."""

    begins: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def add(self, entries: Iterable[tuple[int, float]], most: float) -> None:
        """Add a row, unless it has nothing in it."""
        for column, factor in entries:
            self.columns.append(column)
            self.factors.append(factor)
        if len(self.columns) > self.begins[-1]:
            self.begins.append(len(self.columns))
            self.most.append(most)


def rows_of(problem: Problem, found: Choices, columns: Columns) -> Rows:
    """All that a plan has to keep to."""
    rows, room = Rows(), Room.of(problem)
    for job in found.jobs:
        rows.add(((columns[job.id, start], 1.0) for start in found.starts[job.id]), 1.0)
    for job in found.jobs:
        for other in found.requires[job.id]:
            _order(rows, found, columns, job, other)
    for quarter in range(problem.quarters):
        running = list(_running(found, columns, quarter))
        for key, left in room.days.items():
            taking = [(column, job.load.get(key, 0.0)) for job, column in running]
            rows.add(
                ((column, days) for column, days in taking if days > 0), max(0.0, left[quarter])
            )
        if room.places is not None:
            rows.add(((column, 1.0) for _, column in running), max(0, room.places[quarter]))
    if problem.budget is not None:
        costs = [
            (columns[job.id, start], job.cost / _THOUSAND)
            for job in found.jobs
            if job.cost
            for start in found.starts[job.id]
        ]
        rows.add(costs, problem.budget / _THOUSAND)
    return rows


def _running(found: Choices, columns: Columns, quarter: int) -> Iterator[tuple[Job, int]]:
    """The places in which a measure runs in that quarter."""
    for job in found.jobs:
        for start in found.starts[job.id]:
            if start <= quarter < start + job.quarters:
                yield job, columns[job.id, start]


def _order(rows: Rows, found: Choices, columns: Columns, job: Job, other: str) -> None:
    """A job has begun by a quarter only if the other was done by then: for each quarter, a row.

    That is tighter than comparing the two quarters as numbers, and solved much faster.
    """
    takes = next(one.quarters for one in found.jobs if one.id == other)
    for start in found.starts[job.id]:
        begun = [(columns[job.id, s], 1.0) for s in found.starts[job.id] if s <= start]
        done = [(columns[other, s], -1.0) for s in found.starts[other] if s + takes <= start]
        rows.add((*begun, *done), 0.0)
