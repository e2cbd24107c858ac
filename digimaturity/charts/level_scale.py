"""The scale of the five maturity levels, with the score and its bounds standing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.charts.data import Scale
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_BAR_TOP = 21.0
_BAR = 3.4

#: In points; always the same.
HEIGHT = 52.0


def figure(scale: Scale, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, HEIGHT, palette)
    draw(sheet, scale)
    return sheet.figure


def draw(sheet: Surface, scale: Scale) -> None:
    """The bands of the levels with their names, and the score above them."""
    width, palette = sheet.width, sheet.palette
    step = width / len(scale.steps)
    for place, level in enumerate(scale.steps):
        left = place * step
        held = scale.level == place + 1
        colour = palette.accent if held else palette.neutral_soft
        sheet.box(left, _BAR_TOP, step - (0.8 if place < len(scale.steps) - 1 else 0), _BAR, colour)
        sheet.text(
            (left, _BAR_TOP + 15),
            level.name,
            colour=palette.ink if held else palette.secondary,
            strong=held,
            room=step - 6,
        )
        sheet.text((left, _BAR_TOP + 25.5), level.range, colour=palette.secondary, room=step - 6)
    if scale.value is not None:
        _mark(sheet, scale, width / 100)


def _mark(sheet: Surface, scale: Scale, unit: float) -> None:
    ink, value = sheet.palette.ink, scale.value or 0.0
    x, y = value * unit, 15.0
    sheet.dot((x, y), 3.4, ink)
    half = sheet.text_width(scale.label, 9.1, strong=True) / 2
    at = (min(max(x, half), sheet.width - half), 8.0)
    sheet.text(at, scale.label, size=9.1, strong=True, align="center")
    if scale.low is None or scale.high is None:
        return
    low, high = scale.low * unit, scale.high * unit
    sheet.stretch((low, high), y, 2.6, ink, 1.0)
    words = sheet.text_width(scale.bounds, 7.7)
    if high + 5 + words <= sheet.width:
        sheet.text((high + 5, y + 2.7), scale.bounds, colour=sheet.palette.secondary)
    elif low - 5 - words >= 0:
        at = (low - 5, y + 2.7)
        sheet.text(at, scale.bounds, colour=sheet.palette.secondary, align="right")
