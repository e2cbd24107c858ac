"""The pages are counted as a reader would: by lines, by what stays together, by what is parted."""

from __future__ import annotations

import pytest

from digimaturity.report.word.elements import Element, element, paragraph
from digimaturity.report.word.pagination import Pages
from digimaturity.report.word.tables import table
from digimaturity.report.word.template import empty_document, text_area
from digimaturity.report.word.writer import Writer
from tests.report.word.documents import model

#: Lines of text of 9.5 points, 1.3 times as high as large, on a page of 297 less 46 millimetres.
LINES = 56


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Writer(empty_document(model("en").paper, cover=True), text_area("A4"), None).pages


def lines(number: int) -> list[Element]:
    return [paragraph("Normal", "A line.") for _ in range(number)]


def test_a_page_is_full_when_its_lines_are(pages: Pages) -> None:
    assert pages.count(lines(LINES)) == 1
    assert pages.count(lines(LINES + 1)) == 2
    assert pages.count([paragraph("Normal", "line\n" * (LINES + 1))]) == 2
    assert pages.room(lines(LINES)) < 12.35 < pages.room(lines(LINES - 1))


def test_a_heading_goes_with_what_follows_it(pages: Pages) -> None:
    heading, picture = paragraph("Heading2", "What follows"), paragraph("Normal", "one\n" * 30)
    picture.find(picture[0].tag).append(element("keepLines"))
    assert pages.count([*lines(LINES - 32), heading, picture]) == 2
    assert pages.count([*lines(LINES - 34), heading, picture]) == 1


def test_what_begins_a_page_begins_one(pages: Pages) -> None:
    first = paragraph("Normal", "New.", properties=[element("pageBreakBefore")])
    assert pages.count([first]) == 1
    assert pages.count([*lines(1), first]) == 2


def test_a_word_without_an_end_and_a_row_without_an_end_take_the_pages_they_need(
    pages: Pages,
) -> None:
    assert pages.count([paragraph("Normal", "x" * 10_000)]) == 2
    cell = paragraph("TableText", "line\n" * 300)
    head = [paragraph("TableHead", "Head")]
    assert pages.count([table("ReportTable", [400.0], head, [[[cell]]], title="Long")]) == 5


def test_of_options_the_first_with_the_fewest_pages_is_taken(pages: Pages) -> None:
    long, short, other = lines(LINES + 1), lines(LINES), lines(1)
    assert pages.shortest([long, short, other]) is short
    assert pages.shortest([long]) is long


def test_a_short_last_page_is_saved_by_smaller_spaces(pages: Pages) -> None:
    spaced = [paragraph("BodyText", "A paragraph.") for _ in range(41)]
    short = [*spaced, paragraph("BodyText", "The last one.")]
    assert pages.count(short) == 2
    tight = pages.without_short_end(short)
    assert pages.count(tight) == 1
    assert len(tight) == len(short)
    half = short + spaced[:25]
    assert pages.without_short_end(half) is half
