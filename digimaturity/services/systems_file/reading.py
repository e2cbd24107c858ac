"""Reads a table into systems, as far as it can; whatever it cannot is told with line and reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digimaturity.services.systems_file.columns import Column, Head
from digimaturity.services.systems_file.interfaces import Named, interfaces_in
from digimaturity.services.systems_file.limits import LONGEST, LONGEST_LINE
from digimaturity.services.systems_file.table import Table, read_table
from digimaturity.services.systems_file.uses import use_named
from digimaturity.services.systems_file.values import (
    amount,
    decimal_mark,
    truth,
    unknown,
    whole,
    year,
)
from digimaturity.services.text import spelled, storable

#: Rows in which people add up are no applications.
_SUMS = frozenset({"summe", "gesamt", "gesamtsumme", "total", "sum", "totals", "grand total"})
_TEXTS = {
    Column.OWNER: "owner",
    Column.PURPOSE: "purpose",
    Column.VENDOR: "vendor",
    Column.NOTES: "notes",
}
#: These may have many lines.
_LONG = frozenset({Column.INTERFACES, Column.NOTES})
_TRUTHS = {Column.WITH_IT: "with_it", Column.CLOUD: "cloud"}


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: the `line`, the head of the `column`, and `why` (as in `words`)."""

    line: int
    why: str
    column: str = ""
    value: str = ""


@dataclass(slots=True)
class Found:
    """One system of the file: what it says of it, by the names of `System`'s fields."""

    line: int
    name: str
    fields: dict[str, object] = field(default_factory=dict)
    costs: dict[int, float] = field(default_factory=dict)
    interfaces: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class SystemsFile:
    """What was read. `left_out` are heads that nobody knows; costs without a year got `year`."""

    found: tuple[Found, ...]
    unread: tuple[Unread, ...]
    left_out: tuple[str, ...]
    year: int | None = None


def read_systems(content: bytes, this_year: int, known: Mapping[str, str]) -> SystemsFile:
    """The systems in a file; costs whose head names no year are those of `this_year`.

    `known` are the names of systems that are there already, spelled (`services.text.spelled`).
    Raises `UserError` as `read_table` does.
    """
    table = read_table(content)
    return _Reader(table, this_year, known).read()


class _Reader:
    def __init__(self, table: Table, this_year: int, known: Mapping[str, str]) -> None:
        self._table, self._year = table, this_year
        self._unread: list[Unread] = []
        self._places = [
            (place, words, head) for place, (words, head) in enumerate(table.heads) if head
        ]
        self._mark = decimal_mark(self._of(Column.COST))
        self._names = {*known, *(spelled(name) for name in self._of(Column.NAME))}

    def _of(self, column: Column) -> Iterator[str]:
        places = [place for place, _, head in self._places if head.column is column]
        for _, cells in self._table.rows:
            yield from (cells[place] for place in places if place < len(cells))

    def read(self) -> SystemsFile:
        found: dict[str, Found] = {}
        for line, cells in self._table.rows:
            one = self._system(line, cells)
            if one is None:
                continue
            if spelled(one.name) in found:
                self._unread.append(Unread(line, "twice", value=one.name))
            else:
                found[spelled(one.name)] = one
        yearless = any(
            head.column is Column.COST and head.year is None for *_, head in self._places
        )
        left_out = [words for words, head in self._table.heads if head is None and words]
        told = sorted(self._unread, key=lambda one: one.line)
        return SystemsFile(
            tuple(found.values()), tuple(told), tuple(left_out), self._year if yearless else None
        )

    def _system(self, line: int, cells: Sequence[str]) -> Found | None:
        texts = [
            (words, head, self._clean(line, words, head, cells[place]))
            for place, words, head in self._places
            if place < len(cells)
        ]
        name = next((text for _, head, text in texts if head.column is Column.NAME), "")
        name = " ".join(name.split())
        if not name or spelled(name).rstrip(":") in _SUMS:
            if any(text for *_, text in texts):
                self._unread.append(Unread(line, "sum" if name else "name", value=name))
            return None
        found = Found(line, name)
        for words, head, text in texts:
            if head.column is not Column.NAME and not unknown(text):
                self._take(found, words, head, text)
        return found

    def _clean(self, line: int, words: str, head: Head, cell: str) -> str:
        """A cell without what no text of ours has; one that is too long is told, and left out."""
        kept = "".join(one if one.isprintable() or one == "\n" else " " for one in storable(cell))
        longest = LONGEST if head.column in _LONG else LONGEST_LINE
        if len(kept) <= longest:
            return kept.strip()
        self._unread.append(Unread(line, "long", words))
        return ""

    def _take(self, found: Found, words: str, head: Head, text: str) -> None:
        """Put down what a cell says, or that it cannot be read."""
        column = head.column
        if column in _TEXTS:
            found.fields[_TEXTS[column]] = (
                text if column is Column.NOTES else " ".join(text.split())
            )
        elif column is Column.USE:
            self._take_use(found, words, text)
        elif column is Column.INTERFACES:
            found.interfaces = tuple(interfaces_in(text, self._names))
        elif not self._take_figure(found, head, text):
            self._unread.append(Unread(found.line, column.value, words, text[:60]))

    def _take_use(self, found: Found, words: str, text: str) -> None:
        use = use_named(text)
        if use:
            found.fields["use"] = use
        else:
            # The firm's own words are kept where there is room for them.
            found.fields.setdefault("purpose", " ".join(text.split()))
            self._unread.append(Unread(found.line, Column.USE.value, words, text[:60]))

    def _take_figure(self, found: Found, head: Head, text: str) -> bool:
        value: float | bool | None
        match head.column:
            case Column.COST:
                value = amount(text, self._mark)
                if value is not None:
                    found.costs[head.year or self._year] = value * head.factor
            case Column.USERS:
                value = whole(text)
                found.fields["users"] = value
            case Column.SINCE:
                value = year(text)
                found.fields["since"] = value
            case _:
                value = truth(text)
                told = not value if head.inverse and value is not None else value
                found.fields[_TRUTHS[head.column]] = told
        if value is None:
            for name in ("users", "since", *_TRUTHS.values()):
                if found.fields.get(name, "") is None:
                    del found.fields[name]
        return value is not None
