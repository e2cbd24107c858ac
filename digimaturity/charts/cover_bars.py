"""The cover: every area as an upright bar, dimension by dimension, on the bands of the levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digimaturity.charts.data import BarGroup
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEVELS = 5
_BAR_GAP = 3.2
_FOOT = 20.0
_LINE = 10.5


def figure(groups: Sequence[BarGroup], width: float, height: float, palette: Palette) -> Figure:
    """As a picture; `width` and `height` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height, palette)
    draw(sheet, groups)
    return sheet.figure


def draw(sheet: Surface, groups: Sequence[BarGroup]) -> None:
    """The numerals of the levels stand left of the first bar."""
    width, height, palette = sheet.width, sheet.height, sheet.palette
    slot_of = _Slots(groups, width)
    two_lines = any(not _fits(sheet, group, slot_of.width(group)) for group in groups)
    floor = height - _FOOT - (_LINE if two_lines else 0)
    for step in range(_LEVELS + 1):
        y = floor * (1 - step / _LEVELS)
        sheet.line((0, y), (width, y), palette.ink if not step else "", 0.8 if not step else 0.5)
        if step:
            at = (-7.5, y + floor / _LEVELS / 2 + 2.7)
            sheet.text(at, str(step), colour=palette.secondary, align="right")
    left = 0.0
    for group in groups:
        left = _group(sheet, group, left, slot_of.slot, floor) + slot_of.between


class _Slots:
    """How wide a bar and a group of bars is."""

    def __init__(self, groups: Sequence[BarGroup], width: float) -> None:
        bars = sum(len(group.bars) for group in groups)
        self.between = min(22.0, width * 0.05)
        room = width - self.between * (len(groups) - 1)
        self.slot = (room + _BAR_GAP * len(groups)) / max(bars, 1)

    def width(self, group: BarGroup) -> float:
        return self.slot * len(group.bars) - _BAR_GAP


def _fits(sheet: Surface, group: BarGroup, width: float) -> bool:
    """Whether the dimension's name and figure stand on one line."""
    name = sheet.text_width(group.name, 9.1, strong=True)
    return name + sheet.text_width(group.label, 9.1) + 6 <= width


def _group(sheet: Surface, group: BarGroup, left: float, slot: float, floor: float) -> float:
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
    known = any(char.isdigit() for char in group.label)
    size = 9.1 if known else 7.7
    ink = palette.ink if known else palette.secondary
    fits = _fits(sheet, group, right - left)
    if fits:
        sheet.text((right, floor + 14.5), group.label, size=size, align="right", colour=ink)
    else:
        sheet.text((left, floor + 14.5 + _LINE), group.label, size=size, colour=ink)
    sheet.text(
        (left, floor + 14.5),
        group.name,
        size=9.1,
        strong=True,
        colour=palette.dimension_text(group.id, group.place),
        room=right - left,
    )
    return right


def _empty(sheet: Surface, left: float, width: float, floor: float) -> None:
    """An area that is not rated: a short grey foot instead of a bar."""
    sheet.box(left, floor - 2.5, width, 2.5, sheet.palette.neutral)
