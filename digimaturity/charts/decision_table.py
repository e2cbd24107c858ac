"""Who holds which part of which decision: a sign and a word for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.charts.data import DecisionTable, Held, HeldRow
from digimaturity.charts.lines import broken, lines_needed
from digimaturity.charts.surface import Point, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HEAD = 25.0
_ROW, _TALL = 18.0, 28.0  # with a name of one line, of two
_LINE = 13.0  # where each part has a line of its own
_NAME = 14.0
_NEXT = 10.0  # from line to line of words
_SIZE = 8.1
_SMALL = 7.2
_WORDS = 7.7

#: A sign, and the space behind it.
_SIGN, _BEHIND = 8.0, 4.0

#: The share of the width that the names get; below so many points each part has a line of its own.
_NAMES = 0.28
_NARROW = 366.0


def figure(table: DecisionTable, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(table, width), palette)
    draw(sheet, table)
    return sheet.figure


def height(table: DecisionTable, width: float) -> float:
    """The height in points."""
    if width >= _NARROW:
        return _HEAD + sum(_tall(row, width) for row in table.rows) + 1
    return sum(_NAME + _LINE * len(row.parts) + 5 for row in table.rows) + 1


def draw(sheet: Surface, table: DecisionTable) -> None:
    """A row for each decision, a column for each part; where it is narrow, a line for each."""
    if sheet.width < _NARROW:
        _one_below_the_other(sheet, table)
        return
    names = sheet.width * _NAMES
    step = (sheet.width - names) / (len(table.heads) - 1)
    edges = [0.0, *(names + place * step for place in range(len(table.heads) - 1))]
    for place, (left, head) in enumerate(zip(edges, table.heads, strict=True)):
        _set(sheet, head, (left, _HEAD - 6), (step if place else names) - 6)
    sheet.line((0, _HEAD), (sheet.width, _HEAD), sheet.palette.rule, 0.9)
    top = _HEAD
    for row in table.rows:
        tall = _tall(row, sheet.width)
        lines = broken(sheet, row.name, names - 8, 2, size=_SIZE)
        base = top + tall / 2 + 2.9
        for number, words in enumerate(lines):
            at = (0, base + (number - (len(lines) - 1) / 2) * _NEXT)
            sheet.text(at, words, size=_SIZE, room=names - 8)
        for held, left in zip(row.parts, edges[1:], strict=True):
            _held(sheet, held, (left, base), step - 2)
        top += tall
        sheet.line((0, top), (sheet.width, top))


def _tall(row: HeldRow, width: float) -> float:
    needed = lines_needed(row.name, width * _NAMES - 8, _SIZE, 2)
    return _ROW if needed == 1 else _TALL


def _set(sheet: Surface, head: str, place: Point, room: float) -> None:
    """A head in two lines at most, of which the last stands at that place."""
    lines = broken(sheet, head, room, 2, size=_SMALL)
    for number, words in enumerate(reversed(lines)):
        at = (place[0], place[1] - number * (_NEXT - 1))
        sheet.text(at, words, size=_SMALL, colour=sheet.palette.secondary, room=room)


def _one_below_the_other(sheet: Surface, table: DecisionTable) -> None:
    grey, top = sheet.palette.secondary, 0.0
    left = max(sheet.text_width(head, _SMALL) for head in table.heads[1:]) + 14
    for row in table.rows:
        base = top + 11
        sheet.text((0, base), row.name, size=_SIZE, strong=True, room=sheet.width)
        for held, head in zip(row.parts, table.heads[1:], strict=True):
            base += _LINE
            sheet.text((0, base), head, size=_SMALL, colour=grey, room=left - 6)
            _held(sheet, held, (left, base), sheet.width - left)
        top = base + 8
        sheet.line((0, top), (sheet.width, top))


def _held(sheet: Surface, held: Held, place: Point, room: float) -> None:
    left, base = place
    palette = sheet.palette
    draw_sign(sheet, held.holder, (left + _SIGN / 2, base - 2.7))
    quiet = held.holder in ("", "differ")
    sheet.text(
        (left + _SIGN + _BEHIND, base),
        held.words,
        size=_WORDS,
        strong=held.holder == "nobody",
        colour=palette.secondary if quiet else palette.ink,
        room=room - _SIGN - _BEHIND,
    )


def draw_sign(sheet: Surface, holder: str, centre: Point) -> None:
    """The sign of a holder: known by its form, and by its colour."""
    (x, y), palette = centre, sheet.palette
    match holder:
        case "it":
            sheet.box(x - 3, y - 3, 6, 6, palette.it)
        case "business":
            sheet.dot(centre, 3.4, palette.business)
        case "jointly":
            sheet.box(x - 4.6, y - 2.2, 4.4, 4.4, palette.it)
            sheet.dot((x + 2.6, y), 2.4, palette.business)
        case "nobody":
            sheet.dot(centre, 3.0, palette.bad, hollow=True)
            sheet.line((x - 2.2, y + 2.2), (x + 2.2, y - 2.2), palette.bad, 1.2)
        case "differ":
            for rise in (-1.5, 1.5):
                sheet.line((x - 3, y + rise), (x + 3, y + rise), palette.secondary, 1.0)
            sheet.line((x - 2, y + 3.6), (x + 2, y - 3.6), palette.secondary, 1.0)
        case _:
            sheet.text((x, y + 2.7), "?", size=_SMALL, colour=palette.secondary, align="center")
