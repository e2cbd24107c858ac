"""The map of applications: a lane for each field of business, and the ways that data take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from digimaturity.charts.landscape_data import Edge, How, LandscapeMap, Node
from digimaturity.charts.landscape_layout import MORE, NAMES, TALL, Box, layout_of
from digimaturity.charts.lines import broken, width_of
from digimaturity.charts.surface import Point, Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SIZE, _SMALL = 7.2, 7.0
_NEXT = 8.4
#: Drawn and left out in turn, in points; a whole line where there is nothing.
_STROKES: dict[How, tuple[float, float]] = {"file": (4.0, 2.4), "by_hand": (1.3, 1.9)}
_ISLAND = (2.6, 2.0)
_ARROW = 3.4
_SIGN = 7.0
_LEGEND_ROW, _LEGEND_GAP, _SAMPLE = 13.0, 14.0, 18.0


def figure(shown: LandscapeMap, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(shown, width), palette)
    draw(sheet, shown)
    return sheet.figure


def height(shown: LandscapeMap, width: float) -> float:
    """The height in points."""
    rows = len(_legend_rows(shown, width))
    return layout_of(shown, width).height + 6 + rows * _LEGEND_ROW + 2


def draw(sheet: Surface, shown: LandscapeMap) -> None:
    """Lanes below each other; boxes lie on the lines, and what marks them on the boxes."""
    found = layout_of(shown, sheet.width)
    for top, _ in found.lanes:
        sheet.line((0, top), (sheet.width, top), sheet.palette.hairline)
    sheet.line((0, found.height), (sheet.width, found.height), sheet.palette.hairline)
    for edge, points in found.lines:
        _edge(sheet, edge, points)
    for lane, (top, foot) in zip(shown.lanes, found.lanes, strict=True):
        _lane_name(sheet, lane.name, top, narrow=not found.left)
        if lane.more:
            _more(sheet, lane.more, (found.left + 4, foot - MORE / 2 + 2.4))
        for node in lane.nodes:
            _box(sheet, node, found.boxes[node.key])
    _legend(sheet, shown, found.height + 6)


def _lane_name(sheet: Surface, name: str, top: float, *, narrow: bool) -> None:
    """Beside the lane, or above it, where lines come by: they do not run through it."""
    room = sheet.width if narrow else NAMES - 6
    for number, words in enumerate(broken(sheet, name, room, 1 if narrow else 3, size=_SMALL)):
        at = (0, top + 12 + number * _NEXT)
        if narrow:
            wide = min(room, sheet.text_width(words, _SMALL, strong=True))
            sheet.box(0, at[1] - 8, wide + 3, 10.5, sheet.palette.page)
        sheet.text(at, words, size=_SMALL, strong=True, colour=sheet.palette.secondary, room=room)


def _more(sheet: Surface, words: str, place: Point) -> None:
    """Names of what is not drawn; no line runs through them."""
    room = sheet.width - place[0]
    wide = min(room, sheet.text_width(words, _SMALL))
    sheet.box(place[0] - 2, place[1] - 7, wide + 4, 9.5, sheet.palette.page)
    sheet.text(place, words, size=_SMALL, colour=sheet.palette.secondary, room=room)


# -- boxes


def _box(sheet: Surface, node: Node, box: Box) -> None:
    palette = sheet.palette
    right, foot = box.left + box.width, box.top + TALL
    sheet.box(box.left, box.top, box.width, TALL, palette.page)
    corners = [(box.left, box.top), (right, box.top), (right, foot), (box.left, foot)]
    if node.island:
        _stroked(sheet, [*corners, corners[0]], palette.bad, 1.1, _ISLAND)
    else:
        sheet.polygon(corners, edge=palette.rule, weight=0.7)
    signs = (node.without_it + node.orphan) * _SIGN
    room = box.width - 8 - signs
    lines = broken(sheet, node.name, room, 2, size=_SIZE)
    base = box.top + TALL / 2 + 2.6 - (len(lines) - 1) * _NEXT / 2
    for number, words in enumerate(lines):
        sheet.text((box.left + 4, base + number * _NEXT), words, size=_SIZE, room=room)
    x = right - _SIGN / 2 - 1.5
    if node.orphan:
        _draw_orphan(sheet, (x, box.top + 6))
        x -= _SIGN
    if node.without_it:
        _draw_without_it(sheet, (x, box.top + 6))


def _draw_without_it(sheet: Surface, centre: Point) -> None:
    x, y = centre
    colour = sheet.palette.warning
    points = [(x, y - 2.9), (x + 3.1, y + 2.5), (x - 3.1, y + 2.5)]
    sheet.polygon(points, edge=colour, weight=0.4, fill=colour)


def _draw_orphan(sheet: Surface, centre: Point) -> None:
    sheet.dot(centre, 2.2, sheet.palette.bad, hollow=True)


# -- lines


def _edge(sheet: Surface, edge: Edge, points: Sequence[Point]) -> None:
    colour = _colour(edge.how, sheet.palette)
    weight = 1.5 if edge.how == "by_hand" else 0.9
    _stroked(sheet, points, colour, weight, _STROKES.get(edge.how))
    _arrow(sheet, points[-2], points[-1], colour)
    if edge.back:
        _arrow(sheet, points[1], points[0], colour)


def _colour(how: How, palette: Palette) -> str:
    return palette.bad if how == "by_hand" else palette.secondary


def _arrow(sheet: Surface, before: Point, tip: Point, colour: str) -> None:
    long = hypot(tip[0] - before[0], tip[1] - before[1]) or 1.0
    x, y = (tip[0] - before[0]) / long, (tip[1] - before[1]) / long
    foot = tip[0] - _ARROW * x, tip[1] - _ARROW * y
    half = _ARROW * 0.5
    points = [
        tip,
        (foot[0] - half * y, foot[1] + half * x),
        (foot[0] + half * y, foot[1] - half * x),
    ]
    sheet.polygon(points, edge=colour, weight=0.3, fill=colour)


def _stroked(
    sheet: Surface,
    points: Sequence[Point],
    colour: str,
    weight: float,
    stroke: tuple[float, float] | None,
) -> None:
    """A line through these points: whole, or in strokes."""
    for start, end in pairwise(points):
        for begin, stop in _pieces(start, end, stroke):
            sheet.line(begin, stop, colour, weight)


def _pieces(
    start: Point, end: Point, stroke: tuple[float, float] | None
) -> Iterator[tuple[Point, Point]]:
    long = hypot(end[0] - start[0], end[1] - start[1])
    if stroke is None or not long:
        yield start, end
        return
    drawn, left_out = stroke
    x, y = (end[0] - start[0]) / long, (end[1] - start[1]) / long
    at = 0.0
    while at < long:
        to = min(at + drawn, long)
        yield (start[0] + at * x, start[1] + at * y), (start[0] + to * x, start[1] + to * y)
        at += drawn + left_out


# -- legend


def _samples(shown: LandscapeMap) -> list[tuple[str, str]]:
    """What is to be explained, since it is on the map: a key, and the words."""
    legend, nodes = shown.legend, [node for lane in shown.lanes for node in lane.nodes]
    hows = {edge.how for edge in shown.edges}
    known = (
        ("automatic", legend.automatic, "automatic" in hows),
        ("file", legend.file, "file" in hows),
        ("by_hand", legend.by_hand, "by_hand" in hows),
        ("without_it", legend.without_it, any(node.without_it for node in nodes)),
        ("orphan", legend.orphan, any(node.orphan for node in nodes)),
        ("island", legend.island, any(node.island for node in nodes)),
    )
    return [(key, words) for key, words, there in known if there]


def _legend_rows(shown: LandscapeMap, width: float) -> list[list[tuple[str, str]]]:
    rows: list[list[tuple[str, str]]] = []
    used = width + 1
    for key, words in _samples(shown):
        wide = _SAMPLE + 5 + width_of(words, _SMALL) + _LEGEND_GAP
        if used + wide > width or not rows:
            rows.append([])
            used = 0.0
        rows[-1].append((key, words))
        used += wide
    return rows


def _legend(sheet: Surface, shown: LandscapeMap, top: float) -> None:
    for number, row in enumerate(_legend_rows(shown, sheet.width)):
        x, y = 0.0, top + number * _LEGEND_ROW + _LEGEND_ROW / 2
        for key, words in row:
            _sample(sheet, key, (x, y))
            at = (x + _SAMPLE + 5, y + 2.5)
            sheet.text(
                at, words, size=_SMALL, colour=sheet.palette.secondary, room=sheet.width - at[0]
            )
            x = at[0] + width_of(words, _SMALL) + _LEGEND_GAP


def _sample(sheet: Surface, key: str, place: Point) -> None:
    x, y = place
    match key:
        case "automatic" | "file" | "by_hand":
            _edge(sheet, Edge("", "", key), ((x, y), (x + _SAMPLE, y)))
        case "without_it":
            _draw_without_it(sheet, (x + _SAMPLE - 4, y))
        case "orphan":
            _draw_orphan(sheet, (x + _SAMPLE - 4, y))
        case _:
            corners = [(x + 4, y - 4), (x + 18, y - 4), (x + 18, y + 4), (x + 4, y + 4)]
            _stroked(sheet, [*corners, corners[0]], sheet.palette.bad, 1.1, _ISLAND)
