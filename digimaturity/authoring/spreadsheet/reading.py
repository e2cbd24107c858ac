"""Reads a workbook into sheets of rows. What is no plain value is a problem with its cell."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from digimaturity.authoring.spreadsheet.codecs import CellValue
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.authoring.spreadsheet.writing import FIRST_ROW

#: A file in the old format, or one encrypted with a password, begins so.
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Megabytes that all parts of a workbook may unpack to, and rows that a sheet may have.
_LARGEST = 100
_MOST_ROWS = 20_000


@dataclass(slots=True)
class SheetRow:
    """A row with something in it: values by the keys of their columns."""

    number: int
    values: dict[str, CellValue] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """A sheet of the workbook; `keys` maps those in its first row to the letters of columns."""

    title: str
    keys: dict[str, str] = field(default_factory=dict)
    rows: list[SheetRow] = field(default_factory=list)

    def cell(self, key: str, row: int) -> Cell:
        """The place of a value; of a column that is not there the row."""
        return Cell(self.title, f"{self.keys.get(key, 'A')}{row}")


def read_workbook(data: bytes, names: Sequence[str]) -> tuple[dict[str, Sheet], list[CellProblem]]:
    """The sheets whose first row holds one of `names`, by that name, and what is wrong."""
    fault = _fault(data)
    if fault is not None:
        return {}, [fault]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data))
            sheets = [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]
            return _sheets(sheets, names)
    except Exception:  # noqa: BLE001 - a damaged file can make the library stumble anywhere
        return {}, [CellProblem(Cell(), "book.damaged")]


def _fault(data: bytes) -> CellProblem | None:
    if data.startswith(_OLD):
        return CellProblem(Cell(), "book.old")
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    # zipfile has NotImplementedError for an archive of a later version of the format.
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return CellProblem(Cell(), "book.damaged")
    if size > _LARGEST * 1_000_000:
        return CellProblem(Cell(), "book.large", {"megabytes": _LARGEST})
    return None


def _sheets(
    sheets: Sequence[Worksheet], names: Sequence[str]
) -> tuple[dict[str, Sheet], list[CellProblem]]:
    found: dict[str, Sheet] = {}
    problems: list[CellProblem] = []
    for sheet in sheets:
        heads = [cell.value for cell in next(iter(sheet.iter_rows(max_row=1)), ())]
        keys = [head.strip() if isinstance(head, str) else "" for head in heads]
        # Also the word "area" is a name; the first key that is one decides.
        name = next((key for key in keys if key in names), "")
        if not name:
            continue
        if name in found:
            details = {"other": found[name].title, "name": name}
            problems.append(CellProblem(Cell(sheet.title, "A1"), "sheet.twice", details))
            continue
        reader = _Reader(sheet, keys)
        found[name] = reader.read()
        problems += reader.problems
    return found, problems


@dataclass(slots=True)
class _Reader:
    sheet: Worksheet
    heads: list[str]
    problems: list[CellProblem] = field(default_factory=list)

    def read(self) -> Sheet:
        """The rows of the sheet."""
        found = Sheet(self.sheet.title)
        for place, key in enumerate(self.heads, start=1):
            letter = get_column_letter(place)
            if key in found.keys:
                self._note(f"{letter}1", "column.twice", name=key)
            elif key:
                found.keys[key] = letter
        for merged in self.sheet.merged_cells.ranges:
            self._note(str(merged.coord), "cell.merged")
        if self.sheet.max_row > _MOST_ROWS:
            self._note("A1", "sheet.large", limit=_MOST_ROWS)
            return found
        found.rows = [row for row in self._rows() if row.values]
        return found

    def _rows(self) -> Iterator[SheetRow]:
        unnamed: set[int] = set()
        for cells in self.sheet.iter_rows(min_row=FIRST_ROW):
            row = SheetRow(cells[0].row)
            for place, cell in enumerate(cells):
                key = self.heads[place] if place < len(self.heads) else ""
                value = self._value(cell)
                if value is None or (isinstance(value, str) and not value.strip()):
                    continue
                if key:
                    row.values.setdefault(key, value)
                elif place not in unnamed:
                    unnamed.add(place)
                    self._note(cell.coordinate, "column.unnamed")
            yield row

    def _value(self, cell: Any) -> CellValue:  # noqa: ANN401 - openpyxl has no types
        value = cell.value
        if cell.data_type == "f":
            self._note(cell.coordinate, "cell.formula")
            return None
        if cell.data_type == "e":
            self._note(cell.coordinate, "cell.error", value=value)
            return None
        if isinstance(value, datetime | date | time | timedelta):
            self._note(cell.coordinate, "cell.text", value=str(value))
            return None
        return value if isinstance(value, str | int | float | bool) else None

    def _note(self, address: str, code: str, **details: object) -> None:
        self.problems.append(CellProblem(Cell(self.sheet.title, address), code, details))
