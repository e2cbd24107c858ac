"""Writes a Book as an .xlsx file: typed cells, real tables, ready to print."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from digimaturity.report.model.tables import Book, Cell, Column, Form, Row, Sheet, Shown
from digimaturity.report.workbook.cells import escaped, put_text
from digimaturity.report.workbook.fitting import height_of, widths_of
from digimaturity.report.workbook.printing import prepare_for_print
from digimaturity.report.xml_text import xml_text
from digimaturity.report.zipped import fixed
from digimaturity.tokens import load_tokens

#: Every Excel has it; other programs have one of the same widths.
_FAMILY, _POINTS = "Calibri", 10
#: Columns of texts and dates begin on the left, those of numbers end on the right.
_LEFT = frozenset({Form.TEXT, Form.DAY})
#: How Excel writes a date in words, whatever the language of the program.
_DAYS = {"de": "[$-407]d. mmmm yyyy", "en": "[$-809]d mmmm yyyy"}
_FORMATS = {
    Form.WHOLE: "#,##0",
    Form.ONE: "#,##0.0",
    Form.TWO: "#,##0.00",
    Form.CHANGE: "+0.0;-0.0;0.0",
    Form.SHARE: "0%",
    Form.YEAR: "0",
}


def book_bytes(book: Book) -> bytes:
    """The file; the same book gives the same bytes."""
    made = Workbook()
    made.remove(made.active)
    looks = _Looks(book)
    for number, sheet in enumerate(book.sheets, start=1):
        own = made.create_sheet(sheet.title)
        _fill(own, sheet, looks)
        own.add_table(_table(sheet, number))
        prepare_for_print(own, sheet, book)
    _describe(made, book)
    buffer = BytesIO()
    # Workbook.save would set the time of now.
    ExcelWriter(made, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    return fixed(buffer.getvalue(), book.day)


class _Looks:
    """Fonts, lines and formats, made once: every cell shares them."""

    def __init__(self, book: Book) -> None:
        palette = load_tokens().light
        ink, hairline = palette.ink.lstrip("#"), palette.hairline.lstrip("#")
        accent = (book.colour or palette.accent).lstrip("#")
        self.body = Font(_FAMILY, _POINTS, color=ink)
        self.head = Font(_FAMILY, _POINTS, color=ink, bold=True)
        self.fill = PatternFill("solid", fgColor=palette.rail.lstrip("#"))
        self.line = Border(bottom=Side("hair", color=hairline))
        self.head_line = Border(bottom=Side("medium", color=accent))
        self.left = Alignment("left", "top", wrap_text=True, indent=1)
        self.right = Alignment("right", "top", wrap_text=True)
        self.head_left = Alignment("left", "bottom", wrap_text=True, indent=1)
        self.head_right = Alignment("right", "bottom", wrap_text=True)
        self.formats = {**_FORMATS, Form.DAY: _DAYS.get(book.language, _DAYS["en"])}
        # Excel shows truth values in its own language; other programs take these words.
        self.truth = f'"{book.yes}";;"{book.no}"'


def _fill(own: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    widths = widths_of(sheet)
    for place, (column, width) in enumerate(zip(sheet.columns, widths, strict=True), start=1):
        own.column_dimensions[get_column_letter(place)].width = width
        _write_head(own.cell(1, place), column, looks)
    titles = tuple(column.title for column in sheet.columns)
    for number, row in enumerate((titles, *sheet.rows), start=1):
        height = height_of(row, widths)
        own.row_dimensions[number] = _Row(own, index=number, ht=height)
        if number > 1:
            _write_row(own, number, row, sheet, looks)
    own.freeze_panes = "A2"


class _Row(RowDimension):  # type: ignore[misc]  # openpyxl has no types
    """A height that programs may fit anew after an edit; openpyxl would call it the user's own."""

    customHeight = False  # noqa: N815 - openpyxl's name


def _write_head(cell: Any, column: Column, looks: _Looks) -> None:  # noqa: ANN401 - openpyxl has no types
    put_text(cell, escaped(column.title))
    cell.font, cell.fill, cell.border = looks.head, looks.fill, looks.head_line
    cell.alignment = looks.head_left if column.form in _LEFT else looks.head_right


def _write_row(own: Worksheet, number: int, row: Row, sheet: Sheet, looks: _Looks) -> None:
    for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True), start=1):
        cell = own.cell(number, place)
        cell.font, cell.border = looks.body, looks.line
        cell.alignment = looks.left if column.form in _LEFT else looks.right
        _write(cell, value, column.form, looks)


def _write(cell: Any, value: Cell, form: Form, looks: _Looks) -> None:  # noqa: ANN401 - as above
    if isinstance(value, Shown):
        _write(cell, value.value, value.form, looks)
    elif isinstance(value, str):
        if value:
            put_text(cell, escaped(value))
    elif value is not None:
        cell.value = value
        cell.number_format = _format(value, form, looks)


def _format(value: Cell, form: Form, looks: _Looks) -> str:
    if isinstance(value, bool):
        return looks.truth
    if isinstance(value, date):
        return looks.formats[Form.DAY]
    return looks.formats[Form.WHOLE if form is Form.TEXT else form]


def _table(sheet: Sheet, number: int) -> Table:
    """A real table with filters; its name is the same in every language."""
    last = f"{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    table = Table(id=number, displayName=sheet.key, ref=f"A1:{last}")
    table._initialise_columns()  # noqa: SLF001 - else openpyxl warns of titles that it reads itself
    for own, column in zip(table.tableColumns, sheet.columns, strict=True):
        own.name = escaped(column.title)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    return table


def _describe(made: Workbook, book: Book) -> None:
    about, day = made.properties, datetime(book.day.year, book.day.month, book.day.day)  # noqa: DTZ001 - a file's day has no zone
    about.title, about.subject = xml_text(book.title), xml_text(book.subject)
    about.creator = about.lastModifiedBy = xml_text(book.author)
    about.language = book.language
    about.created = about.modified = day
    made.calculation.fullCalcOnLoad = False  # there is nothing to compute, nor to save on leaving
    made.worksheets[0].sheet_view.tabSelected = True
