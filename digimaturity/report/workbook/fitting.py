"""How wide a column and how high a row has to be, since not every program measures texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import east_asian_width

from digimaturity.report.model.tables import Cell, Column, Form, Sheet

#: Points of a line and of the space around the lines; the highest row that Excel knows.
_LINE, _AROUND, _HIGHEST = 12.8, 4.0, 409.0
#: Widths of letters in Calibri, in parts of their size.
_NARROW, _USUAL, _CAPITAL, _WIDE, _SQUARE = 0.27, 0.5, 0.6, 0.78, 1.0
_NARROW_ONES = frozenset("fijlrtI .,:;!|()[]’'-")
_WIDE_ONES = frozenset("mwMWOQ@%&…—")
#: Letter sizes to a column's unit of width, and units that its margins and indent take.
_UNIT, _MARGINS = 7 / 13.3, 1.8
#: A head is set in bold, and has a button beside it.
_BOLD, _BUTTON = 1.08, 2.0
#: No word makes a column wider than this.
_WIDEST_WORD = 40.0


def widths_of(sheet: Sheet) -> list[float]:
    """The width of each column: as its texts need, no word broken, else at most as it says."""
    found = []
    for place, column in enumerate(sheet.columns):
        texts = [row[place] for row in sheet.rows if isinstance(row[place], str)]
        words = _widest(word for text in texts for word in str(text).split())
        head = _BOLD * _widest(column.title.split()) + _BUTTON
        whole = _widest(line for text in texts for line in str(text).split("\n"))
        numbers = _least(column) if len(texts) < len(sheet.rows) else 0.0
        least = max(min(words, _WIDEST_WORD) + _MARGINS, head + _MARGINS, numbers)
        found.append(round(max(least, min(column.width, whole + _MARGINS)), 1))
    return found


def height_of(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Points, for the highest of the cells."""
    most = max(
        (
            lines_in(value, (width - _MARGINS) * _UNIT)
            for value, width in zip(row, widths, strict=True)
            if isinstance(value, str)
        ),
        default=1,
    )
    return min(_HIGHEST, round(most * _LINE + _AROUND, 1))


def lines_in(text: str, room: float) -> int:
    """Lines of a text that is wrapped between words, in so many sizes of its letters."""
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        wide = _wide(word)
        if used and used + _NARROW + wide > room:
            lines, used = lines + 1, 0.0
        used += wide + (_NARROW if used else 0.0)
        if used > room:  # a word longer than a line is broken
            more = int(used / room)
            lines, used = lines + more, used - more * room
    return lines


def _widest(texts: Sequence[str] | Iterator[str]) -> float:
    """In units of a column's width."""
    return max(map(_wide, texts), default=0.0) / _UNIT


def _least(column: Column) -> float:
    """What its numbers and dates need at the least."""
    return min(column.width, 18.0) if column.form is Form.DAY else 7.0


def _wide(text: str) -> float:
    return sum(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(char: str) -> float:
    if char in _NARROW_ONES:
        return _NARROW
    if char in _WIDE_ONES:
        return _WIDE
    if not char.isascii() and east_asian_width(char) in "WF":
        return _SQUARE
    return _CAPITAL if char.isupper() else _USUAL
