"""The cover: every area as an upright bar, dimension by dimension, on the bands of the levels."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.charts.data import BarGroup
from digimaturity.charts.fonts import text_width
from digimaturity.charts.sheet import Sheet
from digimaturity.tokens import Palette

# isort: split
from matplotlib.figure import Figure

_LEVELS = 5
_BAR_GAP = 3.2
_FOOT = 20.0


def figure(groups: Sequence[BarGroup], width: float, height: float, palette: Palette) -> Figure:
    """`width` and `height` in points; the numerals of the levels stand left of the first bar."""
    sheet = Sheet(width, height, palette)
    floor = height - _FOOT
    for step in range(_LEVELS + 1):
        y = floor * (1 - step / _LEVELS)
        sheet.line((0, y), (width, y), palette.ink if not step else "", 0.8 if not step else 0.5)
        if step:
            at = (-7.5, y + floor / _LEVELS / 2 + 2.7)
            sheet.text(at, str(step), colour=palette.secondary, align="right")
    bars = sum(len(group.bars) for group in groups)
    between = min(22.0, width * 0.05)
    room = width - between * (len(groups) - 1)
    slot = (room + _BAR_GAP * len(groups)) / max(bars, 1)
    left = 0.0
    for group in groups:
        left = _group(sheet, group, left, slot, floor) + between
    return sheet.figure


def _group(sheet: Sheet, group: BarGroup, left: float, slot: float, floor: float) -> float:
    palette = sheet.palette
    colour = palette.dimension(group.id, group.place)
    right = left + slot * len(group.bars) - _BAR_GAP
    for place, bar in enumerate(group.bars):
        x = left + place * slot
        if bar.value is not None:
            height = max(bar.value / 100 * floor, 1.0)
            sheet.box(x, floor - height, slot - _BAR_GAP, height, colour)
        else:
            _empty(sheet, x, slot - _BAR_GAP, floor)
    known = any(bar.value is not None for bar in group.bars)
    size = 9.1 if known else 7.7
    label = text_width(group.label, size)
    ink = palette.ink if known else palette.secondary
    sheet.text((right, floor + 14.5), group.label, size=size, align="right", colour=ink)
    sheet.text(
        (left, floor + 14.5),
        group.name,
        size=9.1,
        strong=True,
        colour=palette.dimension_text(group.id, group.place),
        room=right - left - label - 6,
    )
    return right


def _empty(sheet: Sheet, left: float, width: float, floor: float) -> None:
    """An area that is not rated: a short grey foot instead of a bar."""
    sheet.box(left, floor - 2.5, width, 2.5, sheet.palette.neutral)
