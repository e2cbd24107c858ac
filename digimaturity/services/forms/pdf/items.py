"""A question on the form: its text, what helps to answer it, and the fields for the answer."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.authoring.paper.blocks import Beside, Tick
from digimaturity.domain.questionnaire import Kind
from digimaturity.i18n import Translator
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.fonts import STRONG, clean
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.parts import Sheet, plain, strong
from digimaturity.report.pdf.style import MM, NOTE, PALETTE, Style
from digimaturity.services.forms.fields import Field, Role
from digimaturity.services.forms.model import Item
from digimaturity.services.forms.pdf import choices
from digimaturity.services.forms.pdf.blocks import Entry

#: Where everything below the text of a question begins.
_INDENT = 8 * MM
_QUESTION = Style(STRONG, 9.4, 4.5 * MM, hyphenate=False)
_CHOICE = Style(size=8.3, leading=3.85 * MM)
_LIST = {"A": "<</O/List/ListNumbering/None>>"}

#: The heights of fields: one line, a comment of two lines, a text in one's own words.
_LINE = 6.2 * MM
_COMMENT = 8 * MM
_TEXT = 20 * MM
#: The width of a number, and the most of its unit and least of a comment beside boxes.
_NUMBER = 30 * MM
_ROOM = 60 * MM


def question(sheet: Sheet, item: Item, colour: str, t: Translator, *, fact: bool = False) -> Block:
    """The whole question, on one page; its number in that colour. Of a fact is said what counts."""
    inner = sheet.width - _INDENT
    number = sheet.text(item.number, _QUESTION.but(colour=colour), "Span")
    text = sheet.text(item.text, _QUESTION, "P")
    body = [
        *_help(sheet, item, t, fact=fact),
        _answer(sheet, item, inner, t).spaced(before=1.0 * MM),
    ]
    return Stack(
        [
            Rule(),
            Gap(1.7 * MM),
            Columns([(0, _INDENT - 1 * MM, number), (_INDENT, inner, text)]),
            Gap(0.3 * MM),
            Columns([(_INDENT, inner, Stack(body))]),
        ],
        whole=True,
        kind="Sect",
    )


def _help(sheet: Sheet, item: Item, t: Translator, *, fact: bool) -> Iterator[Block]:
    ink = NOTE.but(colour=PALETTE.ink)
    if item.note:
        yield sheet.text(item.note, ink)
    if item.kind is Kind.MANY_OF:
        yield sheet.text(t("Tick everything that is true."), ink)
    if item.evidence:
        label = () if fact else (strong(t("Evidence") + ": ", PALETTE.secondary),)
        yield sheet.text((*label, plain(item.evidence)), NOTE)


def _answer(sheet: Sheet, item: Item, width: float, t: Translator) -> Block:
    blocks: list[Block] = []
    key = object()
    ticks = [
        _tick(sheet, each, item.kind).spaced(before=0.4 * MM) for each in choices.listed(item, t)
    ]
    if ticks:
        blocks.append(Stack(ticks, kind="L", key=key, attributes=_LIST))
    if item.kind is Kind.TEXT:
        name = Field(Role.TEXT, item.id).name
        blocks.append(Entry(name, choices.asked(item, t), _TEXT, lines=True))
    blocks += (block.spaced(before=1.2 * MM) for block in _last(sheet, item, width, key, t))
    return Stack(blocks)


def _tick(sheet: Sheet, ticked: choices.Ticked, kind: Kind) -> Tick:
    choice, mark = ticked
    label = choice.value if kind is Kind.LEVELS and choice.value.isdigit() else ""
    return Tick(sheet.text(choice.text, _CHOICE, None), mark, label)


def _last(sheet: Sheet, item: Item, width: float, key: object, t: Translator) -> Iterator[Block]:
    """The line with a number and with what is said in short, and the comment."""
    cells: list[tuple[float, float, Block]] = []
    left = 0.0
    high = _COMMENT if item.comment else _LINE
    if item.kind is Kind.NUMBER:
        entry = Entry(Field(Role.NUMBER, item.id).name, choices.asked(item, t), _LINE)
        unit = sheet.text(clean(item.unit), _CHOICE.but(lines=1))
        cells.append((0, _NUMBER, _middle(entry, high, _NUMBER)))
        room = min(unit.natural_width() + 1, _ROOM)
        cells.append((_NUMBER + 2 * MM, room, _middle(unit, high, room)))
        left = _NUMBER + room + 6 * MM
    ticks = [_tick(sheet, each, item.kind) for each in choices.short(item, t)]
    if ticks:
        beside = Beside(ticks, width - left)
        boxes = Stack([_middle(beside, high, width)], kind="L", key=key, attributes=_LIST)
        cells.append((left, beside.natural_width, boxes))
        left += beside.natural_width + 2 * MM
    room = width - left
    if item.comment and room > _ROOM:
        cells.append((left, room, _comment(sheet, item, room, t)))
    if cells:
        yield Columns(cells)
    if item.comment and room <= _ROOM:
        yield _comment(sheet, item, width, t)


def _comment(sheet: Sheet, item: Item, width: float, t: Translator) -> Block:
    label = sheet.text(t("Comment"), NOTE)
    edge = label.natural_width() + 2 * MM
    words = t("Comment on question {n}", n=item.number)
    entry = Entry(Field(Role.COMMENT, item.id).name, words, _COMMENT, lines=True)
    return Columns([(0, edge, _middle(label, _COMMENT, edge)), (edge, width - edge, entry)])


def _middle(block: Block, high: float, width: float) -> Block:
    """A block in the middle of a line of that height."""
    return Stack([Gap(max(high - block.height(width), 0) / 2), block])
