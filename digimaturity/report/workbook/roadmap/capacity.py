"""The sheets of who can carry how much, and of what each carries in every quarter."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import RoleCapacity
from digimaturity.domain.roadmap.load import at_once, planned_load, running_load
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.tables import Column, Form, Row, Sheet
from digimaturity.report.roadmap_words import resource_name, role_names
from digimaturity.report.wording import Wording


def loads_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each role or key person and quarter; and what runs at once, of all together."""
    t = w.t
    columns = (
        Column(t("Who"), 24),
        Column(t("Quarter"), 10),
        Column(t("Running, person-days"), 12, Form.ONE),
        Column(t("Planned, person-days"), 12, Form.ONE),
        Column(t("Together, person-days"), 12, Form.ONE),
        Column(t("Limit, person-days"), 12, Form.ONE),
        Column(t("Load"), 9, Form.SHARE),
        Column(t("Running at once"), 10, Form.WHOLE),
        Column(t("May run at once"), 10, Form.WHOLE),
    )
    about = t(
        "What each role and key person carries in every quarter, and how much they can carry."
    )
    rows = tuple(_loads(w, roadmap)) if roadmap.posed.problem.jobs or roadmap.book.projects else ()
    return Sheet("Loads", t("Load"), about, columns, rows)


def capacity_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each role and key person."""
    t, book, names = w.t, roadmap.book, role_names(w.t)
    columns = (
        Column(t("Who"), 24),
        Column(t("Role"), 18),
        Column(t("Key person"), 10),
        Column(t("Person-days a quarter"), 12, Form.ONE),
        Column(t("Daily business, person-days"), 14, Form.ONE),
        Column(t("Left for change, person-days"), 14, Form.ONE),
        Column(t("Share of the role’s work"), 12, Form.SHARE),
        Column(t("Left in other quarters, person-days"), 30),
    )
    about = t("How many person-days a quarter there are, and how many daily business takes.")
    roles = [
        (names[role], names[role], False, *_days(w, book.roles[role.value], None))
        for role in Role
        if role.value in book.roles
    ]
    people = [
        (one.name, names[one.role], True, *_days(w, one.capacity, one.share))
        for one in book.people.values()
    ]
    return Sheet("Capacity", t("Capacity"), about, columns, (*roles, *people))


def _days(w: Wording, capacity: RoleCapacity, share: float | None) -> Row:
    others = [f"{quarter}: {w.days(days)}" for quarter, days in sorted(capacity.differs.items())]
    left = max(0.0, capacity.days - capacity.daily)
    return capacity.days, capacity.daily, left, share, "\n".join(others) or None


def _loads(w: Wording, roadmap: Roadmap) -> Iterator[Row]:
    problem, first = roadmap.posed.problem, roadmap.posed.first
    starts = roadmap.plan.starts if roadmap.plan else {}
    taken = {key for job in problem.jobs for key in job.load}
    taken |= {key for one in problem.running for key in one.load}
    known = [role.value for role in Role] + list(roadmap.book.people)
    for key in (one for one in known if one in taken or one in problem.capacity):
        limits = problem.capacity.get(key)
        for number, quarter in enumerate(first.following(problem.quarters)):
            running = running_load(problem, key, number)
            planned = planned_load(problem, starts, key, number)
            limit = limits[number] if limits else None
            share = (running + planned) / limit if limit else None
            who = resource_name(roadmap, key, w.t)
            yield who, str(quarter), running, planned, running + planned, limit, share, None, None
    for number, quarter in enumerate(first.following(problem.quarters)):
        count = at_once(problem, starts, number)
        head = w.t("All together"), str(quarter), None, None, None, None, None
        yield (*head, count, problem.parallel)
