"""All areas as a radar, each dimension in its own sector and colour."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING

from digimaturity.charts.data import Spoke
from digimaturity.charts.surface import Align, Point, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LEVELS = 5
_TOP = 22.0
_SIZE = 7.2
_GAP = 7.0  # from the outer ring to the names
_LIFT = 4.0  # names above and below stand clear of their neighbours
_SIDE = 78.0  # for the names on either side
_NARROW = 260.0  # below this width there is
_NARROW_SIDE = 44.0
_LARGEST = 92.0  # radius
_LEAST = 0.75  # of the radius, before names are cut
_BESIDE = 0.1  # sine of the angle: above and below the middle names are centred


def figure(spokes: Sequence[Spoke], width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(width), palette)
    draw(sheet, spokes)
    return sheet.figure


def height(width: float) -> float:
    """The height in points."""
    return 2 * (_radius(width) + _TOP)


def _radius(width: float) -> float:
    side = _SIDE if width >= _NARROW else _NARROW_SIDE
    return min(width / 2 - side, _LARGEST)


def draw(sheet: Surface, spokes: Sequence[Spoke]) -> None:
    """An area that is not rated has no dot and leaves a gap; it is never drawn as zero."""
    radius = _fitting(sheet, spokes)
    centre = (sheet.width / 2, height(sheet.width) / 2)
    count = max(len(spokes), 1)
    for step in range(1, _LEVELS + 1):
        ring = [_at(centre, radius * step / _LEVELS, place / 90) for place in range(90)]
        sheet.polygon(ring, edge=sheet.palette.hairline, weight=0.5)
    for place in range(count):
        sheet.line(centre, _at(centre, radius, place / count))
    points = [
        None if spoke.value is None else _at(centre, radius * spoke.value / 100, place / count)
        for place, spoke in enumerate(spokes)
    ]
    _shape(sheet, points)
    for place, (spoke, point) in enumerate(zip(spokes, points, strict=True)):
        if point is not None:
            sheet.dot(point, 2.6, sheet.palette.dimension(spoke.dimension, spoke.place))
        _name(sheet, spoke, _at(centre, radius + _GAP, place / count), place / count)


def _fitting(sheet: Surface, spokes: Sequence[Spoke]) -> float:
    """Smaller where names would not have room beside it, but not much."""
    radius = _radius(sheet.width)
    rooms = [radius]
    for place, spoke in enumerate(spokes):
        side = abs(sin(2 * pi * place / len(spokes)))
        if side >= _BESIDE:
            room = sheet.width / 2 - sheet.text_width(spoke.name, _SIZE)
            rooms.append(room / side - _GAP)
    return max(min(rooms), radius * _LEAST)


def _shape(sheet: Surface, points: Sequence[Point | None]) -> None:
    """Filled where all is known; otherwise lines between neighbours that are."""
    accent = sheet.palette.accent
    known = [point for point in points if point is not None]
    if len(known) == len(points) and len(known) > 2:  # noqa: PLR2004 - an area needs three corners
        sheet.polygon(known, edge=accent, fill=accent, alpha=0.14)
        return
    for one, other in zip(points, (*points[1:], *points[:1]), strict=True):
        if one is not None and other is not None:
            sheet.line(one, other, accent, 1.2)


def _name(sheet: Surface, spoke: Spoke, place: Point, turn: float) -> None:
    palette, (x, y) = sheet.palette, place
    side, up = sin(2 * pi * turn), cos(2 * pi * turn)
    align: Align = "left" if side > 0 else "right"
    room = sheet.width - x if side > 0 else x
    if abs(side) < _BESIDE:
        align, room, y = "center", 2 * min(x, sheet.width - x), y - _LIFT * up
    rated = spoke.value is not None
    colour = palette.dimension_text(spoke.dimension, spoke.place) if rated else palette.secondary
    sheet.text((x, y + 2.6), spoke.name, size=_SIZE, align=align, colour=colour, room=room)


def _at(centre: Point, radius: float, turn: float) -> Point:
    """The point at that share of a full turn, clockwise from the top."""
    angle = 2 * pi * turn
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)
