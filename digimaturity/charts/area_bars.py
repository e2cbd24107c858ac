"""Areas of one dimension as horizontal bars on the scale of the levels, with their bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digimaturity.charts.data import Bar
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 15.2
_THICK = 6.4
_LEVELS = 5
_SIZE = 8.1


def figure(bars: Sequence[Bar], width: float, palette: Palette, colour: str) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(bars), palette)
    draw(sheet, bars, colour)
    return sheet.figure


def height(bars: Sequence[Bar]) -> float:
    """The height in points."""
    return _ROW * len(bars)


def draw(sheet: Surface, bars: Sequence[Bar], colour: str) -> None:
    """Compact bars: name, bar, score; one row an area."""
    width, palette = sheet.width, sheet.palette
    left, right = width * 0.327, width * 0.895
    scale = (right - left) / 100
    for step in range(_LEVELS + 1):
        x = left + step * 20 * scale
        first = step == 0
        sheet.line((x, 0), (x, sheet.height), palette.rule if first else "", 0.6 if first else 0.5)
    for place, bar in enumerate(bars):
        middle = (place + 0.5) * _ROW
        base = middle + _SIZE * 0.35
        sheet.text((0, base), bar.name, size=_SIZE, room=left - 5)
        if bar.value is not None:
            sheet.box(left, middle - _THICK / 2, bar.value * scale, _THICK, colour)
            _bounds(sheet, bar, left, scale, middle + _THICK / 2 + 1.8)
            sheet.text((width, base), bar.label, size=_SIZE, align="right")
        else:
            sheet.note((left + 5, base), bar.label)


def _bounds(sheet: Surface, bar: Bar, left: float, scale: float, y: float) -> None:
    """A thin line from the lowest to the highest score that full answers could give."""
    if bar.low is None or bar.high is None:
        return
    ends = left + bar.low * scale, left + bar.high * scale
    sheet.stretch(ends, y, 1.6, sheet.palette.ink, 0.6)
