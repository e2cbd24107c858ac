"""Scores of peers of which only some quantiles are published, so that none can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from digimaturity.domain.consolidation import settled


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of a percentile by mid-rank (per cent)."""

    at_least: float
    at_most: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """One figure of `n` firms (at least), rounded to multiples of `step` points.

    `quantiles` map per cent to points: the smallest value that at least that share of the firms
    does not exceed (definition 1 of Hyndman and Fan, 1996). 25, 50 and 75 are always there.
    """

    n: int
    step: int
    quantiles: Mapping[int, int]

    def coarse(self, own: float) -> int:
        """A score as coarse as those of the peers: first whole points, then steps; halves up."""
        return floor(floor(settled(own) + 0.5) / self.step + 0.5) * self.step

    def around(self, own: float) -> Between:
        """Between what bounds the percentile of a score lies: it is above and below a quantile.

        Who is over the p-quantile has at least a share p of the peers below, who is under it has
        less than p at or below; on it, both are possible.
        """
        mine = self.coarse(own)
        below = (percent for percent, value in self.quantiles.items() if value < mine)
        above = (percent for percent, value in self.quantiles.items() if value > mine)
        return Between(float(max(below, default=0)), float(min(above, default=100)))
