"""The pages that read a dimension area by area."""

from __future__ import annotations

from digimaturity.report.model.parts import Finding
from digimaturity.report.model.results import AreaReading, DimensionChapter
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.glossary import LinkedTexts, Links
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.parts import Sheet, first_fitting, hue, hue_text, plain, strong
from digimaturity.report.pdf.style import (
    CELL_STRONG,
    GROUP,
    GUTTER,
    HEADING,
    LABEL,
    MM,
    NOTE,
    PALETTE,
    SMALL,
)

_LEVEL = 6 * MM
_SCORE = 30 * MM

#: The reading's part of the width, and the spaces between: the first that fits on one page is
#: taken. Narrow is better, since the answers are longer; plans below a reading need more.
_STEPS = ((0.34, 1.0), (0.38, 1.0), (0.42, 1.0), (0.38, 0.7), (0.42, 0.7), (0.4, 0.5))


def area_readings(links: Links, content: DimensionChapter) -> Block:
    """What each area's level means at the left, the answers behind it at the right."""
    sheet = links.sheet
    found = first_fitting(sheet, (_areas(links, content, *step) for step in _STEPS))
    if found.height(sheet.width) <= sheet.height:
        return found
    # On two pages there is room enough to breathe.
    return _areas(links, content, *_STEPS[0])


def _areas(links: Links, content: DimensionChapter, share: float, tight: float) -> Block:
    sheet, texts = links.sheet, links.item()
    title = sheet.text(content.areas_title, GROUP.but(colour=hue_text(content.hue)), "H2")
    blocks: list[Block] = [
        Rule(2.6, hue(content.hue), 16 * MM).spaced(after=3.4 * MM),
        title.spaced(after=2 * MM, keep=True),
    ]
    width = sheet.width * share
    blocks += [_area(sheet, texts, area, width) for area in content.areas]
    return Stack(blocks, tight=tight)


def _area(sheet: Sheet, texts: LinkedTexts, area: AreaReading, reading: float) -> Block:
    known = bool(area.score)
    edge = reading + GUTTER
    room = sheet.width - edge
    score = sheet.text(area.score or area.level, HEADING.but(align="right") if known else LABEL)
    level = " · ".join(part for part in (area.level if known else "", area.bounds) if part)
    head = Columns(
        [
            (0, reading, sheet.text(area.name, HEADING, "H3")),
            (edge, room - _SCORE, sheet.text(level, LABEL)),
            (sheet.width - _SCORE, _SCORE, score),
        ]
    )
    left: list[Block] = [texts.text(area.reading, SMALL)]
    if area.plan:
        words = (strong(area.plan.label + " ", PALETTE.ink), plain(area.plan.text))
        left.append(texts.text(words, NOTE).spaced(before=1.6 * MM))
    right = Stack([_answer(sheet, texts, answer, room) for answer in area.answers])
    body = Columns([(0, reading, Stack(left)), (edge, room, right)])
    parts = [head, Gap(0.8 * MM), Rule(0.9, PALETTE.rule), Gap(1.6 * MM), body]
    return Stack(parts, whole=True).spaced(before=5.5 * MM)


def _answer(sheet: Sheet, texts: LinkedTexts, answer: Finding, width: float) -> Block:
    words = (plain(answer.title + " "), plain(answer.words, PALETTE.ink))
    cells: list[tuple[float, float, Block]] = [
        (0.0, _LEVEL - 1 * MM, sheet.text(answer.figure, CELL_STRONG)),
        (_LEVEL, width - _LEVEL, texts.text(words, NOTE)),
    ]
    return Columns(cells, whole=True).spaced(after=1.4 * MM)
