"""The index on the official distribution: the bands, and which of them the firm is in."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from digimaturity.charts.data import Distribution, Segment
from digimaturity.domain.benchmark import Benchmark, Position
from digimaturity.domain.consolidation import settled
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.official import BandShares
from digimaturity.domain.provenance import Provenance
from digimaturity.report.band_words import band_title
from digimaturity.report.carried_words import carried_words
from digimaturity.report.figure_notes import flag_mark, flag_words
from digimaturity.report.model.comparison import IndexPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import peer_group
from digimaturity.report.provenance_words import card, difference_words, provenance_line
from digimaturity.report.standing import ahead_of, share_words
from digimaturity.report.wording import Wording

#: Between two survey years that must not be read as a trend.
_BREAK = " | "


def index_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> IndexPart | None:
    """The part of the chapter; None where there is nothing to compare with."""
    shares, position, found = benchmark.shares, benchmark.position, benchmark.provenance
    if shares is None or position is None or found is None:
        return None
    t = w.t
    distribution = _distribution(w, index, shares, position)
    return IndexPart(
        t("Digital Intensity Index"),
        _statement(w, index, shares),
        " ".join(
            (
                t(
                    "Share of firms by band of the index. Only the four bands are published, so a "
                    "position is a range, never one number."
                ),
                *_years(w, shares, benchmark),
                carried_words(w, w.evaluation.questionnaire.facts),
            )
        ).strip(),
        distribution,
        t(
            "Bar of the shares of firms in each band: {bands}. {position}",
            bands="; ".join(f"{s.name} {s.label}" for s in distribution.segments),
            position=ahead_of(w, shares, position),
        ),
        (Labelled(t("Source"), _band_source(w, shares, found)),),
        card(t, t("Digital Intensity Index"), found, w.context.day.year),
    )


def _years(w: Wording, shares: BandShares, benchmark: Benchmark) -> list[str]:
    """What the survey years say one after the other, and where they form no trend."""
    t, told = w.t, ""
    if not benchmark.earlier:
        return []
    for one in (*benchmark.earlier, shares):
        parted = _BREAK if one.year in benchmark.breaks else ", "
        figure = f"{one.year} {t.percent(_upper(one), 1)}{flag_mark(_flags(one))}"
        told += (parted if told else "") + figure
    said = [t("Firms in the two upper bands: {years}.", years=told)]
    if benchmark.breaks:
        said.append(
            t(
                "A bar (|) marks a change in the technologies counted: the figures on either side "
                "do not form a trend."
            )
        )
    return said


def _upper(shares: BandShares) -> float:
    return settled(shares.shares[Band.HIGH] + shares.shares[Band.VERY_HIGH])


def _flags(shares: BandShares) -> str:
    found = {shares.flags.get(band, "") for band in (Band.HIGH, Band.VERY_HIGH)}
    return "".join(sorted({letter for flag in found for letter in flag}))


def context_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> IndexPart | None:
    """A distribution of a group more alike, by another yardstick: without the firm's place."""
    shares, found = benchmark.context, benchmark.context_provenance
    if shares is None or found is None or found.difference is None:
        return None
    t = w.t
    distribution = _without_place(w, index, shares)
    bands = "; ".join(f"{s.name} {s.label}" for s in distribution.segments)
    return IndexPart(
        t("Context"),
        t(
            "How the index of {year} was distributed among other firms ({group})",
            year=shares.year,
            group=peer_group(t, shares.population),
        ),
        t(
            "Not measured like the firm: {reason}. Therefore it has no place among them.",
            reason=difference_words(t, found.difference),
        ),
        distribution,
        t("Bar of the shares of firms in each band: {bands}.", bands=bands),
        (Labelled(t("Source"), _band_source(w, shares, found)),),
        card(t, t("Digital Intensity Index {year}", year=shares.year), found, w.context.day.year),
    )


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
    if position.anywhere:
        return _without_place(w, index, shares)
    t = w.t
    bands = list(Band)
    held = bands[bands.index(index.bands[0]) : bands.index(index.bands[1]) + 1]
    above = settled(100 - position.at_most)
    behind = t("{share} of firms are in lower bands", share=share_words(t, position.at_least))
    ahead = t("{share} are ahead", share=share_words(t, above))
    return Distribution(
        _segments(w, index, shares, held),
        position.at_least,
        position.at_most,
        behind if position.at_least > 0 else "",
        t("You stand within this band") if len(held) == 1 else t("You stand within these bands"),
        ahead if above >= 1 else "",
    )


def _without_place(w: Wording, index: IndexResult, shares: BandShares) -> Distribution:
    return Distribution(_segments(w, index, shares, ()), None, None, "", "", "")


def _segments(
    w: Wording, index: IndexResult, shares: BandShares, held: Sequence[Band]
) -> tuple[Segment, ...]:
    t = w.t
    edges = (0, *index.definition.bands, len(index.items) + 1)
    return tuple(
        Segment(
            band_title(w, band),
            t("{low} to {high}", low=edges[place], high=edges[place + 1] - 1),
            shares.shares[band],
            share_words(t, shares.shares[band]) + flag_mark(shares.flags.get(band, "")),
            band in held,
        )
        for place, band in enumerate(Band)
    )


def _band_source(w: Wording, shares: BandShares, found: Provenance) -> str:
    t = w.t
    parts = [
        provenance_line(t, found),
        t("Index version {version}; versions are never compared.", version=shares.version),
    ]
    if flags := flag_words(w, found.flags):
        parts.append(f"{flags}.")
    return " ".join(parts)
