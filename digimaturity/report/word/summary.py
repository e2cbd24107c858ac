"""The result on one page, and its parts, which the sheet for the board shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digimaturity.charts import area_bars, level_scale
from digimaturity.report.model.parts import Findings, MeasureTable
from digimaturity.report.model.results import (
    DimensionBlock,
    Summary,
)
from digimaturity.report.word.elements import Element, paragraph, runs, strong
from digimaturity.report.word.parts import (
    SOURCE,
    findings,
    heading,
    key_figures,
    labelled,
    measure_table,
)
from digimaturity.report.word.tables import side_by_side
from digimaturity.report.word.template import GUTTER, PALETTE
from digimaturity.report.word.writer import Writer, hue_colour, hue_style

#: The result shows no fewer of the next measures than these.
_FEWEST = 3
#: The share of the spaces that is left where nothing else helps.
_TIGHT = 0.4


def summary(writer: Writer, content: Summary) -> list[Element]:
    """The result on one page: with as much as there is room for, three measures at least."""
    above, below = _above_findings(writer, content), _below_measures(writer, content)
    tables = measure_tables(writer, content.measures)
    options = [
        [*above, *findings, *measures, *below]
        for findings in findings_side_by_side(writer, content)
        for measures in tables
    ]
    # At last with smaller spaces.
    options.append(writer.pages.tightened(options[-1], _TIGHT))
    return writer.pages.shortest(options)


def _above_findings(writer: Writer, content: Summary) -> list[Element]:
    scale = level_scale.figure(content.scale, writer.measure, PALETTE)
    return [
        *heading(writer, content.chapter),
        *key_figures(writer, content.figures, content.intro),
        writer.picture(scale, content.scale_words),
        paragraph("Heading2", content.areas_title),
        paragraph("Note", content.areas_note),
        *dimension_charts(writer, content),
    ]


def dimension_charts(writer: Writer, content: Summary) -> list[Element]:
    """The dimensions in two columns, each with the bars of its areas."""
    half = (writer.measure - GUTTER) / 2
    blocks = [
        [_block_head(writer, block), _chart(writer, block, half)] for block in content.dimensions
    ]
    return _in_pairs(writer, blocks)


def dimension_rows(writer: Writer, content: Summary) -> list[Element]:
    """The dimensions in two columns, each on one line."""
    return _in_pairs(writer, [[_block_head(writer, block)] for block in content.dimensions])


def _in_pairs(writer: Writer, blocks: Sequence[list[Element]]) -> list[Element]:
    made: list[Element] = []
    for place in range(0, len(blocks), 2):
        right = blocks[place + 1] if place + 1 < len(blocks) else []
        made += [_columns(writer, blocks[place], right), paragraph("Gap")]
    return made


def _columns(writer: Writer, left: list[Element], right: list[Element]) -> Element:
    half = (writer.measure - GUTTER) / 2
    return side_by_side((half, GUTTER, half), [left, [], right])


def findings_side_by_side(writer: Writer, content: Summary) -> list[list[Element]]:
    """Strengths and weaknesses, with the questions that were answered, then without."""
    strong, weak = content.strengths, content.weaknesses
    return [
        [_columns(writer, findings(left), findings(right)), paragraph("Gap")]
        for left, right in ((strong, weak), (_unasked(strong), _unasked(weak)))
    ]


def _unasked(found: Findings) -> Findings:
    return replace(found, items=tuple(replace(item, question="") for item in found.items))


def measure_tables(writer: Writer, content: MeasureTable) -> list[list[Element]]:
    """The table of the next measures, with all of them, then with fewer."""
    shown = range(len(content.lines), min(len(content.lines), _FEWEST) - 1, -1)
    tables = [replace(content, lines=content.lines[:number]) for number in shown]
    return [[measure_table(writer, table)] if table.lines else [] for table in tables]


def _below_measures(writer: Writer, content: Summary) -> list[Element]:
    said = content.compared
    if said is None:
        return []
    text = writer.link(content.compared_key, said.text)
    return [paragraph("Gap"), labelled(SOURCE, said.label, text)]


def _block_head(writer: Writer, block: DimensionBlock) -> Element:
    """Name, level and score of a dimension on one line."""
    name = writer.link(block.key, block.name, hue_style(block.hue))
    if block.level:
        level = runs("  " + block.level, "Quiet")
        return paragraph("BlockHead", name, level, "\t", strong(block.score))
    return paragraph("BlockHead", name, "\t", runs(block.score, "Quiet"))


def _chart(writer: Writer, block: DimensionBlock, width: float) -> Element:
    chart = area_bars.figure(block.bars, width, PALETTE, hue_colour(block.hue))
    return writer.picture(chart, block.words)
