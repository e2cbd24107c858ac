"""Counts what a book holds, and what a finished file holds, so that both can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from digimaturity.report.model.tables import Book, Cell, Shown
from digimaturity.report.workbook.cells import escaped


def counts_of_book(book: Book) -> dict[str, int]:
    """How many sheets, rows of each table, and cells of each kind; and the letters of all texts."""
    found: Counter[str] = Counter(sheets=len(book.sheets), formulas=0)
    for sheet in book.sheets:
        found[sheet.key.lower()] = len(sheet.rows)
        titles = (column.title for column in sheet.columns)
        found.update(_kinds(titles))
        for row in sheet.rows:
            found.update(_kinds(row))
    return dict(found)


def counts_of_file(content: bytes) -> dict[str, int]:
    """The same of a file that is opened anew.

    Raises:
        zipfile.BadZipFile, KeyError, ValueError: It is no workbook.
    """
    made = load_workbook(BytesIO(content))
    found: Counter[str] = Counter(sheets=len(made.worksheets), formulas=0)
    for own in made.worksheets:
        rows = list(own.iter_rows())
        for name, area in own.tables.items():
            first, last = (own[place].row for place in area.split(":"))
            filled = [row for row in rows if any(cell.value is not None for cell in row)]
            found[name.lower()] = sum(first < row[0].row <= last for row in filled)
        cells = [cell for row in rows for cell in row]
        found["formulas"] += sum(cell.data_type == "f" for cell in cells)
        found.update(_kinds((cell.value for cell in cells), written=True))
    return dict(found)


def _kinds(values: Iterable[Cell | datetime], *, written: bool = False) -> Counter[str]:
    """Of a file (`written`) the texts are already escaped."""
    found: Counter[str] = Counter(texts=0, letters=0, numbers=0, truths=0, dates=0)
    for value in values:
        match value:
            case None | "":
                pass
            case str():
                found["texts"] += 1
                found["letters"] += len(value if written else escaped(value))
            case bool():
                found["truths"] += 1
            case date():
                found["dates"] += 1
            case int() | float() | Shown():
                found["numbers"] += 1
    return found
