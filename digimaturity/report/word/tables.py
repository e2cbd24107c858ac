"""Tables: data under heads that repeat, and parts side by side without any rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.oxml.ns import qn

from digimaturity.report.word.elements import Element, element, paragraph
from digimaturity.report.word.template import TWIPS
from digimaturity.report.xml_text import xml_text

#: A row with more letters may go on on the next page: it could be longer than one.
_LONGEST_WHOLE_ROW = 1500
_LINE = 45


def table(
    style: str,
    widths: Sequence[float],
    head: Sequence[Element],
    rows: Sequence[Sequence[Sequence[Element]]],
    *,
    title: str,
) -> Element:
    """A table of data; `head` has a paragraph a column, a row has paragraphs for each.

    `widths` in points; `title` tells a screen reader what it holds.
    """
    look = _look(first_row=bool(head), first_column=not head)
    made = _table(style, widths, look, title)
    if head:
        heading = element("trPr", element("cantSplit"), element("tblHeader"))
        made.append(_row(widths, [[cell] for cell in head], heading))
    for place, row in enumerate(rows):
        if place in (0, len(rows) - 2):  # no row stands alone below or above the break of a page
            keep(cell for cells in row for cell in cells)
        whole = sum(_letters(cell) for cells in row for cell in cells) <= _LONGEST_WHOLE_ROW
        properties = element("trPr", element("cantSplit")) if whole else element("trPr")
        made.append(_row(widths, row, properties))
    return made


def keep(blocks: Iterable[Element]) -> None:
    """Keep paragraphs on one page with what follows them."""
    for block in blocks:
        properties = block.find(qn("w:pPr"))
        if properties.find(qn("w:keepNext")) is None:
            properties.insert(1, element("keepNext"))


def _letters(block: Element) -> int:
    """The letters of a paragraph; a line break counts as a line of them."""
    return len(str(block.xpath("string()"))) + _LINE * len(block.xpath(".//w:br"))


def side_by_side(widths: Sequence[float], cells: Sequence[Sequence[Element]]) -> Element:
    """Parts beside each other; empty ones are the space between."""
    made = _table("LayoutTable", widths, _look(first_row=False, first_column=False))
    made.append(_row(widths, cells, element("trPr", element("cantSplit"))))
    return made


def _look(*, first_row: bool, first_column: bool) -> Element:
    value = 0x0400 | 0x0200 | (0x0020 if first_row else 0) | (0x0080 if first_column else 0)
    return element(
        "tblLook",
        val=f"{value:04X}",
        firstRow=int(first_row),
        lastRow=0,
        firstColumn=int(first_column),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


def _table(style: str, widths: Sequence[float], look: Element, title: str = "") -> Element:
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=_twips(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        look,
    )
    if title:
        properties.append(element("tblCaption", val=xml_text(title)))
    grid = element("tblGrid", *(element("gridCol", w=_twips(width)) for width in widths))
    return element("tbl", properties, grid)


def _row(
    widths: Sequence[float], cells: Sequence[Sequence[Element]], properties: Element
) -> Element:
    row = element("tr", properties) if len(properties) else element("tr")
    for place, (width, cell) in enumerate(zip(widths, cells, strict=True), start=1):
        size = element("tcPr", element("tcW", w=_twips(width), type="dxa"))
        if place == len(widths):  # the last column ends where the text does
            size.append(element("tcMar", element("right", w=0, type="dxa")))
        row.append(element("tc", size, *(cell or [paragraph("TableText")])))
    return row


def _twips(points: float) -> int:
    return round(points * TWIPS)
