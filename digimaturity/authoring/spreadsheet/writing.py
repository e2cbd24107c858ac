"""Writes the content of a pack as a workbook that is pleasant to work in."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from digimaturity.authoring.spreadsheet.content import Content
from digimaturity.authoring.spreadsheet.guide import guide
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.authoring.spreadsheet.rows import RowCells, rows_of
from digimaturity.authoring.spreadsheet.sheets import LEVELS, STEPS, selection_tables, tables
from digimaturity.authoring.spreadsheet.tables import Column, Table
from digimaturity.i18n import Translate
from digimaturity.report.workbook.cells import put_text

#: The first row holds the keys of the columns, the second their titles.
FIRST_ROW = 3

#: Drop-down lists reach so far below the last row, for what is added.
_SPARE_ROWS = 300
#: Characters that one cell can hold.
_LONGEST = 32_767
#: What XML does not carry as it is, or what spreadsheets take for an escape.
_LOST = re.compile("\r|_x[0-9A-Fa-f]{4}_|[\ufffe\uffff]")

_KEY = Font(size=8, italic=True, color="808890")
_HEAD = Font(bold=True)
_FILLS = tuple(PatternFill("solid", fgColor=colour) for colour in ("E4E8EC", "D6E7E6", "E9E2F1"))
_TOP = Alignment(vertical="top", wrap_text=True)


def workbook_tables(content: Content, t: Translate) -> tuple[Table, ...]:
    """The sheets for this pack, with as many columns as its longest lists need."""
    if content.selects:
        return selection_tables(t)
    spoken = list(content.texts.values())
    anchors = [q.get("levels", ()) for one in spoken for q in one.get("questions", {}).values()]
    steps = [m.get("steps", ()) for one in spoken for m in one.get("measures", {}).values()]
    return tables(
        t, max([LEVELS, *map(len, anchors)]), max([STEPS, *(len(listed) for listed in steps)])
    )


def problems_of(content: Content, t: Translate) -> list[CellProblem]:
    """Why the content cannot be kept in a workbook; almost always there is nothing."""
    found = []
    for table in workbook_tables(content, t):
        for row in rows_of(content, table, t):
            for key, value in row.items():
                name = f"{row[table.name]}, {key}"
                if isinstance(value, str) and _LOST.search(value):
                    found.append(CellProblem(Cell(table.title), "export.character", {"key": name}))
                elif isinstance(value, str) and len(value) > _LONGEST:
                    found.append(CellProblem(Cell(table.title), "export.long", {"key": name}))
    for language, texts in content.texts.items():
        for key, term in texts.get("glossary", {}).items():
            if any("\n" in form for form in term.get("forms", ())):
                details = {"key": f"{key}, {language}"}
                found.append(CellProblem(Cell("glossary"), "export.character", details))
    return found


def workbook_bytes(content: Content, t: Translate) -> bytes:
    """The workbook (.xlsx), its titles and guide in the language of `t`."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one sheet
    _write_guide(sheet, t)
    own = workbook_tables(content, t)
    for table in own:
        _write_table(book.create_sheet(table.title), table, content, t)
    book.active = 1
    buffer = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(buffer)
    return buffer.getvalue()


def _write_guide(sheet: Worksheet, t: Translate) -> None:
    sheet.title = t("Read me")
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 28
    sheet.column_dimensions["B"].width = 100
    for number, (label, text) in enumerate(guide(t), start=1):
        for column, words in enumerate((label, text), start=1):
            cell = sheet.cell(number, column)
            _set_text(cell, words)
            cell.alignment = _TOP
            if column == 1 or number == 1:
                cell.font = Font(bold=True, size=14 if number == 1 else 11)


def _write_table(sheet: Worksheet, table: Table, content: Content, t: Translate) -> None:
    columns = table.columns(content.languages)
    rows = rows_of(content, table, t)
    _write_heads(sheet, columns, content.languages)
    for number, row in enumerate(rows, start=FIRST_ROW):
        _write_row(sheet, number, columns, row)
    last = FIRST_ROW + len(rows) + _SPARE_ROWS
    for place, column in enumerate(columns, start=1):
        if column.field.codec.choices:
            choices = '"' + ",".join(column.field.codec.choices) + '"'
            listed = DataValidation("list", formula1=choices, showErrorMessage=True)
            letter = get_column_letter(place)
            listed.add(f"{letter}{FIRST_ROW}:{letter}{last}")
            sheet.add_data_validation(listed)
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.row_dimensions[2].height = 32


def _write_heads(sheet: Worksheet, columns: Sequence[Column], languages: Sequence[str]) -> None:
    for place, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column.field.width
        dimension.alignment = _TOP
        dimension.number_format = "@" if column.field.codec.text else "General"
        key, title = sheet.cell(1, place), sheet.cell(2, place)
        _set_text(key, column.key)
        _set_text(title, column.title)
        key.font, title.font = _KEY, _HEAD
        title.alignment = _TOP
        shade = languages.index(column.language) % 2 + 1 if column.language else 0
        title.fill = _FILLS[shade]


def _write_row(sheet: Worksheet, number: int, columns: Sequence[Column], row: RowCells) -> None:
    for place, column in enumerate(columns, start=1):
        value = row.get(column.key)
        if value is None:
            continue
        cell = sheet.cell(number, place)
        cell.alignment = _TOP
        if isinstance(value, str):
            _set_text(cell, value)
        else:
            cell.value = value


def _set_text(cell: Any, text: str) -> None:  # noqa: ANN401 - openpyxl has no types
    """A text stays one, also where an author types another that looks like a number."""
    put_text(cell, text)
    cell.number_format = "@"
