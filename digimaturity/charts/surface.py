"""What charts draw on, measured like a printed page: points, from the upper left corner down."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from digimaturity.tokens import Palette

Align = Literal["left", "center", "right"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the base line through `place`, cut to `room` points unless that is 0."""

    place: Point
    words: str
    size: float
    colour: str
    strong: bool
    align: Align
    room: float

    @property
    def shift(self) -> float:
        """Which part of its width is left of its place."""
        return {"left": 0.0, "center": 0.5, "right": 1.0}[self.align]


class Surface(ABC):
    """A page of `width` by `height` points; a chart drawn on it is the same on screen and paper."""

    width: float
    height: float
    palette: Palette

    @abstractmethod
    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""

    @abstractmethod
    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:
        """Draw a straight line; a hairline unless said otherwise."""

    @abstractmethod
    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        """Draw a dot, filled or as a ring."""

    @abstractmethod
    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,
        weight: float = 1.2,
        fill: str = "",
        alpha: float = 1,
    ) -> None:
        """Draw a closed outline; filled, where a colour is given, that opaque."""

    @abstractmethod
    def put(self, label: Label) -> None:
        """Set a label."""

    @abstractmethod
    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        """The width of a label in points."""

    def text(  # noqa: PLR0913 - what a label has
        self,
        place: Point,
        words: str,
        *,
        size: float = 7.7,
        colour: str = "",
        strong: bool = False,
        align: Align = "left",
        room: float = 0.0,
    ) -> None:
        """Set words on the base line through `place`, cut to `room` points where that is given."""
        colour = colour or self.palette.ink
        self.put(Label(place, words, size, colour, strong, align, room))

    def stretch(
        self, ends: tuple[float, float], y: float, reach: float, colour: str, weight: float
    ) -> None:
        """Draw a level line between two ends, each with a tick reaching as far up as down."""
        self.line((ends[0], y), (ends[1], y), colour, weight)
        for x in ends:
            self.line((x, y - reach), (x, y + reach), colour, weight)

    def earlier(self, at: Point, reach: float) -> None:
        """Draw three upright dashes, `reach` points up and down: where a score stood before."""
        x, y = at
        for top in (-reach, -reach / 3, reach / 3):
            start, end = y + top + 0.5, y + top + 2 * reach / 3 - 0.5
            self.line((x, start), (x, end), self.palette.ink, 0.9)

    def note(self, place: Point, words: str) -> None:
        """Set small grey words where a bar would be; the grid does not run through them."""
        size = 7.2
        room = self.text_width(words, size) + 6
        self.box(place[0] - 3, place[1] - 7, room, 9.5, self.palette.page)
        self.text(place, words, size=size, colour=self.palette.secondary)
