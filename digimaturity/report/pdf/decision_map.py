"""The decision map on paper: a table of who holds what, and below what to do about it."""

from __future__ import annotations

from digimaturity.report.model.viewpoints import DecisionPart, DecisionRow, HolderCell
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.parts import Sheet, heading, labelled
from digimaturity.report.pdf.style import CELL, CELL_STRONG, LABEL, MM, NOTE, PALETTE, SMALL
from digimaturity.report.pdf.table import Column, Row, Table

_NAME = 0.34
_GAP = 6.0


def decision_map(sheet: Sheet, part: DecisionPart, above: Block) -> list[Block]:
    """The map and what was found in it, under its heading."""
    blocks: list[Block] = [
        above,
        sheet.text(part.note, NOTE).spaced(after=2 * MM, keep=True),
        _table(sheet, part),
    ]
    for group in part.found:
        blocks.append(heading(sheet, group.title, before=6 * MM))
        blocks += [
            labelled(sheet, item, SMALL, edge=_NAME * sheet.width).spaced(before=1.6 * MM)
            for item in group.items
        ]
    return blocks


def _table(sheet: Sheet, part: DecisionPart) -> Block:
    name = _NAME * sheet.width
    step = (sheet.width - name) / 4
    columns = [Column(0, name - _GAP)]
    columns += [Column(name + place * step, step - _GAP) for place in range(4)]
    heads = [sheet.text(head, LABEL, None) for head in part.heads]
    header = Row(columns, heads, header=True, padding=1.2, weight=0.9)
    rows = [Row(columns, _cells(sheet, row), padding=2.0) for row in part.rows]
    return Table(header, rows)


def _cells(sheet: Sheet, row: DecisionRow) -> list[Block]:
    return [
        sheet.text(row.name, CELL_STRONG, None),
        *(_cell(sheet, cell) for cell in row.cells),
    ]


def _cell(sheet: Sheet, cell: HolderCell) -> Block:
    """What is found fault with stands out; the words alone tell it, too."""
    styles = {
        "it": CELL.but(colour=PALETTE.it_text),
        "business": CELL.but(colour=PALETTE.business_text),
        "nobody": CELL_STRONG.but(colour=PALETTE.bad),
        "differ": CELL_STRONG.but(colour=PALETTE.warning),
        "": CELL.but(colour=PALETTE.secondary),
    }
    return sheet.text(cell.text, styles.get(cell.holder, CELL), None)
