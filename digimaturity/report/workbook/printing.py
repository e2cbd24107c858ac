"""How the sheets come out of a printer: landscape, all columns on a page, heads repeated."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from digimaturity.report.model.tables import Book, Sheet
from digimaturity.report.xml_text import xml_text

#: Excel's numbers for sizes of paper.
_PAPER = {"A4": 9, "letter": 1}
#: Letters of a text at the head or foot of a page; Excel takes 255 for both ends together.
_LONGEST = 170
#: Inches of margin, and the size of these lines.
_MARGIN, _POINTS = 0.6, 8


def prepare_for_print(own: Worksheet, sheet: Sheet, book: Book) -> None:
    """Set pages, repeated heads, and what stands above and below the table on each page."""
    setup = own.page_setup
    setup.orientation, setup.paperSize = "landscape", _PAPER.get(book.page_size, _PAPER["A4"])
    setup.fitToWidth, setup.fitToHeight = 1, 0
    own.sheet_properties.pageSetUpPr.fitToPage = True
    own.print_title_rows = "1:1"
    margins = own.page_margins
    margins.left = margins.right = _MARGIN
    for part, text in (
        (own.oddHeader.left, _line(book.header)),
        (own.oddHeader.right, _line(sheet.title)),
        (own.oddFooter.left, _line(book.footer)),
        (own.oddFooter.right, book.page.format(page="&P", pages="&N")),
    ):
        part.text, part.size = text, _POINTS


def _line(text: str) -> str:
    """A text as a line: its ampersands are no commands, and it is no longer than Excel takes."""
    plain, room = " ".join(xml_text(text).split()), _LONGEST
    for place, char in enumerate(plain):
        room -= 2 if char == "&" or char > "\uffff" else 1
        if room < 1:
            plain = plain[:place].rstrip() + "…"
            break
    return plain.replace("&", "&&")
