"""Nothing leaves the slide, covers something else, or runs out of its own room."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.text.text import TextFrame
from pptx.util import Pt

from digimaturity.charts.fonts import text_width
from digimaturity.report.model.parts import KeyFigure, Labelled
from digimaturity.report.model.slides import (
    Bars,
    Cell,
    Field,
    Figures,
    Gaps,
    Part,
    Points,
    SlidesModel,
    Stack,
    Table,
)
from digimaturity.report.slides import expected, found, render_slides
from digimaturity.report.slides.measure import LINE, cut, line_count
from tests.report.slides import decks

_HUGE = "Überwachungsinfrastrukturverantwortlichkeitszuordnung und alles, was daran hängt; " * 50
#: Those of which the slides are laid out in ways of their own.
_CASES = (
    "usual",
    "nothing",
    "one dimension",
    "all at the top",
    "peers only",
    "very small",
    "many areas",
    "three viewpoints",
    "texts very long",
    "texts of one word",
)
_NAME = "Prozessverantwortlichkeitsdokumentationspflicht"


def grown(model: SlidesModel, text: str) -> SlidesModel:
    """The slides with every text of a pack as long as this one."""

    def part_of(part: Part) -> Part:
        match part:
            case Bars():
                bars = [replace(one, bar=replace(one.bar, name=text)) for one in part.bars]
                keys = tuple((text[:60], hue) for _, hue in part.keys)
                return replace(part, bars=tuple(bars), heading=text, keys=keys)
            case Table():
                rows = [tuple(_long(cell) for cell in row) for row in part.rows]
                return replace(part, rows=tuple(rows))
            case Points():
                return replace(part, points=tuple(Labelled(text, text) for _ in part.points))
            case Figures():
                return Figures(tuple(KeyFigure(text, one.figure, text) for one in part.figures))
            case Stack():
                return replace(part, heading=text, after=text)
            case Field():
                return replace(part, heading=text)
            case Gaps():
                gaps = tuple(replace(one, name=text, gap=text) for one in part.chart.rows)
                views = tuple((view, text) for view, _ in part.chart.views)
                return replace(
                    part, heading=text, chart=replace(part.chart, rows=gaps, views=views)
                )

    def _long(cell: Cell) -> Cell:
        return replace(cell, text=text if len(cell.text) > 4 else cell.text, small=text)

    slides = tuple(
        replace(
            one,
            title=text,
            lead=text,
            source=text,
            parts=tuple(part_of(part) for part in one.parts),
        )
        for one in model.slides
    )
    return replace(model, slides=slides)


def deck(case: str) -> bytes:
    """The slides in German, whose words are longer."""
    if not case.startswith("texts"):
        return decks.content(case, "de")
    model = grown(decks.model("three viewpoints", "de"), _HUGE if case.endswith("long") else _NAME)
    content = render_slides(model)
    assert found(content) == expected(model)
    return content


@pytest.mark.parametrize("case", _CASES)
def test_everything_has_its_room(case: str) -> None:
    read = Presentation(BytesIO(deck(case)))
    width, height = read.slide_width or 0, read.slide_height or 0
    for number, page in enumerate(read.slides, start=1):
        source = next(s for s in page.placeholders if s.placeholder_format.idx == 14)
        for shape in page.shapes:
            where = f"slide {number}: {shape.name}"
            assert shape.left >= 0, where
            assert shape.top >= 0, where
            assert shape.left + shape.width <= width, where
            assert shape.top + shape.height <= height, where
            if not shape.is_placeholder:
                assert shape.top + shape.height <= source.top + Pt(1), where
            assert needed(shape) <= shape.height + Pt(2), where


#: Sizes that text has from the layout: title, foot and number, lead, source, mark, sender.
_SIZES = {0: 28, 11: 10, 12: 10, 13: 15, 14: 10, 15: 12, 16: 14}


def needed(shape: Any) -> float:  # noqa: ANN401 - which shapes have text, no type tells
    """The height that the shape's text needs, in the unit of the file."""
    if shape.has_text_frame:
        usual = _SIZES[shape.placeholder_format.idx] if shape.is_placeholder else 0
        return tall(shape.text_frame, shape.width, usual)
    if not shape.has_table:
        return 0
    for row in shape.table.rows:
        for cell, column in zip(row.cells, shape.table.columns, strict=True):
            margins = cell.margin_top + cell.margin_bottom
            inner = column.width - cell.margin_left - cell.margin_right
            assert tall(cell.text_frame, inner, 0) + margins <= row.height + Pt(1)
    return float(sum(row.height for row in shape.table.rows))


def tall(frame: TextFrame, width: int, usual: float) -> float:
    points = 0.0
    for paragraph in frame.paragraphs:
        sizes = [run.font.size.pt for run in paragraph.runs if run.font.size] or [usual]
        strong = any(run.font.bold for run in paragraph.runs)
        if paragraph.text:
            size = max(sizes)
            points += broken(paragraph.text, width / Pt(1) + 0.1, size, strong=strong) * size * LINE
        points += paragraph.space_before.pt if paragraph.space_before else 0
    return Pt(1) * points


def broken(text: str, width: float, size: float, *, strong: bool) -> int:
    """The lines of a text, broken letter by letter with the widths that charts measure with."""
    lines, at, last = 1, 0.0, 0.0
    for char in text:
        advance = text_width(char, size, strong=strong)
        at, last = at + advance, last + advance
        if char in " -/–":
            last = 0.0
        if at > width and char != " ":
            lines, at = lines + 1, last if last < width else advance
            last = at
    return lines


def test_lines_are_counted_as_they_are_broken() -> None:
    assert line_count("one two", 1000, 12) == 1
    assert line_count("one two", 30, 12) == 2
    assert line_count("one\ntwo", 1000, 12) == 2
    assert line_count("W" * 100, 100, 12) > 12
    assert line_count("auf-und-ab", 40, 12) == 2


def test_a_cut_text_keeps_its_beginning_and_says_that_it_goes_on() -> None:
    assert cut("as it is", 500, 12, 1) == "as it is"
    short = cut("word " * 100, 200, 12, 2)
    assert short.startswith("word word")
    assert short.endswith("word…")
    assert line_count(short, 200, 12) == 2
