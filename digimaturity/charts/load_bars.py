"""How much of their time the people need who must do it: quarter by quarter, up to the limit."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from digimaturity.charts.lines import broken, lines_needed
from digimaturity.charts.plan_columns import SMALL, Columns, columns_of, grid, heads
from digimaturity.charts.plan_data import LoadBars, LoadCell, LoadRow
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEGEND = 14.0
_HEAD = 15.0
_TOP = 9.0  # above the limit: there too much is seen
_FULL = 26.0  # a bar of all the time there is
_FOOT = 15.0  # the figures below
_UNLIMITED = 20.0  # figures alone
_NAME, _LINE = 12.0, 9.6
_MARK = 6.4
_INSET = 0.14  # of a quarter's width
_SIZE = 8.1
_SMALLER = 6.2

#: A bar is not drawn longer than so much of the limit; its figure tells the rest.
_MOST = 1.3


def figure(load: LoadBars, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(load, width), palette)
    draw(sheet, load)
    return sheet.figure


def height(load: LoadBars, width: float) -> float:
    """The height in points."""
    return heads_height(load, width) + sum(row_height(row, width) for row in load.rows)


def pages(load: LoadBars, width: float, room: float) -> tuple[LoadBars, ...]:
    """The chart in as many parts as fit into `room` points of height each; rows stay whole."""
    parts: list[list[LoadRow]] = [[]]
    for row in load.rows:
        longer = [*parts[-1], row]
        if parts[-1] and height(replace(load, rows=tuple(longer)), width) > room:
            parts.append([row])
        else:
            parts[-1] = longer
    return tuple(replace(load, rows=tuple(rows)) for rows in parts)


def draw(sheet: Surface, load: LoadBars) -> None:
    """What the colours mean, the quarters, and a row for each role and person."""
    columns = columns_of(sheet.width, len(load.quarters))
    draw_heads(sheet, load)
    top = heads_height(load, sheet.width)
    for row in load.rows:
        draw_row(sheet, row, columns, top)
        top += row_height(row, sheet.width)


def heads_height(load: LoadBars, width: float) -> float:
    """The height of what stands above the rows."""
    return _LEGEND * _legend_lines(load, width) + _HEAD


def draw_heads(sheet: Surface, load: LoadBars) -> None:
    """What the colours mean, and the names of the quarters."""
    palette, base, x = sheet.palette, 9.0, 0.0
    one_each = _legend_lines(load, sheet.width) > 1
    for words, colour in (
        (load.running, palette.neutral),
        (load.planned, palette.accent),
        (load.above, palette.bad),
    ):
        sheet.box(x, base - _MARK, _MARK, _MARK, colour)
        sheet.text((x + _MARK + 4, base), words, size=SMALL, colour=palette.secondary)
        x += 0.0 if one_each else _MARK + 4 + sheet.text_width(words, SMALL) + 14
        base += _LEGEND if one_each else 0.0
    _dashed(sheet, (x, x + 14), base - _MARK / 2)
    sheet.text((x + 18, base), load.limit, size=SMALL, colour=palette.secondary)
    foot = heads_height(load, sheet.width)
    columns = columns_of(sheet.width, len(load.quarters))
    heads(sheet, columns, load.quarters, foot - 4)


def row_height(row: LoadRow, width: float) -> float:
    """The height of one row in points."""
    columns = columns_of(width, 1)
    bars = _TOP + _FULL + _FOOT if row.limited else _UNLIMITED
    words = _NAME + _LINE * (_lines(row.about, columns) + _lines(row.note, columns)) + 6
    return words + bars if columns.narrow else max(words + 4, bars)


def draw_row(sheet: Surface, row: LoadRow, columns: Columns, top: float) -> None:
    """Who, how much time there is, what stands out; and the bars."""
    palette, tall = sheet.palette, row_height(row, sheet.width)
    base = top + 12.0
    room = _room(columns)
    sheet.text((0, base), row.name, size=_SIZE, strong=True, room=room)
    for words, colour in (
        (row.about, palette.secondary),
        (row.note, palette.bad if row.over else palette.secondary),
    ):
        for part in broken(sheet, words, room, _most(columns), size=SMALL) if words else ():
            base += _LINE
            sheet.text((0, base), part, size=SMALL, colour=colour, room=room)
    if not columns.narrow:
        grid(sheet, columns, top, top + tall)
    ground = top + tall - _FOOT
    _figures(sheet, row, columns, ground + 10.5)
    if row.limited:
        _bars(sheet, row, columns, ground)
        _dashed(sheet, (columns.left, columns.right), ground - _FULL)
    sheet.line((0, top + tall), (columns.left if not columns.narrow else sheet.width, top + tall))


def _bars(sheet: Surface, row: LoadRow, columns: Columns, ground: float) -> None:
    palette, inset = sheet.palette, columns.step * _INSET
    wide = columns.step - 2 * inset
    for place, cell in enumerate(row.cells):
        left = columns.at(place) + inset
        running, whole = (
            min(one, _MOST) * _FULL for one in (cell.running, cell.running + cell.planned)
        )
        if cell.over:
            sheet.box(left, ground - whole, wide, whole, palette.bad)
            continue
        sheet.box(left, ground - whole, wide, whole - running, palette.accent)
        sheet.box(left, ground - running, wide, running, palette.neutral)
    sheet.line((columns.left, ground), (columns.right, ground), palette.rule, 0.7)


def _parts(cell: LoadCell) -> tuple[float, float]:
    return cell.running, cell.planned


def _figures(sheet: Surface, row: LoadRow, columns: Columns, base: float) -> None:
    """The figures below the bars; where not all have room, the highest come first."""
    taken: list[tuple[float, float]] = []
    size = _figure_size(sheet, row, columns)
    for place in sorted(range(len(row.cells)), key=lambda one: -sum(_parts(row.cells[one]))):
        cell = row.cells[place]
        wide = sheet.text_width(cell.label, size, strong=cell.over)
        middle = columns.at(place + 0.5)
        left = min(max(middle - wide / 2, columns.left), columns.right - wide)
        if any(left < end + 2 and start < left + wide + 2 for start, end in taken):
            continue
        taken.append((left, left + wide))
        colour = sheet.palette.bad if cell.over else sheet.palette.secondary
        sheet.text((left, base), cell.label, size=size, colour=colour, strong=cell.over)


def _figure_size(sheet: Surface, row: LoadRow, columns: Columns) -> float:
    """Smaller where two that are over the limit had no room beside each other."""
    widest = max(
        (sheet.text_width(one.label, SMALL, strong=one.over) for one in row.cells), default=0
    )
    close = any(one.over and after.over for one, after in pairwise(row.cells))
    return _SMALLER if close and widest + 2 > columns.step else SMALL


def _dashed(sheet: Surface, ends: tuple[float, float], y: float) -> None:
    """The limit."""
    x, end = ends
    while x < end:
        sheet.line((x, y), (min(x + 2.6, end), y), sheet.palette.ink, 0.8)
        x += 4.4


def _room(columns: Columns) -> float:
    return columns.right if columns.narrow else columns.left - 10


def _most(columns: Columns) -> int:
    return 4 if columns.narrow else 2


def _lines(words: str, columns: Columns) -> int:
    return lines_needed(words, _room(columns), SMALL, _most(columns)) if words else 0


def _legend_lines(load: LoadBars, width: float) -> int:
    """One, or one for each where they do not fit beside each other."""
    words = f"{load.running} {load.planned} {load.above} {load.limit}"
    room = width - 4 * (_MARK + 18)
    return 1 if lines_needed(words, room, SMALL, 2) == 1 else 4
