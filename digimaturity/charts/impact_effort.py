"""Measures by what they bring and what they take: gain against person-days, each with its number.

Days grow by factors, as efforts do: the same way to the right is always the same factor. A mark
that would hide another stands beside its place, with a line to where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, log, sqrt
from typing import TYPE_CHECKING

from digimaturity.charts.apart import Apart, Box
from digimaturity.charts.lines import width_of
from digimaturity.charts.surface import Point, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Of a round mark, and of the room that any mark has for itself.
_RADIUS, _REACH = 7.4, 8.6
_NUMBER, _TITLE, _SMALL = 7.0, 7.2, 7.2
_LEGEND = 14.0
_HEAD, _FOOT, _LEFT = 16.0, 27.0, 24.0

#: How high the plot is for its width, and within which bounds (points).
_SHARE, _LEAST, _MOST = 0.56, 220.0, 330.0

#: A title longer than this share of the width, and than so many points, is cut: its number leads
#: to all of it.
_WIDEST, _ROOM = 0.32, 132.0
#: A mark that stands further from its place than this (points) gets a line to it.
_NEAR = 1.0

#: The marks of dimensions, in the order of the questionnaire.
_FORMS = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Spot:
    """A measure: `days` in person-days, `gain` in points; `group` is its dimension's id, or empty.

    `place` is that of the dimension in the questionnaire; `filled` tells that it is accepted.
    """

    number: str
    name: str
    days: float
    gain: float
    group: str
    place: int
    filled: bool


@dataclass(frozen=True, slots=True)
class ImpactEffort:
    """`spots` with the most important first: it gets its place before the others.

    `groups` are ids, places and names of the dimensions that are there; `days` and `gains` the
    marks of the axes with their words.
    """

    spots: tuple[Spot, ...]
    groups: tuple[tuple[str, int, str], ...]
    gain_name: str
    days_name: str
    filled_name: str
    hollow_name: str
    days: tuple[tuple[float, str], ...]
    gains: tuple[tuple[float, str], ...]


def figure(chart: ImpactEffort, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(chart, width), palette)
    draw(sheet, chart)
    return sheet.figure


def height(chart: ImpactEffort, width: float) -> float:
    """The height in points."""
    return _legend_height(chart, width) + _HEAD + _plot_height(width) + _FOOT


def draw(sheet: Surface, chart: ImpactEffort) -> None:
    """Draw the legend, the axes, the marks with their numbers, and titles where there is room."""
    _legend(sheet, chart)
    top = _legend_height(chart, sheet.width) + _HEAD
    plot = _Plot(chart, Box(_LEFT, top, sheet.width, top + _plot_height(sheet.width)))
    _axes(sheet, chart, plot)
    apart = Apart(Box(plot.box.left, plot.box.top - 6, plot.box.right, plot.box.bottom))
    places = [apart.mark(plot.at(spot), _REACH) for spot in chart.spots]
    for spot, place in zip(chart.spots, places, strict=True):
        _lead(sheet, plot.at(spot), place)
    for spot, place in zip(chart.spots, places, strict=True):
        _mark(sheet, spot, place)
    for spot, place in zip(chart.spots, places, strict=True):
        _title(sheet, spot, place, apart)


class _Plot:
    """From days and points to places."""

    def __init__(self, chart: ImpactEffort, box: Box) -> None:
        self.box = box
        self._least, self._most = chart.days[0][0], chart.days[-1][0]
        self._highest = chart.gains[-1][0]

    def at(self, spot: Spot) -> Point:
        return self.x(spot.days), self.y(spot.gain)

    def x(self, days: float) -> float:
        inner = self.box.right - self.box.left - 2 * _REACH
        days = min(max(days, self._least), self._most)
        share = log(days / self._least) / log(self._most / self._least)
        return self.box.left + _REACH + share * inner

    def y(self, gain: float) -> float:
        """Nothing gained is so far above the foot that the mark is whole."""
        inner = self.box.bottom - self.box.top - 2 * _REACH
        return self.box.bottom - _REACH - gain / self._highest * inner


def _axes(sheet: Surface, chart: ImpactEffort, plot: _Plot) -> None:
    palette, box = sheet.palette, plot.box
    grey = palette.secondary
    for gain, words in chart.gains:
        y = plot.y(gain)
        sheet.line((box.left, y), (box.right, y), palette.rule if not gain else "", 0.5)
        sheet.text((box.left - 5, y + 2.6), words, size=_SMALL, colour=grey, align="right")
    for days, words in chart.days:
        x = plot.x(days)
        sheet.line((x, box.bottom), (x, box.bottom + 3), palette.rule, 0.7)
        sheet.text((x, box.bottom + 11), words, size=_SMALL, colour=grey, align="center")
    sheet.line((box.left, box.bottom), (box.right, box.bottom), palette.rule, 0.7)
    sheet.text((0, box.top - 8), chart.gain_name, size=_SMALL, colour=grey)
    foot = (box.right, box.bottom + 22)
    sheet.text(foot, chart.days_name, size=_SMALL, colour=grey, align="right")


def _lead(sheet: Surface, true: Point, place: Point) -> None:
    if dist(true, place) > _NEAR:
        sheet.line(true, place, sheet.palette.control_border, 0.6)
        sheet.dot(true, 1.1, sheet.palette.secondary)


def _mark(sheet: Surface, spot: Spot, place: Point) -> None:
    colour = _colour(sheet.palette, spot.group, spot.place)
    _form(sheet, _form_of(spot.group, spot.place), place, colour, filled=spot.filled)
    words = sheet.palette.page if spot.filled else colour
    low = 4.0 if _form_of(spot.group, spot.place) == "triangle" else 2.5
    at = (place[0], place[1] + low)
    sheet.text(at, spot.number, size=_NUMBER, colour=words, strong=True, align="center")


def _title(sheet: Surface, spot: Spot, place: Point, apart: Apart) -> None:
    """At the right of the mark, at its left, below or above it; nowhere where no place is free."""
    x, y = place
    room = min(sheet.text_width(spot.name, _TITLE) + 0.5, max(_ROOM, _WIDEST * sheet.width))
    gap, half = _REACH + 1.5, room / 2
    boxes = [Box(x + gap, y - 5, x + gap + room, y + 5), Box(x - gap - room, y - 5, x - gap, y + 5)]
    if apart.upon(Box(x - half, y - _REACH, x + half, y + _REACH)) == 1:  # else whose is it?
        boxes.append(Box(x - half, y + _REACH, x + half, y + _REACH + 10))
        boxes.append(Box(x - half, y - _REACH - 10, x + half, y - _REACH))
    side = apart.first(boxes)
    if side is not None:
        at = (boxes[side].left, boxes[side].bottom - 2.4)
        sheet.text(at, spot.name, size=_TITLE, room=room)


def _form(sheet: Surface, form: str, at: Point, colour: str, *, filled: bool) -> None:
    fill = colour if filled else sheet.palette.page
    if form == "circle":
        sheet.dot(at, _RADIUS - (0 if filled else 0.7), colour, hollow=not filled)
        return
    sheet.polygon(_corners(form, at), edge=colour, weight=1.2, fill=fill)


def _corners(form: str, at: Point) -> Sequence[Point]:
    x, y = at
    r = _RADIUS
    if form == "square":
        s = r - 0.8
        return (x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)
    if form == "diamond":
        s = r + 1.2
        return (x, y - s), (x + s, y), (x, y + s), (x - s, y)
    s = r + 1.2
    half = s * sqrt(3) / 2 + 1
    return (x, y - s), (x + half, y + s * 0.78), (x - half, y + s * 0.78)


def _form_of(group: str, place: int) -> str:
    return _FORMS[place % len(_FORMS)] if group else _FORMS[0]


def _colour(palette: Palette, group: str, place: int) -> str:
    """That of words: numbers have to be read on it."""
    return palette.dimension_text(group, place) if group else palette.secondary


# -- the legend


def _entries(chart: ImpactEffort) -> list[tuple[str, int, str, bool]]:
    """Id, place, words, whether the mark is filled; without an id what the filling means."""
    named = [(key, place, name, True) for key, place, name in chart.groups]
    return [*named, ("", 0, chart.filled_name, True), ("", 0, chart.hollow_name, False)]


def _lines(
    chart: ImpactEffort, width: float
) -> list[tuple[float, int, tuple[str, int, str, bool]]]:
    """For each entry where it begins, and on which line."""
    found, left, line = [], 0.0, 0
    for entry in _entries(chart):
        room = 20 + 1.06 * width_of(entry[2], _SMALL)
        if left and left + room > width:
            left, line = 0.0, line + 1
        found.append((left, line, entry))
        left += room + 8
    return found


def _legend_height(chart: ImpactEffort, width: float) -> float:
    return _LEGEND * (_lines(chart, width)[-1][1] + 1) + 6


def _plot_height(width: float) -> float:
    return min(max(width * _SHARE, _LEAST), _MOST)


def _legend(sheet: Surface, chart: ImpactEffort) -> None:
    for left, line, (key, place, words, filled) in _lines(chart, sheet.width):
        middle = line * _LEGEND + 8
        colour = _colour(sheet.palette, key, place)
        _small_form(sheet, _form_of(key, place), (left + 6, middle), colour, filled=filled)
        at = (left + 15, middle + 2.6)
        sheet.text(at, words, size=_SMALL, colour=sheet.palette.secondary)


def _small_form(sheet: Surface, form: str, at: Point, colour: str, *, filled: bool) -> None:
    if form == "circle":
        sheet.dot(at, 4.0 if filled else 3.4, colour, hollow=not filled)
        return
    share = 0.55
    corners = [
        (at[0] + (x - at[0]) * share, at[1] + (y - at[1]) * share) for x, y in _corners(form, at)
    ]
    sheet.polygon(corners, edge=colour, weight=0.6, fill=colour)
