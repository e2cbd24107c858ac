"""What a sheet consists of: columns, what may stand in them, and where in a pack it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digimaturity.authoring.spreadsheet.codecs import TEXT, Codec

#: Where a value stands within an entry.
Path = tuple[str | int, ...]

#: Widths of columns, in characters.
NARROW, MIDDLE, WIDE = 12, 24, 46
_REPEATED = re.compile(r"(level|step) ([1-9]\d?)")


@dataclass(frozen=True, slots=True)
class Field:
    """A value of an entry: its column's key and title, what may stand there, its `path`.

    A `localized` one has a column for each language, and stands in the texts. Without a path the
    sheet has a way of its own to use it.
    """

    key: str
    title: str
    codec: Codec
    path: Path = ()
    width: int = NARROW
    localized: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the `key` stands in its first row, such as ``text de``."""

    key: str
    title: str
    field: Field
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet. `name`, the key of its first field, is how it is known again; `section` its texts.

    `title` is how the sheet is called. The first field is the id of the entry.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    section: str = ""

    def columns(self, languages: Sequence[str]) -> list[Column]:
        """The columns in these languages."""
        return [column for field in self.fields for column in _columns(field, languages)]

    def column(self, key: str, languages: Sequence[str]) -> Column | None:
        """The column of that key, also of a level or step beyond those always there."""
        known = {column.key: column for column in self.columns(languages)}
        if key in known:
            return known[key]
        base, _, language = key.rpartition(" ")
        match = _REPEATED.fullmatch(base)
        if match is None or language not in languages or f"{match[1]} 1 {language}" not in known:
            return None
        field = repeated(match[1], match[1], int(match[2]))
        return Column(key, key, field, language)


def _columns(field: Field, languages: Sequence[str]) -> Iterator[Column]:
    if not field.localized:
        yield Column(field.key, field.title, field)
    else:
        for code in languages:
            yield Column(f"{field.key} {code}", f"{field.title} ({code})", field, code)


def said(key: str, title: str, *path: str | int, width: int = WIDE) -> Field:
    """A text in each language; it stands at `path`, or under its key."""
    return Field(key, title, TEXT, path or (key,), width, localized=True)


def repeated(name: str, title: str, number: int) -> Field:
    """One of several texts in a list, such as the levels of a question."""
    return said(f"{name} {number}", f"{title} {number}", f"{name}s", number - 1)
