"""The cover, and the page of contents with the reading aid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from digimaturity.charts import cover_bars
from digimaturity.report.model.brand import NO_BRAND, Brand, Logo
from digimaturity.report.model.front import Contents, Cover, Foreword
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.chart import ChartBlock
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.marks import LogoBlock
from digimaturity.report.pdf.parts import Sheet, balanced, labelled, plain, ruled_heading, strong
from digimaturity.report.pdf.style import (
    BODY,
    COVER_SUBTITLE,
    COVER_TITLE,
    GUTTER,
    HEADLINE,
    LETTER,
    LINE,
    MM,
    NOTE,
    PALETTE,
    SMALL,
)
from digimaturity.report.pdf.text import Text

_CHART_HEIGHT = 66 * MM
_LETTER_WIDTH = 132 * MM
_LOGO_WIDTH = 62 * MM
_LOGO_HEIGHT = 20 * MM
_TITLE_SIZES = (36.0, 30.0, 25.0, 20.0, 16.0)
_TITLE_LINES = 3


def cover(sheet: Sheet, content: Cover, height: float, brand: Brand = NO_BRAND) -> Block:
    """The first page; the parts stand at fixed heights."""
    head = _head(sheet, content, brand.logo)
    subtitle = COVER_SUBTITLE.but(colour=brand.ink) if brand.ink else COVER_SUBTITLE
    title = Stack(
        [
            balanced(_title(sheet, content.company), sheet.width),
            sheet.text(content.title, subtitle).spaced(before=4 * MM),
        ]
    )
    chart = Stack(
        [
            ChartBlock(
                sheet.width,
                _CHART_HEIGHT,
                partial(cover_bars.draw, groups=content.groups),
                content.chart_words,
            ),
            Columns([(0, 118 * MM, sheet.text(content.caption, NOTE))]).spaced(before=2.5 * MM),
        ]
    )
    facts = _facts(sheet, content.facts)
    notes = _notes(sheet, content.notes, brand.line or PALETTE.rule)
    foot = Stack([facts, Gap(9 * MM), notes])
    width = sheet.width
    parts = [head, title, chart, foot]
    used = sum(part.height(width) for part in parts)
    free = max(height - used, 3 * 6 * MM)
    gaps = (free * 0.36, free * 0.34, free * 0.30)
    return Stack([head, Gap(gaps[0]), title, Gap(gaps[1]), chart, Gap(gaps[2]), foot])


def _head(sheet: Sheet, content: Cover, logo: Logo | None) -> Block:
    """The sender at the left, under the logo; the mark at the right."""
    words = _sender(sheet, content)
    if logo is None:
        return words
    return Stack([LogoBlock(logo, _LOGO_WIDTH, _LOGO_HEIGHT), words.spaced(before=4 * MM)])


def _sender(sheet: Sheet, content: Cover) -> Block:
    style = SMALL.but(lines=1)
    cells: list[tuple[float, float, Block]] = []
    if content.sender is not None:
        lines: list[Block] = [sheet.text((strong(content.sender.label),), style)]
        if content.sender.text:
            lines.append(sheet.text(content.sender.text, style.but(colour=PALETTE.secondary)))
        cells.append((0, sheet.width - 45 * MM, Stack(lines)))
    if content.mark:
        mark = sheet.text((strong(content.mark, PALETTE.accent),), style.but(align="right"))
        cells.append((sheet.width - 45 * MM, 45 * MM, mark))
    return Columns(cells) if cells else Gap(SMALL.leading)


def _title(sheet: Sheet, company: str) -> Text:
    """The company's name as large as three lines allow; the longest in small type, and whole."""
    text = sheet.text(company, COVER_TITLE, "H1")
    for size in _TITLE_SIZES:
        style = COVER_TITLE.but(size=size, leading=size * 1.153)
        text = sheet.text(company, style, "H1")
        if len(text.lines(sheet.width)) <= _TITLE_LINES:
            return text
    return text


