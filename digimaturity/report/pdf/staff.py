"""The letter to everybody in the firm."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.report.model.parts import Chapter
from digimaturity.report.model.staff import LetterPart, StaffModel
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.document import sheet_of, written
from digimaturity.report.pdf.fonts import STRONG
from digimaturity.report.pdf.layout import Columns, Gap, Stack
from digimaturity.report.pdf.marks import LogoBlock
from digimaturity.report.pdf.pages import paginate
from digimaturity.report.pdf.parts import Sheet, balanced, strong
from digimaturity.report.pdf.style import LETTER, MM, NOTE, PALETTE, Style

#: About 75 letters a line.
_MEASURE = 140 * MM
_LOGO_WIDTH = 55 * MM
_LOGO_HEIGHT = 18 * MM
#: From generous to dense: sizes of type and leading, and the part of the spaces that is left. The
#: first that fits on one page is taken; else the first of all, or the last where that saves a page.
_STEPS = ((10.2, 5.2, 1.0), (10.2, 5.2, 0.8), (9.8, 4.9, 0.8), (9.4, 4.7, 0.75))
_SUBJECT = Style(STRONG, 17, 22, hyphenate=False)
_LIST = {"A": "<</O/List/ListNumbering/Disc>>"}
#: A list's item is cut after so many lines.
_LINES = 4


def render_staff(model: StaffModel) -> bytes:
    """The letter as a file (PDF 1.7, tagged; PDF/A-2a and PDF/UA-1), one or two pages."""
    frame, sheet = sheet_of(model.paper)
    chapter = Chapter("letter", model.subject, model.subject)
    options = [
        _letter(sheet, model, LETTER.but(size=size, leading=leading * MM), tight)
        for size, leading, tight in _STEPS
    ]
    fitting = [one for one in options if one.height(frame.width) <= frame.height]
    tried = fitting[:1] or [options[0], options[-1]]
    pages = min((paginate(frame, [(chapter, one)]) for one in tried), key=len)
    pages[0] = replace(pages[0], head=False)
    return written(model.paper, frame, pages, model)


def _letter(sheet: Sheet, model: StaffModel, style: Style, tight: float) -> Block:
    subject = balanced(sheet.text(model.subject, _subject(model), "H1"), _MEASURE)
    subject.bookmark = "letter"
    blocks: list[Block] = [
        _head(sheet, model),
        subject.spaced(before=12 * MM, after=5 * MM, keep=True),
        sheet.text(model.salutation, style).spaced(after=2 * MM),
    ]
    for part in model.parts:
        blocks += _part(sheet, part, style)
    closing = sheet.text(model.closing, style)
    signed = sheet.text(model.signed, style.but(lines=3))
    foot = Stack([closing, Gap(14 * MM * tight), signed], whole=True)
    blocks.append(_set(foot).spaced(before=5 * MM))
    return Stack(blocks, tight=tight)


def _subject(model: StaffModel) -> Style:
    ink = model.paper.brand.ink
    return _SUBJECT.but(colour=ink) if ink else _SUBJECT


def _head(sheet: Sheet, model: StaffModel) -> Block:
    """The firm and the day at the left, the logo or the mark of a sample at the right."""
    brand, mark = model.paper.brand, model.paper.running.mark
    left = [
        sheet.text((strong(model.sender),), LETTER.but(lines=2)),
        sheet.text(model.day, LETTER.but(colour=PALETTE.secondary)),
    ]
    right: list[Block] = []
    if brand.logo:
        right.append(LogoBlock(brand.logo, _LOGO_WIDTH, _LOGO_HEIGHT, right=True))
    if mark:
        style = NOTE.but(align="right", lines=1)
        right.append(sheet.text((strong(mark, PALETTE.accent),), style).spaced(before=2 * MM))
    edge = sheet.width - _LOGO_WIDTH
    return Columns([(0, edge - 6 * MM, Stack(left)), (edge, _LOGO_WIDTH, Stack(right))])


def _part(sheet: Sheet, part: LetterPart, style: Style) -> list[Block]:
    head = sheet.text(part.heading, style.but(face=STRONG), "H2")
    blocks: list[Block] = [_set(head).spaced(5 * MM, 0.8 * MM, keep=True)]
    for words in part.paragraphs:
        keep = bool(part.points) and words is part.paragraphs[-1]
        blocks.append(_set(sheet.text(words, style)).spaced(after=2 * MM, keep=keep))
    if part.points:
        blocks.append(_points(sheet, part.points, style).spaced(after=2 * MM))
    blocks += [_set(sheet.text(words, style)).spaced(after=2 * MM) for words in part.after]
    return blocks


def _points(sheet: Sheet, points: tuple[str, ...], style: Style) -> Block:
    rows: list[Block] = []
    for point in points:
        label = sheet.text("•", style, "Lbl")
        words = sheet.text(point, style.but(lines=_LINES), "LBody")
        row = Columns([(0, 4 * MM, label), (5 * MM, _MEASURE - 5 * MM, words)])
        rows.append(Stack([row], kind="LI").spaced(before=0.8 * MM))
    return Stack(rows, kind="L", attributes=_LIST)


def _set(block: Block) -> Block:
    """At the letter's measure."""
    return Columns([(0, _MEASURE, block)])
