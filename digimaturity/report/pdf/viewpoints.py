"""The pages of the viewpoints: gaps as charts, questions to talk about, what came of talking."""

from __future__ import annotations

from functools import partial

from digimaturity.charts import dumbbell
from digimaturity.report.model.comparison import LeadingChapter
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.viewpoints import (
    AgreedLine,
    GapChart,
    Grid,
    TalkList,
    TalkPoint,
    ViewpointsPart,
    Voice,
    Workshop,
)
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.chart import ChartBlock, PageSurface
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.parts import (
    APART,
    Sheet,
    heading,
    headline,
    hue_text,
    key_figures,
    labelled,
    plain,
    strong,
    title,
)
from digimaturity.report.pdf.style import (
    CELL,
    CELL_STRONG,
    GUTTER,
    HEADING,
    LABEL,
    MM,
    NOTE,
    PALETTE,
    SMALL,
)
from digimaturity.report.pdf.table import Column, Row, Table

_NUMBER = 8 * MM
#: So many lines stand on one page with their heading.
_TOGETHER = 4


def viewpoints(sheet: Sheet, content: LeadingChapter, part: ViewpointsPart) -> Block:
    """How far apart the viewpoints are by area, and what else is to be said on the whole."""
    blocks: list[Block] = [
        headline(sheet, content.chapter),
        key_figures(sheet, part.figures, part.intro),
    ]
    if part.areas:
        blocks += _chart(sheet, part.areas, heading(sheet, part.areas.statement))
    blocks += [labelled(sheet, note).spaced(before=2.4 * MM) for note in part.notes]
    return Stack(blocks)


def talking(sheet: Sheet, part: ViewpointsPart) -> list[Block]:
    """The questions to talk about, then question by question, pairs, years, and the workshop."""
    blocks = _talk(sheet, part.talk)
    blocks += _chart(sheet, part.questions, title(sheet, part.questions.statement))
    blocks += _grid(sheet, part.pairs, _PAIRS)
    if part.agreement:
        blocks.append(heading(sheet, part.agreement_title))
        blocks += _lines(sheet, part.agreement)
    if part.trend:
        blocks += _grid(sheet, part.trend, _shares(len(part.trend.heads)))
    return [*blocks, *_workshop(sheet, part.workshop)]


#: The columns' shares of the width.
_PAIRS = (0.38, 0.18, 0.29, 0.15)


def _shares(columns: int) -> tuple[float, ...]:
    return (0.4, *((0.6 / (columns - 1),) * (columns - 1)))


def _chart(sheet: Sheet, part: GapChart, above: Block) -> list[Block]:
    figure = ChartBlock(
        sheet.width,
        dumbbell.height(part.chart, sheet.width),
        partial(dumbbell.draw, chart=part.chart),
        part.words,
    )
    said = [sheet.text(part.note, NOTE).spaced(after=2 * MM, keep=True)] if part.note else []
    return [above, *said, figure]


def _talk(sheet: Sheet, content: TalkList) -> list[Block]:
    blocks: list[Block] = [title(sheet, content.title)]
    if not content.points:
        return [*blocks, sheet.text(content.empty, SMALL)]
    note = Columns([(0, 136 * MM, sheet.text(content.note, NOTE))])
    return [*blocks, note, *(_point(sheet, point) for point in content.points)]


def _point(sheet: Sheet, point: TalkPoint) -> Block:
    """The question and its gap above; who says what at the left, what to ask at the right."""
    inner, colour = sheet.width - _NUMBER, hue_text(point.hue)
    left = inner * 0.56
    head = Columns(
        [
            (0, _NUMBER, sheet.text(point.number, HEADING.but(colour=colour))),
            (_NUMBER, inner - 34 * MM, sheet.text(point.question, HEADING.but(lines=3), "H3")),
            (
                sheet.width - 32 * MM,
                32 * MM,
                sheet.text((strong(point.area, colour),), NOTE.but(align="right", lines=1)),
            ),
        ]
    )
    body = Columns(
        [
            (_NUMBER, left, Stack([_voice(sheet, one, left) for one in point.voices])),
            (
                _NUMBER + left + GUTTER,
                inner - left - GUTTER,
                Stack(
                    [
                        sheet.text(point.statement, NOTE),
                        sheet.text(point.prompt, SMALL).spaced(before=1.4 * MM),
                    ]
                ),
            ),
        ]
    )
    parts = [Rule(0.9, PALETTE.rule), Gap(1.6 * MM), head, Gap(1.6 * MM), body]
    return Stack(parts, whole=True).spaced(before=4.6 * MM)


