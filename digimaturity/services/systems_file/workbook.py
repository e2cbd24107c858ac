"""Lists of applications as workbooks: the sheets of one as cells, and one made; needs openpyxl."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import ExcelWriter

from digimaturity.errors import UserError
from digimaturity.report.workbook.cells import escaped, put_text
from digimaturity.report.xml_text import xml_text
from digimaturity.report.zipped import fixed
from digimaturity.services.systems_file.limits import LONGEST, MOST_COLUMNS, MOST_ROWS, Row

#: Bytes that all parts of a workbook may unpack to, and sheets that are looked at.
_UNPACKED, _SHEETS = 60_000_000, 20
_WIDTH, _WIDE = 16, 34
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's day has no zone


def sheets_of(content: bytes) -> list[list[Row]]:
    """The rows of each sheet, cells as text; of formulas what they came to.

    Raises:
        UserError: ``systems.damaged``, ``systems.large``, ``systems.rows``.
    """
    _check_size(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            return [list(_rows(sheet)) for sheet in book.worksheets[:_SHEETS]]
    except UserError:
        raise
    except Exception as error:  # a damaged file can make the library stumble anywhere
        raise UserError("systems.damaged") from error


def _check_size(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    # zipfile has NotImplementedError for an archive of a later version of the format.
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UserError("systems.damaged") from error
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise UserError("systems.binary")
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise UserError("systems.large", most=_UNPACKED // 1_000_000)


def _rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 - openpyxl has no types
    most = 2 * MOST_ROWS  # empty rows may lie between
    for number, cells in enumerate(
        sheet.iter_rows(max_row=most + 1, max_col=MOST_COLUMNS, values_only=True), start=1
    ):
        texts = [_text(value) for value in cells]
        if number > most and any(texts):
            raise UserError("systems.rows", most=MOST_ROWS)
        if any(texts):
            yield number, texts


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return _number(value)
        case date():
            return value.isoformat()
    return str(value)[: LONGEST + 1]


def _number(value: float) -> str:
    """So that it is read as this very number: three decimals alone would look like thousands."""
    if value.is_integer():
        return str(int(value))
    words = f"{value:.6f}".rstrip("0")
    return words + "0" if len(words.partition(".")[2]) == 3 else words  # noqa: PLR2004 - as above


def workbook_of(
    titles: tuple[str, str],
    rows: Sequence[Sequence[str | float]],
    choices: Sequence[tuple[int, Sequence[str]]],
) -> bytes:
    """A workbook with a first sheet of these rows, the first of which are heads.

    `choices` are numbers of columns (from 0) and what can be chosen in them; they stand on a second
    sheet. `titles` are those of the two sheets. The same rows make the same bytes.
    """
    book = Workbook()
    sheet, lists = book.active, book.create_sheet(titles[1])
    sheet.title = titles[0]
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            _put(sheet.cell(number, place), value, strong=number == 1)
    offered = {column for column, words in choices if len(words) > len(("yes", "no"))}
    for place in range(len(rows[0])):
        width = _WIDE if place == 0 or place in offered else _WIDTH
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.freeze_panes = "B2"
    for number, (column, words) in enumerate(choices, start=1):
        _offer(sheet, lists, (number, column + 1), (str(rows[0][column]), *words))
    book.properties.created = book.properties.modified = _DAY
    buffer = BytesIO()
    # Workbook.save would set the time of now.
    ExcelWriter(book, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    return fixed(buffer.getvalue(), _DAY.date())


def _put(cell: Any, value: str | float, *, strong: bool) -> None:  # noqa: ANN401 - as above
    if isinstance(value, str):
        if value:
            put_text(cell, escaped(xml_text(value)))
    else:
        cell.value = value
        cell.number_format = "0.######" if value != int(value) else "0"
    cell.font = Font("Calibri", 10, bold=strong)
    cell.alignment = Alignment(vertical="top", wrap_text=strong)


def _offer(sheet: Any, lists: Any, places: tuple[int, int], words: Sequence[str]) -> None:  # noqa: ANN401 - as above
    """Put words on the second sheet, below a head, and let them be chosen in a column."""
    on_lists, column = places
    for number, word in enumerate(words, start=1):
        _put(lists.cell(number, on_lists), word, strong=number == 1)
    lists.column_dimensions[get_column_letter(on_lists)].width = _WIDE
    letter, own = get_column_letter(on_lists), get_column_letter(column)
    source = f"{quote_sheetname(lists.title)}!${letter}$2:${letter}${len(words)}"
    choice = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
    choice.add(f"{own}2:{own}{MOST_ROWS}")
    sheet.add_data_validation(choice)
