"""The cover, the foreword, and the contents with how to read the report."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.charts import cover_bars
from digimaturity.report.model.brand import Brand
from digimaturity.report.model.front import Contents, Cover, Foreword
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.word.elements import (
    Element,
    Part,
    element,
    field,
    paragraph,
    runs,
    strong,
)
from digimaturity.report.word.parts import READING, heading, labelled
from digimaturity.report.word.tables import table
from digimaturity.report.word.template import MM, PALETTE, TWIPS
from digimaturity.report.word.writer import Writer, goal_name

#: The height of the chart, as far as there is room; and the spaces above the company's name, in
#: points, of which the first is taken that leaves room for the smallest chart.
_CHART, _SMALLEST = 68 * MM, 44 * MM
_SPACES = (95.0, 60.0, 24.0)
#: The numerals of the levels stand left of the chart.
_NUMERALS = 14.0
_LABELS = 28 * MM
#: Left free, since Word may count a little differently.
_AIR = 12.0
#: Sizes of a company's name, in points, by its letters; where none is given the style's.
_TITLE_SIZES = ((40, 0.0), (80, 26.0), (130, 21.0), (10_000, 16.0))
_LOGO_WIDTH, _LOGO_HEIGHT = 60 * MM, 20 * MM


def cover(writer: Writer, content: Cover, brand: Brand) -> list[Element]:
    """The first page."""
    size = next(size for letters, size in _TITLE_SIZES if len(content.company) <= letters)
    head, foot = _head(writer, content, brand), _foot(writer, content)
    for space in _SPACES:
        lower = element("spacing", before=round(space * TWIPS))
        title = paragraph("Title", runs(content.company, size=size), properties=[lower])
        above = [*head, title, paragraph("Subtitle", content.title)]
        room = writer.pages.room([*above, *foot])
        if room >= _SMALLEST + _AIR:
            break
    if not content.groups:
        return [*above, *foot]
    height = max(_SMALLEST, min(_CHART, room - _AIR))
    figure = cover_bars.figure(content.groups, writer.measure - _NUMERALS, height, PALETTE)
    return [*above, writer.picture(figure, content.chart_words, left=_NUMERALS), *foot]


def _foot(writer: Writer, content: Cover) -> list[Element]:
    """What the chart shows, what was assessed, and who may read it."""
    facts = [
        [[paragraph("TableText", strong(fact.label))], [paragraph("TableText", fact.text)]]
        for fact in content.facts
    ]
    widths = (_LABELS, writer.measure - _LABELS)
    return [
        paragraph("CoverNote", content.caption),
        table("FactTable", widths, [], facts, title=content.title),
        *(paragraph("CoverNote", strong(note.label + " "), note.text) for note in content.notes),
    ]


def _head(writer: Writer, content: Cover, brand: Brand) -> list[Element]:
    """Logo and sender; a mark at the right."""
    blocks: list[Element] = []
    if brand.logo:
        logo = writer.logo(brand.logo, _LOGO_WIDTH, _LOGO_HEIGHT)
        blocks.append(paragraph("Note", logo))
    sender = content.sender or Labelled("", "")
    mark: list[Part] = ["\t", runs(content.mark, "Mark")] if content.mark else []
    blocks.append(paragraph("Sender", strong(sender.label), *mark))
    if sender.text:
        blocks.append(paragraph("Sender", sender.text))
    return blocks


def foreword(writer: Writer, content: Foreword) -> list[Element]:
    """What the sender writes, and by whom."""
    blocks = heading(writer, content.chapter)
    blocks += [paragraph("BodyText", text) for text in content.paragraphs]
    if content.signed:
        blocks.append(paragraph("BodyText", strong(content.signed.label)))
        if content.signed.text:
            blocks.append(paragraph("BodyText", runs(content.signed.text, "Quiet")))
    return blocks


def contents(
    writer: Writer, content: Contents, chapters: Sequence[tuple[Chapter, int]]
) -> list[Element]:
    """The contents as a field that is filled in already, and how to read the report.

    `chapters` come with the pages on which they probably begin.
    """
    title = paragraph("TOCHeading", writer.goal(content.chapter.key, content.chapter.headline))
    lines = [_line(chapter, page) for chapter, page in chapters]
    begin, code, separate, end = _contents_field()
    first = lines[0] if lines else paragraph("TOC1")
    first[1:1] = [begin, code, separate]
    gallery = element(
        "docPartObj",
        element("docPartGallery", val="Table of Contents"),
        element("docPartUnique"),
    )
    listed = element("sdtContent", title, *(lines or [first]), paragraph("Normal", end))
    return [
        element("sdt", element("sdtPr", gallery), listed),
        paragraph("Heading2", content.reading_title),
        *(labelled(READING, item.label, item.text) for item in content.reading),
    ]


def _contents_field() -> tuple[Element, Element, Element, Element]:
    begin, code, separate, *_, end = field(r'TOC \o "1-1" \h \z', "")
    return begin, code, separate, end


def _line(chapter: Chapter, page: int) -> Element:
    """One chapter: a link with its page."""
    name = goal_name(chapter.key)
    number = field(rf"PAGEREF {name} \h", str(page))
    link = element("hyperlink", *runs(chapter.name), *runs("\t"), *number, anchor=name, history=1)
    return paragraph("TOC1", link)
