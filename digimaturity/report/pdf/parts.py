"""Parts that several chapters share: headlines, large figures, labelled texts, findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digimaturity.report.model.parts import (
    Chapter,
    Findings,
    Hue,
    KeyFigure,
    Labelled,
    MeasureTable,
)
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.fonts import REGULAR, STRONG
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.style import (
    BODY,
    CELL,
    CELL_STRONG,
    FIGURE,
    GROUP,
    GUTTER,
    HEADING,
    HEADLINE,
    LABEL,
    LINE,
    MM,
    NOTE,
    NOTE_STRONG,
    PALETTE,
    Style,
)
from digimaturity.report.pdf.table import Column, Row, Table
from digimaturity.report.pdf.text import Part, Text

#: The left column of a labelled text.
LABEL_WIDTH = 22 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """The type area of the pages, and the language of the text."""

    width: float
    height: float
    language: str

    @property
    def half(self) -> float:
        """The width of one of two columns."""
        return (self.width - GUTTER) / 2

    def text(
        self,
        words: str | tuple[Part, ...],
        style: Style = BODY,
        kind: str | None = "P",
        *,
        multiline: bool = False,
    ) -> Text:
        """A text in the report's language."""
        return Text(words, style, kind=kind, language=self.language, multiline=multiline)


def hue(of: Hue | None) -> str:
    """The colour of a dimension's bars."""
    return PALETTE.dimension(of.id, of.place) if of else PALETTE.ink


def hue_text(of: Hue | None) -> str:
    """The colour of a dimension's words."""
    return PALETTE.dimension_text(of.id, of.place) if of else PALETTE.ink


def headline(sheet: Sheet, chapter: Chapter, of: Hue | None = None) -> Block:
    """The statement that opens a chapter; the goal of its links."""
    parts: list[Block] = []
    if of is not None:
        parts.append(Rule(2.6, hue(of), 16 * MM).spaced(after=5.4 * MM))
    words = sheet.text(chapter.headline, HEADLINE.but(lines=4), "H1")
    # Two lines of about equal length are better to read than a long and a short one.
    block = Stack([*parts, balanced(words, min(sheet.width, 128 * MM))])
    block.bookmark = chapter.key
    return block.spaced(after=6.5 * MM, keep=True)


def balanced(text: Text, measure: float) -> Block:
    """Large type in lines of about equal length: as narrow as the same number of lines allows."""
    count = len(text.lines(measure))
    if count == text.style.lines:  # narrower, more of it would be cut off
        return Columns([(0.0, measure, text)])
    while measure > 60 * MM and len(text.lines(measure - 6)) == count:
        measure -= 6
    return Columns([(0.0, measure, text)])


def heading(sheet: Sheet, words: str, *, before: float = 7 * MM, colour: str = "") -> Block:
    """A heading within a chapter; stays with what follows."""
    style = HEADING.but(colour=colour) if colour else HEADING
    return sheet.text(words, style, "H2").spaced(before, 1.2 * MM, keep=True)


def title(sheet: Sheet, words: str) -> Block:
    """The heading of a part that would be a chapter if it were longer."""
    return sheet.text(words, GROUP, "H2").spaced(LINE * 2.6, 1.6 * MM, keep=True)


def ruled_heading(sheet: Sheet, words: str, before: float = 0.0) -> Block:
    """A heading on a strong rule, above a list."""
    stack = Stack([sheet.text(words, HEADING, "H2").spaced(after=1.2 * MM), _strong_rule()])
    return stack.spaced(before, keep=True)


def _strong_rule() -> Rule:
    return Rule(0.9, PALETTE.rule)


def key_figures(
    sheet: Sheet,
    figures: Sequence[KeyFigure],
    intro: str,
    colour: str = PALETTE.ink,
    *,
    style: Style = BODY,
) -> Block:
    """Up to two large figures at the left, a paragraph at the right."""
    cells: list[tuple[float, float, Block]] = []
    step = 38 * MM
    for place, figure in enumerate(figures):
        room = step - 3 * MM if place < len(figures) - 1 else sheet.half - place * step
        cells.append((place * step, room, _figure(sheet, figure, colour, room - 2 * MM)))
    if not cells:
        return sheet.text(intro, style)
    cells.append((sheet.half + GUTTER, sheet.half, sheet.text(intro, style)))
    return Columns(cells)


def _figure(sheet: Sheet, figure: KeyFigure, colour: str, width: float) -> Block:
    words: tuple[Part, ...] = (Part(figure.figure),)
    style = FIGURE.but(colour=colour)
    blocks: list[Block] = [sheet.text(figure.label, LABEL)]
    if figure.small:
        number = sheet.text(words, style)
        unit = sheet.text(figure.small, style.but(size=25.0))
        edge = number.natural_width()
        blocks.append(Columns([(0, edge + 1, number), (edge + 4, 60, unit)]))
    else:
        room = width / max(sheet.text(words, style).natural_width(), 1)
        blocks.append(sheet.text(words, style.but(size=min(1, room) * style.size)))
    blocks.append(sheet.text(figure.meaning, CELL_STRONG.but(size=8.8)))
    return Stack(blocks)


