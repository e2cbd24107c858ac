"""A figure over time and the value that it shall reach; lengths of time are true to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import floor, log10
from typing import TYPE_CHECKING

from digimaturity.charts.gap_data import KpiLine, KpiPoint
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HEIGHT = 96.0
_TOP, _FOOT = 14.0, 16.0
_SIZE = 7.2
_DOT = 2.4

#: The scale begins at zero unless all values are above this share of the largest: then it begins
#: below them, and the figures at its ends say so.
_ZERO_BELOW = 0.6


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days and values are, in points; `low` and `high` are the ends of the scale."""

    left: float
    right: float
    first: date
    days: int
    low: float
    high: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.days if self.days else 0.5
        return self.left + (self.right - self.left) * share

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return _HEIGHT - _FOOT - (_HEIGHT - _FOOT - _TOP) * share


def figure(line: KpiLine, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(width), palette)
    draw(sheet, line)
    return sheet.figure


def height(_width: float) -> float:
    """The height in points."""
    return _HEIGHT


def draw(sheet: Surface, line: KpiLine) -> None:
    """The scale, the aim as a dashed line, and the values as dots along a line."""
    palette = sheet.palette
    room = max(sheet.text_width(one.label, _SIZE) for one in line.points) / 2 + 4
    after = max(sheet.text_width(words, _SIZE) for words in (line.aim_label, line.foot)) + 4
    first = line.points[0].day
    days = (line.points[-1].day - first).days
    scale = _Scale(room, sheet.width - room - after, first, days, *line.ends)
    right, foot = scale.right + room, _HEIGHT - _FOOT
    sheet.line((0, foot), (right, foot), palette.rule, 0.6)
    if line.aim is not None:
        _aim(sheet, line.aim_label, scale.y(line.aim), right)
    if line.aim is None or foot - scale.y(line.aim) > _SIZE + 1:
        at = (right + 3, foot + 2.5)
        sheet.text(at, line.foot, size=_SIZE, colour=palette.secondary)
    places = [(scale.x(one.day), scale.y(one.value)) for one in line.points]
    for start, end in pairwise(places):
        sheet.line(start, end, palette.accent, 1.4)
    for place in places:
        sheet.dot(place, _DOT, palette.accent)
    for one in _labelled(sheet, line.points, scale):
        _label(sheet, one, scale)
    sheet.text((0, _HEIGHT - 5), line.ticks[0], size=_SIZE, colour=palette.secondary)
    at = (right, _HEIGHT - 5)
    sheet.text(at, line.ticks[1], size=_SIZE, colour=palette.secondary, align="right")


def ends(values: Sequence[float]) -> tuple[float, float]:
    """The ends of a scale: round numbers around all values, zero where it is near."""
    low, high = min(values), max(values)
    if 0 <= low <= _ZERO_BELOW * high:
        low = 0.0
    elif high <= 0 and high >= _ZERO_BELOW * low:
        high = 0.0
    if low == high:
        return low - 1, high + 1
    step = 10.0 ** floor(log10((high - low) / 2))
    return step * floor(low / step), -step * floor(-high / step)


def _aim(sheet: Surface, words: str, y: float, end: float) -> None:
    """Dashed, with its figure at the right end."""
    x, grey = 0.0, sheet.palette.secondary
    while x < end:
        sheet.line((x, y), (min(x + 3.5, end), y), grey, 0.8)
        x += 6
    sheet.text((end + 3, y + 2.5), words, size=_SIZE, colour=grey)


def _labelled(sheet: Surface, points: tuple[KpiPoint, ...], scale: _Scale) -> Iterator[KpiPoint]:
    """The last value first, then those before it whose figures have room beside each other."""
    left = sheet.width
    for one in reversed(points):
        half = sheet.text_width(one.label, _SIZE) / 2 + 2
        x = scale.x(one.day)
        if x + half <= left or one is points[-1]:
            left = x - half
            yield one


def _label(sheet: Surface, one: KpiPoint, scale: _Scale) -> None:
    """Above its dot, on a ground of its own."""
    x, base = scale.x(one.day), scale.y(one.value) - 5
    room = sheet.text_width(one.label, _SIZE)
    sheet.box(x - room / 2 - 1, base - 6, room + 2, 7.4, sheet.palette.page)
    sheet.text((x, base), one.label, size=_SIZE, align="center")
