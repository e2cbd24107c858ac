"""Scores among those of peers: the bar on the peers' middle half, and the place as a percentile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digimaturity.charts.data import PeerRow, PeerRows
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HEAD = 15.0
_ROW = 15.6
_NAME = 12.0  # where a name has a line of its own
_APART = 4.0  # above a strong row
_BAND = 10.0
_BAR = 4.2
_SIZE = 8.1
_SMALL = 7.2

#: Below so many points a name has a line of its own, and there is no strip of percentiles.
_NARROW = 360.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns are, in points: scale and strip from, to; the figures' right edges."""

    scale: tuple[float, float]
    points: float
    strip: tuple[float, float] | None
    place: float

    @staticmethod
    def of(width: float, names: float = 0.0) -> _Columns:
        """For a chart of that width, whose longest name is so long."""
        if width < _NARROW:
            return _Columns((0, 0.5 * width), 0.66 * width, None, 0.86 * width)
        left = min(max(0.235 * width, names), 0.36 * width)
        return _Columns(
            (left, 0.60 * width), 0.67 * width, (0.70 * width, 0.82 * width), 0.915 * width
        )

    @property
    def narrow(self) -> bool:
        return self.strip is None

    @property
    def head(self) -> float:
        return _HEAD + (_NAME if self.narrow else 0)

    @property
    def row(self) -> float:
        return _ROW + (_NAME if self.narrow else 0)

    def at(self, points: float) -> float:
        """The place of a score on the scale."""
        left, right = self.scale
        return left + (right - left) * points / 100


def figure(peers: PeerRows, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(peers, width), palette)
    draw(sheet, peers)
    return sheet.figure


def height(peers: PeerRows, width: float) -> float:
    """The height in points."""
    columns = _Columns.of(width)
    apart = sum(_APART for row in peers.rows[1:] if row.strong)
    return columns.head + columns.row * len(peers.rows) + apart + 1


def draw(sheet: Surface, peers: PeerRows) -> None:
    """One row a score; the grey band holds the middle half of the peers, its line their median."""
    names = (
        _indent(row) + sheet.text_width(row.name, _SIZE, strong=row.strong) + 6.5
        for row in peers.rows
    )
    columns = _Columns.of(sheet.width, max(names, default=0.0))
    _heads(sheet, peers, columns)
    foot = height(peers, sheet.width) - 1
    for mark in () if columns.narrow else (0, 20, 40, 60, 80, 100):
        x = columns.at(mark)
        sheet.line((x, _HEAD), (x, foot), sheet.palette.rule if not mark else "", 0.5)
    top = columns.head
    for place, row in enumerate(peers.rows):
        top += _APART if row.strong and place else 0
        _row(sheet, row, columns, top)
        top += columns.row
    sheet.line((0, foot), (sheet.width, foot))


def _heads(sheet: Surface, peers: PeerRows, columns: _Columns) -> None:
    grey, width = sheet.palette.secondary, sheet.width
    scale, points, percentile, number = peers.heads
    base = columns.head - 7.5
    if columns.narrow:
        sheet.text((0, 7.5), scale, colour=grey, size=_SMALL, room=width)
    else:
        end = columns.scale[1]
        sheet.text((end, 7.5), scale, colour=grey, size=_SMALL, room=end, align="right")
    for right, words in ((columns.points, points), (columns.place, percentile), (width, number)):
        sheet.text((right, base), words, colour=grey, size=_SMALL, align="right")
    sheet.line((0, columns.head), (width, columns.head), sheet.palette.rule, 0.9)


def _row(sheet: Surface, row: PeerRow, columns: _Columns, top: float) -> None:
    named = top + _NAME if columns.narrow else top
    middle = named + _ROW / 2
    base = middle + 2.9
    indent = 0.0 if columns.narrow else _indent(row)
    room = (sheet.width if columns.narrow else columns.scale[0]) - indent - 6
    at = (indent, named if columns.narrow else base)
    sheet.text(at, row.name, size=_SIZE, strong=row.strong, room=room)
    _scores(sheet, row, columns, middle)
    if row.median is None and row.note:
        _note(sheet, row, columns, base - 0.4)
    sheet.text((columns.points, base), row.label, size=_SIZE, strong=row.strong, align="right")
    _place(sheet, row, columns, middle)
    grey = sheet.palette.secondary
    sheet.text((sheet.width, base), row.n, size=_SMALL, colour=grey, align="right")


def _indent(row: PeerRow) -> float:
    return 0.0 if row.strong else 6.0


def _scores(sheet: Surface, row: PeerRow, columns: _Columns, middle: float) -> None:
    """The peers' middle half, the firm's score upon it, and the peers' median upon that."""
    palette, left = sheet.palette, columns.scale[0]
    if columns.narrow:
        sheet.line((left, middle), (columns.scale[1], middle))
    if row.lower is not None and row.upper is not None:
        start, end = columns.at(row.lower), columns.at(row.upper)
        sheet.box(start, middle - _BAND / 2, max(end - start, 1), _BAND, palette.neutral)
    if row.own is not None:
        bar = max(columns.at(row.own) - left, 0.6)
        sheet.box(left, middle - _BAR / 2, bar, _BAR, _colour(row, palette))
    if row.median is not None:
        x, reach = columns.at(row.median), _BAND / 2 + 1.4
        sheet.line((x, middle - reach), (x, middle + reach), palette.ink, 1.1)


def _note(sheet: Surface, row: PeerRow, columns: _Columns, base: float) -> None:
    """Why there is no band, right of the bar; left of its end where there is no room."""
    after = columns.at(max(row.own or 0, 0)) + 6
    last = columns.scale[1] - sheet.text_width(row.note, _SMALL)
    sheet.note((max(min(after, last), columns.scale[0] + 3), base), row.note)


def _place(sheet: Surface, row: PeerRow, columns: _Columns, middle: float) -> None:
    """The percentile, or its bounds, on a line of 0 to 100 per cent; and as a figure."""
    palette, base = sheet.palette, middle + 2.9
    if columns.strip is not None and (row.percentile is not None or row.between is not None):
        left, right = columns.strip
        unit = (right - left) / 100
        sheet.line((left, middle), (right, middle), palette.rule, 0.6)
        for end in (left, (left + right) / 2, right):
            sheet.line((end, middle - 2), (end, middle + 2), palette.rule, 0.6)
        if row.percentile is not None:
            sheet.dot((left + unit * row.percentile, middle), 3.0, _colour(row, palette))
        elif row.between is not None:
            low, high = row.between
            ends = (left + unit * low, left + unit * high)
            sheet.stretch(ends, middle, 3.0, _colour(row, palette), 1.8)
    sheet.text((columns.place, base), row.place, size=_SIZE, strong=row.strong, align="right")


def _colour(row: PeerRow, palette: Palette) -> str:
    return palette.dimension(*row.hue) if row.hue else palette.ink
