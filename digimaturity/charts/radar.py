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
_SIDE = 78.0
_TOP = 22.0
_SIZE = 7.2


def figure(spokes: Sequence[Spoke], width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(width), palette)
    draw(sheet, spokes)
    return sheet.figure


def height(width: float) -> float:
    """The height in points."""
    return width - 2 * _SIDE + 2 * _TOP


def draw(sheet: Surface, spokes: Sequence[Spoke]) -> None:
    """An area that is not rated has no dot; it is never drawn as zero."""
    width, palette = sheet.width, sheet.palette
    radius = (width - 2 * _SIDE) / 2
    centre = (width / 2, radius + _TOP)
    count = max(len(spokes), 1)
    ends = [_at(centre, radius, place / count) for place in range(count)]
    for step in range(1, _LEVELS + 1):
        ring = [_at(centre, radius * step / _LEVELS, place / 90) for place in range(90)]
        sheet.polygon(ring, edge=palette.hairline)
    for end in ends:
        sheet.line(centre, end)
    points = [
        _at(centre, radius * spoke.value / 100, place / count)
        for place, spoke in enumerate(spokes)
        if spoke.value is not None
    ]
    if len(points) > 2:  # noqa: PLR2004 - an area needs three corners
        sheet.polygon(points, edge=palette.secondary, fill=palette.neutral_soft, alpha=0.6)
    for place, spoke in enumerate(spokes):
        _spoke(sheet, spoke, centre, radius, place / count)


def _spoke(sheet: Surface, spoke: Spoke, centre: Point, radius: float, turn: float) -> None:
    palette = sheet.palette
    if spoke.value is not None:
        colour = palette.dimension(spoke.dimension, spoke.place)
        sheet.dot(_at(centre, radius * spoke.value / 100, turn), 3.0, colour)
    x, y = _at(centre, radius + 9, turn)
    side = sin(2 * pi * turn)
    align: Align = "center" if abs(side) < 0.1 else "left" if side > 0 else "right"  # noqa: PLR2004
    sheet.text(
        (x, y + 2.6),
        spoke.name,
        size=_SIZE,
        align=align,
        colour=palette.dimension_text(spoke.dimension, spoke.place)
        if spoke.value is not None
        else palette.secondary,
        room=_SIDE - 10,
    )


def _at(centre: Point, radius: float, turn: float) -> Point:
    """The point at that share of a full turn, clockwise from the top."""
    angle = 2 * pi * turn
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)
