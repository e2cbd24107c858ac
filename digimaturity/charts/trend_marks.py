"""Points of a trend: filled and joined like for like; hollow beside them the full scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digimaturity.charts.apart import Apart, Box, around
from digimaturity.charts.level_bands import LevelBands
from digimaturity.charts.lines import width_of
from digimaturity.charts.surface import Point, Surface
from digimaturity.charts.time_scale import SMALL
from digimaturity.charts.trend_data import TrendPoint

_DOT, _RING = 2.9, 2.2
#: How far right of its day a full score stands: both marks are seen, however near they are.
_BESIDE = 7.5
_LABEL = 8.6
_LINE = 11.0
_STEP = 3.0  # how finely a line is known to labels
_AROUND = 4.2  # from the middle of a mark to its label

Placed = Sequence[tuple[float, TrendPoint]]


class Marks:
    """Draws the points of one trend, and labels them where nothing else is."""

    def __init__(
        self, sheet: Surface, bands: LevelBands, ends: tuple[float, float], colour: str
    ) -> None:
        self._sheet, self._bands, self._colour = sheet, bands, colour
        self._apart = Apart(Box(ends[0], bands.top, ends[1], bands.foot))

    def draw(self, places: Placed) -> None:
        """The line, interrupted where nothing is rated, and all marks."""
        sheet, bands = self._sheet, self._bands
        for (x, one), (after, other) in pairwise(places):
            if one.value is not None and other.value is not None:
                ends = (x, bands.y(one.value)), (after, bands.y(other.value))
                sheet.line(*ends, self._colour, 1.6)
                self._apart.taken += along(*ends)
        for x, one in places:
            if _differs(one) and one.full is not None:
                at = self._full(x, one.full)
                sheet.dot(at, _RING, sheet.palette.secondary, hollow=True)
                self._apart.taken.append(around(at, _RING + 0.7))
            if one.value is not None:
                at = (x, bands.y(one.value))
                sheet.dot(at, _DOT, self._colour)
                self._apart.taken.append(around(at, _DOT))

    def label_values(self, places: Placed) -> None:
        """All scores like for like; the newest first."""
        for x, one in reversed(places):
            if one.value is not None:
                self._label((x, self._bands.y(one.value)), one.label, strong=True)

    def label_ends(self, places: Placed) -> None:
        """Only the first and the last score like for like."""
        rated = [(x, one) for x, one in places if one.value is not None]
        self.label_values(rated[:1] + rated[1:][-1:])

    def label_full(self, places: Placed) -> None:
        """The full scores that differ and have room; the newest first."""
        for x, one in reversed(places):
            if _differs(one) and one.full is not None:
                self._label(self._full(x, one.full), one.full_label, strong=False)

    def _full(self, x: float, score: float) -> Point:
        return x + _BESIDE, self._bands.y(score)

    def _label(self, at: Point, words: str, *, strong: bool) -> None:
        """Where it is free; a strong label stands above its mark even where nothing is."""
        wide = self._sheet.text_width(words, SMALL, strong=strong)
        boxes = list(_beside(at, wide) if strong else reversed(list(_beside(at, wide))))
        found = self._apart.first(boxes)
        if found is None and not strong:
            return
        if found is None:
            inside = [one for one, box in enumerate(boxes) if box.within(self._apart.ground)]
            found = min(inside or [0], key=lambda one: self._apart.upon(boxes[one]))
            self._apart.taken.append(boxes[found])
        box, palette = boxes[found], self._sheet.palette
        colour = palette.ink if strong else palette.secondary
        place = (box.left, box.bottom - 1.9)
        self._sheet.text(place, words, size=SMALL, colour=colour, strong=strong)


def _beside(at: Point, wide: float) -> Iterator[Box]:
    """Places of a label: above, below, and then at the sides of its mark."""
    x, y = at
    for left, middle in (
        (x - wide / 2, y - _AROUND - _LABEL / 2),
        (x - wide / 2, y + _AROUND + _LABEL / 2),
        (x - wide - _AROUND, y - _LABEL),
        (x - wide - _AROUND, y + _LABEL),
        (x - wide - _AROUND, y),
        (x + _AROUND, y - _LABEL),
        (x + _AROUND, y + _LABEL),
        (x + _AROUND, y),
    ):
        yield Box(left, middle - _LABEL / 2, left + wide, middle + _LABEL / 2)


def _differs(point: TrendPoint) -> bool:
    """Whether the full score is another figure; where it is the same, one mark stands for both."""
    return point.full_label != point.label


def along(start: Point, end: Point) -> Iterator[Box]:
    """The room of a line."""
    steps = max(1, round(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / _STEP))
    for step in range(steps + 1):
        share = step / steps
        at = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
        yield around(at, 1.0)


def legend_height(legend: tuple[str, str], width: float) -> float:
    """The height of what stands above a trend, in points."""
    shown = [words for words in legend if words]
    whole = sum(16 + width_of(words, SMALL) for words in shown) + 16
    return 4 + _LINE * (1 if whole <= width else len(shown))


def draw_legend(sheet: Surface, legend: tuple[str, str], colour: str) -> float:
    """What the two marks are, on one line or on two; returns where they end."""
    grey, foot = sheet.palette.secondary, legend_height(legend, sheet.width)
    apart = foot > 4 + _LINE
    x, base = 0.0, 8.0
    for number, words in enumerate(words for words in legend if words):
        if number:
            sheet.dot((x + 6, base - 2.6), _RING, grey, hollow=True)
        else:
            sheet.line((x, base - 2.6), (x + 12, base - 2.6), colour, 1.6)
            sheet.dot((x + 6, base - 2.6), _DOT, colour)
        sheet.text((x + 16, base), words, size=SMALL, colour=grey, room=sheet.width - x - 16)
        x, base = (0.0, base + _LINE) if apart else (x + 32 + sheet.text_width(words, SMALL), base)
    return foot
