"""Where applications and interfaces stand on the map: boxes on a grid, lines in the lanes between.

A line leaves a box upwards or downwards, runs in the channel between two rows of boxes, and changes
to another channel in a gutter between two columns: so it never crosses a box.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digimaturity.charts.landscape_data import Edge, LandscapeMap
from digimaturity.charts.surface import Point

#: Sizes in points: the names of lanes, a box, between columns, between lines, beside channels.
NAMES, BOX, TALL = 82.0, 70.0, 25.0
_WIDEST, _GUTTER, _TRACK, _CHANNEL = 112.0, 14.0, 3.4, 9.0
#: Narrower than this, the name of a lane stands above it.
_NARROW = 380.0
#: Room for a name above a lane, for words below one, and for a lane of words alone.
_HEAD, MORE, _LEAST = 14.0, 11.0, 26.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box by its left upper corner; it is `TALL` points high."""

    left: float
    top: float
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by the keys of nodes, the corners of each edge's line, tops of lanes, the height."""

    boxes: Mapping[str, Box]
    lines: tuple[tuple[Edge, tuple[Point, ...]], ...]
    lanes: tuple[tuple[float, float], ...]
    left: float
    height: float


def layout_of(shown: LandscapeMap, width: float) -> Layout:
    """Lay the map out in that width (points)."""
    return _Grid(shown, width).laid_out()


@dataclass(frozen=True, slots=True)
class _Way:
    """An edge with the channels it runs in (`upper` alone: one), and the gutter between them."""

    edge: Edge
    ends: tuple[str, str]
    upper: int
    lower: int
    gutter: int


