"""The appendix: all answers, the method, the sources."""

from __future__ import annotations

from functools import partial

from digimaturity.charts import radar
from digimaturity.report.model.appendix import (
    AnswerLine,
    AnswersChapter,
    AnswerSection,
    MethodChapter,
)
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.layout import Columns, Stack
from digimaturity.report.pdf.parts import (
    Sheet,
    first_fitting,
    heading,
    headline,
    hue_text,
    labelled,
    plain,
    strong,
)
from digimaturity.report.pdf.style import (
    BODY,
    CELL_STRONG,
    GROUP,
    HEADING,
    LABEL,
    MM,
    NOTE,
    PALETTE,
    SMALL,
)
from digimaturity.report.pdf.table import Column, Row, Table

#: Spaces on the page of the method, and the width of its radar, from generous to dense.
_FITS = ((1.0, 120 * MM), (0.8, 112 * MM), (0.6, 104 * MM), (0.45, 96 * MM))
#: The same where the radar has a page of its own.
_ON_TWO = (1.0, 150 * MM)


def answers(sheet: Sheet, content: AnswersChapter) -> Block:
    """All answers, area by area."""
    blocks: list[Block] = [
        headline(sheet, content.chapter),
        Columns([(0, 136 * MM, sheet.text(content.intro, BODY))]).spaced(after=4 * MM),
    ]
    group = ""
    for section in content.sections:
        if section.group != group:
            title = sheet.text(section.group, GROUP.but(colour=hue_text(section.hue)), "H2")
            blocks.append(title.spaced(8 * MM if group else 0, 1.5 * MM, keep=True))
            group = section.group
        blocks.append(_table(sheet, section).spaced(before=4 * MM))
    return Stack(blocks)


def _table(sheet: Sheet, section: AnswerSection) -> Block:
    level = sheet.half + 2 * MM
    columns = [
        Column(0, sheet.half - 4 * MM),
        Column(level - 4 * MM, 9 * MM),
        Column(level + 8 * MM, sheet.width - level - 8 * MM),
    ]
    heads = [
        sheet.text(section.title, HEADING, None),
        *(sheet.text(head, LABEL, None) for head in section.heads),
    ]
    header = Row(columns, heads, header=True, padding=1.2, weight=0.9)
    rows = [Row(columns, _cells(sheet, line), padding=2.4) for line in section.lines]
    return Table(header, rows)


def _cells(sheet: Sheet, line: AnswerLine) -> list[Block]:
    style = SMALL if line.known else SMALL.but(colour=PALETTE.secondary)
    answer: list[Block] = [sheet.text(line.answer, style, None)]
    for comment in line.comments:
        words = (strong(comment.who + ": ", PALETTE.secondary), plain(comment.text))
        text = sheet.text(words, NOTE.but(colour=PALETTE.ink), None, multiline=True)
        answer.append(text.spaced(before=1 * MM))
    return [
        sheet.text(line.question, SMALL, None),
        sheet.text(line.level, CELL_STRONG, None),
        Stack(answer),
    ]


def method(sheet: Sheet, content: MethodChapter) -> Block:
    """How it is computed, the radar of all areas, the sources; on one page if they can be."""
    found = first_fitting(sheet, (_method(sheet, content, *fit) for fit in _FITS))
    if found.height(sheet.width) <= sheet.height:
        return found
    # On two pages there is room enough to breathe.
    return _method(sheet, content, *_ON_TWO)


def _method(sheet: Sheet, content: MethodChapter, tight: float, width: float) -> Block:
    blocks: list[Block] = [headline(sheet, content.chapter)]
    blocks += [labelled(sheet, point, SMALL).spaced(before=2 * MM) for point in content.points]
    if content.sources:
        blocks.append(heading(sheet, content.sources_title))
        blocks += [labelled(sheet, source).spaced(before=1 * MM) for source in content.sources]
    if content.radar:
        draw = partial(radar.draw, spokes=content.radar)
        figure = ChartBlock(width, radar.height(width), draw, content.radar_words)
        drawn = [
            heading(sheet, content.radar_title),
            Columns([((sheet.width - width) / 2, width, figure)]),
        ]
        blocks.append(Stack(drawn, whole=True).spaced(before=7 * MM))
    return Stack(blocks, tight=tight)
