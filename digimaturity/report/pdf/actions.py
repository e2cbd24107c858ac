"""The chapter of the measures."""

from __future__ import annotations

from digimaturity.report.model.actions import MeasureItem, MeasuresChapter
from digimaturity.report.model.parts import Labelled
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.glossary import LinkedTexts, Links
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.parts import Sheet, headline, hue_text, measure_table, plain, strong
from digimaturity.report.pdf.style import BODY, GUTTER, HEADING, MM, NOTE, PALETTE, SMALL, Style

_NUMBER = 8 * MM


def measures(links: Links, content: MeasuresChapter) -> Block:
    """Every measure in full, the others in a table."""
    sheet = links.sheet
    blocks: list[Block] = [
        headline(sheet, content.chapter),
        Columns([(0, 136 * MM, sheet.text(content.intro, BODY))]).spaced(after=5 * MM),
    ]
    blocks += [_item(sheet, links.item(), item) for item in content.items]
    if content.others:
        blocks.append(measure_table(sheet, content.others).spaced(before=7 * MM))
    return Stack(blocks)


def _item(sheet: Sheet, texts: LinkedTexts, item: MeasureItem) -> Block:
    """Title and facts above; why and what at the left, steps at the right."""
    colour = hue_text(item.hue)
    inner = sheet.width - _NUMBER
    column = (inner - GUTTER) / 2
    head = Columns(
        [
            (0, _NUMBER, sheet.text(item.number, HEADING.but(colour=colour))),
            (_NUMBER, inner - 34 * MM, sheet.text(item.title, HEADING.but(lines=4), "H2")),
            (
                sheet.width - 32 * MM,
                32 * MM,
                sheet.text((strong(item.dimension, colour),), NOTE.but(align="right", lines=1)),
            ),
        ]
    )
    ink = NOTE.but(colour=PALETTE.ink)
    left: list[Block] = [texts.text(reason, ink).spaced(after=1.2 * MM) for reason in item.reasons]
    left.append(texts.text(item.what, SMALL).spaced(before=0.6 * MM))
    if item.at_size:
        left.append(_note(texts, item.at_size, ink))
    right: list[Block] = [_steps(sheet, texts, item.steps)]
    right += [_note(texts, note, NOTE) for note in item.notes]
    body = Columns(
        [
            (_NUMBER, column, Stack(left)),
            (_NUMBER + column + GUTTER, column, Stack(right)),
        ]
    )
    facts = Columns([(_NUMBER, inner, sheet.text(item.facts, NOTE))])
    block = Stack(
        [Rule(0.9, PALETTE.rule), Gap(1.6 * MM), head, facts, Gap(1.6 * MM), body], whole=True
    )
    block.bookmark = item.key
    return block.spaced(before=5.5 * MM)


def _note(texts: LinkedTexts, note: Labelled, style: Style) -> Block:
    """A text behind its label."""
    said = texts.text((strong(note.label + " ", PALETTE.ink), plain(note.text)), style)
    return said.spaced(before=1.4 * MM)


def _steps(sheet: Sheet, texts: LinkedTexts, steps: tuple[str, ...]) -> Block:
    """The first steps as a numbered list."""
    rows: list[Block] = []
    key = object()
    for number, step in enumerate(steps, start=1):
        label = sheet.text(str(number), SMALL.but(colour=PALETTE.secondary), "Lbl")
        row = Columns([(0, 4 * MM, label), (4.5 * MM, 66 * MM, texts.text(step, SMALL, "LBody"))])
        rows.append(Stack([row], kind="LI").spaced(before=0.5 * MM))
    return Stack(rows, kind="L", key=key, attributes={"A": "<</O/List/ListNumbering/Decimal>>"})
