"""Each technology: whether the firm has it, and the share of peers that has it."""

from __future__ import annotations

from digimaturity.charts.data import Technologies, Technology
from digimaturity.charts.fonts import text_width
from digimaturity.charts.sheet import Sheet
from digimaturity.tokens import Palette

# isort: split
from matplotlib.figure import Figure

_ROW = 16.8
_HEAD = 15.0
_SIZE = 8.1


def figure(technologies: Technologies, width: float, palette: Palette) -> Figure:
    """Rows with a share have a dot on the scale; the others say that there is none."""
    rows = technologies.rows
    sheet = Sheet(width, _HEAD + _ROW * len(rows) + 1, palette)
    answer, left, right = width * 0.412, width * 0.525, width * 0.97
    unit = (right - left) / 100
    _heads(sheet, technologies, answer, left, unit)
    shown = [row for row in rows if row.share is not None]
    foot = _HEAD + _ROW * len(shown)
    for percent in (0, 25, 50, 75, 100):
        x = left + percent * unit
        sheet.line((x, _HEAD), (x, foot), palette.rule if not percent else "", 0.5)
    hints = {True: technologies.filled, False: technologies.open}
    for place, row in enumerate(rows):
        top = _HEAD + place * _ROW
        base = top + _ROW / 2 + 2.9
        sheet.text((0, base), row.name, size=_SIZE, room=answer - 8)
        yes = row.has is True
        ink = palette.accent if yes else palette.ink if row.has is False else palette.secondary
        sheet.text(
            (answer, base), row.answer, size=_SIZE, strong=yes, colour=ink, room=left - answer - 4
        )
        hint = hints.pop(row.has, "") if row.share is not None and row.has is not None else ""
        _share(sheet, row, (left, unit), base, hint)
        strong = place == len(shown) - 1 and len(shown) < len(rows)
        colour = palette.rule if strong else ""
        sheet.line((0, top + _ROW), (width, top + _ROW), colour, 0.6 if strong else 0.5)
    return sheet.figure


def _heads(
    sheet: Sheet, technologies: Technologies, answer: float, left: float, unit: float
) -> None:
    grey = sheet.palette.secondary
    sheet.text((0, 7.5), technologies.name_head, colour=grey)
    sheet.text((answer, 7.5), technologies.answer_head, colour=grey, room=left - answer - 8)
    end = sheet.width - text_width(technologies.share_head, 7.7) - 8
    scaled = any(row.share is not None for row in technologies.rows)
    for percent in (0, 25, 50, 75) if scaled else ():
        if left + percent * unit <= end:
            sheet.text((left + percent * unit, 7.5), str(percent), colour=grey, align="center")
    if scaled:
        sheet.text((sheet.width, 7.5), technologies.share_head, colour=grey, align="right")
    sheet.line((0, _HEAD), (sheet.width, _HEAD), sheet.palette.rule, 0.9)


def _share(
    sheet: Sheet, row: Technology, axis: tuple[float, float], base: float, hint: str
) -> None:
    (left, unit), palette = axis, sheet.palette
    if row.share is None:
        sheet.text((left, base), row.label, size=7.2, colour=palette.secondary)
        return
    x, y = left + row.share * unit, base - 2.9
    colour = {True: palette.accent, False: palette.ink, None: palette.control_border}[row.has]
    sheet.line((left, y), (x, y), colour, 0.8)
    sheet.dot((x, y), 3.7, colour, hollow=row.has is not True)
    label = text_width(row.label, _SIZE)
    after = x + 7 + label
    if after <= sheet.width:
        sheet.text((x + 7, base), row.label, size=_SIZE)
        if hint and after + 8 + text_width(hint, 7.2) <= sheet.width:
            sheet.text((after + 8, base), hint, size=7.2, colour=palette.secondary)
    else:
        sheet.box(x - 9 - label, y - 5, label + 4, 10, palette.page)
        sheet.text((x - 7, base), row.label, size=_SIZE, align="right")
