"""The scores of many firms on one scale: a dot for each, or bars where there are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digimaturity.charts.surface import Align, Surface
from digimaturity.domain.sample import Quartiles
from digimaturity.domain.scoring import shown_points

#: With more firms than this, bars tell more than dots.
MOST_DOTS = 60

#: A bar counts the scores of so many points.
_BIN = 5

_DOT = 3.0
_STEP = 6.6
_HIGHEST = 62.0
_FOOT = 16.0
_SMALL = 7.2
_TOP = 4.0


@dataclass(frozen=True, slots=True)
class ScoreStrip:
    """Scores of 0 to 100 in rising order, `counted` in steps of five points where they are many.

    `lower`, `median` and `upper` are the quartiles, None where there are too few firms.
    """

    values: tuple[float, ...]
    counted: Mapping[int, int]
    lower: float | None = None
    median: float | None = None
    upper: float | None = None


def strip_of(values: tuple[float, ...], middle: Quartiles | None) -> ScoreStrip:
    """The strip of these scores, in rising order."""
    many = len(values) > MOST_DOTS
    counted = Counter(_bin(value) for value in values) if many else {}
    if middle is None:
        return ScoreStrip(values, counted)
    return ScoreStrip(values, counted, middle.lower, middle.median, middle.upper)


def height(strip: ScoreStrip, width: float) -> float:
    """The height in points."""
    if len(strip.values) > MOST_DOTS:
        return _TOP + _HIGHEST + _FOOT
    rows = max((row for _, row in _dots(strip.values, width)), default=0) + 1
    return _TOP + max(rows, 2) * _STEP + _FOOT


def draw(sheet: Surface, strip: ScoreStrip, own: int | None = None) -> None:
    """Dots or bars above the scale, the middle half as a band on it, the median as a line.

    A score that is shown as `own` points is pointed out.
    """
    palette, width = sheet.palette, sheet.width
    base = height(strip, width) - _FOOT
    if strip.lower is not None and strip.upper is not None:
        left, right = _at(strip.lower, width), _at(strip.upper, width)
        sheet.box(left, base + 0.5, max(right - left, 1), 3.0, palette.neutral)
    if len(strip.values) > MOST_DOTS:
        _bars(sheet, strip, base, own)
    else:
        _points(sheet, strip, base, own)
    sheet.line((0, base), (width, base), palette.rule, 0.7)
    if strip.median is not None:
        x = _at(strip.median, width)
        sheet.line((x, base - 2), (x, base + 5), palette.ink, 1.4)
    for mark in (0, 20, 40, 60, 80, 100):
        align: Align = "left" if mark == 0 else "right" if mark == 100 else "center"  # noqa: PLR2004 - the ends of the scale
        place = (mark / 100 * width, base + 13)
        sheet.text(place, str(mark), size=_SMALL, colour=palette.secondary, align=align)


def _points(sheet: Surface, strip: ScoreStrip, base: float, own: int | None) -> None:
    for value, (x, row) in zip(strip.values, _dots(strip.values, sheet.width), strict=True):
        pointed = own is not None and shown_points(value) == own
        colour = sheet.palette.accent if pointed else sheet.palette.control_border
        sheet.dot((x, base - _STEP / 2 - 1 - row * _STEP), _DOT, colour)
        own = None if pointed else own


def _bars(sheet: Surface, strip: ScoreStrip, base: float, own: int | None) -> None:
    highest, wide = max(strip.counted.values()), sheet.width * _BIN / 100
    for place, n in strip.counted.items():
        pointed = own is not None and _bin(own) == place
        colour = sheet.palette.accent if pointed else sheet.palette.control_border
        tall = max(n / highest * _HIGHEST, 0.8)
        sheet.box(place * wide + 0.6, base - tall, wide - 1.2, tall, colour)


def _bin(value: float) -> int:
    """The last bar holds 100, too."""
    return min(int(value // _BIN), 100 // _BIN - 1)


def _at(value: float, width: float) -> float:
    """The place of a score, so that the outermost dots are whole."""
    return _DOT + value / 100 * (width - 2 * _DOT)


def _dots(values: Sequence[float], width: float) -> list[tuple[float, int]]:
    """For each score its place, and the first row in which no other dot is in the way."""
    last: list[float] = []
    placed = []
    for value in values:
        x = _at(value, width)
        row = next((i for i, other in enumerate(last) if x - other >= _STEP), len(last))
        last[row : row + 1] = [x]
        placed.append((x, row))
    return placed
