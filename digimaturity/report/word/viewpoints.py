"""Where the viewpoints differ: charts, questions to talk about, tables, the decision map."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.charts import dumbbell
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.viewpoints import (
    DecisionPart,
    GapChart,
    Grid,
    HolderCell,
    TalkList,
    TalkPoint,
    ViewpointsPart,
    Workshop,
)
from digimaturity.report.word.elements import Element, element, paragraph, runs, strong
from digimaturity.report.word.parts import (
    SOURCE,
    above,
    flat,
    key_figures,
    labelled,
    together,
)
from digimaturity.report.word.tables import table
from digimaturity.report.word.template import PALETTE
from digimaturity.report.word.writer import Writer, hue_style

_NAME = 0.34
#: The styles of characters for who holds a part of a decision: what is found fault with stands out.
_HOLDERS = {"nobody": "Strong", "differ": "Strong", "": "Quiet"}
#: Above each question to talk about, in twentieths of a point.
_APART = 160


def viewpoints(writer: Writer, part: ViewpointsPart) -> list[Element]:
    """How far apart the viewpoints are, what to talk about, and what came of talking."""
    blocks = key_figures(writer, part.figures, part.intro)
    if part.areas:
        blocks += _chart(writer, part.areas)
    blocks += [labelled(SOURCE, note.label, note.text) for note in part.notes]
    blocks += [*_talk(part.talk), *_chart(writer, part.questions)]
    blocks += _grid(writer, part.pairs)
    if part.agreement:
        blocks += _lines(part.agreement_title, part.agreement)
    if part.trend:
        blocks += _grid(writer, part.trend)
    return [*blocks, *_workshop(part.workshop)]


def _chart(writer: Writer, part: GapChart) -> list[Element]:
    figure = dumbbell.figure(part.chart, writer.measure, PALETTE)
    note = [above("Note", part.note)] if part.note else []
    return [paragraph("Heading2", part.statement), *note, writer.picture(figure, part.words)]


def _talk(content: TalkList) -> list[Element]:
    blocks = [paragraph("Heading2", content.title)]
    if not content.points:
        return [*blocks, paragraph("Note", content.empty)]
    return [*blocks, paragraph("Note", content.note), *flat(_point(one) for one in content.points)]


def _point(point: TalkPoint) -> Sequence[Element]:
    """The question, who sees it how, and what to ask each other."""
    number, area = runs(point.number, hue_style(point.hue)), runs("  " + point.area, "Quiet")
    apart = element("spacing", before=_APART)
    said = [
        paragraph("FindingText", strong(f"{one.name} {one.level}  "), one.words)
        for one in point.voices
    ]
    return together(
        [
            paragraph("Finding", number, "\t", point.question, area, properties=[apart]),
            *said,
            paragraph("FindingText", f"{point.statement}."),
            paragraph("FindingText", runs(point.prompt, "Ink")),
        ]
    )


def _workshop(content: Workshop) -> list[Element]:
    blocks: list[Element] = []
    if content.agreed:
        blocks.append(paragraph("Heading2", content.agreed_title))
        for line in content.agreed:
            blocks.append(paragraph("Point", line.question))
            blocks.append(paragraph("Note", strong(f"{line.level}  "), runs(line.words, "Ink")))
            if line.reason:
                blocks.append(paragraph("Note", line.reason))
    if content.parked:
        blocks += _lines(content.parked_title, content.parked)
    return blocks


def _lines(title: str, items: Sequence[Labelled]) -> list[Element]:
    return [
        paragraph("Heading2", title),
        *flat((paragraph("Point", one.label), paragraph("Note", one.text)) for one in items),
    ]


def _grid(writer: Writer, content: Grid) -> list[Element]:
    """A small table; all columns but the first at the right."""
    first = writer.measure * _NAME
    rest = (writer.measure - first) / (len(content.heads) - 1)
    head = [
        paragraph("TableHead" if not place else "TableHeadNumber", runs(words, "Quiet"))
        for place, words in enumerate(content.heads)
    ]
    rows = [
        [
            [
                paragraph("TableText", strong(words))
                if not place
                else paragraph("TableNumber", words)
            ]
            for place, words in enumerate(row)
        ]
        for row in content.rows
    ]
    widths = [first, *([rest] * (len(content.heads) - 1))]
    return [
        paragraph("Heading2", content.title),
        above("Note", content.note),
        table("ReportTable", widths, head, rows, title=content.title),
    ]


def decision_map(writer: Writer, part: DecisionPart) -> list[Element]:
    """The map, and what was found in it."""
    first = writer.measure * _NAME
    widths = [first, *([(writer.measure - first) / 4] * 4)]
    head = [paragraph("TableHead", runs(words, "Quiet")) for words in part.heads]
    rows = [
        [[paragraph("TableText", strong(row.name))], *([_cell(cell)] for cell in row.cells)]
        for row in part.rows
    ]
    return [
        paragraph("Heading2", part.statement),
        above("Note", part.note),
        table("ReportTable", widths, head, rows, title=part.statement),
        *flat(_lines(group.title, group.items) for group in part.found),
    ]


def _cell(cell: HolderCell) -> Element:
    return paragraph("TableText", runs(cell.text, _HOLDERS.get(cell.holder, "")))
