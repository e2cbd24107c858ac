"""The sheet of running projects."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.project_verdicts import Check, checks_of
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.tables import Column, Form, Row, Sheet
from digimaturity.report.project_words import told
from digimaturity.report.roadmap_words import resource_name, role_names, verdict_names
from digimaturity.report.wording import Wording


def projects_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each project, those that were stopped as well."""
    t, names = w.t, role_names(w.t)
    columns = (
        Column(t("Project"), 28),
        Column(t("Owner"), 18),
        Column(t("Goal"), 34),
        Column(t("KPI"), 26),
        Column(t("With IT"), 9),
        Column(t("Cloud service"), 9),
        Column(t("Among the priorities"), 11),
        Column(t("Budget in euros"), 12, Form.WHOLE),
        Column(t("First quarter"), 9),
        Column(t("Last quarter"), 9),
        *(
            Column(t("{role}, person-days a quarter", role=names[role]), 13, Form.ONE)
            for role in Role
        ),
        Column(t("Of these, key people"), 22),
        Column(t("Applications"), 24),
        Column(t("Found"), 40),
        Column(t("Proposed"), 12),
        Column(t("Decided"), 12),
        Column(t("Reason"), 34),
    )
    about = t("Everything that runs already, with who works on it and what was decided.")
    checks = checks_of(roadmap.book, roadmap.posed.problem, Quarter.of(w.context.day))
    rows = tuple(
        _row(w, roadmap, key, one, checks.get(key)) for key, one in roadmap.book.projects.items()
    )
    return Sheet("Projects", t("Running projects"), about, columns, rows)


def _row(w: Wording, roadmap: Roadmap, key: str, one: Project, check: Check | None) -> Row:
    systems, verdicts = roadmap.book.systems, verdict_names(w.t)
    found = told(roadmap, key, check, w.t) if check else ()
    return (
        one.name,
        one.owner or None,
        one.goal or None,
        one.kpi or None,
        one.with_it,
        one.cloud,
        one.priorities,
        one.budget,
        str(one.begins) if one.begins else None,
        str(one.ends) if one.ends else None,
        *(one.load.get(role.value) for role in Role),
        "\n".join(_people(w, roadmap, one)) or None,
        "\n".join(systems[key].name for key in one.systems if key in systems) or None,
        "\n".join(f"{part.head}: {part.words}" for part in found) or None,
        verdicts[check.proposal.verdict] if check else None,
        verdicts[one.verdict] if one.verdict else None,
        one.reason or None,
    )


def _people(w: Wording, roadmap: Roadmap, one: Project) -> Iterator[str]:
    for key, days in one.load.items():
        if key in roadmap.book.people and days:
            yield f"{resource_name(roadmap, key, w.t)}: {w.days(days)}"
