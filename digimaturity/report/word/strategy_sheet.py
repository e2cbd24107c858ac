"""The IT strategy as a document to be written on: what is there, and places for what is not."""

from __future__ import annotations

from digimaturity.report.model.strategy_sheet import (
    SheetBlock,
    SheetGap,
    SheetModel,
    SheetSection,
    SheetTable,
    SheetWords,
)
from digimaturity.report.word.elements import Element, Part, element, paragraph, runs, strong
from digimaturity.report.word.parts import above, flat
from digimaturity.report.word.tables import table
from digimaturity.report.word.template import MM, TWIPS
from digimaturity.report.word.writer import Writer
from digimaturity.report.xml_text import xml_text

_LOGO_WIDTH, _LOGO_HEIGHT = 55 * MM, 15 * MM
#: Above a part that does not begin a page, in points.
_ABOVE = 26.0


def strategy(writer: Writer, model: SheetModel) -> list[Element]:
    """The whole document; its parts follow each other without beginning a page."""
    words, logo, mark = model.words, model.paper.brand.logo, model.paper.running.mark
    blocks: list[Element] = []
    if logo:
        blocks.append(paragraph("Note", writer.logo(logo, _LOGO_WIDTH, _LOGO_HEIGHT)))
    right: list[Part] = ["\t", runs(mark, "Mark")] if mark else []
    return [
        *blocks,
        paragraph("Sender", strong(words.company), *right),
        paragraph("Headline", words.title),
        paragraph("BodyText", words.intro),
        paragraph("BodyText", strong(words.done)),
        *flat(_section(writer, words, section) for section in model.sections),
    ]


def _section(writer: Writer, words: SheetWords, section: SheetSection) -> list[Element]:
    stay = element("pageBreakBefore", val=0)
    apart = element("spacing", before=round(_ABOVE * TWIPS), after=60)
    blocks = [
        paragraph(
            "Heading1", section.name, runs(f"  {section.state}", "Detail"), properties=[stay, apart]
        ),
        above("Note", section.about),
        *_own(section),
        *flat(_block(writer, words, block) for block in section.blocks),
    ]
    if section.gaps:
        blocks.append(paragraph("Heading2", words.gaps))
        blocks += [_gap(words, gap) for gap in section.gaps]
    return blocks


def _own(section: SheetSection) -> list[Element]:
    """The firm's own words, or a place for them that gives way to what is typed there."""
    if section.own:
        return [paragraph("BodyText", part) for part in section.own.split("\n") if part.strip()]
    hint = paragraph("BodyText", runs(f"[{section.hint}]", "Quiet"))
    properties = element(
        "sdtPr",
        element("alias", val=xml_text(section.name)),
        element("tag", val=section.key),
        element("temporary"),
        element("showingPlcHdr"),
    )
    return [element("sdt", properties, element("sdtContent", hint))]


def _block(writer: Writer, words: SheetWords, block: SheetBlock) -> list[Element]:
    made = [
        paragraph("Heading2", block.title),
        above("Note", words.source.format(source=block.source)),
        *(paragraph("Small", line) for line in block.lines),
    ]
    if block.table is not None:
        made.append(_table(writer, block.table, block.title))
        made.append(paragraph("Note"))  # Word puts two tables in a row together
    return made


def _table(writer: Writer, content: SheetTable, title: str) -> Element:
    whole = sum(content.shares)
    widths = [writer.measure * share / whole for share in content.shares]
    head = [
        paragraph("TableHeadNumber" if figure else "TableHead", runs(words, "Quiet"))
        for words, figure in zip(content.heads, content.figures, strict=True)
    ]
    rows = [
        [
            [paragraph("TableNumber" if figure else "TableText", words)]
            for words, figure in zip(row, content.figures, strict=True)
        ]
        for row in content.rows
    ]
    return table("ReportTable", widths, head, rows, title=title)


def _gap(words: SheetWords, gap: SheetGap) -> Element:
    who = words.who.format(who=gap.who)
    return paragraph("ListBullet", gap.text, runs(f"  ({who})", "Quiet"))
