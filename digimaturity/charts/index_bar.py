"""The official distribution of an index as one bar of bands, and where the firm stands in it."""

from __future__ import annotations

from digimaturity.charts.data import Distribution, Segment
from digimaturity.charts.fonts import text_width
from digimaturity.charts.sheet import Sheet
from digimaturity.tokens import Palette

# isort: split
from matplotlib.figure import Figure

_TOP = 25.0
_BAR = 31.0
_HEIGHT = 82.0


def figure(distribution: Distribution, width: float, palette: Palette) -> Figure:
    """The widths of the bands are the shares of firms; `width` in points."""
    sheet = Sheet(width, _HEIGHT, palette)
    total = sum(segment.share for segment in distribution.segments) or 100.0
    unit = width / total
    left = 0.0
    for place, segment in enumerate(distribution.segments):
        own = segment.share * unit
        last = place == len(distribution.segments) - 1
        _segment(sheet, segment, (left, own), place, last=last)
        left += own
    _position(sheet, distribution, unit)
    return sheet.figure


def _segment(
    sheet: Sheet, segment: Segment, span: tuple[float, float], place: int, *, last: bool
) -> None:
    palette, (left, own) = sheet.palette, span
    plain = palette.neutral_soft if place % 2 == 0 else palette.neutral
    colour = palette.accent if segment.held else plain
    sheet.box(left, _TOP, max(own - (0 if last else 0.8), 0.3), _BAR, colour)
    words = max(text_width(segment.name, 8.6, strong=segment.held), text_width(segment.range, 7.2))
    at = min(left, sheet.width - words) if last else left
    room = own - 3 if not last else sheet.width - at + 1
    ink = palette.accent if segment.held else palette.ink
    sheet.text((at, 8), segment.name, size=8.6, colour=ink, strong=segment.held, room=room)
    sheet.text((at, 18.5), segment.range, size=7.2, colour=palette.secondary, room=room)
    if text_width(segment.label, 8.6, strong=segment.held) + 8 <= own:
        sheet.text(
            (left + 5, _TOP + _BAR / 2 + 3.1),
            segment.label,
            size=8.6,
            strong=segment.held,
            colour=palette.on_accent if segment.held else palette.ink,
        )


def _position(sheet: Sheet, distribution: Distribution, unit: float) -> None:
    palette, y = sheet.palette, _TOP + _BAR + 8
    low, high = distribution.at_least * unit, distribution.at_most * unit
    low, high = min(low, sheet.width), min(high, sheet.width)
    sheet.line((0, y), (sheet.width, y), palette.rule, 0.6)
    for end in (0.3, sheet.width - 0.3):
        sheet.line((end, y - 2.5), (end, y + 2.5), palette.rule, 0.6)
    sheet.line((low, y), (high, y), palette.accent, 1.8)
    for end in (low, high):
        sheet.line((end, y - 3.2), (end, y + 3.2), palette.accent, 1.8)
    _captions(sheet, distribution, (low, high), y + 12)


def _captions(
    sheet: Sheet, distribution: Distribution, span: tuple[float, float], base: float
) -> None:
    """The three captions below, each left out where it has no room without touching another."""
    palette, (low, high) = sheet.palette, span
    within = text_width(distribution.within, 7.7, strong=True)
    start = min(low, sheet.width - within)
    sheet.text((start, base), distribution.within, strong=True, colour=palette.accent)
    if distribution.behind and text_width(distribution.behind, 7.7) <= start - 8:
        sheet.text((0, base), distribution.behind, colour=palette.secondary)
    ahead = text_width(distribution.ahead, 7.7)
    if distribution.ahead and max(start + within + 8, high) <= sheet.width - ahead + 24:
        at = (sheet.width, base)
        if start + within + 8 <= sheet.width - ahead:
            sheet.text(at, distribution.ahead, colour=palette.secondary, align="right")
