"""Measures on the line of time of a trend: a bar for each, with its name where there is room."""

from __future__ import annotations

from digimaturity.charts.surface import Surface
from digimaturity.charts.time_scale import SMALL, TimeScale
from digimaturity.charts.trend_data import DeedBar, TrendLine

_HEAD = 19.0
_ROW = 11.5
_BAR = 6.4
_NUMBER = 15.0
_GAP = 4.0
_LEAST = 3.0  # the width of a bar
_ON = 2  # of the places of a name, the one on its bar


def height(line: TrendLine) -> float:
    """The height in points; none where there are no measures."""
    if not line.deeds:
        return 0.0
    return _HEAD + _ROW * (len(line.deeds) + bool(line.more)) + 2


def draw(sheet: Surface, line: TrendLine, scale: TimeScale, top: float) -> None:
    """Below `top`, row by row."""
    if not line.deeds:
        return
    palette = sheet.palette
    at = (0.0, top + _HEAD - 5)
    sheet.text(at, line.deeds_head, size=SMALL, colour=palette.secondary, room=sheet.width)
    middle = top + _HEAD + _ROW / 2
    for deed in line.deeds:
        sheet.text((0.0, middle + 2.5), deed.number, size=SMALL, strong=True)
        _bar(sheet, deed, scale, middle)
        middle += _ROW
    if line.more:
        sheet.text((_NUMBER, middle + 2.5), line.more, size=SMALL, colour=palette.secondary)


def _bar(sheet: Surface, deed: DeedBar, scale: TimeScale, middle: float) -> None:
    """Filled where it is done, else its outline; where nobody knows when, a line with ends."""
    palette = sheet.palette
    left, right = scale.x(deed.first), scale.x(deed.last)
    right = max(right, left + _LEAST)
    up, down = middle - _BAR / 2, middle + _BAR / 2
    if not deed.known:
        sheet.stretch((left, right), middle, _BAR / 2, palette.rule, 0.7)
    elif deed.done:
        sheet.box(left, up, right - left, _BAR, palette.neutral)
    else:
        corners = ((left, up), (right, up), (right, down), (left, down))
        sheet.polygon(corners, edge=palette.rule, weight=0.7)
    _name(sheet, deed, (left, right), middle)


def _name(sheet: Surface, deed: DeedBar, ends: tuple[float, float], middle: float) -> None:
    """Right of the bar, left of it, or on it: the first place with room for all, or the widest."""
    (left, right), base = ends, middle + 2.5
    wide = sheet.text_width(deed.name, SMALL)
    rooms = (sheet.width - right - _GAP, left - _GAP - _NUMBER, right - left - 2 * _GAP)
    place = next((n for n, room in enumerate(rooms) if wide <= room), None)
    if place is None:
        place = max(range(len(rooms)), key=lambda one: rooms[one])
    room = min(wide, rooms[place]) + 0.1
    starts = (right + _GAP, left - _GAP - room, left + _GAP)
    if place == _ON and not (deed.done and deed.known):
        ground = (starts[place] - 2, middle - _BAR / 2 + 0.6, room + 4, _BAR - 1.2)
        sheet.box(*ground, sheet.palette.page)
    sheet.text((starts[place], base), deed.name, size=SMALL, room=room)
