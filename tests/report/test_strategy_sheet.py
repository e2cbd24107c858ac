"""The IT strategy sheet: sums of what was put down, gaps marked, and nothing made up."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.roadmap.book import EMPTY, PlanBook
from digimaturity.domain.roadmap.forecast import forecast
from digimaturity.domain.roadmap.items import SheetNote, System, Verdict
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.roadmap.strategy_sheet import Element, Missing, strategy_sheet
from digimaturity.report.build.strategy_sheet import build_sheet
from digimaturity.report.model.strategy_sheet import SheetModel
from digimaturity.report.word import expected, found, render_word
from digimaturity.report.wording import Wording
from tests.report import roadmaps, samples
from tests.report.word.schema import faults
from tests.report.workbook.test_workbook import HOSTILE, translator


def model(roadmap: Roadmap | None = None, language: str = "en") -> SheetModel:
    given = roadmap or roadmaps.roadmap()
    context = replace(samples.context(), roadmap=given)
    return build_sheet(Wording(samples.evaluation(), context, translator(language)), given)


def lacks(book: PlanBook) -> dict[Element, set[Missing]]:
    sheet = strategy_sheet(samples.evaluation(), roadmaps.roadmap(put_down=book))
    return {one.element: {lack.what for lack in one.lacks} for one in sheet.elements}


def test_a_forecast_is_the_sum_of_what_was_put_down() -> None:
    ahead = forecast(roadmaps.roadmap())
    now, then, last = ahead.years
    assert [one.year for one in ahead.years] == [2026, 2027, 2028]
    # The ledger's own year, and the CRM's of the year before.
    assert (now.systems, now.carried) == (32_000, 20_000)
    assert (then.systems, then.carried) == (32_000, 32_000)
    assert now.projects == pytest.approx(120_000 * 4 / 5)  # four of its five quarters
    # Two measures of 5,000, and one quarter of two of that for 8,000; the rest a year later.
    assert now.measures == pytest.approx(14_000)
    assert then.measures == pytest.approx(4_000)
    assert last.total == 32_000
    assert (ahead.unknown_systems, ahead.unbudgeted) == (("shop",), ("portal",))


def test_what_nobody_knows_is_in_no_sum() -> None:
    book = roadmaps.book()
    undated = {"erp": replace(book.projects["erp"], begins=None)}
    ahead = forecast(roadmaps.roadmap(put_down=replace(book, projects=undated, systems={})))
    assert ahead.undated == ("erp",)
    assert [one.projects for one in ahead.years] == [0, 0, 0]
    assert [one.systems for one in ahead.years] == [None, None, None]
    stopped = {"erp": replace(book.projects["erp"], verdict=Verdict.STOP)}
    ahead = forecast(roadmaps.roadmap(put_down=replace(book, projects=stopped)))
    assert [one.projects for one in ahead.years] == [None, None, None]


def test_a_cost_of_a_later_year_says_nothing_of_an_earlier_one() -> None:
    systems = {"one": System("One", costs={2027: 5_000.0})}
    roadmap = roadmaps.roadmap(put_down=replace(EMPTY, systems=systems))
    assert [one.systems for one in forecast(roadmap).years] == [None, 5_000, 5_000]


def test_gaps_close_one_by_one() -> None:
    nothing = lacks(EMPTY)
    assert all(nothing.values())
    assert Missing.MISSION in nothing[Element.OVERVIEW]
    assert Missing.GOALS in nothing[Element.OVERVIEW]
    assert nothing[Element.BUDGET] == {Missing.RUNNING_COST, Missing.FRAME}
    full = roadmaps.book()
    known = lacks(full)
    assert not known[Element.OVERVIEW]
    assert known[Element.BUDGET] == {Missing.RUNNING_COST, Missing.BUDGETS}
    assert known[Element.ENVIRONMENT] == {Missing.OUTSIDE}
    priced = {**full.systems, "shop": replace(full.systems["shop"], costs={2025: 1.0})}
    less = {key: one for key, one in full.projects.items() if key != "portal"}
    said = {"environment": "A new law.", "risk_benefit": "People."}
    noted = {**full.sheet, **{key: SheetNote(text) for key, text in said.items()}}
    better = lacks(replace(full, systems=priced, projects=less, sheet=noted))
    assert not better[Element.BUDGET] | better[Element.ENVIRONMENT] | better[Element.RISK_BENEFIT]
    blank = lacks(replace(full, sheet={"overview": SheetNote("  \n")}))
    assert Missing.MISSION in blank[Element.OVERVIEW]


def test_a_project_that_is_over_lacks_nothing() -> None:
    sheet = strategy_sheet(samples.evaluation(), roadmaps.roadmap())
    projects = next(one for one in sheet.elements if one.element is Element.PROJECTS)
    named = {key for lack in projects.lacks for key in lack.of}
    assert "portal" in named
    assert "idle" not in named


def test_own_words_come_first_and_gaps_name_who_could_say_it() -> None:
    sections = {one.key: one for one in model().sections}
    assert sections["overview"].own == "IT serves the order book."
    assert sections["overview"].state == "complete"
    gaps = {gap.text: gap for gap in sections["budget"].gaps}
    assert gaps["What applications cost a year: Shop"].tab == "systems"
    assert all(gap.who for one in sections.values() for gap in one.gaps)


def test_elements_are_those_of_the_questionnaire() -> None:
    asked: Questionnaire = samples.questionnaire()
    assert [one.id for one in asked.strategy] == [one.value for one in Element]


def test_the_document_can_be_edited_and_holds_everything() -> None:
    for language in ("en", "de"):
        given = model(language=language)
        content = render_word(given)
        assert found(content) == found(content) | expected(given)
        assert render_word(given) == content
        document = docx.Document(BytesIO(content))
        styled = [(one.text, one.style) for one in document.paragraphs]
        heads = [text for text, style in styled if style and style.style_id == "Heading1"]
        names = [section.name for section in given.sections]
        assert [head.split("  ")[0] for head in heads] == names
        places = document.element.body.findall(qn("w:sdt"))
        assert len(places) == sum(not one.own for one in given.sections)
        said = {one.hint for one in given.sections if not one.own}
        assert {place.xpath("string()").strip("[] \n") for place in places} == said
        assert document.core_properties.language == language
        with ZipFile(BytesIO(content)) as parts:
            for name in parts.namelist():
                if name.startswith("word/") and name.endswith(".xml"):
                    assert not list(faults(parse_xml(parts.read(name)))), name


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_document(text: str) -> None:
    book = roadmaps.book()
    notes = {one.value: SheetNote(text + "\n" + text) for one in Element}
    projects = {key: replace(one, goal=text, name=text) for key, one in book.projects.items()}
    given = model(roadmaps.roadmap(put_down=replace(book, sheet=notes, projects=projects)))
    content = render_word(given)
    assert found(content) == found(content) | expected(given)


def test_what_is_missing_is_counted() -> None:
    given = model()
    document = docx.Document(BytesIO(render_word(given)))
    table = document.tables[0]
    table._tbl.remove(table.rows[-1]._tr)
    out = BytesIO()
    document.save(out)
    assert found(out.getvalue())["rows"] == expected(given)["rows"] - 1
