"""Where a firm stands in a sample of peers: percentile, quartiles, number (model, section 3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from digimaturity.domain.consolidation import settled
from digimaturity.domain.distribution import Between, Distribution
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.population import Basis
from digimaturity.domain.provenance import Provenance
from digimaturity.domain.scoring import Scores

#: Under so many peers nothing is shown.
LEAST = 5


class Figure(StrEnum):
    """What is compared."""

    OVERALL = "overall"
    DIMENSION = "dimension"
    AREA = "area"
    INDEX = "index"


#: A figure and the id of its dimension, area or index; the overall score has the empty id.
Key = tuple[Figure, str]

OVERALL: Key = (Figure.OVERALL, "")


class NoPercentile(StrEnum):
    """Why there is no percentile.

    TOO_FEW: under five peers; then there are no quartiles either. NOT_RATED: the firm's own score
    is not rated, or its index is a range. CONTEXT: the peers were measured by another yardstick.
    """

    TOO_FEW = "too_few"
    NOT_RATED = "not_rated"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The values that a quarter, half and three quarters of the peers do not exceed."""

    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Standing:
    """One figure of the firm (`own`, None where not rated) among those of `n` peers.

    Of a published sample there is no percentile, but bounds of it: `between`.
    """

    own: float | None
    n: int
    quartiles: Quartiles | None = None
    percentile: float | None = None
    missing: NoPercentile | None = None
    between: Between | None = None


@dataclass(frozen=True, slots=True)
class Peers:
    """The figures of a peer group, each in rising order; the firm itself is not among them.

    With fewer than five firms in the widest group there are no `values`; `provenance.n` tells how
    many there are. Of a published sample there are `published` quantiles in place of values.
    """

    provenance: Provenance
    basis: Basis
    values: Mapping[Key, Sequence[float]] = field(default_factory=dict)
    published: Mapping[Key, Distribution] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PeerSample:
    """A peer group, and where the firm stands in it; `index` is None where the pack has none.

    `missing` is TOO_FEW where the whole group is too small. Each figure has its own number of
    peers, since not every peer is rated in every area: `provenance_of` tells it. `old` marks a
    group with assessments more than five years older than the firm's.
    """

    provenance: Provenance
    basis: Basis
    overall: Standing
    dimensions: Mapping[str, Standing]
    areas: Mapping[str, Standing]
    index: Standing | None = None
    missing: NoPercentile | None = None
    old: bool = False

    def provenance_of(self, standing: Standing) -> Provenance:
        """The provenance of one of its figures."""
        return replace(self.provenance, n=standing.n)


def percentile(own: float, peers: Sequence[float]) -> float:
    """100 · (number below + half of the ties) / n, by mid-rank; `peers` are in rising order.

    `own` is not one of them. ValueError where there are none.
    """
    if not peers:
        raise ValueError("no peers")
    below, not_above = bisect_left(peers, own), bisect_right(peers, own)
    return settled(100 * (below + not_above) / (2 * len(peers)))


def quartiles(peers: Sequence[float]) -> Quartiles:
    """Quartiles by the averaged inverse of the distribution; `peers` are in rising order.

    That is definition 2 of Hyndman and Fan (Sample Quantiles in Statistical Packages, The American
    Statistician 50, 1996): the smallest value that at least p · n peers do not exceed, and where
    exactly p · n do not, the middle between it and the next. Of the nine definitions it is the one
    that never contradicts the percentile by mid-rank: who is under the lower quartile has a
    percentile of at most 25, who is over it one of at least 25. Those that interpolate break
    this in small groups. ValueError where there are none.
    """
    if not peers:
        raise ValueError("no peers")
    return Quartiles(*(_quantile(peers, quarters) for quarters in (1, 2, 3)))


def standing(own: float | None, peers: Sequence[float], *, context: bool = False) -> Standing:
    """The place of `own` among `peers`, in rising order; under five of them nothing is told."""
    n = len(peers)
    if n < LEAST:
        return Standing(own, n, missing=NoPercentile.TOO_FEW)
    found = quartiles(peers)
    if context:
        return Standing(own, n, found, missing=NoPercentile.CONTEXT)
    if own is None:
        return Standing(own, n, found, missing=NoPercentile.NOT_RATED)
    return Standing(own, n, found, percentile(own, peers))


def published_standing(
    own: float | None, peers: Distribution, *, context: bool = False
) -> Standing:
    """The place of `own` among peers of whom only quantiles are published."""
    found = Quartiles(*(float(peers.quantiles[percent]) for percent in (25, 50, 75)))
    if context:
        return Standing(own, peers.n, found, missing=NoPercentile.CONTEXT)
    if own is None:
        return Standing(own, peers.n, found, missing=NoPercentile.NOT_RATED)
    return Standing(own, peers.n, found, between=peers.around(own))


def figures_of(scores: Scores, index: IndexResult | None) -> dict[Key, float]:
    """All that can be compared of one assessment: rated scores, and the index where it is known."""
    found = {(Figure.DIMENSION, key): score.shown for key, score in scores.dimensions.items()}
    found |= {(Figure.AREA, key): score.shown for key, score in scores.areas.items()}
    found[OVERALL] = scores.overall.shown
    if index is not None and index.low == index.high:
        found[Figure.INDEX, index.definition.id] = float(index.low)
    return {key: value for key, value in found.items() if value is not None}


def peer_sample(
    peers: Peers, scores: Scores, index: IndexResult | None, year: int | None = None
) -> PeerSample:
    """Where the firm with these scores stands among `peers`; `year` is that of its assessment."""
    own = figures_of(scores, index)

    def place(figure: Figure, key: str = "") -> Standing:
        mine, context = own.get((figure, key)), peers.provenance.context
        if published := peers.published.get((figure, key)):
            return published_standing(mine, published, context=context)
        return standing(mine, peers.values.get((figure, key), ()), context=context)

    n = peers.provenance.n or 0
    return PeerSample(
        peers.provenance,
        peers.basis,
        overall=place(Figure.OVERALL),
        dimensions={key: place(Figure.DIMENSION, key) for key in scores.dimensions},
        areas={key: place(Figure.AREA, key) for key in scores.areas},
        index=place(Figure.INDEX, index.definition.id) if index else None,
        missing=NoPercentile.TOO_FEW if n < LEAST else None,
        old=peers.provenance.old(year),
    )


def _quantile(peers: Sequence[float], quarters: int) -> float:
    place, rest = divmod(quarters * len(peers), 4)
    if rest:
        return peers[place]
    return settled((peers[place - 1] + peers[place]) / 2)
