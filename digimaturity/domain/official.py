"""Published figures of firms, as benchmark packs hold them, and where each comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.population import Population
from digimaturity.domain.provenance import Difference, Origin, Provenance

#: Eurostat's flag for a figure whose definition differs from that of the others.
_DEFINITION_DIFFERS = "d"
#: Read in a third party's report.
_SECOND_HAND = "C"


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


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From this survey year on, a version of an index counts other items than in the years before.

    Figures from before and after must not be read as a trend.
    """

    index: str
    version: str
    year: int


_Figure = TypeVar("_Figure", BandShares, AdoptionRate)


@dataclass(frozen=True)
class BenchmarkData:
    """All figures of the installed benchmark packs, with their sources by id."""

    bands: tuple[BandShares, ...] = ()
    rates: tuple[AdoptionRate, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    breaks: tuple[SeriesBreak, ...] = ()

    @cached_property
    def bands_of(self) -> Mapping[Population, tuple[BandShares, ...]]:
        """The band shares of each population, oldest first: thousands are looked up, not read."""
        return _by_population(self.bands)

    @cached_property
    def rates_of(self) -> Mapping[Population, tuple[AdoptionRate, ...]]:
        """The adoption rates of each population, oldest first."""
        return _by_population(self.rates)

    def about(self, populations: Collection[Population]) -> BenchmarkData:
        """Only the figures of these populations, with their sources."""
        bands = tuple(one for one in self.bands if one.population in populations)
        rates = tuple(one for one in self.rates if one.population in populations)
        used = {one.source for one in bands} | {one.source for one in rates}
        sources = {key: self.sources[key] for key in sorted(used)}
        return BenchmarkData(bands, rates, sources, self.breaks)

    def broken(self, one: BandShares, other: BandShares) -> bool:
        """Whether the step from one survey year to the other is broken: no trend may be drawn."""
        first, last = sorted((one.year, other.year))
        return any(
            (step.index, step.version) == (one.index, one.version) and first < step.year <= last
            for step in self.breaks
        )


def difference_of(shares: BandShares, index: IndexResult, data: BenchmarkData) -> Difference | None:
    """Why the shares cannot be held against the firm's index.

    The publisher changes the list of items even within a version, so another survey year is
    another yardstick.
    """
    definition = index.definition
    if (shares.version, shares.year) != (definition.version, definition.year):
        return Difference.OTHER_INDEX
    if any(_DEFINITION_DIFFERS in flag for flag in shares.flags.values()):
        return Difference.OTHER_DEFINITION
    return _second_hand(data.sources[shares.source])


def _second_hand(source: Source) -> Difference | None:
    return Difference.SECOND_HAND if source.evidence == _SECOND_HAND else None


def provenance_of_shares(shares: BandShares, index: IndexResult, data: BenchmarkData) -> Provenance:
    """Where a distribution comes from, held against the firm's index."""
    flags = tuple(sorted({flag for flag in shares.flags.values() if flag}))
    difference = difference_of(shares, index, data)
    source = data.sources[shares.source]
    return _official(source, shares.population, shares.year, shares.n, flags, difference)


def provenance_of_rate(rate: AdoptionRate, data: BenchmarkData) -> Provenance:
    """Where an adoption rate comes from; an item has the same code as long as it is the same."""
    source, flags = data.sources[rate.source], (rate.flag,) if rate.flag else ()
    differs = Difference.OTHER_DEFINITION if _DEFINITION_DIFFERS in rate.flag else None
    return _official(
        source, rate.population, rate.year, rate.n, flags, differs or _second_hand(source)
    )


def _official(
    source: Source,
    population: Population,
    year: int,
    n: int | None,
    flags: tuple[str, ...],
    difference: Difference | None,
) -> Provenance:
    return Provenance(
        Origin.OFFICIAL,
        population,
        year,
        n=n,
        difference=difference,
        source=source.id,
        publisher=source.publisher,
        title=source.title,
        dataset=source.dataset,
        updated=source.updated,
        licence=source.licence,
        url=source.url,
        evidence=source.evidence,
        flags=flags,
    )


def _by_population(figures: Iterable[_Figure]) -> Mapping[Population, tuple[_Figure, ...]]:
    gathered: dict[Population, list[_Figure]] = {}
    for figure in sorted(figures, key=lambda one: one.year):
        gathered.setdefault(figure.population, []).append(figure)
    return {population: tuple(own) for population, own in gathered.items()}
