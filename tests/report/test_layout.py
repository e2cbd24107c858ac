"""Pages: everything appears, in order; nothing runs over the foot; headings are not left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.report.model.parts import Chapter
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.pages import Frame, paginate
from digimaturity.report.pdf.style import BODY, LINE, PAGE_SIZES
from digimaturity.report.pdf.table import Column, Row, Table
from digimaturity.report.pdf.text import Text

FRAME = Frame(PAGE_SIZES["A4"])
CHAPTER = Chapter("key", "Name", "Headline")


def pages_of(block: Block) -> list[Block]:
    return [page.block for page in paginate(FRAME, [(CHAPTER, block)])]


def words_in(block: Block) -> list[str]:
    """Every word of a block in the order in which it is drawn."""
    match block:
        case Text():
            lines = block.lines(next(iter(block._broken), FRAME.width))
            return "".join(span.text for line in lines for span in line).split()
        case Stack():
            return [word for part in block.blocks for word in words_in(part)]
        case Columns():
            return [word for _, _, part in block.cells for word in words_in(part)]
        case Table():
            return [word for row in block.rows for cell in row.cells for word in words_in(cell)]
    return []


_PARAGRAPH = st.tuples(st.integers(1, 1500), st.booleans())


@settings(max_examples=60, deadline=None)
@given(paragraphs=st.lists(_PARAGRAPH, min_size=1, max_size=12), whole=st.booleans())
def test_every_word_is_printed_once_and_in_order(
    paragraphs: list[tuple[int, bool]], whole: bool
) -> None:
    number = 0
    blocks: list[Block] = []
    for count, keep in paragraphs:
        words = " ".join(f"w{number + place}" for place in range(count))
        number += count
        blocks.append(Text(words).spaced(4, 4, keep=keep))
    pages = pages_of(Stack(blocks, whole=whole))
    printed = [word for page in pages for word in words_in(page)]
    assert printed == [f"w{place}" for place in range(number)]
    assert all(page.height(FRAME.width) <= FRAME.height + 0.1 for page in pages)


def test_a_heading_goes_over_with_what_follows() -> None:
    filler = Gap(FRAME.height - 3 * LINE)
    heading = Text("Heading").spaced(keep=True)
    body = Stack([Text("line " * 60)], whole=True)
    first, second = pages_of(Stack([filler, heading, body]))
    assert words_in(first) == []
    assert words_in(second)[0] == "Heading"


def test_headings_without_end_do_not_hang() -> None:
    pages = pages_of(Stack([Text("word " * 900).spaced(keep=True) for _ in range(5)]))
    assert sum(len(words_in(page)) for page in pages) == 4500


def test_a_link_still_finds_its_goal_when_that_goes_over_the_page() -> None:
    goal = Stack([Text("word " * 3000)], whole=True)
    goal.bookmark = "goal"
    first, *others = pages_of(goal)
    assert first.bookmark == "goal"
    assert not any(page.bookmark for page in others)


def test_a_last_page_that_would_be_nearly_empty_is_avoided() -> None:
    line = Gap(LINE)
    count = int(FRAME.height / (LINE + 8)) + 2
    assert len(pages_of(Stack([line.spaced(4, 8) for _ in range(count)]))) == 1


def test_two_lines_of_a_paragraph_stay_together() -> None:
    text = Text("word " * 80)
    lines = len(text.lines(FRAME.width))
    room = (lines - 1) * BODY.leading
    head, tail = text.split(FRAME.width, room)
    assert isinstance(head, Text)
    assert isinstance(tail, Text)
    assert len(tail.lines(FRAME.width)) == 2
    alone, rest = text.split(FRAME.width, BODY.leading * 1.5)
    assert alone is None
    assert rest is text


def test_columns_go_on_overleaf_side_by_side() -> None:
    short, long = Text("left " * 20), Text("right " * 3000)
    pages = pages_of(Stack([Columns([(0, 150, short), (160, 200, long)])]))
    words = [word for page in pages for word in words_in(page)]
    assert (words.count("left"), words.count("right")) == (20, 3000)
    assert all(page.height(FRAME.width) <= FRAME.height + 0.1 for page in pages)


def row(words: str) -> Row:
    return Row([Column(0, 200), Column(210, 200)], [Text(words, kind=None), Text("b", kind=None)])


def test_a_table_goes_on_overleaf_with_its_header_and_without_a_lonely_row() -> None:
    table = Table(row("head"), [row(f"r{place}") for place in range(60)])
    pages = [page for page in pages_of(table) if isinstance(page, Table)]
    assert [page.repeated for page in pages] == [False, *[True] * (len(pages) - 1)]
    assert all(len(page.rows) >= 2 for page in pages)
    assert sum(len(page.rows) for page in pages) == 60


def test_a_row_taller_than_a_page_is_printed_whole() -> None:
    table = Table(row("head"), [row("word " * 5000)])
    pages = pages_of(table)
    assert len(pages) > 3
    assert sum(words_in(page).count("word") for page in pages) == 5000
    assert all(page.height(FRAME.width) <= FRAME.height + 0.1 for page in pages)


@pytest.mark.parametrize("block", [Rule(), Gap(2000), Stack([Gap(3000)], whole=True), Stack([])])
def test_a_block_that_cannot_be_split_is_drawn_anyway(block: Block) -> None:
    assert len(pages_of(block)) == 1


def rows_of(page: Block) -> list[str]:
    return [word for word in words_in(page) if word.startswith("r")]


def table_of(count: int, height: int) -> Table:
    column = (Column(0, 200),)
    rows = [
        Row(column, [Stack([Text(f"r{place}", kind=None), Gap(height)])]) for place in range(count)
    ]
    return Table(Row(column, [Text("head", kind=None)], header=True), rows)


@pytest.mark.parametrize("count", [2, 3])
def test_a_small_table_goes_over_as_a_whole(count: int) -> None:
    table = table_of(count, 100)
    first, second = pages_of(Stack([Gap(FRAME.height - table.height(300) + 20), table]))
    assert rows_of(first) == []
    assert rows_of(second) == [f"r{place}" for place in range(count)]


def test_the_last_page_of_a_chapter_is_not_left_nearly_empty() -> None:
    """Five whole parts of which four fit are set as three and two."""
    parts = [Stack([Text(f"p{place}"), Gap(FRAME.height / 4.6)], whole=True) for place in range(5)]
    pages = pages_of(Stack(parts))
    assert [len(words_in(page)) for page in pages] == [3, 2]
    assert pages[-1].height(FRAME.width) > FRAME.height * 0.3