def labelled(
    sheet: Sheet, item: Labelled, style: Style = NOTE, *, edge: float = LABEL_WIDTH
) -> Block:
    """A label at the left, its text at the right."""
    label = sheet.text(item.label, NOTE_STRONG.but(leading=style.leading, size=style.size))
    width = min(sheet.width - edge, 126 * MM)
    return Columns([(0, edge - 2 * MM, label), (edge, width, sheet.text(item.text, style))])


def first_fitting(sheet: Sheet, options: Iterable[Block]) -> Block:
    """The first of the options that fits on one page, or the last one."""
    chosen: Block = Gap(0)
    for chosen in options:
        if chosen.height(sheet.width) <= sheet.height:
            break
    return chosen


def findings(sheet: Sheet, found: Findings, lines: int, *, numbered: str = "") -> Block:
    """Findings under a ruled heading; with `numbered` (a colour) the figure leads the line.

    Of the words of an answer `lines` lines are shown; two more where its question leads them.
    """
    width = sheet.half
    blocks: list[Block] = [ruled_heading(sheet, found.title)]
    for item in found.items:
        title = sheet.text(item.title, CELL_STRONG)
        words = sheet.text(item.words, NOTE.but(lines=lines))
        if item.question:
            # In one paragraph: two that are cut apart would take more lines, and say less.
            quoted = (plain(item.question + " "), plain(item.words, PALETTE.ink))
            words = sheet.text(quoted, NOTE.but(lines=lines + 2))
        figure = sheet.text(
            item.figure, CELL_STRONG.but(colour=numbered) if numbered else CELL.but(align="right")
        )
        if numbered:
            cells = [(0.0, 6 * MM, figure), (6 * MM, width - 6 * MM, Stack([title, words]))]
        else:
            edge = 16 * MM
            head = Columns([(0.0, width - edge, title), (width - edge, edge, figure)])
            cells = [(0.0, width, Stack([head, words]))]
        blocks += [Gap(1.1 * MM), Columns(cells, whole=True), Gap(1.3 * MM), Rule()]
    if not found.items:
        blocks += [Gap(1.4 * MM), sheet.text(found.empty, NOTE)]
    return Stack(blocks)


def side_by_side(sheet: Sheet, left: Block, right: Block) -> Block:
    """Two blocks in the two columns of the page."""
    return Columns([(0.0, sheet.half, left), (sheet.half + GUTTER, sheet.half, right)])


def measure_table(sheet: Sheet, table: MeasureTable, *, lines: int = 2) -> Block:
    """Measures in rows of up to `lines` lines; the last column only where it has a head."""
    width, gains = sheet.width, bool(table.heads[2])
    ends = (width - 24 * MM, width) if gains else (width,)
    edges = (0.0, 5 * MM, sheet.half + GUTTER, width - 45 * MM, *ends)
    gaps = (0, 4, 4, 4, 0) if gains else (0, 4, 4, 0)
    columns = [
        Column(left, right - left - gap)
        for (left, right), gap in zip(pairwise(edges), gaps, strict=True)
    ]
    right = LABEL.but(align="right")
    cell, dimension = CELL.but(align="right"), CELL_STRONG.but(lines=lines)
    header = Row(
        columns,
        [
            Text("", LABEL, kind=None),
            Text(table.title, HEADING, kind=None),
            Text(table.heads[0], LABEL, kind=None),
            Text(table.heads[1], right, kind=None),
            *((Text(table.heads[2], right, kind=None),) if gains else ()),
        ],
        header=True,
        padding=1.6,
        weight=0.9,
    )
    # The title stands over the first two columns.
    header.columns = (Column(0, 0.1), Column(0, edges[2] - 8), *columns[2:])
    rows = [
        Row(
            columns,
            [
                sheet.text(line.number, CELL_STRONG, None),
                sheet.text(line.title, CELL.but(lines=lines), None),
                sheet.text(line.dimension, dimension.but(colour=hue_text(line.hue)), None),
                sheet.text(line.days, cell, None),
                *((sheet.text(line.gain, cell, None),) if gains else ()),
            ],
            padding=1.9,
        )
        for line in table.lines
    ]
    return Table(header, rows)


def strong(words: str, colour: str | None = None) -> Part:
    """A stretch in the strong face."""
    return Part(words, STRONG, colour)


def plain(words: str, colour: str | None = None) -> Part:
    """A stretch in the regular face."""
    return Part(words, REGULAR, colour)


#: The space between the large parts of a page.
APART = LINE * 1.9
