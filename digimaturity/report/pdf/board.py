"""The sheet for those who decide: always one page, as much on it as fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from digimaturity.charts import level_scale
from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.parts import Chapter, Finding, Findings, Labelled
from digimaturity.report.model.results import DimensionBlock, Summary
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.document import sheet_of, written
from digimaturity.report.pdf.fonts import STRONG
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.marks import LogoBlock
from digimaturity.report.pdf.pages import Page
from digimaturity.report.pdf.parts import (
    Sheet,
    first_fitting,
    hue_text,
    key_figures,
    measure_table,
    plain,
    ruled_heading,
    side_by_side,
    strong,
)
from digimaturity.report.pdf.results import dimension_block
from digimaturity.report.pdf.style import (
    BODY,
    CELL,
    CELL_STRONG,
    LABEL,
    MM,
    NOTE,
    PALETTE,
    SMALL,
    Style,
)

_TOP = 17 * MM
_LOGO_WIDTH = 45 * MM
_LOGO_HEIGHT = 10 * MM
_HEADLINE = Style(STRONG, 17, 21, hyphenate=False)
#: The sentences of the comparison end with their figures: they are never cut before them (lines).
_COMPARED = 5
_LIST = {"A": "<</O/List/ListNumbering/Decimal>>"}


@dataclass(frozen=True, slots=True)
class _Density:
    """How much is shown, most first; numbers of lines, and of what else there can be many of.

    `words` are the lines of an answer under an area (0: none), `rows` the dimensions.
    """

    words: int
    decide: int
    intro: int
    tight: float
    scale: bool = True
    areas: bool = True
    measures: int = 5
    rows: int = 100


_STEPS = (
    _Density(2, 3, 12, 1.0),
    _Density(1, 3, 12, 1.0),
    _Density(1, 2, 12, 0.85),
    _Density(0, 2, 12, 1.0),
    _Density(0, 2, 12, 0.8),
    _Density(0, 2, 12, 0.65),
    _Density(0, 2, 12, 0.5),
    _Density(0, 2, 12, 0.75, scale=False),
    _Density(0, 2, 9, 0.6, scale=False),
    _Density(0, 2, 7, 0.5, scale=False),
    _Density(0, 2, 7, 0.35, scale=False),
    _Density(0, 2, 9, 0.8, areas=False),
    _Density(0, 1, 7, 0.7, areas=False),
    _Density(0, 1, 6, 0.7, scale=False, areas=False),
)
#: For packs with more dimensions than a page has room for: fewer, until it fits.
_LAST = tuple(
    _Density(0, 1, 4, 0.5, scale=False, areas=False, measures=3, rows=rows)
    for rows in range(40, -1, -4)
)


def render_board(model: BoardModel) -> bytes:
    """The page as a file (PDF 1.7, tagged; PDF/A-2a and PDF/UA-1)."""
    frame, sheet = sheet_of(model.paper)
    top = frame.size[1] - _TOP
    room = replace(sheet, height=sheet.height + top - frame.top)
    block = first_fitting(room, _options(room, model))
    chapter = Chapter("board", model.paper.subject, model.summary.chapter.headline)
    block.bookmark = chapter.key
    page = Page(chapter, block, top, first=True, head=False)
    return written(model.paper, frame, [page], model)


def _options(sheet: Sheet, model: BoardModel) -> Iterator[Block]:
    return (_page(sheet, model, density) for density in chain(_STEPS, _LAST))


def _page(sheet: Sheet, model: BoardModel, density: _Density) -> Block:
    content = model.summary
    title = sheet.text(content.chapter.headline, _HEADLINE.but(lines=2), "H1")
    blocks: list[Block] = [
        _head(sheet, model),
        title.spaced(before=6 * MM, after=4.5 * MM),
        key_figures(sheet, content.figures, content.intro, style=BODY.but(lines=density.intro)),
    ]
    if density.scale:
        draw = partial(level_scale.draw, scale=content.scale)
        scale = ChartBlock(sheet.width, level_scale.HEIGHT, draw, content.scale_words)
        blocks.append(scale.spaced(before=3 * MM))
    blocks.append(_dimensions(sheet, model, density).spaced(before=4 * MM))
    blocks.append(
        side_by_side(
            sheet,
            _findings(sheet, content.strengths, density.words),
            _findings(sheet, content.weaknesses, density.words),
        ).spaced(before=5 * MM)
    )
    blocks += _measures(sheet, content, density)
    if content.compared:
        blocks.append(_compared(sheet, content.compared).spaced(before=4 * MM))
    blocks.append(_decide(sheet, model, density.decide).spaced(before=5 * MM))
    blocks.append(sheet.text(model.code, NOTE.but(lines=1)).spaced(before=3 * MM))
    return Stack(blocks, tight=density.tight)


def _head(sheet: Sheet, model: BoardModel) -> Block:
    """The company and the day at the left, with the mark of a sample or draft; the logo right."""
    brand, mark = model.paper.brand, model.paper.running.mark
    company = sheet.text((strong(model.company),), BODY.but(lines=1))
    marked = (strong(mark, PALETTE.accent), plain(" · ")) if mark else ()
    style = SMALL.but(lines=1, colour=brand.ink or PALETTE.secondary)
    left = Stack([company, sheet.text((*marked, plain(model.about)), style)])
    edge = sheet.width - _LOGO_WIDTH if brand.logo else sheet.width
    cells: list[tuple[float, float, Block]] = [(0, edge - 4 * MM, left)]
    if brand.logo:
        logo = LogoBlock(brand.logo, _LOGO_WIDTH, _LOGO_HEIGHT, right=True)
        cells.append((edge, _LOGO_WIDTH, logo))
    return Stack([Columns(cells), Gap(2.5 * MM), Rule(0.9, brand.line or PALETTE.rule)])


def _dimensions(sheet: Sheet, model: BoardModel, density: _Density) -> Block:
    """The dimensions in two columns, each with its areas where there is room."""
    everything = model.summary.dimensions
    shown = everything[: density.rows]
    draw = dimension_block if density.areas else _dimension_row
    rows: list[Block] = []
    for place in range(0, len(shown), 2):
        pair = [draw(sheet, block) for block in shown[place : place + 2]]
        right = pair[1] if len(pair) > 1 else Gap(0)
        rows.append(side_by_side(sheet, pair[0], right).spaced(before=2.5 * MM if place else 0))
    if len(shown) < len(everything):
        words = model.more.format(n=len(everything) - len(shown))
        rows.append(sheet.text(words, NOTE).spaced(before=1 * MM))
    return Stack(rows, tight=density.tight)


def _dimension_row(sheet: Sheet, block: DimensionBlock) -> Block:
    """A dimension on one line: name, level, score."""
    width, style = sheet.half, CELL_STRONG.but(lines=1)
    row = Columns(
        [
            (0, width * 0.5 - 4, sheet.text(block.name, style.but(colour=hue_text(block.hue)))),
            (width * 0.5, width * 0.3, sheet.text(block.level, LABEL.but(lines=1))),
            (width * 0.8, width * 0.2, sheet.text(block.score, style.but(align="right"))),
        ]
    )
    return Stack([row, Gap(0.8 * MM), Rule()], whole=True)


def _findings(sheet: Sheet, found: Findings, words: int) -> Block:
    blocks: list[Block] = [ruled_heading(sheet, found.title)]
    for item in found.items:
        blocks += [Gap(0.9 * MM), _finding(sheet, item, words), Gap(1 * MM), Rule()]
    if not found.items:
        blocks += [Gap(1.4 * MM), sheet.text(found.empty, NOTE.but(lines=2))]
    return Stack(blocks)


def _finding(sheet: Sheet, item: Finding, words: int) -> Block:
    """An area with its score, and what was answered in as many lines as there is room for."""
    edge = sheet.half - 14 * MM
    head = Columns(
        [
            (0.0, edge, sheet.text(item.title, CELL_STRONG.but(lines=1))),
            (edge, 14 * MM, sheet.text(item.figure, CELL.but(align="right", lines=1))),
        ]
    )
    if not words or not item.words:
        return head
    said = sheet.text(item.words, NOTE.but(lines=words))
    return Stack([head, Columns([(0.0, sheet.half, said)])])


def _measures(sheet: Sheet, content: Summary, density: _Density) -> Sequence[Block]:
    if not content.measures.lines:
        return ()
    lines = 1 if density.decide == 1 else 2
    table = replace(content.measures, lines=content.measures.lines[: density.measures])
    return (measure_table(sheet, table, lines=lines).spaced(before=4 * MM),)


def _compared(sheet: Sheet, item: Labelled) -> Block:
    label = sheet.text(item.label, CELL_STRONG.but(colour=PALETTE.accent, lines=1))
    text = sheet.text(item.text, CELL.but(lines=_COMPARED))
    return Columns([(0, 20 * MM, label), (22 * MM, sheet.width - 22 * MM, text)])


def _decide(sheet: Sheet, model: BoardModel, lines: int) -> Block:
    """What to decide, as a numbered list."""
    rows: list[Block] = []
    for number, item in enumerate(model.decide, start=1):
        both = (strong(item.label + " "), plain(item.text))
        words = sheet.text(both, CELL.but(lines=lines), "LBody")
        label = sheet.text(str(number), CELL_STRONG, "Lbl")
        row = Columns([(0, 4 * MM, label), (5 * MM, sheet.width - 5 * MM, words)])
        rows.append(Stack([row], kind="LI").spaced(before=1.1 * MM))
    listed = Stack(rows, kind="L", attributes=_LIST)
    return Stack([ruled_heading(sheet, model.decide_title), Gap(1.4 * MM), listed])
