"""What the years ahead cost, added up from what was put down; nothing is estimated here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from digimaturity.domain.roadmap.items import Project, System
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap

#: Years that a budget looks ahead at the least: this one and two more (SUI-2).
YEARS = 3


@dataclass(frozen=True, slots=True)
class YearSum:
    """Euros of one calendar year.

    `systems` run on, of which `carried` euros are those of an earlier year that are taken as they
    were. `projects` and `measures` are their shares of the year; measures cost that at most. None:
    nothing is known of it, or nothing is planned that far.
    """

    year: int
    systems: float | None
    carried: float
    projects: float | None
    measures: float | None

    @property
    def total(self) -> float:
        """All that is known."""
        return fsum(one for one in (self.systems, self.projects, self.measures) if one is not None)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The years ahead, the first being that in which the plan begins.

    `unknown_systems` are ids of applications without any cost up to these years, `undated` of
    active projects whose budget has no begin or end, `unbudgeted` of those without a budget,
    `unpriced` of planned measures whose cost nobody knows. None of them is in the sums.
    """

    years: tuple[YearSum, ...]
    unknown_systems: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    unbudgeted: tuple[str, ...] = ()
    unpriced: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether any sum is."""
        return any(
            one is not None
            for year in self.years
            for one in (year.systems, year.projects, year.measures)
        )


def forecast(roadmap: Roadmap) -> Forecast:
    """The years of the roadmap, three at the least.

    An application costs what was put down for the year, else what it cost in the newest year
    before. What a project or measure costs is spread evenly over the quarters that it takes.
    """
    first, book = roadmap.posed.first, roadmap.book
    last = first.plus(roadmap.posed.problem.quarters - 1)
    years = range(first.year, max(last.year, first.year + YEARS - 1) + 1)
    active = running_projects(roadmap)
    budgeted = {key: one for key, one in active.items() if one.budget is not None}
    projects = _by_year(map(_of_project, budgeted.values()))
    tasks = roadmap.posed.tasks
    spans = spans_of(roadmap)
    costs = {key: tasks[key].cost for key in spans}
    measures = _by_year((cost, *spans[key]) for key, cost in costs.items() if cost is not None)
    sums = tuple(
        YearSum(
            year,
            *_running_on(book.systems.values(), year),
            projects.get(year, 0.0) if budgeted else None,
            measures.get(year, 0.0) if spans and year <= last.year else None,
        )
        for year in years
    )
    return Forecast(
        sums,
        tuple(key for key, one in book.systems.items() if cost_in(one, years[-1]) is None),
        tuple(key for key, one in budgeted.items() if one.begins is None or one.ends is None),
        tuple(key for key in active if key not in budgeted),
        tuple(key for key, cost in costs.items() if cost is None),
    )


def running_projects(roadmap: Roadmap) -> Mapping[str, Project]:
    """The projects that take time in the plan, without those that are over, paused or stopped."""
    running = {one.id for one in roadmap.posed.problem.running}
    return {key: one for key, one in roadmap.book.projects.items() if key in running}


def spans_of(roadmap: Roadmap) -> Mapping[str, tuple[Quarter, Quarter]]:
    """First and last quarter of each measure that is planned or runs, in the order of the plan."""
    first, tasks = roadmap.posed.first, roadmap.posed.tasks
    found = {
        one.id: (tasks[one.id].decision.began or first, first.plus(one.quarters - 1))
        for one in roadmap.posed.problem.running
        if one.id in tasks
    }
    starts = roadmap.plan.starts if roadmap.plan else {}
    for key, start in sorted(starts.items(), key=lambda pair: pair[1]):
        found[key] = first.plus(start), first.plus(start + tasks[key].quarters - 1)
    return found


def cost_in(system: System, year: int) -> float | None:
    """What an application costs in a year, as put down for it or for the newest year before."""
    known = [one for one in system.costs if one <= year]
    return system.costs[max(known)] if known else None


def _running_on(systems: Iterable[System], year: int) -> tuple[float | None, float]:
    """All that is known of a year, and how much of it is carried on from before."""
    known = [(one, cost) for one in systems if (cost := cost_in(one, year)) is not None]
    if not known:
        return None, 0.0
    carried = fsum(cost for one, cost in known if year not in one.costs)
    return fsum(cost for _, cost in known), carried


def _of_project(project: Project) -> tuple[float, Quarter | None, Quarter | None]:
    return project.budget or 0.0, project.begins, project.ends


def _by_year(
    costs: Iterable[tuple[float, Quarter | None, Quarter | None]],
) -> Mapping[int, float]:
    """Spread evenly over the quarters; what has no begin or end is left out."""
    found: dict[int, list[float]] = {}
    for cost, begins, ends in costs:
        if begins is None or ends is None or ends < begins:
            continue
        quarters = ends.since(begins) + 1
        for quarter in begins.following(quarters):
            found.setdefault(quarter.year, []).append(cost / quarters)
    return {year: fsum(parts) for year, parts in found.items()}
