"""The chapters of what is planned on paper: statements, charts, tables, short texts."""

from __future__ import annotations

from functools import partial
from itertools import accumulate

from digimaturity.report import drawings
from digimaturity.report.model.planning import Drawing, Lines, PlanChapter, PlanTable, Section
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.layout import Columns, Stack
from digimaturity.report.pdf.parts import (
    APART,
    Sheet,
    heading,
    headline,
    key_figures,
    labelled,
)
from digimaturity.report.pdf.style import BODY, CELL, CELL_STRONG, LABEL, MM, NOTE, SMALL
from digimaturity.report.pdf.table import Column, Row, Table

_NOTE = 136 * MM
_LABEL = 52 * MM
_GAP = 6.0


def planning(sheet: Sheet, content: PlanChapter) -> Block:
    """A chapter: its headline, its figures, and section by section."""
    intro: Block = Columns([(0, _NOTE, sheet.text(content.intro, BODY))])
    if content.figures:
        intro = key_figures(sheet, content.figures, content.intro)
    blocks: list[Block] = [headline(sheet, content.chapter), intro]
    for section in content.sections:
        blocks += _section(sheet, section)
    return Stack(blocks)


def _section(sheet: Sheet, section: Section) -> list[Block]:
    blocks: list[Block] = [heading(sheet, section.statement, before=APART)]
    if section.note:
        note = Columns([(0, _NOTE, sheet.text(section.note, NOTE))])
        blocks.append(note.spaced(after=2.4 * MM, keep=bool(section.parts)))
    for part in section.parts:
        match part:
            case Drawing():
                blocks.append(_drawing(sheet, part).spaced(before=1 * MM, after=2.4 * MM))
            case PlanTable():
                blocks.append(_table(sheet, part).spaced(before=2 * MM, after=2.4 * MM))
            case Lines():
                lines = [
                    labelled(sheet, item, SMALL, edge=_LABEL).spaced(before=1.8 * MM)
                    for item in part.items
                ]
                blocks += [Stack(lines, whole=True)] if part.together else lines
    return blocks


def _drawing(sheet: Sheet, part: Drawing) -> Block:
    return ChartBlock(
        sheet.width,
        drawings.height(part.chart, sheet.width),
        partial(drawings.draw, chart=part.chart),
        part.words,
    )


def _table(sheet: Sheet, content: PlanTable) -> Block:
    """Figures stand at the right of their column; the first column names the row."""
    whole = sum(content.shares)
    widths = [share * sheet.width / whole for share in content.shares]
    columns = [
        Column(end - width, width - (_GAP if place < len(widths) - 1 else 0))
        for place, (width, end) in enumerate(zip(widths, accumulate(widths), strict=True))
    ]
    aligned = ["right" if figure else "left" for figure in content.figures]
    heads = [
        sheet.text(words, LABEL.but(align=side), None)
        for words, side in zip(content.heads, aligned, strict=True)
    ]
    header = Row(columns, heads, header=True, padding=1.2, weight=0.9)
    rows = [
        Row(
            columns,
            [
                sheet.text(words, CELL.but(align=side) if place else CELL_STRONG, None)
                for place, (words, side) in enumerate(zip(row, aligned, strict=True))
            ],
            padding=1.9,
        )
        for row in content.rows
    ]
    return Table(header, rows)
