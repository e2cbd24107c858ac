"""Who decides: the decisions as a table of round boxes, five for each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from digimaturity.authoring.paper.blocks import EDGE, Mark
from digimaturity.i18n import Translator
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.fonts import STRONG, clean
from digimaturity.report.pdf.parts import Sheet
from digimaturity.report.pdf.style import MM, NOTE, NOTE_STRONG, PALETTE, SMALL, ink
from digimaturity.report.pdf.table import Column, Row, Table
from digimaturity.report.pdf.text import Text
from digimaturity.services.forms.fields import DONT_KNOW, Field, Role
from digimaturity.services.forms.model import Choice, Grid
from digimaturity.services.forms.pdf.blocks import radio
from digimaturity.services.forms.pdf.canvas import Group

#: The column of the decisions, the most that a box takes, and what is around words.
_NAME = 52 * MM
_STEP = 5.6 * MM
_PADDING, _SIDE = 2.6 * MM, 1.2 * MM
_ROW_HEAD = {"A": "<</O/Table/Scope/Row>>"}
_COLUMN_HEAD = {"A": "<</O/Table/Scope/Column>>"}
_CORNER = {"A": "<</O/Table/Scope/Column/RowSpan 2>>"}


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the boxes stand: the left edge of each part, and how far box is from box."""

    parts: tuple[float, ...]
    step: float
    boxes: int

    @property
    def width(self) -> float:
        """The width of a part."""
        return self.step * self.boxes

    def columns(self) -> Iterator[Column]:
        """The columns of the boxes."""
        for part in self.parts:
            for number in range(self.boxes):
                yield Column(part + number * self.step, self.step)

    def shade(self, canvas: TaggedCanvas, left: float, bottom: float, height: float) -> None:
        """Tell the parts apart; decoration."""
        with canvas.artifact():
            canvas.setFillColor(ink(PALETTE.rail))
            for part in self.parts:
                canvas.rect(left + part, bottom, self.width, height, stroke=0, fill=1)


def grid_table(sheet: Sheet, grid: Grid, t: Translator) -> Block:
    """The table; it goes on overleaf where it must."""
    choices = (*grid.holders, Choice(DONT_KNOW, t("Don’t know")))
    room = (sheet.width - _NAME) / len(grid.parts)
    step = min(_STEP, room / (len(choices) + 0.5))
    gap = room - step * len(choices)
    parts = tuple(_NAME + place * room + gap for place in range(len(grid.parts)))
    places = _Places(parts, step, len(choices))
    style = SMALL.but(face=STRONG, hyphenate=False)
    rows = [
        _Row(places, [sheet.text(row.text, style, None), *_boxes(row, grid, choices)])
        for row in grid.rows
    ]
    return Table(_Head(sheet, grid, choices, places, t), rows)


def _boxes(row: Choice, grid: Grid, choices: Sequence[Choice]) -> Iterator[Block]:
    for part in grid.parts:
        name = Field(Role.ONE_OF, f"{row.value}.{part.value}").name
        asked = f"{clean(row.text)}: {clean(part.text)}"
        group = Group(name, asked)
        for choice in choices:
            yield _Box(radio(group, choice.value, f"{asked} {clean(choice.text)}"))


class _Box(Block):
    """A box in the middle of its column."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return EDGE

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        self.mark(canvas, left + (width - EDGE) / 2, top - (SMALL.leading + EDGE) / 2)


class _Row(Row):
    """A decision with its boxes."""

    def __init__(self, places: _Places, cells: Sequence[Block]) -> None:
        columns = [Column(0, _NAME - 2 * MM), *places.columns()]
        super().__init__(columns, cells, padding=_PADDING)
        self.places = places

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        height = self.height(width)
        self.places.shade(canvas, left, top - height + self.weight, height - self.weight)
        down = top - self.padding
        with canvas.group("TR", (self.key, "row")):
            for place, (column, cell) in enumerate(zip(self.columns, self.cells, strict=True)):
                across = left + column.left
                if place == 0:
                    with canvas.content("TH", (self.key, place), _ROW_HEAD):
                        cell.draw(canvas, across, down, column.width)
                else:
                    with canvas.group("TD", (self.key, place)):
                        cell.draw(canvas, across, down, column.width)
        self.draw_rule(canvas, left, top, width)


class _Head(Row):
    """Two lines of heads: what is asked, and below it, turned, who it can be."""

    def __init__(
        self,
        sheet: Sheet,
        grid: Grid,
        choices: Sequence[Choice],
        places: _Places,
        t: Translator,
    ) -> None:
        super().__init__([], [], header=True, weight=0.9)
        upright = NOTE_STRONG.but(hyphenate=False, lines=2)
        self.corner = sheet.text(t("Decision"), NOTE, None)
        self.parts = [sheet.text(part.text, upright, None) for part in grid.parts]
        turned = NOTE.but(lines=1, hyphenate=False, colour=PALETTE.ink)
        self.turned = [sheet.text(choice.text, turned, None) for choice in choices]
        self.places = places

    def _lines(self) -> tuple[float, float]:
        """The heights of the two lines."""
        upper = max(part.height(self.places.width - _SIDE) for part in self.parts) + 2 * MM
        return upper, max(text.natural_width() for text in self.turned) + 3 * MM

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return sum(self._lines()) + self.weight

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        height = self.height(width)
        self.places.shade(canvas, left, top - height, height)
        wide = {"A": f"<</O/Table/Scope/Column/ColSpan {self.places.boxes}>>"}
        with canvas.group("TR"):
            with canvas.content("TH", None, _CORNER):
                self._draw_corner(canvas, left, top - height)
            for place, words in zip(self.places.parts, self.parts, strict=True):
                with canvas.content("TH", None, wide):
                    self._draw_part(canvas, words, left + place, top)
        with canvas.group("TR"):
            for column, text in self._below():
                with canvas.content("TH", None, _COLUMN_HEAD):
                    _draw_turned(canvas, text, left + column.left, top - height, column.width)
        self.draw_rule(canvas, left, top, width)

    def draw_plain(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it as decoration: a header that is repeated on a later page."""
        height = self.height(width)
        self.places.shade(canvas, left, top - height, height)
        with canvas.artifact():
            self._draw_corner(canvas, left, top - height)
            for place, words in zip(self.places.parts, self.parts, strict=True):
                self._draw_part(canvas, words, left + place, top)
            for column, text in self._below():
                _draw_turned(canvas, text, left + column.left, top - height, column.width)
        self.draw_rule(canvas, left, top, width)

    def _below(self) -> Iterator[tuple[Column, Text]]:
        """The words of each column of boxes."""
        return zip(self.places.columns(), cycle(self.turned), strict=False)

    def _draw_corner(self, canvas: TaggedCanvas, left: float, bottom: float) -> None:
        self.corner.draw(canvas, left, bottom + NOTE.leading + 1 * MM, _NAME)

    def _draw_part(self, canvas: TaggedCanvas, words: Text, left: float, top: float) -> None:
        words.draw(canvas, left + _SIDE, top - _SIDE, self.places.width - _SIDE)


def _draw_turned(canvas: TaggedCanvas, text: Text, left: float, bottom: float, step: float) -> None:
    """Words that run upwards in their column."""
    canvas.saveState()
    canvas.translate(left + step / 2, bottom + 1.5 * MM)
    canvas.rotate(90)
    text.draw(canvas, 0, NOTE.leading / 2, text.natural_width() + 1)
    canvas.restoreState()
