"""The index on the official distribution: the bands, and which of them the firm is in."""

from __future__ import annotations

from math import fsum

from digimaturity.charts.data import Distribution, Segment
from digimaturity.domain.benchmark import BandShares, Benchmark, Population, Position
from digimaturity.domain.consolidation import settled
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.report.figure_notes import firms_asked, flag_mark, flag_words
from digimaturity.report.model.comparison import IndexPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import peer_group
from digimaturity.report.standing import ahead_of, share_words
from digimaturity.report.wording import Wording


def index_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> IndexPart | None:
    """The part of the chapter; None where there is nothing to compare with."""
    shares, position = benchmark.shares, benchmark.position
    if shares is None or position is None:
        return None
    t = w.t
    distribution = _distribution(w, index, shares, position)
    return IndexPart(
        t("Digital Intensity Index"),
        _statement(w, index, shares),
        t(
            "Share of firms by band of the index. Only the four bands are published, so a position "
            "is a range, never one number."
        ),
        distribution,
        t(
            "Bar of the shares of firms in each band: {bands}. {position}",
            bands="; ".join(f"{s.name} {s.label}" for s in distribution.segments),
            position=ahead_of(w, shares, position),
        ),
        (Labelled(t("Source"), _band_source(w, shares, benchmark)),),
    )


def _band_title(w: Wording, band: Band) -> str:
    t = w.t
    return {
        Band.VERY_LOW: t("Very low"),
        Band.LOW: t("Low"),
        Band.HIGH: t("High"),
        Band.VERY_HIGH: t("Very high"),
    }[band]


def _statement(w: Wording, index: IndexResult, shares: BandShares) -> str:
    t = w.t
    lowest, highest = index.bands
    if lowest is not highest:
        return t("The facts that are known allow more than one band")
    place = list(Band).index(lowest)
    below = settled(fsum(shares.shares[band] for band in list(Band)[:place]))
    above = settled(fsum(shares.shares[band] for band in list(Band)[place + 1 :]))
    own = shares.shares[lowest]
    return t(
        "{below} of the peers are in a lower band, {own} in the same, {above} in a higher one",
        below=share_words(t, below),
        own=share_words(t, own),
        above=share_words(t, above),
    )


def _distribution(
    w: Wording, index: IndexResult, shares: BandShares, position: Position
) -> Distribution:
    t = w.t
    edges = (0, *index.definition.bands, len(index.items) + 1)
    bands = list(Band)
    held = bands[bands.index(index.bands[0]) : bands.index(index.bands[1]) + 1]
    segments = tuple(
        Segment(
            _band_title(w, band),
            t("{low} to {high}", low=edges[place], high=edges[place + 1] - 1),
            shares.shares[band],
            t.percent(shares.shares[band], 2) + flag_mark(shares.flags.get(band, "")),
            band in held,
        )
        for place, band in enumerate(bands)
    )
    above = settled(100 - position.at_most)
    behind = t("{share} of firms are in lower bands", share=share_words(t, position.at_least))
    ahead = t("{share} are ahead", share=share_words(t, above))
    return Distribution(
        segments,
        position.at_least,
        position.at_most,
        behind if position.at_least > 0 else "",
        t("You stand within this band") if len(held) == 1 else t("You stand within these bands"),
        ahead if above >= 1 else "",
    )


def _band_source(w: Wording, shares: BandShares, benchmark: Benchmark) -> str:
    t = w.t
    source = benchmark.sources[shares.source]
    parts = [
        t(
            "{publisher}, {dataset}, index version {version}, survey year {year}; {group}.",
            publisher=source.publisher,
            dataset=source.dataset,
            version=shares.version,
            year=shares.year,
            group=_population(w, shares.population),
        ),
        t("Data update {day}.", day=w.day(source.updated)),
        firms_asked(w, shares.n),
        t("Different versions of the index are never compared."),
    ]
    if flags := flag_words(w, set(shares.flags.values())):
        parts.append(flags + ".")
    return " ".join(parts)


def _population(w: Wording, population: Population) -> str:
    group = peer_group(w.t, population)
    if population.sector is None:
        return w.t("{group}, all sectors surveyed, without finance", group=group)
    return group
