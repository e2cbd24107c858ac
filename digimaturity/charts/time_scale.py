"""Days on a line that is true to scale, and words below it that never touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from digimaturity.charts.surface import Surface

SMALL = 7.2
_APART = 4.0


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From where to where the days lie, in points."""

    left: float
    right: float
    first: date
    last: date

    def x(self, day: date) -> float:
        """The place of a day; the nearer end where it lies outside."""
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)


def named(
    sheet: Surface, names: Sequence[tuple[float, str]], ends: tuple[float, float]
) -> Iterator[tuple[float, str]]:
    """The left edges of those names that have room beside each other, each below its place.

    The last one goes before the first one, and this before the others from the right.
    """
    order = [*range(len(names) - 1, -1, -1)]
    if len(order) > 1:
        order.insert(1, order.pop())
    taken: list[tuple[float, float]] = []
    for number in order:
        x, words = names[number]
        wide = sheet.text_width(words, SMALL)
        left = min(max(x - wide / 2, ends[0]), ends[1] - wide)
        free = all(left >= end + _APART or left + wide + _APART <= start for start, end in taken)
        if words and free:
            taken.append((left, left + wide))
            yield left, words
