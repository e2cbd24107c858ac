"""Scores on the way to their targets: a bar up to now, a tick where it stood, a diamond ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digimaturity.charts.gap_data import GapRow, GapRows
from digimaturity.charts.surface import Point, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HEAD = 15.0
_ROW = 16.4
_NAME = 12.0  # where a name has a line of its own
_NOTE = 11.2  # a line of small words below
_APART = 3.0  # above a strong row
_BAR, _STRONG_BAR = 4.2, 5.4
_DIAMOND = 3.4
_TICK = 5.2
_SIZE = 8.1
_SMALL = 7.2

#: Below so many points a name has a line of its own.
NARROW = 360.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are, in points: the scale from, to; the figures' right edges."""

    scale: tuple[float, float]
    now: float
    goal: float
    width: float

    @staticmethod
    def of(width: float) -> Columns:
        """For a chart of that width."""
        if width < NARROW:
            return Columns((6.0, 0.50 * width), 0.60 * width, 0.76 * width, width)
        return Columns((0.27 * width, 0.735 * width), 0.80 * width, 0.89 * width, width)

    @property
    def narrow(self) -> bool:
        """Whether names stand above."""
        return self.width < NARROW

    def at(self, points: float) -> float:
        """The place of a score on the scale."""
        left, right = self.scale
        return left + (right - left) * points / 100

    def points(self, x: float) -> float:
        """The score at a place of the scale, 0 to 100."""
        left, right = self.scale
        return min(100.0, max(0.0, 100 * (x - left) / (right - left)))


def figure(chart: GapRows, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(chart, width), palette)
    draw(sheet, chart)
    return sheet.figure


def height(chart: GapRows, width: float) -> float:
    """The height in points."""
    return head_height(width) + sum(row_height(row, width) for row in chart.rows) + 1


def head_height(width: float) -> float:
    """The height of the legend and the heads."""
    return _HEAD + (_NAME if Columns.of(width).narrow else 0.0)


def row_height(row: GapRow, width: float) -> float:
    """The height of one row."""
    apart = _APART if row.strong else 0.0
    named = _NAME if Columns.of(width).narrow else 0.0
    return _ROW + apart + named + (_NOTE if row.note else 0.0)


def draw(sheet: Surface, chart: GapRows) -> None:
    """The head, then row by row."""
    draw_head(sheet, chart)
    top = head_height(sheet.width)
    for row in chart.rows:
        draw_row(sheet, row, top)
        top += row_height(row, sheet.width)


def draw_head(sheet: Surface, chart: GapRows) -> None:
    """What the marks mean, and what the columns are."""
    palette, columns = sheet.palette, Columns.of(sheet.width)
    foot = head_height(sheet.width) - 0.6
    x, base = (0.0 if columns.narrow else columns.scale[0]), 7.5
    for mark, words in ((_tick, chart.baseline), (_diamond, chart.target)):
        mark(sheet, (x + 4, base - 2.6))
        sheet.text((x + 11, base), words, size=_SMALL, colour=palette.secondary)
        x += 11 + sheet.text_width(words, _SMALL) + 12
    for right, words in zip((columns.now, columns.goal, sheet.width), chart.heads, strict=True):
        at = (right, foot - 6.9)
        sheet.text(at, words, size=_SMALL, colour=palette.secondary, align="right")
    sheet.line((0, foot), (sheet.width, foot), palette.rule, 0.9)


def draw_row(sheet: Surface, row: GapRow, top: float) -> None:
    """One row, from `top` down."""
    columns = Columns.of(sheet.width)
    named = top + (_APART if row.strong else 0.0)
    middle = named + (_NAME if columns.narrow else 0.0) + _ROW / 2
    base = middle + 2.9
    indent = 0.0 if row.strong else 6.0
    room = (sheet.width if columns.narrow else columns.scale[0]) - indent - 6
    at = (indent, named + 9.5 if columns.narrow else base)
    sheet.text(at, row.name, size=_SIZE, strong=row.strong, room=room)
    _scale(sheet, columns, middle)
    _score(sheet, row, columns, middle)
    grey = sheet.palette.secondary
    figures = ((columns.now, row.now), (columns.goal, row.goal), (sheet.width, row.gap))
    for place, (right, words) in enumerate(figures):
        colour = grey if place and not row.strong and not row.goal else ""
        if place or row.value is not None:
            sheet.text(
                (right, base), words, size=_SIZE, strong=row.strong, align="right", colour=colour
            )
    if row.note:
        at = (indent, middle + _ROW / 2 + 6.0)
        sheet.text(at, row.note, size=_SMALL, colour=grey, room=sheet.width - indent)


def _scale(sheet: Surface, columns: Columns, middle: float) -> None:
    left, right = columns.scale
    sheet.line((left, middle), (right, middle))
    for mark in (20, 40, 60, 80):
        x = columns.at(mark)
        sheet.line((x, middle - 2.4), (x, middle + 2.4))


def _score(sheet: Surface, row: GapRow, columns: Columns, middle: float) -> None:
    """The bar, the way that is left as a line, and both marks."""
    palette = sheet.palette
    colour = palette.dimension(*row.hue) if row.hue else palette.ink
    if row.value is None:
        sheet.note((columns.scale[0] + 5, middle + 2.5), row.now)
    else:
        _left_to_go(sheet, row, columns, middle, colour)
        thick = _STRONG_BAR if row.strong else _BAR
        length = max(columns.at(row.value) - columns.scale[0], 0.6)
        sheet.box(columns.scale[0], middle - thick / 2, length, thick, colour)
    if row.low is not None and row.high is not None:
        ends = columns.at(row.low), columns.at(row.high)
        sheet.stretch(ends, middle + 4.4, 1.3, palette.ink, 0.6)
    if row.baseline is not None:
        _tick(sheet, (columns.at(row.baseline), middle))
    if row.target is not None:
        _diamond(sheet, (columns.at(row.target), middle))


def _left_to_go(sheet: Surface, row: GapRow, columns: Columns, middle: float, colour: str) -> None:
    if row.target is not None and row.value is not None and row.target > row.value:
        ends = (columns.at(row.value), middle), (columns.at(row.target), middle)
        sheet.line(*ends, colour, 1.3)


def _tick(sheet: Surface, at: Point) -> None:
    sheet.earlier(at, _TICK)


def _diamond(sheet: Surface, at: Point) -> None:
    x, y = at
    corners = ((x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y))
    palette = sheet.palette
    sheet.polygon(corners, edge=palette.ink, weight=0.9, fill=palette.page)
