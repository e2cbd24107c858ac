"""The workbook: typed tables that hold what the evaluation says, whatever anybody wrote."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, Respondent, Responses
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.report.workbook import expected, found, render_workbook
from digimaturity.report.workbook.build import build_book
from digimaturity.report.workbook.long_texts import LONGEST
from digimaturity.report.workbook.names import sheet_names
from tests.domain.make import assessments
from tests.report import samples, years
from tests.report.test_peers import sample

#: What a spreadsheet program could take for a formula, or could not read at all.
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1-1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "'quoted",
    "<b>&amp;</b> ]]> \x00\x07\x1f \ud800 \ufffe",
    "_x0041_ stays",
    "工厂 مصنع 😀 Łódź e\u0301",
    "0012",
    "x" * 10_000,
)


def translator(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def together() -> Responses:
    """Three people from two viewpoints who see it differently, with hostile comments."""
    given = samples.answers()
    for place, (key, text) in enumerate(zip(list(given), HOSTILE, strict=False)):
        given[key] = replace(given[key], comment=text if place else text + "\nsecond line")
    given["security.3"] = NOT_APPLICABLE
    people = (
        Respondent("a", Viewpoint.MANAGEMENT, "Ada =1"),
        Respondent("b", Viewpoint.IT, ""),
        Respondent("c", Viewpoint.IT, "@Bo"),
    )
    others = {"data.1": Answer.of(5), "data.2": DONT_KNOW, "security.3": NOT_APPLICABLE}
    answers = {"a": given, "b": others, "c": {"data.1": Answer.of(4)}}
    return Responses(people, answers, {"data.3": 4})


def firm() -> Company:
    return Company('=Müller & Söhne <GmbH> "\x07' + "lang " * 60, "DE", "C", 120)


@cache
def case(kind: str) -> tuple[Evaluation, ReportContext]:
    match kind:
        case "usual":
            return samples.evaluation(), samples.context()
        case "together":
            said = together()
            context = replace(samples.context(said), draft=True)
            return samples.evaluation(said, firm()), context
        case "years":
            before = years.year(years.BEFORE, {"data.1": Answer.of(1), "data.2": Answer.of(1)})
            told = years.periods(before, years.year(samples.DAY), title=HOSTILE[0], why=HOSTILE[5])
            return samples.evaluation(), years.context(before, periods=tuple(told))
        case "empty":
            said = samples.responses({})
            return samples.evaluation(said, Company()), samples.context(said)
    raise AssertionError(kind)


@cache
def made(kind: str, language: str = "en") -> bytes:
    return render_workbook(*case(kind), translator(language))


def opened(kind: str, language: str = "en") -> Workbook:
    return load_workbook(BytesIO(made(kind, language)))


def table_of(book: Workbook, key: str) -> list[dict[str, Any]]:
    """The rows of a table by the titles of their columns."""
    (own,) = [sheet for sheet in book.worksheets if key in sheet.tables]
    heads, *rows = own[own.tables[key].ref]
    return [{head.value: cell for head, cell in zip(heads, row, strict=True)} for row in rows]


KINDS = [(kind, language) for kind in ("usual", "together", "empty") for language in ("en", "de")]
KINDS.append(("years", "de"))


@pytest.mark.parametrize(("kind", "language"), KINDS)
def test_a_finished_book_has_all_that_it_must_have(kind: str, language: str) -> None:
    wanted = expected(*case(kind), translator(language))
    assert found(made(kind, language)) == wanted
    assert wanted["formulas"] == 0
    assert wanted["scores"] == 1 + 4 + 18
    assert wanted["answers"] == 54 + 1 + 6
    assert wanted["facts"] == 12


def test_only_what_really_changed_has_a_change() -> None:
    book = opened("years")
    changes = {row["Id"].value: row for row in table_of(book, "Changes")}
    assert len(changes) == 54
    assert changes["data.1"]["Change"].value == 50
    assert changes["data.1"]["Answer before"].value.startswith("1 Data is left to chance")
    assert changes["governance.3"]["What became of it"].value == "Not answered both times"
    assert changes["governance.3"]["Change"].value is None
    newest, before = (table_of(book, "Years")[place] for place in (0, 23))
    rise = newest["Change since the one before"].value
    assert newest["Full score"].value == pytest.approx(before["Full score"].value + rise)
    assert newest["Really changed"].value == pytest.approx(rise)
    deeds = table_of(book, "PlanAndDeed")
    assert [row["What became of it"].value for row in deeds] == [
        "Done",
        "Still running",
        "Not begun",
        "Dropped",
    ]
    assert deeds[0]["Of these changed in the same period"].value == 2


def _edited(change: Callable[[Workbook], object]) -> bytes:
    book = opened("usual")
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _set(sheet: str, cell: str, value: object) -> Callable[[Workbook], object]:
    return lambda book: setattr(book[sheet][cell], "value", value)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("sheets", lambda book: book.remove(book["Measures"])),
        ("answers", lambda book: book["Answers"].delete_rows(20)),
        ("texts", _set("Answers", "D9", None)),
        ("letters", _set("Answers", "D9", "cut")),
        ("numbers", _set("Scores", "E3", "67")),
        ("truths", _set("Scores", "K3", None)),
        ("dates", _set("Overview", "C7", "24 February 2026")),
        ("formulas", _set("Scores", "E3", "=1+1")),
    ],
)
def test_whatever_is_lost_is_noticed(part: str, change: Callable[[Workbook], object]) -> None:
    assert found(_edited(change)).get(part) != found(made("usual"))[part]


def test_a_book_that_was_only_saved_again_still_has_everything() -> None:
    assert found(_edited(str)) == found(made("usual"))


def test_numbers_dates_and_truth_values_are_what_they_are() -> None:
    evaluation, _ = case("together")
    book = opened("together")
    scores = {row["Id"].value: row for row in table_of(book, "Scores")}
    for key, score in evaluation.scores.areas.items():
        row = scores[key]
        assert row["Score"].value == (None if score.shown is None else pytest.approx(score.shown))
        assert row["Rated"].value is score.rated
        assert row["Score"].number_format == "#,##0"
        assert row["Coverage"].number_format == "0%"
    overview = {row["What"].value: row["Value"] for row in table_of(book, "Overview")}
    assert overview["Date"].value == datetime(2026, 2, 24)  # noqa: DTZ001 - a cell has no zone
    assert overview["Employees"].value == 120
    measures = table_of(book, "Measures")
    assert [row["Id"].value for row in measures] == [c.measure.id for c in evaluation.candidates]
    assert all(isinstance(row["Weeks"].value, int) for row in measures)
    assert measures[0]["State"].value == "now"
    facts = {row["Id"].value: row["Value"].value for row in table_of(book, "Facts")}
    assert facts["fact.e_cc"] is True


def test_each_viewpoint_has_its_level_and_words() -> None:
    evaluation, _ = case("together")
    rows = {row["Id"].value: row for row in table_of(opened("together"), "Answers")}
    data = rows["data.1"]
    levels = (data["Management: level"], data["IT: level"], data["Level"])
    assert [cell.value for cell in levels] == [
        3,
        4.5,
        pytest.approx(evaluation.questions["data.1"].level),
    ]
    assert data["IT: answer"].value.startswith("Data is agreed between IT")
    assert data["Widest gap between viewpoints, points"].value == 37.5
    assert rows["data.2"]["IT: answer"].value == "Don’t know"
    assert rows["data.3"]["Agreed on by the group"].value is True
    assert (rows["data.3"]["Level"].value, rows["data.3"]["Management: level"].value) == (4, 2)
    assert rows["security.3"]["Why there is no answer"].value == "Does not apply"
    assert "IT: level" not in {
        title for row in table_of(opened("usual"), "Answers") for title in row
    }


def test_figures_come_with_year_group_source_and_yardstick() -> None:
    rows = table_of(opened("usual"), "Benchmark")
    (erp,) = [row for row in rows if row["Id"].value == "E_ERP1"]
    told = {title: cell.value for title, cell in erp.items()}
    assert (told["Value"], told["Own value"], told["Year"], told["Number of firms"]) == (
        42.0,
        True,
        2025,
        None,
    )
    assert (told["Country"], told["Source"], told["Data set"]) == (
        "Germany",
        "Eurostat",
        "isoc_eb_iip",
    )
    assert (told["Official statistics"], told["Same yardstick"]) == (True, False)
    assert told["Why context only"]
    assert sum(row["Same yardstick"].value is True for row in rows) == len(rows) - 2


def test_peers_stand_beside_the_scores_with_quartiles_from_five_firms_on() -> None:
    evaluation, context = case("usual")
    assert evaluation.benchmark is not None
    among = replace(evaluation.benchmark, samples=(sample(),))
    content = render_workbook(replace(evaluation, benchmark=among), context, translator("en"))
    book = load_workbook(BytesIO(content))
    names = ("lower quartile", "median", "upper quartile", "number of firms")
    told = {
        row["Name"].value: [row[f"Peers: {name}"].value for name in names]
        for row in table_of(book, "Scores")
    }
    assert told["Overall score"] == [40, 55, 70, 6]
    assert told["Security"] == [None] * 4
    peers = [row for row in table_of(book, "Benchmark") if row["Kind"].value == "Peers"]
    assert [row["What it tells"].value for row in peers[:4]] == [
        "lower quartile",
        "median",
        "upper quartile",
        "percentile of the firm",
    ]
    assert [row["Value"].value for row in peers[:4]] == [40, 55, 70, 50]
    assert {row["Source"].value for row in peers} == {"Clients of this workspace"}
    assert {(row["Year"].value, row["Earliest year"].value) for row in peers} == {(2026, 2024)}
    assert not any(row["Official statistics"].value for row in peers)
    assert "Clients of this workspace" in [r["Publisher"].value for r in table_of(book, "Sources")]


@pytest.mark.parametrize(("kind", "language"), KINDS)
def test_nothing_that_anybody_wrote_is_ever_run(kind: str, language: str) -> None:
    for sheet in opened(kind, language).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "snbd"
                if isinstance(cell.value, str):
                    assert cell.data_type == "s"
                    assert cell.quotePrefix is (cell.value[0] in "=+-@'\t\n")


def test_comments_come_through_whole() -> None:
    rows = {row["Id"].value: row for row in table_of(opened("together"), "Answers")}
    said = [row["Comments"].value or "" for row in rows.values()]
    assert said[0] == f"Management: {HOSTILE[0]}\nsecond line"
    assert "<b>&amp;</b> ]]>  \N{REPLACEMENT CHARACTER}" in said[7]
    assert "_x005F_x0041_ stays" in said[8]  # which programs show as _x0041_
    assert HOSTILE[9] in said[9]
    assert HOSTILE[11] in said[11]


def test_comments_are_left_out_where_they_are_not_wanted() -> None:
    evaluation, context = case("together")
    quiet = replace(context, options=ReportOptions(comments=False))
    content = render_workbook(evaluation, quiet, translator("en"))
    texts = [
        cell.value
        for sheet in load_workbook(BytesIO(content)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert not [text for text in texts if "HYPERLINK" in text or "Ada" in text or "@Bo" in text]


@pytest.mark.parametrize("letter", ["x", "😀", "word "])
def test_a_text_longer_than_a_cell_goes_on_visibly(letter: str) -> None:
    long = letter * 70_000
    given = {**samples.answers(), "data.1": Answer.of(3, long)}
    said = samples.responses(given)
    t = translator("en")
    content = render_workbook(samples.evaluation(said), samples.context(said), t)
    book = load_workbook(BytesIO(content))
    (row,) = [row for row in table_of(book, "Answers") if row["Id"].value == "data.1"]
    parts = [
        cell.value for title, cell in row.items() if title.startswith("Comments") and cell.value
    ]
    assert len(parts) >= 3
    assert "Comments, continued (2)" in row
    mark = " [continues in the next column]"
    assert all(part.endswith(mark) for part in parts[:-1])
    assert "".join(part.removesuffix(mark) for part in parts) == long.strip()
    assert all(len(part.encode("utf-16-le")) <= 2 * LONGEST for part in parts)


@pytest.mark.parametrize(("kind", "language"), KINDS)
def test_every_sheet_is_a_named_table_ready_to_print(kind: str, language: str) -> None:
    book = opened(kind, language)
    names = [name for sheet in book.worksheets for name in sheet.tables]
    assert names[0] == "Overview"
    assert len(set(names)) == len(names) == len(book.worksheets)
    for sheet in book.worksheets:
        (table,) = sheet.tables.values()
        heads = [cell.value for cell in sheet[1]]
        assert table.column_names == heads
        assert len({head.casefold() for head in heads}) == len(heads)
        assert table.autoFilter.ref == table.ref == sheet.dimensions
        assert sheet.auto_filter.ref is None
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        for column in range(1, len(heads) + 1):
            letter = sheet.cell(1, column).column_letter
            assert 4 < sheet.column_dimensions[letter].width <= 100


def test_the_file_says_what_it_is() -> None:
    evaluation, context = case("usual")
    options = ReportOptions(organisation="Huber & Co\x07", page_size="letter", colour="#aa3300")
    content = render_workbook(evaluation, replace(context, options=options), translator("de"))
    book = load_workbook(BytesIO(content))
    about = book.properties
    assert about.title == "Nordlicht Maschinenbau GmbH: Digitale Reife 2026"
    assert (about.language, about.creator) == ("de", "Huber & Co")
    assert about.created == about.modified == datetime(2026, 2, 24)  # noqa: DTZ001 - as above
    sheet = book.worksheets[0]
    assert sheet.title == "Übersicht"
    assert sheet.page_setup.paperSize == 1
    assert sheet.oddHeader.left.text == "Nordlicht Maschinenbau GmbH"
    assert sheet["A1"].border.bottom.color.rgb.endswith("aa3300")


@pytest.mark.parametrize("name", ["&" * 300, "😀" * 300, "8 & Söhne"])
def test_any_name_fits_the_head_of_a_printed_page(name: str) -> None:
    evaluation, context = case("usual")
    named = replace(evaluation, company=Company(name, "DE", "C", 120))
    content = render_workbook(named, context, translator("de"))
    with ZipFile(BytesIO(content)) as packed:
        lines = re.findall(
            "<odd(?:Header|Footer)>(.*?)</odd", packed.read("xl/worksheets/sheet3.xml").decode()
        )
    for line in map(unescape, lines):
        assert len(line.encode("utf-16-le")) <= 2 * 255
        assert not re.search("&[^&LCRPN8]", line.replace("&&", ""))
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert sheet.oddHeader.left.text.replace("&&", "&")[:9] == name[:9]


def test_what_there_is_nothing_of_is_left_out_and_said() -> None:
    book = opened("empty")
    assert [sheet.title for sheet in book.worksheets] == [
        "Overview",
        "Scores",
        "Answers",
        "Technology facts",
    ]
    rows = table_of(book, "Overview")
    overview = {(row["Part"].value, row["What"].value): row["Value"].value for row in rows}
    assert overview["Result", "Overall score"] == "not rated"
    assert overview["Sheets", "Measures"] == "No measure follows from the answers."
    assert "answer the questions on technology" in overview["Sheets", "Benchmark"]
    assert overview["Assessment", "Company"] == "Company without a name"


def test_what_is_not_rated_is_never_a_number() -> None:
    said = samples.responses({"data.1": Answer.of(2), "foundations.1": Answer.of(1)})
    evaluation = samples.evaluation(said)
    assert evaluation.scores.areas["data"].value == 25
    content = render_workbook(evaluation, samples.context(said), translator("en"))
    book = load_workbook(BytesIO(content))
    rows = {row["Id"].value: row for row in table_of(book, "Scores")}
    data = {title: cell.value for title, cell in rows["data"].items()}
    assert (data["Score"], data["Level"], data["Rated"]) == (None, None, False)
    assert (data["Score at least"], data["Questions answered"]) == (pytest.approx(25 / 3), 1)
    measures = table_of(book, "Measures")
    assert measures
    assert not [title for title in measures[0] if "points" in title]


def test_a_questionnaire_without_a_benchmark_says_so() -> None:
    evaluation, context = case("empty")
    bare = replace(evaluation, benchmark=None)
    book = build_book(bare, context, translator("en"))
    (overview, *_) = book.sheets
    assert ("Sheets", "Benchmark", "This questionnaire has no benchmark.") in overview.rows


def test_the_same_evaluation_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    script = (
        "import sys; from tests.report.workbook.test_workbook import made;"
        "open(sys.argv[1], 'wb').write(made('together', 'de'))"
    )
    other = tmp_path / "other.xlsx"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", script, str(other)], check=True, env=environment)
    assert other.read_bytes() == made("together", "de")
    with ZipFile(BytesIO(made("usual"))) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(2026, 2, 24)}


@given(assessments())
@settings(max_examples=10)
def test_any_assessment_becomes_a_whole_book(given_: tuple[Questionnaire, Responses]) -> None:
    asked, said = given_
    evaluation = evaluate(asked, said)
    context = ReportContext(said, date(2026, 2, 24))
    t = translator("de")
    assert found(render_workbook(evaluation, context, t)) == expected(evaluation, context, t)


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_of_sheets_are_legal_and_differ(wanted: list[str]) -> None:
    names = list(sheet_names(wanted))
    assert len(names) == len(wanted)
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"
