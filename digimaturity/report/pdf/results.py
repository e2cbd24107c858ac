"""The result on one page, and a dimension's chapter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from digimaturity.charts import area_bars, dimension_bars, level_scale
from digimaturity.report.model.results import DimensionBlock, DimensionChapter, MeasureRef, Summary
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.linked import Linked
from digimaturity.report.pdf.parts import (
    Sheet,
    findings,
    first_fitting,
    heading,
    headline,
    hue,
    hue_text,
    key_figures,
    labelled,
    measure_table,
    ruled_heading,
    side_by_side,
)
from digimaturity.report.pdf.style import CELL, CELL_STRONG, HEADING, LABEL, MM, NOTE, PALETTE


@dataclass(frozen=True, slots=True)
class _Density:
    """How much is shown: lines of an answer's words, measures, and the space between the parts."""

    lines: int
    measures: int
    tight: float = 1.0
    reasons: bool = True


#: From generous to dense; the first that fits on one page is taken.
_SUMMARY_STEPS = (
    _Density(3, 5),
    _Density(3, 5, 0.8),
    _Density(2, 5, 0.9),
    _Density(2, 5, 0.75),
    _Density(2, 5, 0.6),
    _Density(2, 5, 0.5),
    _Density(1, 5, 0.8),
    _Density(1, 5, 0.65),
    _Density(1, 5, 0.5),
    _Density(1, 4, 0.5),
    _Density(1, 3, 0.5),
)
_DIMENSION_STEPS = (
    _Density(3, 4),
    _Density(3, 4, 0.8),
    _Density(3, 4, 0.8, reasons=False),
    _Density(3, 2, 0.8),
    _Density(3, 2, 0.7, reasons=False),
    _Density(2, 2, 0.7, reasons=False),
    _Density(1, 2, 0.6, reasons=False),
)


def summary(sheet: Sheet, content: Summary) -> Block:
    """The result on one page."""
    return first_fitting(sheet, (_summary(sheet, content, step) for step in _SUMMARY_STEPS))


def _summary(sheet: Sheet, content: Summary, density: _Density) -> Block:
    blocks: list[Block] = [
        headline(sheet, content.chapter),
        key_figures(sheet, content.figures, content.intro),
        ChartBlock(
            sheet.width,
            level_scale.HEIGHT,
            partial(level_scale.draw, scale=content.scale),
            content.scale_words,
        ).spaced(before=4 * MM),
        heading(sheet, content.areas_title, before=3.4 * MM).spaced(3.4 * MM, 0, keep=True),
        sheet.text(content.areas_note, NOTE).spaced(after=1.4 * MM, keep=True),
    ]
    dimensions = content.dimensions
    for place in range(0, len(dimensions), 2):
        pair = [dimension_block(sheet, block) for block in dimensions[place : place + 2]]
        right = pair[1] if len(pair) > 1 else Gap(0)
        blocks.append(side_by_side(sheet, pair[0], right).spaced(before=3.4 * MM if place else 0))
    blocks.append(
        side_by_side(
            sheet,
            findings(sheet, content.strengths, density.lines),
            findings(sheet, content.weaknesses, density.lines),
        ).spaced(before=5 * MM)
    )
    if content.measures.lines:
        table = replace(content.measures, lines=content.measures.lines[: density.measures])
        blocks.append(measure_table(sheet, table).spaced(before=4.4 * MM))
    if content.compared is not None:
        blocks.append(_compared(sheet, content).spaced(before=3.2 * MM))
    return Stack(blocks, tight=density.tight)


def _compared(sheet: Sheet, content: Summary) -> Block:
    item = content.compared
    if item is None:
        return Gap(0)
    label = sheet.text(item.label, CELL_STRONG.but(colour=PALETTE.accent))
    text: Block = sheet.text(item.text, CELL, None if content.compared_key else "P")
    if content.compared_key:
        text = Linked(text, content.compared_key, item.text)
    return Columns([(0, 20 * MM, label), (22 * MM, sheet.width - 22 * MM, text)])


def dimension_block(sheet: Sheet, block: DimensionBlock) -> Block:
    """A dimension in one of two columns: its name, level and score above the bars of its areas."""
    width = sheet.half
    colour = hue_text(block.hue)
    style = HEADING.but(colour=colour, lines=1)
    name: Block = sheet.text(block.name, style, None if block.key else "P")
    if block.key:
        name = Linked(name, block.key, block.name)
    known = block.level != ""
    level = sheet.text(block.level, LABEL.but(lines=1))
    score = sheet.text(
        block.score,
        HEADING.but(align="right") if known else LABEL.but(align="right"),
    )
    head = Columns(
        [
            (0, width * 0.327 - 4, name),
            (width * 0.327, width * 0.45, level),
            (width * 0.7, width * 0.3, score),
        ]
    )
    draw = partial(area_bars.draw, bars=block.bars, colour=hue(block.hue))
    chart = ChartBlock(width, area_bars.height(block.bars), draw, block.words)
    return Stack([head, Gap(0.8 * MM), Rule(0.9, PALETTE.rule), Gap(0.8 * MM), chart], whole=True)


def dimension(sheet: Sheet, content: DimensionChapter) -> Block:
    """A dimension's chapter."""
    return first_fitting(sheet, (_chapter(sheet, content, step) for step in _DIMENSION_STEPS))


def _chapter(sheet: Sheet, content: DimensionChapter, density: _Density) -> Block:
    blocks: list[Block] = [
        headline(sheet, content.chapter, content.hue),
        key_figures(sheet, content.figures, content.intro, hue_text(content.hue)),
        heading(sheet, content.statement).spaced(6.5 * MM, 2 * MM, keep=True),
        ChartBlock(
            sheet.width,
            dimension_bars.height(content.bars),
            partial(
                dimension_bars.draw,
                bars=content.bars,
                colour=hue(content.hue),
                heads=content.heads,
            ),
            content.words,
        ),
    ]
    notes = [note for note in (content.since, content.note) if note]
    blocks += [labelled(sheet, note).spaced(before=2.4 * MM) for note in notes]
    text_colour = hue_text(content.hue)
    blocks.append(
        side_by_side(
            sheet,
            findings(sheet, content.strong, density.lines, numbered=text_colour),
            findings(sheet, content.holding, density.lines, numbered=text_colour),
        ).spaced(before=6.5 * MM)
    )
    if content.unknown:
        blocks.append(labelled(sheet, content.unknown).spaced(before=4.5 * MM))
    if content.measures:
        blocks.append(ruled_heading(sheet, content.measures_title, before=6 * MM))
        shown = content.measures[: density.measures]
        for place in range(0, len(shown), 2):
            pair = [_reference(sheet, ref, density) for ref in shown[place : place + 2]]
            right = pair[1] if len(pair) > 1 else Gap(0)
            blocks.append(side_by_side(sheet, pair[0], right).spaced(before=1.6 * MM))
    return Stack(blocks, tight=density.tight)


def _reference(sheet: Sheet, ref: MeasureRef, density: _Density) -> Block:
    width = sheet.half - 6 * MM
    title = sheet.text(ref.title, CELL_STRONG, None if ref.key else "P")
    linked: Block = Linked(title, ref.key, ref.title) if ref.key else title
    parts: list[Block] = [linked, sheet.text(ref.detail, NOTE)]
    if density.reasons:
        parts.append(sheet.text(ref.reason, NOTE.but(colour=PALETTE.ink, lines=4)))
    return Columns(
        [(0, 5 * MM, sheet.text(ref.number, CELL_STRONG)), (6 * MM, width, Stack(parts))],
        whole=True,
    )
