"""The leadership profile: a point in the field of two drives, IT upwards, business to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.charts.data import Drives
from digimaturity.charts.surface import Align, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEFT = 16.0
_HEAD = 12.0
_FOOT = 18.0
_CROWDED = 70.0  # beyond this the point's label stands left of it
_NAMES = (6.0, 26.0)  # between these, below the top of a profile, a label would touch its name


def figure(drives: Drives, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(width), palette)
    draw(sheet, drives)
    return sheet.figure


def height(width: float) -> float:
    """The height in points."""
    return _HEAD + width - _LEFT + _FOOT


def draw(sheet: Surface, drives: Drives) -> None:
    """A square field with its four profiles."""
    side, palette = sheet.width - _LEFT, sheet.palette
    half, floor = side / 2, _HEAD + side
    for place, name in enumerate(drives.quadrants):
        left = _LEFT + (place % 2) * half
        top = _HEAD + (place // 2) * half
        held = place == drives.held
        sheet.box(
            left + 0.5,
            top + 0.5,
            half - 1,
            half - 1,
            palette.accent_soft if held else palette.rail,
        )
        ink = palette.accent if held else palette.secondary
        sheet.text((left + 7, top + 14), name, strong=held, colour=ink, room=half - 12)
    x, y = _LEFT + drives.business / 100 * side, floor - drives.it / 100 * side
    sheet.line((x, y), (x, floor), palette.accent, 0.6)
    sheet.line((_LEFT, y), (x, y), palette.accent, 0.6)
    sheet.dot((x, y), 4.4, palette.accent)
    right = drives.business < _CROWDED
    at = (x + 7 if right else x - 7, _base(y, _HEAD, _HEAD + half))
    sheet.text(at, drives.point, strong=True, align="left" if right else "right")
    grey = palette.secondary
    aligns: dict[int, Align] = {0: "left", 50: "center", 100: "right"}
    for value, align in aligns.items():
        end = value / 100 * side
        sheet.text((_LEFT + end, floor + 8), str(value), size=6.6, colour=grey, align=align)
        base = min(floor - end + 2.4, floor)
        sheet.text((_LEFT - 4, base), str(value), size=6.6, colour=grey, align="right")
    sheet.text(
        (_LEFT + side, floor + 17), drives.business_axis, size=7.2, colour=grey, align="right"
    )
    sheet.text((_LEFT, 6), drives.it_axis, size=7.2, colour=grey)


def _base(y: float, *tops: float) -> float:
    """Where the point's label stands: above the point, but below the name of a profile."""
    for top in tops:
        # At the very top it would lie on the name of the axis.
        least = _NAMES[0] if top != tops[0] else -_HEAD
        if least < y - 4 - top < _NAMES[1]:
            return max(y + 14, top + _NAMES[1])
    return y - 4
