"""The chapters of what is planned in a document: statements, charts, tables, short texts."""

from __future__ import annotations

from digimaturity.report import drawings
from digimaturity.report.model.planning import Drawing, Lines, PlanChapter, PlanTable, Section
from digimaturity.report.word.elements import Element, paragraph, runs, strong
from digimaturity.report.word.parts import above, heading, key_figures
from digimaturity.report.word.tables import table
from digimaturity.report.word.template import PALETTE
from digimaturity.report.word.writer import Writer


def planning(writer: Writer, content: PlanChapter) -> list[Element]:
    """A chapter: its headline, its figures, and section by section."""
    blocks = [
        *heading(writer, content.chapter),
        *key_figures(writer, content.figures, content.intro),
    ]
    for section in content.sections:
        blocks += _section(writer, section)
    return blocks


def _section(writer: Writer, section: Section) -> list[Element]:
    blocks = [paragraph("Heading2", section.statement)]
    if section.note:
        blocks.append(
            above("Note", section.note) if section.parts else paragraph("Note", section.note)
        )
    for part in section.parts:
        match part:
            case Drawing():
                figure = drawings.figure(part.chart, writer.measure, PALETTE)
                blocks.append(writer.picture(figure, part.words, alone=True))
            case PlanTable():
                blocks.append(_table(writer, part))
            case Lines():
                for item in part.items:
                    blocks += [paragraph("Point", item.label), paragraph("Note", item.text)]
    return blocks


def _table(writer: Writer, content: PlanTable) -> Element:
    whole = sum(content.shares)
    widths = [share * writer.measure / whole for share in content.shares]
    head = [
        paragraph("TableHeadNumber" if figure else "TableHead", runs(words, "Quiet"))
        for words, figure in zip(content.heads, content.figures, strict=True)
    ]
    rows = [
        [
            [
                paragraph("TableNumber", words)
                if figure
                else paragraph("TableText", words if place else strong(words))
            ]
            for place, (words, figure) in enumerate(zip(row, content.figures, strict=True))
        ]
        for row in content.rows
    ]
    return table("ReportTable", widths, head, rows, title=content.title)
