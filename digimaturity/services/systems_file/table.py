"""A file as a table of cells: CSV in whatever way it was saved, or the sheets of a workbook."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from digimaturity.errors import UserError
from digimaturity.services.systems_file.columns import Column, Head, head_of
from digimaturity.services.systems_file.limits import (
    LONGEST,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
)

#: Above the heads there may be a title and remarks.
_ROWS_ABOVE = 30
_DELIMITERS = ";,\t|"
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_OLD_WORKBOOK, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the heads; `heads` has the words and the meaning (None: unknown) of each."""

    heads: tuple[tuple[str, Head | None], ...]
    rows: tuple[Row, ...]


def read_table(content: bytes) -> Table:
    """The table in a file.

    Raises:
        UserError: ``systems.large`` (file, or rows), ``systems.old`` (workbook of an old kind or
            with a password), ``systems.damaged``, ``systems.binary`` (no table at all),
            ``systems.columns`` (no column of names; `found` are the heads).
    """
    if len(content) > MOST_BYTES:
        raise UserError("systems.large", most=MOST_BYTES // 1_000_000)
    if content.startswith(_OLD_WORKBOOK):
        raise UserError("systems.old")
    if content.startswith(_ZIP):
        from digimaturity.services.systems_file.workbook import sheets_of

        candidates = sheets_of(content)
    else:
        text = _decoded(content)
        tried = [_csv_rows(text, one) for one in _delimiters(text)]
        candidates = [rows for rows in tried if rows is not None]
        if not candidates:
            raise UserError("systems.damaged")
    return _best(candidates)


def _best(candidates: Sequence[Sequence[Row]]) -> Table:
    """The candidate, and the row in it, in which most heads are known."""
    found: tuple[int, Sequence[Row], int] | None = None
    for rows in candidates:
        for place, (_, cells) in enumerate(rows[:_ROWS_ABOVE]):
            heads = [head_of(cell) for cell in cells]
            known = sum(head is not None for head in heads)
            if any(head and head.column is Column.NAME for head in heads) and (
                found is None or known > found[0]
            ):
                found = known, rows, place
    if found is None:
        raise UserError("systems.columns", found=_first_cells(candidates))
    _, rows, place = found
    below = tuple(row for row in rows[place + 1 :] if any(cell.strip() for cell in row[1]))
    if len(below) > MOST_ROWS:
        raise UserError("systems.rows", most=MOST_ROWS)
    return Table(_single([(cell.strip(), head_of(cell)) for cell in rows[place][1]]), below)


def _single(heads: Sequence[tuple[str, Head | None]]) -> tuple[tuple[str, Head | None], ...]:
    """Of two columns that mean the same the first; nobody knows the other."""
    seen: set[Head] = set()
    single: list[tuple[str, Head | None]] = []
    for words, head in heads:
        meant = head if head is None or head.column is Column.COST else Head(head.column)
        single.append((words, None if meant in seen else head))
        if meant is not None:
            seen.add(meant)
    return tuple(single)


def _first_cells(candidates: Sequence[Sequence[Row]]) -> tuple[str, ...]:
    cells = next((cells for rows in candidates for _, cells in rows if any(cells)), ())
    return tuple(cell.strip()[:40] for cell in cells if cell.strip())[:12]


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _readable(content.decode(encoding, "replace"))
    zeros = content[:2000].count(0)
    if zeros * 4 > len(content[:2000]):  # letters of UTF-16 without its mark
        little = content[1:2000:2].count(0) >= content[0:2000:2].count(0)
        return _readable(content.decode("utf-16-le" if little else "utf-16-be", "replace"))
    try:
        return _readable(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _readable(content.decode("cp1252", "replace"))


def _readable(text: str) -> str:
    if "\0" in text:
        raise UserError("systems.binary")
    return text


def _delimiters(text: str) -> Sequence[str]:
    """All that may part cells; Excel can say which one in a first line of its own."""
    first = text[:10].casefold().splitlines()[:1]
    if first and first[0].startswith("sep=") and len(first[0]) == len("sep=;"):
        return [text[4]]
    return _DELIMITERS


def _csv_rows(text: str, delimiter: str) -> list[Row] | None:
    """Rows with the number of the line in which they begin; None where a cell has no end."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, [_unmarked(cell[: LONGEST + 1]) for cell in cells[:MOST_COLUMNS]]))
            line = reader.line_num + 1
            if len(rows) > 10 * MOST_ROWS:  # most of them may be empty
                raise UserError("systems.rows", most=MOST_ROWS)
    except csv.Error:
        return None
    return rows


def _unmarked(cell: str) -> str:
    """Without the mark by which a text that looks like a formula stays one (`writing.py`)."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
