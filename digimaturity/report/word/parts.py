"""Parts that several chapters share: large figures, labelled texts, findings, measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digimaturity.charts.fonts import text_width
from digimaturity.report.model.parts import (
    Chapter,
    Findings,
    Hue,
    KeyFigure,
    MeasureLine,
    MeasureTable,
)
from digimaturity.report.word.elements import (
    Element,
    Part,
    element,
    paragraph,
    runs,
    strong,
)
from digimaturity.report.word.tables import keep, side_by_side, table
from digimaturity.report.word.template import GUTTER, MM
from digimaturity.report.word.writer import Writer, hue_style
from digimaturity.report.xml_text import xml_text

_FIGURE = 38 * MM
#: So many letters surely fit on a page.
_LONGEST_WHOLE = 2400


@dataclass(frozen=True, slots=True)
class Labels:
    """A style of labelled texts: its id, where the text begins and the size, both in points."""

    style: str
    edge: float
    size: float


READING = Labels("Labelled", 76.5, 8.5)
SOURCE = Labels("Caption", 65.2, 8.0)


def heading(writer: Writer, chapter: Chapter, colour: str = "") -> list[Element]:
    """A chapter's name and the statement it opens with; the goal of links.

    `colour` is that of the line above, where it is not the style's.
    """
    line = element("top", val="single", sz=18, space=10, color=colour.removeprefix("#"))
    above = [element("pBdr", line)] if colour else []
    blocks = [paragraph("Heading1", writer.goal(chapter.key, chapter.name), properties=above)]
    if chapter.headline and chapter.headline != chapter.name:
        blocks.append(paragraph("Statement", chapter.headline))
    return blocks


def labelled(labels: Labels, label: str, *parts: Part) -> Element:
    """A label with its text beside it; or behind it, where it is too long for its column."""
    wide = text_width(xml_text(label), labels.size, strong=True) > labels.edge - 4
    return paragraph(labels.style, strong(label), "  " if wide else "\t", *parts)


def key_figures(
    writer: Writer, figures: Sequence[KeyFigure], intro: str, hue: Hue | None = None
) -> list[Element]:
    """Large figures at the left, a paragraph at the right."""
    if not figures:
        return [paragraph("BodyText", intro)]
    cells = [_key_figure(figure, hue) for figure in figures]
    step = min(_FIGURE, (writer.measure - GUTTER) / 2 / len(figures))
    widths = [step] * len(figures)
    rest = writer.measure - sum(widths)
    return [side_by_side([*widths, rest], [*cells, [paragraph("Normal", intro)]])]


def _key_figure(figure: KeyFigure, hue: Hue | None) -> list[Element]:
    size = 0.0 if text_width(figure.figure, 40.0, strong=True) < _FIGURE - 8 else 18.0
    words = runs(figure.figure, hue_style(hue) if hue else "", size=size)
    small = runs(figure.small, hue_style(hue) if hue else "", size=20.0) if figure.small else []
    return [
        paragraph("Note", figure.label),
        paragraph("KeyFigure", words, small),
        paragraph("Small", strong(figure.meaning)),
    ]


def findings(found: Findings, colour: str = "") -> list[Element]:
    """Findings under a heading; each a title with its figure, and the words of the answer.

    With `colour`, a style of characters, the figures lead; else they end the line.
    """
    blocks = [paragraph("Heading2", found.title)]
    for item in found.items:
        lead: list[Part] = [runs(item.figure, colour), "\t"] if colour else []
        end: list[Part] = [] if colour else [runs("  " + item.figure, "Quiet")]
        blocks.append(paragraph("Finding" if colour else "Point", *lead, item.title, *end))
        quoted: list[Part] = (
            [item.question + " ", runs(item.words, "Ink")] if item.question else [item.words]
        )
        blocks.append(paragraph("FindingText" if colour else "Note", *quoted))
    if not found.items:
        blocks.append(paragraph("Note", found.empty))
    return blocks


def measure_table(writer: Writer, content: MeasureTable) -> Element:
    """Measures, one a line; the last column only where it has a head."""
    numbers = [head for head in content.heads[1:] if head]
    dimensions = [content.heads[0], *(line.dimension for line in content.lines)]
    narrow = [_room(dimensions), *(_room([words]) for words in numbers)]
    widths = [writer.measure - sum(narrow), *narrow]
    head = [
        paragraph("TableHead", content.title),
        paragraph("TableHead", runs(content.heads[0], "Quiet")),
        *(paragraph("TableHeadNumber", runs(words, "Quiet")) for words in numbers),
    ]
    rows = [
        [
            [paragraph("TableItem", strong(line.number), "\t", line.title)],
            [paragraph("TableText", runs(line.dimension, hue_style(line.hue)))],
            *([paragraph("TableNumber", words)] for words in _numbers(line)[: len(numbers)]),
        ]
        for line in content.lines
    ]
    return table("ReportTable", widths, head, rows, title=content.title)


def _room(words: Iterable[str]) -> float:
    """The width of a column for short words."""
    widest = max(text_width(xml_text(each), 8.5, strong=True) for each in words)
    return min(max(widest + 12, 18 * MM), 40 * MM)


def _numbers(line: MeasureLine) -> tuple[str, str]:
    return line.days, line.gain


def flat(blocks: Iterable[Sequence[Element]]) -> list[Element]:
    """All blocks in one list."""
    return [block for part in blocks for block in part]


def above(style: str, *parts: Part) -> Element:
    """A paragraph that stays with what follows."""
    return paragraph(style, *parts, properties=[element("keepNext")])


def statement(kicker: str, words: str, *, tight: bool = False) -> list[Element]:
    """A heading right under the few words that say what it is about; `tight`: with less above."""
    close = element("spacing", before=20)
    less = [element("spacing", before=100)] if tight else []
    return [
        paragraph("Kicker", kicker, properties=less),
        paragraph("Heading2", words, properties=[close]),
    ]


def together(blocks: Sequence[Element]) -> Sequence[Element]:
    """The same paragraphs, none parted from the next; too much for half a page is left as it is."""
    letters = sum(len(str(block.xpath("string()"))) for block in blocks)
    if letters <= _LONGEST_WHOLE:
        keep(blocks[:-1])
    return blocks