def _voice(sheet: Sheet, voice: Voice, width: float) -> Block:
    """The mark of the viewpoint, its name and level, and the words of that level."""
    words = (
        strong(f"{voice.name} {voice.level}  ", PALETTE.ink),
        plain(voice.words),
    )
    return Columns(
        [(0, 5 * MM, _Mark(voice.view)), (5 * MM, width - 5 * MM, sheet.text(words, NOTE))],
        whole=True,
    ).spaced(after=1.2 * MM)


class _Mark(Block):
    """The mark that a viewpoint has in the charts; the name beside it says the same."""

    def __init__(self, view: str) -> None:
        super().__init__()
        self.view = view

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return NOTE.leading

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        with canvas.artifact():
            canvas.saveState()
            canvas.translate(left, top)
            surface = PageSurface(canvas, width, NOTE.leading)
            dumbbell.draw_mark(surface, self.view, (4.6, NOTE.leading / 2))
            canvas.restoreState()


def _workshop(sheet: Sheet, content: Workshop) -> list[Block]:
    blocks: list[Block] = []
    if content.agreed:
        lines = [_agreed(sheet, line) for line in content.agreed]
        above = heading(sheet, content.agreed_title, before=0)
        few = len(lines) <= _TOGETHER
        blocks.append(Stack([above, *lines], whole=few).spaced(before=APART))
    if content.parked:
        blocks.append(heading(sheet, content.parked_title, before=APART))
        blocks += _lines(sheet, content.parked)
    return blocks


def _agreed(sheet: Sheet, line: AgreedLine) -> Block:
    said = (strong(f"{line.level}  ", PALETTE.ink), plain(line.words, PALETTE.ink))
    right: list[Block] = [sheet.text(said, SMALL)]
    if line.reason:
        right.append(sheet.text(line.reason, NOTE, multiline=True).spaced(before=0.8 * MM))
    return Columns(
        [
            (0, sheet.half - 4 * MM, sheet.text(line.question, SMALL)),
            (sheet.half + 2 * MM, sheet.half + 2 * MM, Stack(right)),
        ],
        whole=True,
    ).spaced(before=2 * MM)


def _lines(sheet: Sheet, items: tuple[Labelled, ...]) -> list[Block]:
    return [
        labelled(sheet, item, SMALL, edge=sheet.half - 4 * MM).spaced(before=1.8 * MM)
        for item in items
    ]


def _grid(sheet: Sheet, content: Grid, shares: tuple[float, ...]) -> list[Block]:
    """A small table; all columns but the first hold figures or few words, at the right."""
    edges = [sum(shares[:place]) * sheet.width for place in range(len(shares))]
    columns = [
        Column(left, share * sheet.width - (6 if place < len(shares) - 1 else 0))
        for place, (left, share) in enumerate(zip(edges, shares, strict=True))
    ]
    head, cell = LABEL.but(align="right"), CELL.but(align="right")
    header = Row(
        columns,
        [
            sheet.text(words, LABEL if not place else head, None)
            for place, words in enumerate(content.heads)
        ],
        header=True,
        padding=1.2,
        weight=0.9,
    )
    rows = [
        Row(
            columns,
            [
                sheet.text(words, CELL_STRONG if not place else cell, None)
                for place, words in enumerate(row)
            ],
            padding=1.9,
        )
        for row in content.rows
    ]
    return [
        heading(sheet, content.title, before=APART),
        Columns([(0, 136 * MM, sheet.text(content.note, NOTE))]).spaced(after=2 * MM, keep=True),
        Table(header, rows),
    ]
