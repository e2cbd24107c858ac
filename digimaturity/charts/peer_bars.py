"""Scores among those of peers: the bar on the peers' middle half, and the place as a percentile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.charts.data import PeerRow, PeerRows
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HEAD = 15.0
_ROW = 15.6
_APART = 4.0  # above a strong row
_BAND = 10.0
_BAR = 4.2
_SIZE = 8.1

#: Where the columns end, as parts of the width: names, scale, points, percentile, its figure.
_NAMES, _SCALE, _POINTS, _STRIP, _PLACE = 0.235, 0.60, 0.67, 0.82, 0.91


def figure(peers: PeerRows, width: float, palette: Palette) -> Figure:
    """For paper; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(peers), palette)
    draw(sheet, peers)
    return sheet.figure


def height(peers: PeerRows) -> float:
    """The height in points."""
    apart = sum(_APART for row in peers.rows[1:] if row.strong)
    return _HEAD + _ROW * len(peers.rows) + apart + 1


def draw(sheet: Surface, peers: PeerRows) -> None:
    """One row a score; the grey band holds the middle half of the peers, its line their median."""
    _heads(sheet, peers)
    foot = sheet.height - 1
    left, right = sheet.width * _NAMES, sheet.width * _SCALE
    for mark in (0, 20, 40, 60, 80, 100):
        x = left + (right - left) * mark / 100
        sheet.line((x, _HEAD), (x, foot), sheet.palette.rule if not mark else "", 0.5)
    top = _HEAD
    for place, row in enumerate(peers.rows):
        top += _APART if row.strong and place else 0
        _row(sheet, row, top)
        top += _ROW
    sheet.line((0, foot), (sheet.width, foot))


def _heads(sheet: Surface, peers: PeerRows) -> None:
    grey, width = sheet.palette.secondary, sheet.width
    scale, points, percentile, number = peers.heads
    room = width * (_SCALE - _NAMES)
    sheet.text((width * _NAMES, 7.5), scale, colour=grey, size=7.2, room=room)
    sheet.text((width * _POINTS, 7.5), points, colour=grey, size=7.2, align="right")
    left = width * (_POINTS + 0.03)
    sheet.text((left, 7.5), percentile, colour=grey, size=7.2, room=width * _PLACE - left)
    sheet.text((width, 7.5), number, colour=grey, size=7.2, align="right")
    sheet.line((0, _HEAD), (width, _HEAD), sheet.palette.rule, 0.9)


def _row(sheet: Surface, row: PeerRow, top: float) -> None:
    palette, width = sheet.palette, sheet.width
    left, right = width * _NAMES, width * _SCALE
    unit, middle = (right - left) / 100, top + _ROW / 2
    base = middle + 2.9
    indent = 0 if row.strong else 6
    sheet.text((indent, base), row.name, size=_SIZE, strong=row.strong, room=left - indent - 6)
    if row.lower is not None and row.upper is not None and row.median is not None:
        start = left + row.lower * unit
        sheet.box(
            start,
            middle - _BAND / 2,
            max((row.upper - row.lower) * unit, 1),
            _BAND,
            palette.neutral,
        )
    if row.own is not None:
        colour = palette.dimension(*row.hue) if row.hue else palette.ink
        sheet.box(left, middle - _BAR / 2, max(row.own * unit, 0.6), _BAR, colour)
    if row.median is not None:
        x = left + row.median * unit
        sheet.line((x, middle - _BAND / 2 - 1.4), (x, middle + _BAND / 2 + 1.4), palette.ink, 1.1)
    elif row.note:
        sheet.note((left + max(row.own or 0, 0) * unit + 6, base - 0.4), row.note)
    sheet.text((width * _POINTS, base), row.label, size=_SIZE, strong=row.strong, align="right")
    _strip(sheet, row, middle)
    sheet.text((width, base), row.n, size=7.2, colour=palette.secondary, align="right")


def _strip(sheet: Surface, row: PeerRow, middle: float) -> None:
    """A line of 0 to 100 per cent, with the firm as a dot on it."""
    palette, width = sheet.palette, sheet.width
    left, right = width * (_POINTS + 0.03), width * _STRIP
    if row.percentile is None:
        sheet.text((left, middle + 2.5), row.place, size=7.2, colour=palette.secondary)
        return
    sheet.line((left, middle), (right, middle), palette.rule, 0.6)
    for end in (left, (left + right) / 2, right):
        sheet.line((end, middle - 2), (end, middle + 2), palette.rule, 0.6)
    colour = palette.dimension(*row.hue) if row.hue else palette.ink
    sheet.dot((left + (right - left) * row.percentile / 100, middle), 3.0, colour)
    at = (width * _PLACE, middle + 2.9)
    sheet.text(at, row.place, size=_SIZE, strong=row.strong, align="right")
