"""The roadmap as a workbook: what was put down, the plan and its limits, typed and complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from digimaturity.domain.roadmap.book import EMPTY
from digimaturity.domain.roadmap.items import Project, SheetNote
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.wording import Wording
from digimaturity.report.workbook import expected_of_roadmap, found, render_roadmap
from tests.report import roadmaps, samples
from tests.report.workbook.test_workbook import HOSTILE, translator


def made(language: str = "en", roadmap: Roadmap | None = None) -> tuple[Wording, Roadmap, bytes]:
    given = roadmap or roadmaps.roadmap()
    context = replace(samples.context(), roadmap=given)
    w = Wording(samples.evaluation(), context, translator(language))
    return w, given, render_roadmap(w, given)


def table(content: bytes, key: str) -> list[dict[str, Any]]:
    """The rows of a table by its name, each by the heads of its columns."""
    book = load_workbook(BytesIO(content))
    sheet = next(one for one in book.worksheets if key in one.tables)
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_the_plan_names_quarters_people_and_what_it_takes() -> None:
    _, _, content = made()
    rows = {row["Id"]: row for row in table(content, "Plan")}
    assert list(rows) == ["begun", "measure_02", "measure_01", "own"]
    first = rows["measure_01"]
    assert (first["First quarter"], first["Last quarter"]) == ("2026-Q3", "2026-Q3")
    assert first["First day"] == datetime(2026, 7, 1)  # noqa: DTZ001 - a cell has no zone
    assert first["Owner"] == "Petra Lühr"
    assert first["Begin set by hand"] is True
    days = [first[f"Person-days, {role}"] for role in ("management", "IT", "departments")]
    assert sum(days) == first["Person-days"]
    assert rows["own"]["Builds on"]
    assert rows["own"]["Cost in euros, at most"] == 8_000


def test_what_does_not_fit_says_why() -> None:
    _, _, content = made()
    rows = {row["Id"]: row for row in table(content, "LeftOut")}
    assert rows["measure_03"]["Why"].startswith("It costs 40,000 euros")
    assert rows["measure_04"]["What"] == "declined"
    assert rows["measure_04"]["Why"] == "No time, no need."


def test_loads_add_up_and_know_their_limit() -> None:
    _, roadmap, content = made()
    rows = table(content, "Loads")
    head = [row for row in rows if row["Who"] == "Jana Wulf"]
    assert [row["Quarter"] for row in head][:2] == ["2026-Q2", "2026-Q3"]
    for row in head:
        together = row["Running, person-days"] + row["Planned, person-days"]
        assert row["Together, person-days"] == together
        assert row["Limit, person-days"] == 20
        assert row["Load"] == together / 20
    at_once = [row["Running at once"] for row in rows if row["May run at once"] == 4]
    assert len(at_once) == roadmap.posed.problem.quarters
    assert at_once[0] == 4  # two projects, one measure that runs, one that begins


def test_other_sheets_hold_what_was_put_down() -> None:
    _, _, content = made()
    target = {row["Id"]: row for row in table(content, "Targets")}["security"]
    assert (target["Target"], target["Score when agreed"]) == (80, 58)
    crm = {row["Application"]: row for row in table(content, "Applications")}["CRM"]
    assert crm["With IT"] is False
    assert crm["Cost 2025 in euros"] == 20_000
    assert crm["Cost 2026 in euros"] is None
    erp = table(content, "Projects")[0]
    assert (erp["IT, person-days a quarter"], erp["Budget in euros"]) == (30, 120_000)
    noted = table(content, "FollowUp")[0]
    assert (noted["Value"], noted["Unit"], noted["Aim"]) == (41.5, "%", 90)
    assert [row["Who"] for row in table(content, "Capacity")] == ["Management", "IT", "Jana Wulf"]


def test_complete_without_formulas_and_the_same_each_time() -> None:
    for language in ("en", "de"):
        w, roadmap, content = made(language)
        assert found(content) == expected_of_roadmap(w, roadmap)
        assert found(content)["formulas"] == 0
        assert render_roadmap(w, roadmap) == content


def test_hostile_texts_stay_texts_and_empty_sheets_are_left_out() -> None:
    projects = {str(number): Project(text or "x", text) for number, text in enumerate(HOSTILE)}
    book = replace(EMPTY, projects=projects, sheet={"overview": SheetNote("=1")})
    w, roadmap, content = made(roadmap=roadmaps.roadmap(put_down=book))
    assert found(content) == expected_of_roadmap(w, roadmap)
    assert len(table(content, "Projects")) == len(HOSTILE)
    names = load_workbook(BytesIO(content)).sheetnames
    assert names == ["Overview", "Load", "Running projects"]