def _facts(sheet: Sheet, facts: Sequence[Labelled]) -> Block:
    rows: list[Block] = []
    for left, *right in (facts[at : at + 2] for at in range(0, len(facts), 2)):
        cells = [(0.0, sheet.half, _fact(sheet, left))]
        cells += [(sheet.half + GUTTER, sheet.half, _fact(sheet, one)) for one in right]
        rows.append(Columns(cells))
        rows.append(Gap(2.6 * MM))
    return Stack(rows[:-1])


def _fact(sheet: Sheet, fact: Labelled) -> Block:
    label, edge = sheet.text(fact.label, NOTE), 24 * MM
    text = sheet.text(fact.text, SMALL.but(lines=3), multiline=True)
    return Stack(
        [Rule(), Gap(1.6 * MM), Columns([(0, edge - 6, label), (edge, sheet.half - edge, text)])]
    )


def _notes(sheet: Sheet, notes: Sequence[Labelled], line: str) -> Block:
    cells: list[tuple[float, float, Block]] = []
    for place, note in enumerate(notes):
        label = (strong(note.label + " ", PALETTE.ink),) if note.label else ()
        words = sheet.text((*label, plain(note.text)), NOTE.but(lines=4))
        cells.append((place * (sheet.half + GUTTER), sheet.half, words))
    return Stack([Rule(0.9, line), Gap(1.8 * MM), Columns(cells)])


class ContentsLine(Block):
    """One line of the contents: a link with its page, which is known when it is drawn."""

    def __init__(
        self, sheet: Sheet, chapter: Chapter, pages: Mapping[str, int], key: object
    ) -> None:
        super().__init__()
        self.name = sheet.text(chapter.name + " ", BODY.but(lines=1), None)
        self.chapter = chapter
        self.pages = pages
        self.key = key

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        """The height at that width."""
        return LINE + 2.2 * MM

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        number = Text(str(self.pages[self.chapter.key]), BODY.but(align="right"), kind=None)
        with canvas.group("TOC", self.key), canvas.group("TOCI"), canvas.content("Link") as link:
            self.name.draw(canvas, left, top - 1.1 * MM, width - 12 * MM)
            number.draw(canvas, left, top - 1.1 * MM, width)
            box = (left, top - self.height(width), left + width, top)
            canvas.link(link, self.chapter.key, box, self.chapter.name)
        Rule().draw(canvas, left, top - self.height(width) + 0.5, width)


def contents(
    sheet: Sheet, content: Contents, chapters: Sequence[Chapter], pages: Mapping[str, int]
) -> Block:
    """Contents above, the reading aid below. `pages` is filled before this is drawn."""
    key = object()
    title = sheet.text(content.chapter.headline, HEADLINE, "H1").spaced(after=6 * MM, keep=True)
    title.bookmark = content.chapter.key
    lines = [ContentsLine(sheet, chapter, pages, key) for chapter in chapters]
    reading = [
        ruled_heading(sheet, content.reading_title).spaced(12 * MM, 2.2 * MM, keep=True),
        *(labelled(sheet, item, SMALL).spaced(before=2.2 * MM) for item in content.reading),
    ]
    return Stack([title, Rule(0.9, PALETTE.rule), *lines, *reading])


def foreword(sheet: Sheet, content: Foreword) -> Block:
    """The sender's words to the reader, with who signs them."""
    measure = min(sheet.width, _LETTER_WIDTH)
    title = sheet.text(content.chapter.headline, HEADLINE, "H1").spaced(after=8 * MM, keep=True)
    title.bookmark = content.chapter.key
    lines: list[Block] = [
        Columns([(0, measure, sheet.text(words, LETTER, multiline=True))]).spaced(after=3 * MM)
        for words in content.paragraphs
    ]
    if content.signed:
        signed: list[Block] = [sheet.text((strong(content.signed.label),), LETTER.but(lines=2))]
        if content.signed.text:
            quiet = LETTER.but(lines=2, colour=PALETTE.secondary)
            signed.append(sheet.text(content.signed.text, quiet))
        lines.append(Stack(signed, whole=True).spaced(before=9 * MM))
    return Stack([title, *lines])
