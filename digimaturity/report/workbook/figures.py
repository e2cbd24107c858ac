"""The sheet of the benchmark: one row for each figure, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.benchmark import Benchmark, NoPeers
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.official import BandShares, BenchmarkData, provenance_of_shares
from digimaturity.report.band_words import band_title
from digimaturity.report.model.tables import Sheet
from digimaturity.report.standing import why_none
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.figure import Figure, figure_columns, figure_row
from digimaturity.report.workbook.peer_figures import peer_figures


def figures_sheet(w: Wording) -> Sheet:
    """Every figure that the firm is compared with, and every place among them."""
    t, benchmark = w.t, w.evaluation.benchmark
    about = t("Every figure the firm is compared with: year, group, number of firms, source.")
    rows = tuple(figure_row(w, one) for one in _figures(w, benchmark)) if benchmark else ()
    if not rows:
        about = _why_nothing(w, benchmark)
    return Sheet("Benchmark", t("Benchmark"), about, figure_columns(w), rows)


def _why_nothing(w: Wording, benchmark: Benchmark | None) -> str:
    if benchmark is None or benchmark.missing is NoPeers.NOT_ASKED:
        return w.t("This questionnaire has no benchmark.")
    return why_none(w, benchmark.missing)


def _figures(w: Wording, benchmark: Benchmark) -> Iterator[Figure]:
    index = w.evaluation.index
    if index is not None:
        for shares in (benchmark.shares, *reversed(benchmark.earlier), benchmark.context):
            if shares is not None:
                yield from _bands(w, benchmark, index, shares)
        yield from _position(w, benchmark, index)
        yield from _technologies(w, benchmark, index)
    for sample in benchmark.samples:
        if sample.missing is None:
            yield from peer_figures(w, sample)


def _index_name(w: Wording, index: IndexResult) -> str:
    t, definition = w.t, index.definition
    name = t("Digital Intensity Index")
    return t("{name}, version {version}", name=name, version=definition.version)


def _bands(
    w: Wording, benchmark: Benchmark, index: IndexResult, shares: BandShares
) -> Iterator[Figure]:
    """The share of firms in each band; `own` tells whether the firm can be in it."""
    t, bands = w.t, list(Band)
    found = provenance_of_shares(shares, index, BenchmarkData(sources=benchmark.sources))
    lowest, highest = (bands.index(one) for one in index.bands)
    for place, band in enumerate(bands):
        own = lowest <= place <= highest if shares is benchmark.shares else None
        yield Figure(
            t("Digital Intensity Index"),
            t("Band: {band}", band=band_title(w, band)),
            f"{shares.index}.{band.value}",
            t("share of firms"),
            own,
            shares.shares[band],
            t("% of firms"),
            found,
            shares.flags.get(band, ""),
        )


def _position(w: Wording, benchmark: Benchmark, index: IndexResult) -> Iterator[Figure]:
    """Between which shares of its peers the firm is ahead."""
    t, position, found = w.t, benchmark.position, benchmark.provenance
    if position is None or found is None:
        return
    told = (
        (t("ahead of at least"), index.low, position.at_least),
        (t("ahead of at most"), index.high, position.at_most),
    )
    for words, own, value in told:
        yield Figure(
            t("Digital Intensity Index"),
            _index_name(w, index),
            index.definition.id,
            words,
            own,
            value,
            t("% of firms"),
            found,
        )


def _technologies(w: Wording, benchmark: Benchmark, index: IndexResult) -> Iterator[Figure]:
    t = w.t
    for item in index.definition.items:
        rate = benchmark.rates.get(item.code)
        if rate is not None:
            yield Figure(
                t("Technology"),
                w.text(item.name),
                item.code,
                t("share of firms that use it"),
                index.items[item.code],
                rate.share,
                t("% of firms"),
                benchmark.rate_provenance[item.code],
                rate.flag,
            )
