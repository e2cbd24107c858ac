"""Scores from bottom to top on faint bands, one for each maturity level that is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from digimaturity.charts.surface import Surface

_LEVEL, _WHOLE = 20, 100
#: Fewer bands would make much of little.
_LEAST = 3
#: So near to the edge (points of the score) a mark and its label want another band beyond.
_NEAR = 3
#: Points from a border to the base line of its figure.
_ON_LINE, _AT_FOOT, _AT_TOP = 2.5, -1.0, 5.0


@dataclass(frozen=True, slots=True)
class LevelBands:
    """Which scores stand where; `low` and `high` are borders of levels, the rest is in points."""

    low: int
    high: int
    top: float
    foot: float

    def y(self, score: float) -> float:
        """The height of a score."""
        return self.foot - (self.foot - self.top) * (score - self.low) / (self.high - self.low)

    @property
    def levels(self) -> range:
        """The levels that are shown, counted from 0."""
        return range(self.low // _LEVEL, self.high // _LEVEL)

    def draw(self, sheet: Surface, left: float, right: float) -> None:
        """Every other band is a little darker."""
        for level in self.levels:
            if level % 2 == 0:
                upper, lower = self.y(_LEVEL * (level + 1)), self.y(_LEVEL * level)
                sheet.box(left, upper, right - left, lower - upper, sheet.palette.rail)

    def figures(self, sheet: Surface, right: float, size: float) -> None:
        """The score at each border, ending at `right`; the outermost stand within the bands."""
        for score in range(self.low, self.high + 1, _LEVEL):
            below = {self.low: _AT_FOOT, self.high: _AT_TOP}.get(score, _ON_LINE)
            at = (right, self.y(score) + below)
            sheet.text(at, str(score), size=size, colour=sheet.palette.secondary, align="right")

    def middle(self, level: int) -> float:
        """The height in the middle of a level."""
        return self.y(_LEVEL * (level + 0.5))


def levels_for(scores: Iterable[float]) -> tuple[int, int]:
    """The lowest and the highest score to be shown, so that all have room between them."""
    found = list(scores) or [0.0, float(_WHOLE)]
    low = max(0, _LEVEL * floor((min(found) - _NEAR) / _LEVEL))
    high = min(_WHOLE, _LEVEL * ceil((max(found) + _NEAR) / _LEVEL))
    while high - low < _LEAST * _LEVEL:
        if high < _WHOLE:
            high += _LEVEL
        if high - low < _LEAST * _LEVEL and low > 0:
            low -= _LEVEL
    return low, high
