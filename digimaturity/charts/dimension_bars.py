"""The areas of a dimension at full width: name and level, bar under level heads, score, bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from digimaturity.charts.data import Bar
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 27.5
_HEAD = 18.0
_THICK = 8.6


def figure(
    bars: Sequence[Bar],
    width: float,
    palette: Palette,
    colour: str,
    heads: Sequence[str],
) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(bars), palette)
    draw(sheet, bars, colour, heads)
    return sheet.figure


def height(bars: Sequence[Bar]) -> float:
    """The height in points."""
    return _HEAD + _ROW * len(bars)


def draw(sheet: Surface, bars: Sequence[Bar], colour: str, heads: Sequence[str]) -> None:
    """`heads` are the names of the five levels, then "Score" and "Bounds"."""
    width, palette = sheet.width, sheet.palette
    *levels, score_head, bounds_head = heads
    left, right = width * 0.235, width * 0.80
    scale = (right - left) / 100
    score_edge = width * 0.875
    step = (right - left) / len(levels)
    for place, head in enumerate(levels):
        sheet.text(
            (left + place * step, 9), head, colour=palette.secondary, size=7.2, room=step - 3
        )
    sheet.text((score_edge, 9), score_head, colour=palette.secondary, size=7.2, align="right")
    sheet.text((width, 9), bounds_head, colour=palette.secondary, size=7.2, align="right")
    sheet.line((0, _HEAD - 3), (width, _HEAD - 3), palette.rule, 0.9)
    for place in range(len(levels) + 1):
        x = left + place * step
        sheet.line((x, _HEAD - 3), (x, sheet.height), palette.rule if not place else "", 0.5)
    for place, bar in enumerate(bars):
        top = _HEAD + place * _ROW
        _row(sheet, bar, top, (left, scale), colour)
        base = top + _ROW / 2 + 3
        if bar.value is None:
            sheet.note((left + 5, base - 0.4), bar.label)
        else:
            raised = 4.5 if bar.change else 0.0
            at = (score_edge, base - raised)
            sheet.text(at, bar.label, size=9.1, strong=True, align="right")
            at = (score_edge, base + 5.5)
            sheet.text(at, bar.change, size=7.2, colour=palette.secondary, align="right")
        if bar.bounds:
            sheet.text((width, base), bar.bounds, size=8.1, colour=palette.secondary, align="right")
        if place < len(bars) - 1:
            sheet.line((0, top + _ROW), (width, top + _ROW))


def _row(sheet: Surface, bar: Bar, top: float, axis: tuple[float, float], colour: str) -> None:
    left, scale = axis
    palette = sheet.palette
    middle = top + _ROW / 2
    base = middle - 2 if bar.level else middle + 3
    sheet.text((0, base), bar.name, size=8.6, strong=True, room=left - 6)
    sheet.text((0, middle + 8.5), bar.level, size=7.2, colour=palette.secondary, room=left - 6)
    if bar.value is None:
        return
    sheet.box(left, middle - _THICK / 2, bar.value * scale, _THICK, colour)
    if bar.before is not None:
        sheet.earlier((left + bar.before * scale, middle), _THICK / 2 + 2.6)
    if bar.low is None or bar.high is None:
        return
    ends = left + bar.low * scale, left + bar.high * scale
    sheet.stretch(ends, middle + _THICK / 2 + 3.2, 2, palette.ink, 0.7)
