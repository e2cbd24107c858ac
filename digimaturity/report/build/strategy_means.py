"""Money, projects, people and tools of an IT strategy, as they were put down."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.forecast import Forecast, YearSum, running_projects, spans_of
from digimaturity.domain.roadmap.items import RoleCapacity
from digimaturity.domain.roadmap.landscape import landscape_of
from digimaturity.domain.roadmap.load import planned_load, running_load
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.roadmap.strategy_sheet import StrategySheet
from digimaturity.domain.roadmap.uses import use_of
from digimaturity.report.build.strategy_gaps import some
from digimaturity.report.model.strategy_sheet import SheetBlock, SheetTable
from digimaturity.report.roadmap_words import (
    days_words,
    euro_words,
    quarter_words,
    resource_name,
    role_names,
    span_words,
    title_of,
)
from digimaturity.report.use_words import field_names
from digimaturity.report.wording import Wording

#: So many names stand in a cell.
_IN_CELL = 8


def budget(w: Wording, roadmap: Roadmap, sheet: StrategySheet) -> Iterator[SheetBlock]:
    """What the years ahead cost, and how much may be spent."""
    t, ahead, limit = w.t, sheet.forecast, roadmap.book.limits.budget
    if ahead.known:
        heads = t("Year"), t("Applications"), t("Projects"), t("Measures"), t("Together")
        rows = tuple(_year(w, one) for one in ahead.years)
        table = SheetTable(heads, (1, 1, 1, 1, 1), (False, True, True, True, True), rows)
        title = t("Forecast in euros, if nothing changes")
        lines = tuple(_how_counted(w, ahead))
        yield SheetBlock(title, t("applications, projects and plan"), "systems", lines, table)
    if limit is not None:
        words = t("{amount} for all measures of the plan.", amount=euro_words(t, limit))
        yield SheetBlock(t("Limit"), t("capacity"), "capacity", (words,))


def _year(w: Wording, one: YearSum) -> tuple[str, ...]:
    parts = one.systems, one.projects, one.measures
    known = ("–" if part is None else w.t.number(part) for part in parts)
    return (str(one.year), *known, w.t.number(one.total))


def _how_counted(w: Wording, ahead: Forecast) -> Iterator[str]:
    """What the sums are made of, and what is not in them."""
    t = w.t
    if any(one.carried for one in ahead.years):
        yield t(
            "Applications without a cost for a year cost what they cost in the newest year before."
        )
    if any(one.projects or one.measures for one in ahead.years):
        yield t(
            "Projects and measures are spread evenly over their quarters; measures cost that at "
            "most."
        )
    unknown = len({*ahead.unknown_systems, *ahead.undated, *ahead.unbudgeted, *ahead.unpriced})
    if unknown:
        yield t.plural(
            "One item is not in it, since its cost or its dates are not known.",
            "{n} items are not in it, since their cost or their dates are not known.",
            unknown,
        )


def projects(w: Wording, roadmap: Roadmap, _: StrategySheet) -> Iterator[SheetBlock]:
    """What runs and what is planned."""
    t, tasks = w.t, roadmap.posed.tasks
    running = tuple(
        (
            one.name,
            one.goal,
            one.kpi,
            one.owner,
            quarter_words(t, one.ends) if one.ends else t("not known"),
        )
        for one in running_projects(roadmap).values()
    )
    if running:
        heads = t("Project"), t("Goal"), t("KPI"), t("Owner"), t("Until")
        table = SheetTable(heads, (3, 3, 3, 2, 2), (False,) * 5, running)
        yield SheetBlock(t("Running projects"), t("projects"), "projects", table=table)
    planned = tuple(
        (
            title_of(roadmap, key, t),
            span_words(t, *span),
            tasks[key].decision.kpi or w.text(tasks[key].measure.kpi),
            tasks[key].decision.owner,
        )
        for key, span in spans_of(roadmap).items()
    )
    if planned:
        own = t("Measure"), t("Quarters"), t("KPI"), t("Owner")
        table = SheetTable(own, (4, 2, 4, 2), (False,) * 4, planned)
        yield SheetBlock(t("Planned and begun measures"), t("plan"), "plan", table=table)


def resources(w: Wording, roadmap: Roadmap, _: StrategySheet) -> Iterator[SheetBlock]:
    """Who has how much time, and which applications there are."""
    t, book = w.t, roadmap.book
    known: dict[str, RoleCapacity] = {
        role.value: book.roles[role.value] for role in Role if role.value in book.roles
    }
    known |= {key: one.capacity for key, one in book.people.items()}
    if known:
        rows = tuple(_carries(w, roadmap, key, one) for key, one in known.items())
        heads = (
            t("Who"),
            t("Days a quarter"),
            t("Daily business"),
            t("For change"),
            t("Most needed"),
        )
        table = SheetTable(heads, (3, 2, 2, 2, 3), (False, True, True, True, True), rows)
        yield SheetBlock(t("People and their days"), t("capacity"), "capacity", table=table)
    if book.systems:
        yield _tools(w, roadmap)


def _carries(w: Wording, roadmap: Roadmap, key: str, one: RoleCapacity) -> tuple[str, ...]:
    """The last cell tells what is most needed in any quarter, and in which."""
    problem, t = roadmap.posed.problem, w.t
    starts = roadmap.plan.starts if roadmap.plan else {}
    loads = [
        running_load(problem, key, number) + planned_load(problem, starts, key, number)
        for number in range(problem.quarters)
    ]
    most = max(loads, default=0.0)
    quarter = roadmap.posed.first.plus(loads.index(most)) if most else roadmap.posed.first
    need = (
        t("{days} in {quarter}", days=days_words(t, most), quarter=quarter_words(t, quarter))
        if most
        else t("nothing")
    )
    name = resource_name(roadmap, key, t)
    if key in roadmap.book.people:
        role = role_names(t)[roadmap.book.people[key].role]
        name = t("{name} ({role})", name=name, role=role)
    left = max(0.0, one.days - one.daily)
    return name, *(days_words(t, days) for days in (one.days, one.daily, left)), need


def _tools(w: Wording, roadmap: Roadmap) -> SheetBlock:
    """Applications by field."""
    t, found, names = w.t, landscape_of(roadmap.book), field_names(w.t)
    groups: dict[str, list[str]] = {}
    for one in found.systems.values():
        groups.setdefault(use_of(one.use).field, []).append(one.name)
    rows = tuple(
        (names[field], w.t.number(len(groups[field])), some(w, groups[field], _IN_CELL))
        for field in names
        if field in groups
    )
    heads = t("Field"), t("Number"), t("Applications")
    table = SheetTable(heads, (3, 1, 7), (False, True, False), rows)
    return SheetBlock(t("Applications"), t("applications"), "systems", table=table)
