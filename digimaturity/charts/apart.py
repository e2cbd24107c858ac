"""Places for marks that must not hide each other, and for words that must lie on nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, dist, pi, sin

from digimaturity.charts.surface import Point

#: Rings on which another place is looked for: so far apart (points), with so many places each.
_STEP, _PLACES = 2.5, 16


@dataclass(frozen=True, slots=True)
class Box:
    """What lies where, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def upon(self, other: Box) -> bool:
        """Whether one lies on the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(slots=True)
class Apart:
    """Gives out places within `ground`; what was placed before stays where it is."""

    ground: Box
    taken: list[Box] = field(default_factory=list)

    def mark(self, at: Point, radius: float) -> Point:
        """The nearest free place for the middle of a mark; its own where all are taken."""
        reach = dist((self.ground.left, self.ground.top), (self.ground.right, self.ground.bottom))
        for place in _around(at, reach):
            if self.take(around(place, radius)):
                return place
        return at

    def take(self, box: Box) -> bool:
        """Take that place; False where it is not free, or not within the ground."""
        free = box.within(self.ground) and not self.upon(box)
        if free:
            self.taken.append(box)
        return free

    def upon(self, box: Box) -> int:
        """How much of what was placed lies on it."""
        return sum(box.upon(other) for other in self.taken)

    def first(self, boxes: Sequence[Box]) -> int | None:
        """Take the first of these places that is free; None: none is."""
        return next((number for number, box in enumerate(boxes) if self.take(box)), None)


def around(at: Point, radius: float) -> Box:
    """The room of a mark."""
    (x, y), r = at, radius
    return Box(x - r, y - r, x + r, y + r)


def _around(at: Point, reach: float) -> Iterator[Point]:
    yield at
    radius = _STEP
    while radius < reach:
        for place in range(_PLACES):
            angle = 2 * pi * place / _PLACES
            yield at[0] + radius * cos(angle), at[1] + radius * sin(angle)
        radius += _STEP
