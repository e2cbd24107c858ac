"""Each technology: whether the firm has it, and the share of peers that has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digimaturity.charts.data import Technologies, Technology
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 16.8
_HEAD = 15.0
_SIZE = 8.1
_NAME = 12.0  # where name and answer have a line of their own

#: Below so many points that is so.
_NARROW = 360.0


def figure(technologies: Technologies, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(technologies, width), palette)
    draw(sheet, technologies)
    return sheet.figure


def height(technologies: Technologies, width: float) -> float:
    """The height in points."""
    above = _NAME if width < _NARROW else 0.0
    return _HEAD + above + (_ROW + above) * len(technologies.rows) + 1


def draw(sheet: Surface, technologies: Technologies) -> None:
    """Rows with a share have a dot on the scale; the others say that there is none."""
    rows, palette = technologies.rows, sheet.palette
    columns = _Columns.of(technologies, sheet)
    shown = sum(row.share is not None for row in rows)
    head, above = _HEAD + columns.above, columns.above
    _heads(sheet, technologies, columns)
    for percent in (0, 25, 50, 75, 100) if shown and not above else ():
        x = columns.at(percent)
        foot = head + _ROW * shown
        sheet.line((x, head), (x, foot), palette.rule if not percent else "", 0.5)
    hints = {True: technologies.filled, False: technologies.open}
    for place, row in enumerate(rows):
        top = head + place * (_ROW + above)
        base = top + above + _ROW / 2 + 2.9
        _answer(sheet, row, columns, top + above if above else base)
        if row.share is None:
            sheet.text((columns.scale, base), row.label, size=7.2, colour=palette.secondary)
        else:
            _share(sheet, row, columns, base, hints)
        last = place == shown - 1 and shown < len(rows)
        colour = palette.rule if last else ""
        foot = top + _ROW + above
        sheet.line((0, foot), (sheet.width, foot), colour, 0.6 if last else 0.5)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the answers stand, and where the scale begins and ends; as wide as the words need.

    `above` is the height of names and answers where they stand above the scale.
    """

    answer: float
    scale: float
    end: float
    above: float = 0.0

    @staticmethod
    def of(technologies: Technologies, sheet: Surface) -> _Columns:
        rows, width = technologies.rows, sheet.width
        names = max((sheet.text_width(row.name, _SIZE) for row in rows), default=0.0)
        answers = max(
            (sheet.text_width(row.answer, _SIZE, strong=True) for row in rows), default=0.0
        )
        if width < _NARROW:
            heads = sheet.text_width(technologies.answer_head, 7.7)
            return _Columns(width - max(answers, heads) - 2, 4.0, width - 4, _NAME)
        answer = min(max(names + 14, width * 0.41), width * 0.58)
        scale = answer + min(max(answers + 14, width * 0.113), width * 0.16)
        return _Columns(answer, scale, width * 0.97)

    def at(self, percent: float) -> float:
        """The place of a share on the scale."""
        return self.scale + percent / 100 * (self.end - self.scale)


def _heads(sheet: Surface, technologies: Technologies, columns: _Columns) -> None:
    grey, base = sheet.palette.secondary, _HEAD + columns.above - 7.5
    sheet.text((0, 7.5), technologies.name_head, colour=grey, room=columns.answer - 8)
    room = sheet.width - columns.answer if columns.above else columns.scale - columns.answer - 8
    sheet.text((columns.answer, 7.5), technologies.answer_head, colour=grey, room=room)
    if any(row.share is not None for row in technologies.rows):
        free = sheet.width - sheet.text_width(technologies.share_head, 7.7) - 12
        for percent in (0, 25, 50, 75):
            if columns.at(percent) <= free:
                at = (columns.at(percent), base)
                sheet.text(at, str(percent), colour=grey, align="center")
        sheet.text((sheet.width, base), technologies.share_head, colour=grey, align="right")
    foot = _HEAD + columns.above
    sheet.line((0, foot), (sheet.width, foot), sheet.palette.rule, 0.9)


def _answer(sheet: Surface, row: Technology, columns: _Columns, base: float) -> None:
    palette = sheet.palette
    sheet.text((0, base), row.name, size=_SIZE, room=columns.answer - 8)
    colour = {True: palette.accent, False: palette.ink, None: palette.secondary}[row.has]
    room = sheet.width - columns.answer if columns.above else columns.scale - columns.answer - 4
    at = (columns.answer, base)
    sheet.text(at, row.answer, size=_SIZE, strong=row.has is True, colour=colour, room=room)


def _share(
    sheet: Surface, row: Technology, columns: _Columns, base: float, hints: dict[bool, str]
) -> None:
    """The dot with its figure; the first that has room for it also says what its kind means."""
    palette, x, y = sheet.palette, columns.at(row.share or 0.0), base - 2.9
    colour = {True: palette.accent, False: palette.ink, None: palette.control_border}[row.has]
    sheet.line((columns.scale, y), (x, y), colour, 0.8)
    sheet.dot((x, y), 3.7, colour, hollow=row.has is not True)
    after = x + 7 + sheet.text_width(row.label, _SIZE)
    if after > sheet.width:
        sheet.box(2 * x - after - 2, y - 5, after - x - 3, 10, palette.page)
        sheet.text((x - 7, base), row.label, size=_SIZE, align="right")
        return
    sheet.text((x + 7, base), row.label, size=_SIZE)
    hint = hints.get(row.has, "") if row.has is not None else ""
    if hint and after + 8 + sheet.text_width(hint, 7.2) <= sheet.width:
        sheet.note((after + 8, base), hint)
        del hints[row.has is True]
