"""The official distribution of an index as one bar of bands, and where the firm stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from digimaturity.charts.data import Distribution, Segment
from digimaturity.charts.surface import Surface
from digimaturity.tokens import Palette

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TOP = 25.0
_BAR = 31.0
HEIGHT = 82.0
_CONTEXT_HEIGHT = _TOP + _BAR + 2
_APART = 8.0

#: Below the first width what is before and ahead goes to a line below the firm's place, below the
#: second one each has a line of its own.
_ONE_LINE, _TWO_LINES = 440.0, 300.0
_LINE = 10.0


def figure(distribution: Distribution, width: float, palette: Palette) -> Figure:
    """As a picture; `width` in points."""
    from digimaturity.charts.sheet import Sheet

    sheet = Sheet(width, height(distribution, width), palette)
    draw(sheet, distribution)
    return sheet.figure


def height(distribution: Distribution, width: float) -> float:
    """The height in points; context has no line of the firm's position."""
    if distribution.at_least is None:
        return _CONTEXT_HEIGHT
    return HEIGHT + _LINE * _lines_below(width)


def _lines_below(width: float) -> int:
    """How many lines of captions there are below the first."""
    return (width < _ONE_LINE) + (width < _TWO_LINES)


def draw(sheet: Surface, distribution: Distribution) -> None:
    """The widths of the bands are the shares of firms."""
    total = sum(segment.share for segment in distribution.segments) or 100.0
    unit = sheet.width / total
    starts = [0.0, *accumulate(segment.share * unit for segment in distribution.segments)]
    for place, segment in enumerate(distribution.segments):
        _segment(sheet, segment, (starts[place], starts[place + 1]), place)
    _heads(sheet, distribution.segments, starts)
    if distribution.at_least is not None and distribution.at_most is not None:
        _position(sheet, distribution, (distribution.at_least * unit, distribution.at_most * unit))


def _segment(sheet: Surface, segment: Segment, span: tuple[float, float], place: int) -> None:
    palette, (left, right) = sheet.palette, span
    plain = palette.neutral_soft if place % 2 == 0 else palette.neutral
    colour = palette.accent if segment.held else plain
    edge = 0.8 if right < sheet.width - 1 else 0.0
    sheet.box(left, _TOP, max(right - left - edge, 0.3), _BAR, colour)
    if _has_room(sheet, segment, right - left):
        sheet.text(
            (left + 5, _TOP + _BAR / 2 + 3.1),
            segment.label,
            size=8.6,
            strong=segment.held,
            colour=palette.on_accent if segment.held else palette.ink,
        )


def _has_room(sheet: Surface, segment: Segment, width: float) -> bool:
    return sheet.text_width(segment.label, 8.6, strong=segment.held) + 8 <= width


def _heads(sheet: Surface, segments: Sequence[Segment], starts: Sequence[float]) -> None:
    """The names of the bands above them; pushed aside where a band is narrower than its name.

    The share that has no room within its band stands there, too.
    """
    palette = sheet.palette
    ranges = [
        s.range if _has_room(sheet, s, end - start) else f"{s.range}: {s.label}"
        for s, start, end in zip(segments, starts, starts[1:], strict=False)
    ]
    widths = [
        max(sheet.text_width(s.name, 8.6, strong=s.held), sheet.text_width(below, 7.2))
        for s, below in zip(segments, ranges, strict=True)
    ]
    if sum(widths) + _APART * (len(widths) - 1) > sheet.width:
        most = sheet.width / len(widths) - _APART
        widths = [min(most, width) for width in widths]
    places = _spread(starts, widths, sheet.width)
    for segment, below, at, room in zip(segments, ranges, places, widths, strict=True):
        ink = palette.accent if segment.held else palette.ink
        sheet.text(
            (at, 8), segment.name, size=8.6, colour=ink, strong=segment.held, room=room + 0.1
        )
        sheet.text((at, 18.5), below, size=7.2, colour=palette.secondary, room=room + 0.1)


def _spread(starts: Sequence[float], widths: Sequence[float], width: float) -> list[float]:
    """Left edges at or near `starts`, so that nothing overlaps and all end within `width`."""
    places: list[float] = []
    for start, previous in zip(starts, [0.0, *widths], strict=False):
        least = places[-1] + previous + _APART if places else 0.0
        places.append(max(start, least))
    places = places[: len(widths)]
    limit = width
    for place in reversed(range(len(places))):
        places[place] = min(places[place], limit - widths[place])
        limit = places[place] - _APART
    return places


def _position(sheet: Surface, distribution: Distribution, span: tuple[float, float]) -> None:
    palette, y = sheet.palette, _TOP + _BAR + 8
    low, high = min(span[0], sheet.width), min(span[1], sheet.width)
    sheet.line((0, y), (sheet.width, y), palette.rule, 0.6)
    for end in (0.3, sheet.width - 0.3):
        sheet.line((end, y - 2.5), (end, y + 2.5), palette.rule, 0.6)
    sheet.stretch((low, high), y, 3.2, palette.accent, 1.8)
    _captions(sheet, distribution, (low, high), y + 12)


def _captions(
    sheet: Surface, distribution: Distribution, span: tuple[float, float], base: float
) -> None:
    """The three captions below: on one line, or where that is narrow, on two or three.

    On one line those are left out that would touch another.
    """
    palette, (low, high), below = sheet.palette, span, _lines_below(sheet.width)
    within = sheet.text_width(distribution.within, 7.7, strong=True)
    start = max(min(low, sheet.width - within), 0.0)
    sheet.text((start, base), distribution.within, strong=True, colour=palette.accent)
    behind, ahead = distribution.behind, distribution.ahead
    if behind and (below or sheet.text_width(behind, 7.7) <= start - 8):
        left = (0.0, base + _LINE * min(below, 1))
        sheet.text(left, behind, colour=palette.secondary, room=sheet.width if below else 0.0)
    room = sheet.width - sheet.text_width(ahead, 7.7)
    fits = max(start + within + 8, high) <= room + 24 and start + within + 8 <= room
    if ahead and (below or fits):
        right = (sheet.width, base + _LINE * below)
        sheet.text(right, ahead, colour=palette.secondary, align="right")
