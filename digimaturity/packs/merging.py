"""The same figure from several publications: which of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digimaturity.domain.official import (
    AdoptionRate,
    BandShares,
    BenchmarkData,
    SeriesBreak,
    Source,
)
from digimaturity.domain.population import Population

Figure = BandShares | AdoptionRate
#: What a figure is about: two with the same key cannot both hold.
Key = tuple[str, str, int, Population]

#: Second-hand figures are context: any official one takes their place.
SECOND_HAND = "C"


def key_of(figure: Figure) -> Key:
    """What the figure is about: index and version or technology, year, population."""
    if isinstance(figure, BandShares):
        return figure.index, figure.version, figure.year, figure.population
    return "", figure.code, figure.year, figure.population


def rank_of(source: Source) -> tuple[bool, str]:
    """The higher counts: official before second-hand, then by the date of its update.

    An update that is no date counts as the oldest.
    """
    day = re.match(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", source.updated)
    return source.evidence != SECOND_HAND, day[0] if day else ""


def figures_of(data: BenchmarkData) -> tuple[Figure, ...]:
    """Every figure, of both kinds."""
    return (*data.bands, *data.rates)


def merged(packs: Iterable[BenchmarkData]) -> BenchmarkData:
    """All figures, each once: of the highest rank, and between equals that of the later pack."""
    sources: dict[str, Source] = {}
    chosen: dict[Key, Figure] = {}
    breaks: dict[SeriesBreak, None] = {}
    for pack in packs:
        breaks |= dict.fromkeys(pack.breaks)
        sources |= pack.sources
        ranks = {name: rank_of(source) for name, source in sources.items()}
        for figure in figures_of(pack):
            key = key_of(figure)
            before = chosen.get(key)
            if before is None or ranks[figure.source] >= ranks[before.source]:
                chosen[key] = figure
    figures = chosen.values()
    return BenchmarkData(
        tuple(figure for figure in figures if isinstance(figure, BandShares)),
        tuple(figure for figure in figures if isinstance(figure, AdoptionRate)),
        sources,
        tuple(breaks),
    )
