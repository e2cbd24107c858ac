"""The plan: a bar for each running project and each measure, over the quarters that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from digimaturity.charts.lines import broken, lines_needed
from digimaturity.charts.plan_columns import HEAD, SMALL, Columns, columns_of, grid, heads
from digimaturity.charts.plan_data import Gantt, GanttRow
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 18.0  # with a name of one line
_LINE = 9.6
_LINES = 3  # at most
_BAR = 8.4
_BESIDE = 14.0  # the line of a bar where names have lines of their own
_INSET = 1.2
_GAP = 5.0
_SPACE = 2.0  # between a label and its note
_SIZE = 8.1
_PARTED = 6.0  # between projects and measures


def figure(gantt: Gantt, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(gantt, width), palette)
    draw(sheet, gantt)
    return sheet.figure


def height(gantt: Gantt, width: float) -> float:
    """The height in points."""
    parted = _PARTED * sum(1 for _ in _partings(gantt))
    return HEAD + sum(row_height(row, width) for row in gantt.rows) + parted + 1


def pages(gantt: Gantt, width: float, room: float, first: float = 0.0) -> tuple[Gantt, ...]:
    """The chart in as many parts as fit into `room` points of height each; rows stay whole.

    `first` is the room of the first part, where that is another one.
    """
    parts: list[list[GanttRow]] = [[]]
    for row in gantt.rows:
        longer = [*parts[-1], row]
        most = first or room if len(parts) == 1 else room
        if parts[-1] and height(replace(gantt, rows=tuple(longer)), width) > most:
            parts.append([row])
        else:
            parts[-1] = longer
    return tuple(replace(gantt, rows=tuple(rows)) for rows in parts)


def draw(sheet: Surface, gantt: Gantt) -> None:
    """Heads, then a row for each; a line parts projects from measures."""
    columns = columns_of(sheet.width, len(gantt.quarters))
    draw_heads(sheet, gantt)
    foot, top = height(gantt, sheet.width) - 1, HEAD
    if not columns.narrow:
        grid(sheet, columns, HEAD, foot)
    partings = set(_partings(gantt))
    for place, row in enumerate(gantt.rows):
        if place in partings:
            sheet.line((0, top + _PARTED / 2), (sheet.width, top + _PARTED / 2))
            top += _PARTED
        draw_row(sheet, row, columns, top)
        top += row_height(row, sheet.width)
    sheet.line((0, foot), (sheet.width, foot), sheet.palette.rule, 0.9)


def draw_heads(sheet: Surface, gantt: Gantt) -> None:
    """What stands above the columns, on a line."""
    columns, grey = columns_of(sheet.width, len(gantt.quarters)), sheet.palette.secondary
    base = HEAD - 6
    for right, head in zip(columns.figures, (gantt.days_head, gantt.gain_head), strict=False):
        sheet.text((right, base), head, size=SMALL, colour=grey, align="right")
    heads(sheet, columns, gantt.quarters, base)
    sheet.line((0, HEAD), (sheet.width, HEAD), sheet.palette.rule, 0.9)


def row_height(row: GanttRow, width: float) -> float:
    """The height of one row in points."""
    columns = columns_of(width, 1)
    lines = lines_needed(row.name, columns.room, _SIZE, _LINES)
    return _ROW + (lines - 1) * _LINE + (_BESIDE if columns.narrow else 0.0)


def draw_row(
    sheet: Surface, row: GanttRow, columns: Columns, top: float, inset: float = 0.0
) -> None:
    """Number, name and figures of one row, and its bar with what is said beside it.

    The number stands `inset` points from the edge.
    """
    palette, tall = sheet.palette, row_height(row, sheet.width)
    named = tall - _BESIDE if columns.narrow else tall
    base = top + named / 2 + 2.9
    lines = broken(sheet, row.name, columns.room, _LINES, size=_SIZE)
    first = base - (len(lines) - 1) / 2 * _LINE
    sheet.text((inset, first), row.number, size=_SIZE, strong=True)
    ink = palette.ink if row.number else palette.secondary
    for number, words in enumerate(lines):
        at = (columns.name, first + number * _LINE)
        sheet.text(at, words, size=_SIZE, colour=ink, room=columns.room)
    for right, words in zip(columns.figures, (row.days, row.gain), strict=False):
        sheet.text((right, base), words, size=_SIZE, align="right")
    _bar(sheet, row, columns, top + named + _BESIDE / 2 - 2 if columns.narrow else top + tall / 2)


def _partings(gantt: Gantt) -> Iterator[int]:
    """Before which rows a line is drawn: where the first measure follows a project."""
    for place in range(1, len(gantt.rows)):
        if gantt.rows[place].number and not gantt.rows[place - 1].number:
            yield place


def _bar(sheet: Surface, row: GanttRow, columns: Columns, middle: float) -> None:
    palette = sheet.palette
    left, right = _ends(columns, row.first, row.quarters)
    colour = palette.dimension(*row.hue) if row.hue else palette.neutral
    if row.before is not None and 0 <= row.before < columns.quarters:
        start, end = _ends(columns, row.before, row.quarters)
        up, down = middle - _BAR / 2 + 0.4, middle + _BAR / 2 - 0.4
        corners = ((start, up), (end, up), (end, down), (start, down))
        sheet.polygon(corners, edge=colour, weight=0.8)
    sheet.box(left, middle - _BAR / 2, right - left, _BAR, colour)
    if row.fixed:
        _lock(sheet, left + 5.0, middle)
    _beside(sheet, row, columns, middle)


def _ends(columns: Columns, first: int, quarters: int) -> tuple[float, float]:
    """From where to where a bar reaches, within the chart."""
    last = min(first + quarters, columns.quarters)
    return columns.at(max(first, 0)) + _INSET, columns.at(last) - _INSET


def _lock(sheet: Surface, x: float, y: float) -> None:
    """A small padlock on the bar."""
    page = sheet.palette.page
    sheet.box(x - 2.2, y - 0.6, 4.4, 3.2, page)
    for start, end in (
        ((x - 1.4, y - 0.4), (x - 1.4, y - 2.6)),
        ((x - 1.8, y - 2.6), (x + 1.8, y - 2.6)),
        ((x + 1.4, y - 2.6), (x + 1.4, y - 0.4)),
    ):
        sheet.line(start, end, page, 0.8)


def _beside(sheet: Surface, row: GanttRow, columns: Columns, middle: float) -> None:
    """Label and note right of the bar, else left of it; where neither has room, on the bar."""
    left, right = _occupied(row, columns)
    label = sheet.text_width(row.label, SMALL, strong=bool(row.hue))
    note = _note_width(sheet, row) if row.note else 0.0
    sizes = ((label + note, True), (label, False))
    for wide, noted in sizes:
        if wide <= columns.right - right - _GAP:
            _label(sheet, row, (right + _GAP, middle + 2.6), noted=noted)
            return
        if wide <= left - _GAP - columns.left:
            _label(sheet, row, (left - _GAP - wide, middle + 2.6), noted=noted)
            return
    start, end = _ends(columns, row.first, row.quarters)
    for wide, noted in sizes:
        if wide <= end - start - 4 * _GAP:
            _upon(sheet, row, (start + 3 * _GAP, middle), wide, noted=noted)
            return


def _note_width(sheet: Surface, row: GanttRow) -> float:
    """With the space before it, which no surface measures alike."""
    return _SPACE + sheet.text_width(f"· {row.note}", SMALL)


def _occupied(row: GanttRow, columns: Columns) -> tuple[float, float]:
    """From where to where the bar reaches, with the outline of where it was before."""
    left, right = _ends(columns, row.first, row.quarters)
    if row.before is None or not 0 <= row.before < columns.quarters:
        return left, right
    start, end = _ends(columns, row.before, row.quarters)
    return min(left, start), max(right, end)


def _upon(
    sheet: Surface, row: GanttRow, place: tuple[float, float], wide: float, *, noted: bool
) -> None:
    """Words on the bar itself, on a ground on which they can be read."""
    palette, (left, middle) = sheet.palette, place
    words = f"{row.label} · {row.note}" if noted and row.note else row.label
    colour = palette.ink
    if row.hue:
        colour = palette.page
        ground = palette.dimension_text(*row.hue)
        sheet.box(left - 3, middle - _BAR / 2, wide + 6, _BAR, ground)
    sheet.text((left, middle + 2.6), words, size=SMALL, colour=colour, room=wide + 1)


def _label(sheet: Surface, row: GanttRow, place: tuple[float, float], *, noted: bool) -> None:
    """Words beside the bar; the grid does not run through them."""
    palette = sheet.palette
    strong = row.hue is not None
    colour = palette.dimension_text(*row.hue) if row.hue else palette.secondary
    wide = sheet.text_width(row.label, SMALL, strong=strong)
    if noted and row.note:
        wide += _note_width(sheet, row)
    sheet.box(place[0] - 1, place[1] - 7, wide + 2, 9, palette.page)
    sheet.text(place, row.label, size=SMALL, colour=colour, strong=strong)
    if noted and row.note:  # set from the right: a space in front would not be drawn
        at = place[0] + wide, place[1]
        sheet.text(at, f"· {row.note}", size=SMALL, colour=palette.secondary, align="right")
