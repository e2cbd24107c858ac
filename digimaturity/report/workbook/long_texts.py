"""Texts that are longer than a cell may be: they go on in further columns, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digimaturity.i18n import Translate
from digimaturity.report.model.tables import Cell, Column, Sheet
from digimaturity.report.xml_text import xml_text

#: What a cell holds, in units of UTF-16: emoji and rare letters are two, all others one.
LONGEST = 32_767


def continued(sheet: Sheet, t: Translate) -> Sheet:
    """The sheet with further columns where texts need them, and with texts that XML can carry.

    A text that goes on ends with a mark that says so, so that nobody takes its beginning for all.
    """
    mark = " " + t("[continues in the next column]")
    rows = [[_parts(cell, mark) for cell in row] for row in sheet.rows]
    widths = [
        max((len(row[place]) for row in rows), default=1) for place in range(len(sheet.columns))
    ]
    columns = tuple(
        column
        for first, width in zip(sheet.columns, widths, strict=True)
        for column in _columns(first, width, t)
    )
    filled = tuple(
        tuple(
            cell
            for parts, width in zip(row, widths, strict=True)
            for cell in (*parts, *(None,) * (width - len(parts)))
        )
        for row in rows
    )
    return replace(sheet, columns=columns, rows=filled)


def _columns(first: Column, width: int, t: Translate) -> Iterator[Column]:
    yield first
    for number in range(2, width + 1):
        title = t("{column}, continued ({number})", column=first.title, number=number)
        yield replace(first, title=title)


def _parts(cell: Cell, mark: str) -> tuple[Cell, ...]:
    """The pieces of a text; any other value is one piece."""
    if not isinstance(cell, str):
        return (cell,)
    rest, found = xml_text(cell), []
    while 2 * len(rest) > LONGEST and _units(rest) > LONGEST:
        most = _fitting(rest, LONGEST - _units(mark))
        found.append(rest[:most] + mark)
        rest = rest[most:]
    return (*found, rest)


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _fitting(text: str, room: int) -> int:
    """How many of the first letters have room in so many units."""
    for place, char in enumerate(text):
        room -= 2 if char > "\uffff" else 1
        if room < 0:
            return place
    return len(text)