class _Grid:
    """Places boxes row by row; the number of columns is the largest that leaves room for names."""

    def __init__(self, shown: LandscapeMap, width: float) -> None:
        self.shown = shown
        self.narrow = width < _NARROW
        self.left = 0.0 if self.narrow else NAMES
        columns = max(1, int((width - self.left - _GUTTER) // (BOX + _GUTTER)))
        self._place(columns)
        while columns > 1 and self._fitted(width) < BOX:
            columns -= 1
            self._place(columns)
        self.box = min(_WIDEST, max(self._fitted(width), 1.0))

    def _place(self, columns: int) -> None:
        """Give every node its row and column, and every edge its way."""
        self.columns = columns
        self.places: dict[str, tuple[int, int]] = {}
        self.lane_rows: list[tuple[int, int]] = []
        row = 0
        for lane in self.shown.lanes:
            for number, node in enumerate(lane.nodes):
                self.places[node.key] = row + number // columns, number % columns
            rows = -(-len(lane.nodes) // columns)
            self.lane_rows.append((row, rows))
            row += rows
        self.beside = [edge for edge in self.shown.edges if self._beside(edge)]
        self.ways = self._ways()
        self.in_gutter, counts = self._gutter_tracks()
        self.gutters = [max(_GUTTER, (counts[one] + 2) * _TRACK) for one in range(columns + 1)]

    def _fitted(self, width: float) -> float:
        return (width - self.left - sum(self.gutters)) / self.columns

    def laid_out(self) -> Layout:
        """All places in points."""
        ports = self._ports()
        tracks, counts = self._channels(ports)
        tops, lanes, height = self._tops(counts)
        boxes = {
            key: Box(self._left_of(column), tops[row], self.box)
            for key, (row, column) in self.places.items()
        }
        lines = [*_straight(self.beside, boxes)]
        for number, way in enumerate(self.ways):
            lines.append((way.edge, self._corners(number, ports, tracks, tops)))
        return Layout(boxes, tuple(lines), lanes, self.left, height)

    def _left_of(self, column: int) -> float:
        return self.left + sum(self.gutters[: column + 1]) + column * self.box

    def _x_in_gutter(self, number: int) -> float:
        """Where a way changes channels."""
        gutter, track = self.in_gutter[number]
        return self._left_of(gutter) - self.gutters[gutter] + (track + 1.5) * _TRACK

    # -- ways

    def _beside(self, edge: Edge) -> bool:
        (row, column), (other_row, other) = self.places[edge.origin], self.places[edge.to]
        return row == other_row and abs(column - other) == 1

    def _ways(self) -> list[_Way]:
        """From the upper end to the lower one; in the same row through the channel below it."""
        ways, load = [], Counter[int]()
        for edge in self.shown.edges:
            if self._beside(edge):
                continue
            ends = sorted((edge.origin, edge.to), key=lambda key: self.places[key])
            (upper, column), (lower, other) = (self.places[key] for key in ends)
            last = upper + 1 if upper == lower else lower
            # Of the gutters on the way the emptiest; boxes in one column have one on either side.
            near = range(min(column, other) + (column != other), max(column, other) + 2)
            on_way = near[:-1] if column != other else near
            gutter = min(on_way, key=lambda one: (load[one], one))
            if last != upper + 1:
                load[gutter] += 1
            ways.append(_Way(edge, (ends[0], ends[1]), upper + 1, last, gutter))
        return ways

    def _ports(self) -> Mapping[tuple[int, str], float]:
        """Where each way leaves and enters its boxes: beside each other, by where they lead."""
        sides: dict[tuple[str, bool], list[tuple[tuple[int, int], int]]] = defaultdict(list)
        for number, way in enumerate(self.ways):
            first, second = way.ends
            same = self.places[first][0] == self.places[second][0]
            sides[first, True].append((self._towards(second), number))
            sides[second, same].append((self._towards(first), number))
        ports = {}
        for (key, _), leaving in sides.items():
            left = self._left_of(self.places[key][1])
            for place, (_, number) in enumerate(sorted(leaving), start=1):
                ports[number, key] = left + self.box * place / (len(leaving) + 1)
        return ports

    def _towards(self, key: str) -> tuple[int, int]:
        row, column = self.places[key]
        return column, row

    # -- channels and gutters

    def _channels(
        self, ports: Mapping[tuple[int, str], float]
    ) -> tuple[Mapping[tuple[int, int], int], Mapping[int, int]]:
        """The track of each way in each of its channels, and how many tracks a channel needs."""
        spans: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
        for number, way in enumerate(self.ways):
            xs = [ports[number, key] for key in way.ends]
            if way.upper == way.lower:
                spans[way.upper].append((min(xs), max(xs), number))
                continue
            between = self._x_in_gutter(number)
            for channel, x in ((way.upper, xs[0]), (way.lower, xs[1])):
                spans[channel].append((min(x, between), max(x, between), number))
        tracks: dict[tuple[int, int], int] = {}
        counts = {}
        for channel, given in spans.items():
            found = _tracks(given, _TRACK)
            tracks |= {(number, channel): track for number, track in found.items()}
            counts[channel] = max(found.values()) + 1
        return tracks, counts

    def _gutter_tracks(self) -> tuple[Mapping[int, tuple[int, int]], Mapping[int, int]]:
        """Gutter and track of each way that changes channels, and how many a gutter has."""
        spans: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
        for number, way in enumerate(self.ways):
            if way.upper != way.lower:
                spans[way.gutter].append((way.upper, way.lower, number))
        found: dict[int, tuple[int, int]] = {}
        counts = Counter[int]()
        for gutter, given in spans.items():
            # Two that meet in a channel would touch.
            tracks = _tracks(given, 0)
            counts[gutter] = max(tracks.values()) + 1
            found |= {number: (gutter, track) for number, track in tracks.items()}
        return found, counts

    def _tops(
        self, counts: Mapping[int, int]
    ) -> tuple[Mapping[int, float], tuple[tuple[float, float], ...], float]:
        """The top of each row of boxes, top and foot of each lane, and the height of all."""
        tops: dict[int, float] = {}
        lanes = []
        y = 0.0
        for lane, (first, rows) in zip(self.shown.lanes, self.lane_rows, strict=True):
            top = y
            y += _HEAD if self.narrow else 0.0
            for row in range(first, first + rows):
                tops[row] = y + _CHANNEL / 2
                y = tops[row] + TALL + _CHANNEL / 2 + counts.get(row + 1, 0) * _TRACK
            y = max(y + (MORE if lane.more else 0.0), top + _LEAST)
            lanes.append((top, y))
        return tops, tuple(lanes), y

    # -- lines

    def _corners(
        self,
        number: int,
        ports: Mapping[tuple[int, str], float],
        tracks: Mapping[tuple[int, int], int],
        tops: Mapping[int, float],
    ) -> tuple[Point, ...]:
        """The corners of a way, from where the data come from to where they go."""
        way = self.ways[number]
        first, second = way.ends
        above, below = self.places[first][0], self.places[second][0]
        start, end = ports[number, first], ports[number, second]
        ys = [
            tops[channel - 1] + TALL + _CHANNEL / 2 + tracks[number, channel] * _TRACK
            for channel in (way.upper, way.lower)
        ]
        goal = tops[below] + (TALL if above == below else 0.0)
        points = [(start, tops[above] + TALL), (start, ys[0])]
        if way.upper != way.lower:
            x = self._x_in_gutter(number)
            points += [(x, ys[0]), (x, ys[1])]
        points += [(end, ys[1]), (end, goal)]
        return tuple(points if way.edge.origin == first else reversed(points))


def _straight(
    edges: Sequence[Edge], boxes: Mapping[str, Box]
) -> Iterator[tuple[Edge, tuple[Point, ...]]]:
    """Lines between neighbours, below each other where there are several."""
    pairs: dict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in edges:
        pairs[frozenset((edge.origin, edge.to))].append(edge)
    for given in pairs.values():
        for place, edge in enumerate(given, start=1):
            origin, to = boxes[edge.origin], boxes[edge.to]
            y = origin.top + TALL * place / (len(given) + 1)
            right = origin.left < to.left
            start = origin.left + (origin.width if right else 0.0)
            end = to.left + (0.0 if right else to.width)
            yield edge, ((start, y), (end, y))


def _tracks(spans: Iterable[tuple[float, float, int]], apart: float) -> dict[int, int]:
    """A track for each span (from, to, number), so that on one they are that far apart."""
    ends: list[float] = []
    found = {}
    for begin, end, number in sorted(spans):
        for track, last in enumerate(ends):
            if last + apart < begin:
                ends[track] = end
                found[number] = track
                break
        else:
            found[number] = len(ends)
            ends.append(end)
    return found
