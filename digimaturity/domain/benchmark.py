"""Where the firm stands against published figures of firms alike (model, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import fsum

from digimaturity.domain.company import SURVEYED_SECTIONS, Company, SizeClass
from digimaturity.domain.consolidation import settled
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.official import (
    AdoptionRate,
    BandShares,
    BenchmarkData,
    Source,
    difference_of,
    provenance_of_rate,
    provenance_of_shares,
)
from digimaturity.domain.population import (
    Basis,
    PeerChoice,
    Population,
    basis_of,
    peer_groups,
)
from digimaturity.domain.provenance import OLD_AFTER, Provenance
from digimaturity.domain.sample import PeerSample

_ALL = 100.0


class NoPeers(StrEnum):
    """Why there is no comparison with official figures.

    NO_INDEX: no fact is answered yet. NOT_ASKED: the questionnaire has no index.
    """

    NOT_ASKED = "not_asked"
    NO_INDEX = "no_index"
    TOO_SMALL = "too_small"
    SECTOR_NOT_SURVEYED = "sector_not_surveyed"
    NO_FIGURES = "no_figures"


@dataclass(frozen=True, slots=True)
class Position:
    """The share of peers (per cent) that the firm is surely ahead of, and at most ahead of."""

    at_least: float
    at_most: float

    @property
    def anywhere(self) -> bool:
        """Whether so little is known that it may be any place."""
        return self.at_least <= 0 and self.at_most >= _ALL


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The comparison with official figures, or the reason why there is none; and with samples.

    `basis` tells why it is this peer group, `choice` what the user asked for (None: the most
    specific group). `rates` holds the peers' adoption rate for each item code that has one, each
    with its own population. `old` marks figures more than five years old at the assessment's date.
    `context` is a distribution of a more specific group by another yardstick, and has no position.
    `earlier` are distributions of the same group and version in earlier survey years, oldest
    first; from each of the years in `breaks` on other items were counted than in the survey before,
    so that no trend leads over that step. `samples` are drawn from the mentor's own clients, those
    by the same yardstick first.
    """

    missing: NoPeers | None = None
    shares: BandShares | None = None
    position: Position | None = None
    rates: Mapping[str, AdoptionRate] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    basis: Basis = Basis.OWN
    old: bool = False
    choice: PeerChoice | None = None
    provenance: Provenance | None = None
    rate_provenance: Mapping[str, Provenance] = field(default_factory=dict)
    context: BandShares | None = None
    context_provenance: Provenance | None = None
    earlier: tuple[BandShares, ...] = ()
    breaks: tuple[int, ...] = ()
    samples: tuple[PeerSample, ...] = ()

    @property
    def fallback(self) -> bool:
        """Whether the peer group is wider than the one that was meant."""
        return self.basis is Basis.FALLBACK


def compare(
    company: Company,
    index: IndexResult | None,
    data: BenchmarkData,
    year: int | None = None,
    choice: PeerChoice | None = None,
) -> Benchmark:
    """Compare the firm's index with the most specific peer group that has figures.

    `year` is that of the assessment; it decides which figures count as old. A `choice` of the user
    goes before the firm's own group.
    """
    if index is None:
        return Benchmark(NoPeers.NO_INDEX, choice=choice)
    missing = _not_comparable(company)
    if missing:
        return Benchmark(missing, choice=choice)
    groups = peer_groups(company, choice)
    shares, context = _shares(groups, index, data)
    rates = _rates(groups, index, data) if shares else {}
    earlier = _earlier(shares, data) if shares else ()
    used = {figure.source for figure in (shares, context, *earlier, *rates.values()) if figure}
    whose = shares or context
    return Benchmark(
        None if shares else NoPeers.NO_FIGURES,
        shares=shares,
        position=position(index, shares) if shares else None,
        rates=rates,
        sources={key: data.sources[key] for key in sorted(used)},
        basis=basis_of(whose.population, groups, choice) if whose else Basis.OWN,
        old=shares is not None and year is not None and year - shares.year > OLD_AFTER,
        choice=choice,
        provenance=provenance_of_shares(shares, index, data) if shares else None,
        rate_provenance={code: provenance_of_rate(rate, data) for code, rate in rates.items()},
        context=context,
        context_provenance=provenance_of_shares(context, index, data) if context else None,
        earlier=earlier,
        breaks=_breaks((*earlier, shares), data) if shares else (),
    )


def position(index: IndexResult, shares: BandShares) -> Position:
    """The interval of peers that the firm is ahead of; wider where facts are not known."""
    lowest, highest = index.bands
    bands = list(Band)
    at_least = fsum(shares.shares[band] for band in bands[: bands.index(lowest)])
    at_most = fsum(shares.shares[band] for band in bands[: bands.index(highest) + 1])
    return Position(settled(at_least), min(_ALL, settled(at_most)))


def _not_comparable(company: Company) -> NoPeers | None:
    if company.size_class is SizeClass.MICRO:
        return NoPeers.TOO_SMALL
    if company.section is not None and company.section not in SURVEYED_SECTIONS:
        return NoPeers.SECTOR_NOT_SURVEYED
    return None


def _shares(
    groups: Iterable[Population], index: IndexResult, data: BenchmarkData
) -> tuple[BandShares | None, BandShares | None]:
    """The shares of the first group that has any by the firm's own yardstick, and context.

    Context is the newest distribution of a more specific group that has some by another.
    """
    context: BandShares | None = None
    for group in groups:
        found = [
            shares
            for shares in reversed(data.bands_of.get(group, ()))
            if shares.index == index.definition.id
        ]
        for shares in found:
            if difference_of(shares, index, data) is None:
                return shares, context
        context = context or next(iter(found), None)
    return None, context


def _earlier(shares: BandShares, data: BenchmarkData) -> tuple[BandShares, ...]:
    """Earlier distributions of the same group; other versions are never held beside them."""
    return tuple(
        one
        for one in data.bands_of.get(shares.population, ())
        if (one.index, one.version) == (shares.index, shares.version) and one.year < shares.year
    )


def _breaks(series: Iterable[BandShares], data: BenchmarkData) -> tuple[int, ...]:
    """The years at which the series is broken."""
    return tuple(later.year for one, later in pairwise(series) if data.broken(one, later))


def _rates(
    groups: Iterable[Population], index: IndexResult, data: BenchmarkData
) -> dict[str, AdoptionRate]:
    """For each item the newest rate of the first group that has any."""
    found: dict[str, AdoptionRate] = {}
    for group in groups:
        newest = {
            rate.code: rate
            for rate in data.rates_of.get(group, ())
            if rate.code in index.items and rate.year <= index.definition.year
        }
        found = {**newest, **found}
    return {code: found[code] for code in index.items if code in found}
