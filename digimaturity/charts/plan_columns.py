"""Where the quarters of a plan are: the same for its bars and for the load of its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from digimaturity.charts.surface import Surface

#: Below so many points names have lines of their own, and the figures are left out.
_NARROW = 380.0

_NUMBER = 16.0
_FIGURE = 31.0
_NAMES = 0.38
_APART = 9.0
_BETWEEN = 3.0  # names of quarters, at least

HEAD = 17.0
SMALL = 7.2


@dataclass(frozen=True, slots=True)
class Columns:
    """Edges in points: names from `name` for `room`; the figures' right edges; the quarters."""

    name: float
    room: float
    figures: tuple[float, ...]
    left: float
    right: float
    quarters: int

    @property
    def narrow(self) -> bool:
        """Whether names have lines of their own."""
        return not self.figures

    @property
    def step(self) -> float:
        """The width of a quarter."""
        return (self.right - self.left) / self.quarters

    def at(self, quarter: float) -> float:
        """The left edge of a quarter, counted from 0."""
        return self.left + quarter * self.step


def columns_of(width: float, quarters: int) -> Columns:
    """The columns of a chart of that width."""
    if width < _NARROW:
        return Columns(_NUMBER, width - _NUMBER, (), 0.0, width, max(quarters, 1))
    names = _NAMES * width
    figures = (names + _FIGURE, names + 2 * _FIGURE)
    left = figures[-1] + _APART
    return Columns(_NUMBER, names - _NUMBER - 4, figures, left, width, max(quarters, 1))


def heads(sheet: Surface, columns: Columns, names: Sequence[str], base: float) -> None:
    """The names of the quarters, such as ``Q2 26``, each in the middle of its column.

    Where they have no room, the year stands only where it begins; else only years' beginnings do.
    """
    places: list[tuple[float, float]] = []
    shown: Sequence[str] = ()
    for shown in (names, _years_once(names), _beginnings(names)):
        places = [_head_place(sheet, columns, number, name) for number, name in enumerate(shown)]
        named = [place for place, name in zip(places, shown, strict=True) if name]
        if all(one[1] + _BETWEEN <= other[0] for one, other in pairwise(named)):
            break
    for (left, right), name in zip(places, shown, strict=True):
        if name and right <= columns.right:
            sheet.text((left, base), name, size=SMALL, colour=sheet.palette.secondary)


def _head_place(sheet: Surface, columns: Columns, quarter: int, name: str) -> tuple[float, float]:
    """From where to where a name reaches: within the chart, if it has room there at all."""
    wide = sheet.text_width(name, SMALL)
    middle = columns.at(quarter) + (columns.step - wide) / 2
    left = max(min(middle, columns.right - wide), columns.left)
    return left, left + wide


def _years_once(names: Sequence[str]) -> list[str]:
    """The names without the year where it is that of the quarter before."""
    before = ("", *names)
    return [
        name.rpartition(" ")[0] if _year(name) == _year(last) else name
        for last, name in zip(before, names, strict=False)
    ]


def _beginnings(names: Sequence[str]) -> list[str]:
    """The names of the first quarter of each year; nothing for the others."""
    before = ("", *names)
    return [
        "" if _year(name) == _year(last) else name
        for last, name in zip(before, names, strict=False)
    ]


def _year(name: str) -> str:
    return name.rpartition(" ")[2]


def grid(sheet: Surface, columns: Columns, top: float, foot: float) -> None:
    """A hairline on each side of every quarter."""
    for quarter in range(columns.quarters + 1):
        x = columns.at(quarter)
        sheet.line((x, top), (x, foot))
