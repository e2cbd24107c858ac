"""Draws a Paper as a tagged, archival PDF with the layout of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from digimaturity import __version__
from digimaturity.authoring.paper.blocks import Beside, Line, Marked, Tick, printed
from digimaturity.authoring.paper.model import Front, Grid, Item, Pages, Paper, Section
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.fonts import STRONG, clean
from digimaturity.report.pdf.front import ContentsLine
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.pages import Frame, draw_pages, paginate
from digimaturity.report.pdf.parts import (
    Sheet,
    headline,
    hue_text,
    labelled,
    plain,
    ruled_heading,
    strong,
)
from digimaturity.report.pdf.style import (
    BODY,
    GROUP,
    LABEL,
    MM,
    NOTE,
    PAGE_SIZES,
    PALETTE,
    SMALL,
    Style,
)
from digimaturity.report.pdf.table import Column, Row, Table
from digimaturity.report.pdf.xmp import Metadata

#: Where everything below the text of a question begins.
_INDENT = 9 * MM
_QUESTION = Style(STRONG, 9.9, 4.8 * MM, hyphenate=False)
_CHOICE = Style(size=8.7, leading=4.3 * MM)
_LIST = {"A": "<</O/List/ListNumbering/None>>"}
#: A title in the file's metadata is cut to so many letters.
_LONGEST = 300


def draw_paper(paper: Paper) -> bytes:
    """The paper as a file (PDF 1.7, tagged; PDF/A-2a and PDF/UA-1)."""
    size = PAGE_SIZES["A4"]
    frame = Frame(size)
    sheet = Sheet(frame.width, frame.height, paper.language)
    pages: dict[str, int] = {}
    listed = [chapter.chapter for chapter in paper.chapters]
    front = _front(sheet, paper.front, listed, pages)
    chapters = [(part.chapter, _chapter(sheet, part)) for part in paper.chapters]
    laid_out = paginate(frame, [(paper.front.chapter, front), *chapters])
    for number, page in enumerate(laid_out, start=1):
        if page.chapter is not None:
            pages.setdefault(page.chapter.key, number)
    canvas = TaggedCanvas(size, _metadata(paper), sha256(repr(paper).encode()).digest())
    draw_pages(canvas, frame, paper.running, laid_out)
    return canvas.finish()


def _metadata(paper: Paper) -> Metadata:
    return Metadata(
        clean(paper.title)[:_LONGEST],
        clean(paper.author)[:_LONGEST],
        clean(paper.subject)[:_LONGEST],
        f"digimaturity {__version__}",
        paper.language,
        paper.day,
    )


def _front(
    sheet: Sheet, front: Front, listed: Sequence[Chapter], pages: Mapping[str, int]
) -> Block:
    """What it is, who answers, how to answer, and the contents."""
    key = object()
    fields: list[Block] = []
    for left, right in zip(front.fields[::2], front.fields[1::2], strict=True):
        edge = sheet.half + 8 * MM
        fields.append(
            Columns(
                [(0, sheet.half, _field(sheet, left)), (edge, sheet.half, _field(sheet, right))]
            )
        )
    ticks = Stack(
        [_beside(sheet, front.viewpoints, sheet.width - 26 * MM)], kind="L", attributes=_LIST
    )
    view = Columns([(0, 24 * MM, sheet.text(front.viewpoint, NOTE)), (26 * MM, 120 * MM, ticks)])
    blocks: list[Block] = [
        headline(sheet, front.chapter),
        Columns([(0, 136 * MM, sheet.text(front.intro, BODY))]).spaced(after=3 * MM),
        *fields,
        view.spaced(5 * MM, 9 * MM),
        ruled_heading(sheet, front.how_title),
        *(labelled(sheet, how, SMALL, edge=28 * MM).spaced(before=2.4 * MM) for how in front.how),
        ruled_heading(sheet, front.contents_title, before=9 * MM),
        *(ContentsLine(sheet, chapter, pages, key) for chapter in listed),
    ]
    return Stack(blocks)


def _field(sheet: Sheet, label: str) -> Block:
    edge = 22 * MM
    width = sheet.half - edge
    words = Stack([Gap(4.2 * MM), sheet.text(label, NOTE)])
    return Columns([(0, edge - 2 * MM, words), (edge, width, Line(9 * MM))])


def _chapter(sheet: Sheet, part: Pages) -> Block:
    blocks: list[Block] = [headline(sheet, part.chapter, part.hue)]
    if part.about:
        about = Columns([(0, 136 * MM, sheet.text(part.about, BODY))])
        blocks.append(about.spaced(after=7 * MM, keep=True))
    for section in part.sections:
        blocks += _section(sheet, section, part)
    if part.grid is not None:
        blocks.append(_grid(sheet, part.grid))
    return Stack(blocks)


def _section(sheet: Sheet, section: Section, part: Pages) -> list[Block]:
    colour = hue_text(part.hue)
    blocks: list[Block] = []
    if section.name:
        title = sheet.text(section.name, GROUP.but(colour=colour), "H2")
        parts: list[Block] = [title]
        if section.about:
            parts.append(sheet.text(section.about, NOTE).spaced(before=0.8 * MM))
        marked = Marked(Stack(parts, whole=True), clean(section.name), section.key)
        blocks.append(marked.spaced(8 * MM, 2.4 * MM, keep=True))
    blocks += [_item(sheet, item, colour).spaced(before=4.8 * MM) for item in section.items]
    return blocks


def _item(sheet: Sheet, item: Item, colour: str) -> Block:
    """The question with its number, help, boxes and lines; on one page."""
    inner = sheet.width - _INDENT
    number = sheet.text(item.number, _QUESTION.but(colour=colour), "Span")
    text = sheet.text(item.text, _QUESTION, "P")
    body: list[Block] = [_note(sheet, note) for note in item.notes]
    body.append(_answer(sheet, item, inner).spaced(before=1.6 * MM))
    head = Columns([(0, _INDENT - 1 * MM, number), (_INDENT, inner, text)])
    return Stack(
        [
            Rule(),
            Gap(2.2 * MM),
            head,
            Gap(0.8 * MM),
            Columns([(_INDENT, inner, Stack(body))]),
        ],
        whole=True,
        kind="Sect",
    )


def _note(sheet: Sheet, note: Labelled) -> Block:
    if not note.label:
        return sheet.text(note.text, NOTE.but(colour=PALETTE.ink))
    return sheet.text((strong(note.label + ": ", PALETTE.secondary), plain(note.text)), NOTE)


def _answer(sheet: Sheet, item: Item, width: float) -> Block:
    """The boxes to tick, and the lines to write on."""
    blocks: list[Block] = [Line() for _ in range(item.lines)]
    mark = printed(many=item.many)
    ticks = [
        Tick(sheet.text(choice.text, _CHOICE, None), mark, choice.label).spaced(before=0.7 * MM)
        for choice in item.choices
    ]
    key = object()
    if ticks:
        blocks.append(Stack(ticks, kind="L", key=key, attributes=_LIST))
    last: list[tuple[float, float, Block]] = []
    left = 0.0
    if item.unit is not None:
        unit = Stack([Gap(1.4 * MM), sheet.text(item.unit, _CHOICE)])
        last += [(0, 34 * MM, Line(_CHOICE.leading + 1.6 * MM)), (36 * MM, 22 * MM, unit)]
        left = 60 * MM
    if item.beside:
        beside = _beside(sheet, item.beside, width - left)
        boxes = Stack([Gap(1.4 * MM), beside], kind="L", key=key, attributes=_LIST)
        last.append((left, width - left, boxes))
        left += beside.natural_width + 2 * MM
    if item.comment and width - left > 60 * MM:
        label = sheet.text(item.comment, NOTE)
        edge = label.natural_width() + 2 * MM
        last.append((left, edge, Stack([Gap(1.7 * MM), label])))
        last.append((left + edge, width - left - edge, Line(_CHOICE.leading + 1.6 * MM)))
    if last:
        blocks.append(Columns(last))
    return Stack(blocks)


def _beside(sheet: Sheet, words: Sequence[str], width: float) -> Beside:
    mark = printed(many=False)
    return Beside([Tick(sheet.text(word, _CHOICE, None), mark) for word in words], width)


def _grid(sheet: Sheet, grid: Grid) -> Block:
    """The decisions, each with the same boxes under every head."""
    first = 42 * MM
    step = (sheet.width - first) / len(grid.heads)
    columns = [
        Column(0, 7 * MM),
        Column(7 * MM, first - 9 * MM),
        *(Column(first + place * step, step - 2 * MM) for place in range(len(grid.heads))),
    ]
    heads = [sheet.text(head, LABEL, None) for head in ("", "", *grid.heads)]
    style, mark = SMALL.but(leading=3.9 * MM, hyphenate=False), printed(many=False)
    rows = [
        Row(
            columns,
            [
                sheet.text(number, SMALL.but(face=STRONG), None),
                sheet.text(name, SMALL.but(face=STRONG), None),
                *(
                    Stack(
                        [
                            Tick(sheet.text(word, style, None), mark, inline=True)
                            for word in grid.choices
                        ]
                    )
                    for _ in grid.heads
                ),
            ],
            padding=2.0,
        )
        for number, name in grid.rows
    ]
    return Table(Row(columns, heads, header=True, padding=1.6, weight=0.9), rows)
