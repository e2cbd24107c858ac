"""Where the firm stands against published figures of firms alike (model, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import fsum
from typing import TypeVar

from digimaturity.domain.company import SURVEYED_SECTIONS, Company, SizeClass
from digimaturity.domain.consolidation import settled
from digimaturity.domain.indices import Band, IndexResult

#: Figures older than this many years are marked as old.
OLD_AFTER = 5

#: Eurostat's codes: the whole Union; all firms with 10 to 249 employees; all with 10 or more.
EU = "EU27_2020"
ALL_SMALL_AND_MEDIUM = "10-249"
ALL_SURVEYED = "GE10"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was published; printed beside every figure that is shown.

    `evidence` is A (official extract), B (publisher's page) or C (second-hand, context only).
    """

    id: str
    publisher: str
    title: str
    dataset: str
    updated: str
    licence: str
    url: str = ""
    evidence: str = "A"


@dataclass(frozen=True, slots=True)
class Population:
    """Which firms a figure is about. `sector` None: all surveyed sectors together."""

    country: str
    size_class: str
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class BandShares:
    """Share of firms (per cent) in each band of an index version in one survey year."""

    index: str
    version: str
    year: int
    population: Population
    shares: Mapping[Band, float]
    source: str
    flags: Mapping[Band, str] = field(default_factory=dict)
    n: int | None = None


@dataclass(frozen=True, slots=True)
class AdoptionRate:
    """Share of firms (per cent) for which one index item is a yes."""

    code: str
    year: int
    population: Population
    share: float
    source: str
    flag: str = ""
    n: int | None = None


_Figure = TypeVar("_Figure", BandShares, AdoptionRate)


@dataclass(frozen=True)
class BenchmarkData:
    """All figures of the installed benchmark packs, with their sources by id."""

    bands: tuple[BandShares, ...] = ()
    rates: tuple[AdoptionRate, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @cached_property
    def bands_of(self) -> Mapping[Population, tuple[BandShares, ...]]:
        """The band shares of each population, oldest first: thousands are looked up, not read."""
        return _by_population(self.bands)

    @cached_property
    def rates_of(self) -> Mapping[Population, tuple[AdoptionRate, ...]]:
        """The adoption rates of each population, oldest first."""
        return _by_population(self.rates)


_SMALL_AND_MEDIUM = (SizeClass.SMALL, SizeClass.MEDIUM)


class NoPeers(StrEnum):
    """Why there is no comparison."""

    NO_INDEX = "no_index"
    TOO_SMALL = "too_small"
    SECTOR_NOT_SURVEYED = "sector_not_surveyed"
    NO_FIGURES = "no_figures"


@dataclass(frozen=True, slots=True)
class Position:
    """The share of peers (per cent) that the firm is surely ahead of, and at most ahead of."""

    at_least: float
    at_most: float


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The comparison with official figures, or the reason why there is none.

    `fallback` tells that the peer group is wider than the firm's own country, sector and size.
    `rates` holds the peers' adoption rate for each item code that has one, each with its own
    population. `old` marks figures more than five years old at the assessment's date.
    """

    missing: NoPeers | None = None
    shares: BandShares | None = None
    position: Position | None = None
    rates: Mapping[str, AdoptionRate] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    fallback: bool = False
    old: bool = False


def compare(
    company: Company, index: IndexResult | None, data: BenchmarkData, year: int | None = None
) -> Benchmark:
    """Compare the firm's index with the most specific peer group that has figures.

    `year` is that of the assessment; it decides which figures count as old.
    """
    if index is None:
        return Benchmark(NoPeers.NO_INDEX)
    missing = _not_comparable(company)
    if missing:
        return Benchmark(missing)
    groups = peer_groups(company)
    shares = _newest_shares(groups, index, data)
    if shares is None:
        return Benchmark(NoPeers.NO_FIGURES)
    rates = _rates(groups, index, data)
    used = {shares.source, *(rate.source for rate in rates.values())}
    return Benchmark(
        shares=shares,
        position=position(index, shares),
        rates=rates,
        sources={key: data.sources[key] for key in sorted(used)},
        fallback=shares.population != groups[0],
        old=year is not None and year - shares.year > OLD_AFTER,
    )


def peer_groups(company: Company) -> tuple[Population, ...]:
    """From most to least specific: the order in which figures are looked for.

    Country, sector and size; country and size; country and sector; country; EU and size; EU.
    "All sizes" means 10-249 for a firm of that size, otherwise every firm surveyed.
    """
    known = company.size_class
    every = ALL_SMALL_AND_MEDIUM if known in _SMALL_AND_MEDIUM else ALL_SURVEYED
    size = str(known or every)
    country = company.country or EU
    sector = company.section
    ordered = [
        Population(country, size, sector),
        Population(country, size),
        Population(country, every, sector),
        Population(country, every),
        Population(EU, size),
        Population(EU, every),
    ]
    return tuple(dict.fromkeys(ordered))


def position(index: IndexResult, shares: BandShares) -> Position:
    """The interval of peers that the firm is ahead of; wider where facts are not known."""
    lowest, highest = index.bands
    bands = list(Band)
    at_least = fsum(shares.shares[band] for band in bands[: bands.index(lowest)])
    at_most = fsum(shares.shares[band] for band in bands[: bands.index(highest) + 1])
    return Position(settled(at_least), min(100.0, settled(at_most)))


def _not_comparable(company: Company) -> NoPeers | None:
    if company.size_class is SizeClass.MICRO:
        return NoPeers.TOO_SMALL
    if company.section is not None and company.section not in SURVEYED_SECTIONS:
        return NoPeers.SECTOR_NOT_SURVEYED
    return None


def _newest_shares(
    groups: Iterable[Population], index: IndexResult, data: BenchmarkData
) -> BandShares | None:
    """The newest shares of the first group that has any, of the very version of the index."""
    definition = index.definition
    for group in groups:
        fitting = [
            shares
            for shares in data.bands_of.get(group, ())
            if (shares.index, shares.version) == (definition.id, definition.version)
            and shares.year <= definition.year
        ]
        if fitting:
            return fitting[-1]
    return None


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


def _by_population(figures: Iterable[_Figure]) -> Mapping[Population, tuple[_Figure, ...]]:
    gathered: dict[Population, list[_Figure]] = {}
    for figure in sorted(figures, key=lambda one: one.year):
        gathered.setdefault(figure.population, []).append(figure)
    return {population: tuple(own) for population, own in gathered.items()}
