"""The chapters of what is planned: true, whole in every format, and readable by everybody."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document

from digimaturity.charts.plan_data import Gantt
from digimaturity.domain.catalogue import Effort
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import MeasureDecision, Project, State, System
from digimaturity.domain.roadmap.problem import Plan
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report, chapters_of
from digimaturity.report.build.staff import build_staff
from digimaturity.report.model.planning import Drawing, Lines, PlanChapter, PlanTable
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.services.exports import Format, exported
from digimaturity.services.reports import Order
from tests.report import roadmaps, samples
from tests.report.conformity import faults


@cache
def words(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def order(context: ReportContext, language: str = "en") -> Order:
    return Order(samples.evaluation(), context, words(language))


def chapter(context: ReportContext, key: str, language: str = "en") -> PlanChapter | None:
    model = build_report(samples.evaluation(), context, words(language))
    return {"roadmap": model.roadmap, "landscape": model.landscape}[key]


def said(part: PlanChapter | None) -> str:
    """All that stands in the chapter, charts in their words."""
    return repr(part)


@pytest.mark.parametrize("form", [Format.WORD, Format.SLIDES])  # of the PDF more is asked below
def test_every_format_is_whole_with_a_roadmap(form: Format) -> None:
    assert exported(order(roadmaps.context(), "de"), form)


def test_a_heading_below_a_chart_does_not_draw_the_chart_to_its_page() -> None:
    content = exported(order(roadmaps.context()), Format.WORD)
    body = [(one, one.style) for one in Document(BytesIO(content)).paragraphs]
    charts = [
        one
        for (one, style), (_, below) in pairwise(body)
        if style and below and (style.name, below.name) == ("Picture", "Heading 2")
    ]
    planned = [one for one in charts if "person-days" in one._p.xml]
    assert planned
    assert all(one.paragraph_format.keep_with_next is False for one in planned)


def test_the_report_with_a_roadmap_is_accessible_and_archival() -> None:
    hostile = "<b>&amp; \x00 家具 👍 " + "endless" * 60
    book = roadmaps.book()
    book = replace(
        book,
        projects={
            key: replace(one, name=hostile, goal=hostile) for key, one in book.projects.items()
        },
        systems={key: replace(one, name=hostile) for key, one in book.systems.items()},
        people={key: replace(one, name=hostile) for key, one in book.people.items()},
    )
    context = roadmaps.context(put_down=book)
    assert faults(exported(order(context, "de"), Format.PDF)) == set()


def test_a_plan_that_is_not_proven_is_not_called_the_best() -> None:
    context, t = roadmaps.context(), words("en")
    assert context.roadmap is not None
    assert context.roadmap.plan is not None
    proven = chapter(context, "roadmap")
    open_plan = replace(context.roadmap.plan, bound=2 * context.roadmap.plan.best)
    unproven = chapter(
        replace(context, roadmap=replace(context.roadmap, plan=open_plan)), "roadmap"
    )
    sentence = t("Within these limits no better plan exists; the solver has proven it.")
    assert proven is not None
    assert unproven is not None
    assert sentence in proven.intro
    assert sentence not in unproven.intro
    assert "50.0%" in unproven.intro


def test_what_does_not_fit_is_told_with_its_reason() -> None:
    found = chapter(roadmaps.context(), "roadmap")
    assert found is not None
    section = next(one for one in found.sections if one.statement.startswith("What does not fit"))
    (lines,) = section.parts
    assert isinstance(lines, Lines)
    assert "40,000 euros" in lines.items[0].text


def test_nobody_is_said_to_be_within_a_limit_that_nobody_has_stated() -> None:
    stated = said(chapter(roadmaps.context(), "roadmap"))
    assert "Load in per cent" in stated
    book = replace(roadmaps.book(), roles={}, people={})
    unstated = said(chapter(roadmaps.context(put_down=book), "roadmap"))
    assert "Load of the people who must do it" in unstated
    assert "Nobody is above the limit" not in unstated
    assert "Load in per cent" not in unstated


@pytest.mark.parametrize(
    ("days", "kpi", "headline"),
    [
        (90.0, "Orders", "What runs takes more time than there is"),
        (5.0, "", "What runs goes on, once what was found is put right"),
        (5.0, "Orders", "Nothing speaks against what runs"),
    ],
)
def test_what_is_found_in_projects_stands_in_the_headline(
    days: float, kpi: str, headline: str
) -> None:
    project = Project("ERP", owner="Ada", kpi=kpi, with_it=True, priorities=True, load={"it": days})
    book = PlanBook(projects={"erp": project}, roles=roadmaps.book().roles)
    found = chapter(roadmaps.context(put_down=book), "landscape")
    assert found is not None
    assert found.chapter.headline == headline


def test_what_was_declined_keeps_its_reason_in_the_report() -> None:
    assert "No time, no need." in said(chapter(roadmaps.context(), "roadmap"))


def test_a_chart_longer_than_a_page_goes_on_in_another() -> None:
    many = {
        f"p{n}": Project(f"Project {n}", load={"it": 1.0}, ends=Quarter(2027, 1)) for n in range(60)
    }
    context = roadmaps.context(put_down=replace(roadmaps.book(), projects=many))
    found = chapter(context, "roadmap")
    assert found is not None
    assert len(found.sections[0].parts) > 1
    assert exported(order(context), Format.PDF)


def test_without_a_roadmap_there_is_no_word_of_one() -> None:
    bare = samples.context()
    empty = replace(bare, roadmap=roadmaps.roadmap(put_down=PlanBook()))
    for context in (bare, empty):
        assert chapter(context, "roadmap") is None
        assert chapter(context, "landscape") is None


def test_applications_alone_make_a_chapter_of_their_own() -> None:
    book = PlanBook(systems={"a": System("Ledger", owner="Ada", use="accounting", with_it=True)})
    context = replace(samples.context(), roadmap=roadmaps.roadmap(put_down=book))
    found = chapter(context, "landscape")
    assert found is not None
    assert found.chapter.name == "Application landscape"
    assert chapter(context, "roadmap") is None


def test_both_chapters_can_be_left_out_and_the_report_says_so() -> None:
    keys = frozenset({"roadmap", "landscape"})
    context = roadmaps.context()
    offered = {one.key for one in chapters_of(samples.evaluation(), context, words("en"))}
    assert keys <= offered
    left = replace(context, options=ReportOptions(left_out=keys))
    model = build_report(samples.evaluation(), left, words("en"))
    assert (model.roadmap, model.landscape) == (None, None)
    assert "Projects and applications" in repr(model.contents)


def test_the_table_of_measures_has_owner_time_and_figure() -> None:
    found = chapter(roadmaps.context(), "roadmap")
    assert found is not None
    table = next(
        part for one in found.sections for part in one.parts if isinstance(part, PlanTable)
    )
    row = next(row for row in table.rows if "Petra Lühr" in row)
    assert row[3] == "Q3 26"


def test_the_whole_report_speaks_of_one_plan() -> None:
    """What comes next is what the plan has begin first; what was declined is gone."""
    declined, later, first, *_ = samples.evaluation().candidates
    yes = MeasureDecision(accepted=True)
    book = PlanBook(
        decisions={
            declined.measure.id: MeasureDecision(accepted=False, reason="Not this year."),
            later.measure.id: yes,
            first.measure.id: replace(yes, effort=Effort(1, 2, 4)),
        }
    )
    roadmap = roadmaps.roadmap(put_down=book)
    plan = Plan({later.measure.id: 2, first.measure.id: 0}, 1, 1, 1)
    context = replace(samples.context(), roadmap=replace(roadmap, plan=plan))
    model = build_report(samples.evaluation(), context, words("en"))
    listed = [(line.title, line.days) for line in model.summary.measures.lines]
    assert listed[0] == (first.measure.title["en"], "7")
    assert listed[1][0] == later.measure.title["en"]
    assert model.measures is not None
    assert declined.measure.title["en"] not in repr(model.measures)
    noted = {note.label: note.text for note in model.measures.items[0].notes}
    assert noted["Decided"].startswith("Planned: Q2 2026")
    assert model.roadmap is not None
    parts = [part for one in model.roadmap.sections for part in one.parts]
    (table,) = [part for part in parts if isinstance(part, PlanTable)]
    told = [one.number for one in model.measures.items]
    assert [row[0] for row in table.rows] == told == ["3", "2"]
    charted = [part.chart for part in parts if isinstance(part, Drawing)]
    (gantt,) = [one for one in charted if isinstance(one, Gantt)]
    assert [row.number for row in gantt.rows] == told


def test_open_data_have_the_roadmap_and_no_names_of_it() -> None:
    content = exported(order(roadmaps.context()), Format.DATA)
    part = json.loads(content)["roadmap"]
    assert {one["id"] for one in part["measures"]} >= {"own", "begun"}
    assert part["overloads"] is not None
    assert part["applications"]["number"] == 3
    for name in ("Jana Wulf", "ERP change-over", "Petra", "Ledger"):
        assert name not in json.dumps(part)


def test_measures_that_are_done_or_have_no_place_do_not_begin_at_once() -> None:
    """Only what nobody decided on is proposed beside the plan; what is done is advised no more."""
    running, done, unfit, *_ = samples.evaluation().candidates
    yes = MeasureDecision(accepted=True)
    book = PlanBook(
        decisions={
            running.measure.id: replace(yes, state=State.RUNNING, began=Quarter(2026, 1)),
            done.measure.id: replace(yes, state=State.DONE),
            unfit.measure.id: yes,
        }
    )
    roadmap = replace(roadmaps.roadmap(put_down=book), plan=Plan({}, 1, 1, 1))
    context = replace(samples.context(), roadmap=roadmap)
    model = build_report(samples.evaluation(), context, words("en"))
    assert model.measures is not None
    assert model.measures.others is not None
    noted = {note.label: note.text for note in model.measures.items[0].notes}
    assert noted["Decided"].startswith("Running: Q1 2026 to")
    assert "not decided yet" in model.measures.others.title
    assert unfit.measure.title["en"] not in repr(model.measures)
    for part in (model.measures, *model.dimensions):
        assert done.measure.title["en"] not in repr(part)


def test_the_letter_to_staff_says_what_is_decided() -> None:
    nothing = repr(build_staff(samples.evaluation(), samples.context(), words("en")))
    decided = repr(build_staff(samples.evaluation(), roadmaps.context(), words("en")))
    assert "Nothing is decided yet" in nothing
    assert "Management has decided" in decided
    assert "Nothing is decided yet" not in decided
