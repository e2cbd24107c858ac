"""The sheet of the benchmark: one row for each figure, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digimaturity.domain.benchmark import Benchmark, NoPeers
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.official import BandShares, BenchmarkData, provenance_of_shares
from digimaturity.domain.population import ANYWHERE
from digimaturity.domain.provenance import Provenance
from digimaturity.domain.sample import PeerSample, Standing
from digimaturity.report.build_index import band_title
from digimaturity.report.figure_notes import flag_meanings
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.peers import country_name, section_name, size_name
from digimaturity.report.provenance_words import difference_words
from digimaturity.report.standing import why_none
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.sources import source_name


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure: what it tells (`statistic`), of what, its value and unit, and the firm's own."""

    kind: str
    name: str
    key: str
    statistic: str
    own: Cell
    value: Cell
    unit: str
    found: Provenance
    flag: str = ""
    n: int | None = None


def figures_sheet(w: Wording) -> Sheet:
    """Every figure that the firm is compared with, and every place among them."""
    t, benchmark = w.t, w.evaluation.benchmark
    columns = (
        Column(t("Kind"), 14),
        Column(t("Figure"), 28),
        Column(t("Id"), 13),
        Column(t("What it tells"), 18),
        Column(t("Own value"), 8, Form.WHOLE),
        Column(t("Value"), 8, Form.TWO),
        Column(t("Unit"), 13),
        Column(t("Year"), 7, Form.YEAR),
        Column(t("Earliest year"), 10, Form.YEAR),
        Column(t("Country"), 13),
        Column(t("Size"), 16),
        Column(t("Sector"), 15),
        Column(t("Number of firms"), 10, Form.WHOLE),
        Column(t("Source"), 14),
        Column(t("Data set"), 14),
        Column(t("Official statistics"), 11),
        Column(t("Same yardstick"), 11),
        Column(t("Why context only"), 22),
        Column(t("Over five years old"), 11),
        Column(t("Notes"), 14),
    )
    about = t("Every figure the firm is compared with: year, group, number of firms, source.")
    rows = tuple(_row(w, one) for one in _figures(w, benchmark)) if benchmark else ()
    if not rows:
        about = _why_nothing(w, benchmark)
    return Sheet("Benchmark", t("Benchmark"), about, columns, rows)


def _why_nothing(w: Wording, benchmark: Benchmark | None) -> str:
    if benchmark is None or benchmark.missing is NoPeers.NOT_ASKED:
        return w.t("This questionnaire has no benchmark.")
    return why_none(w, benchmark.missing)


def _row(w: Wording, one: _Figure) -> Row:
    t, found, whom = w.t, one.found, one.found.population
    language = t.language
    country = country_name(language, whom.country)
    flags = {one.flag} if one.flag else ()
    return (
        one.kind,
        one.name,
        one.key or None,
        one.statistic,
        one.own,
        one.value,
        one.unit,
        found.year,
        found.since,
        t("all countries") if whom.country == ANYWHERE else country,
        size_name(t, whom.size_class),
        section_name(t, whom.sector) if whom.sector else t("all sectors"),
        found.n if one.n is None else one.n,
        source_name(w, found),
        found.dataset or None,
        not found.self_rated,
        not found.context,
        difference_words(t, found.difference) if found.difference else None,
        found.old(w.context.day.year),
        ", ".join(flag_meanings(t, flags).values()) or None,
    )


def _figures(w: Wording, benchmark: Benchmark) -> Iterator[_Figure]:
    index = w.evaluation.index
    if index is not None:
        for shares in (benchmark.shares, *reversed(benchmark.earlier), benchmark.context):
            if shares is not None:
                yield from _bands(w, benchmark, index, shares)
        yield from _position(w, benchmark, index)
        yield from _technologies(w, benchmark, index)
    for sample in benchmark.samples:
        if sample.missing is None:
            yield from _sample(w, sample)


def _index_name(w: Wording, index: IndexResult) -> str:
    t, definition = w.t, index.definition
    name = t("Digital Intensity Index")
    return t("{name}, version {version}", name=name, version=definition.version)


def _bands(
    w: Wording, benchmark: Benchmark, index: IndexResult, shares: BandShares
) -> Iterator[_Figure]:
    """The share of firms in each band; `own` tells whether the firm can be in it."""
    t, bands = w.t, list(Band)
    found = provenance_of_shares(shares, index, BenchmarkData(sources=benchmark.sources))
    lowest, highest = (bands.index(one) for one in index.bands)
    for place, band in enumerate(bands):
        own = lowest <= place <= highest if shares is benchmark.shares else None
        yield _Figure(
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


def _position(w: Wording, benchmark: Benchmark, index: IndexResult) -> Iterator[_Figure]:
    """Between which shares of its peers the firm is ahead."""
    t, position, found = w.t, benchmark.position, benchmark.provenance
    if position is None or found is None:
        return
    told = (
        (t("ahead of at least"), index.low, position.at_least),
        (t("ahead of at most"), index.high, position.at_most),
    )
    for words, own, value in told:
        yield _Figure(
            t("Digital Intensity Index"),
            _index_name(w, index),
            index.definition.id,
            words,
            own,
            value,
            t("% of firms"),
            found,
        )


def _technologies(w: Wording, benchmark: Benchmark, index: IndexResult) -> Iterator[_Figure]:
    t = w.t
    for item in index.definition.items:
        rate = benchmark.rates.get(item.code)
        if rate is not None:
            yield _Figure(
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


def _sample(w: Wording, sample: PeerSample) -> Iterator[_Figure]:
    """Quartiles and place of every score among those of other firms."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    points = t("points, 0–100")
    yield from _standing(w, sample, (t("Overall score"), ""), sample.overall, points)
    for dimension in questionnaire.dimensions:
        name = (w.text(dimension.name), dimension.id)
        yield from _standing(w, sample, name, sample.dimensions[dimension.id], points)
        for area in dimension.areas:
            name = (w.text(area.name), area.id)
            yield from _standing(w, sample, name, sample.areas[area.id], points)
    index = w.evaluation.index
    if sample.index is not None and index is not None:
        name = (_index_name(w, index), index.definition.id)
        yield from _standing(w, sample, name, sample.index, t("technologies"))


def _standing(
    w: Wording, sample: PeerSample, name: tuple[str, str], found: Standing, unit: str
) -> Iterator[_Figure]:
    """None where fewer than five firms have this score."""
    t, quartiles, between = w.t, found.quartiles, found.between
    if quartiles is None:
        return
    percentile = t("percentile, 0–100")
    told = [
        (t("lower quartile"), quartiles.lower, unit),
        (t("median"), quartiles.median, unit),
        (t("upper quartile"), quartiles.upper, unit),
    ]
    if found.percentile is not None:
        told.append((t("percentile of the firm"), found.percentile, percentile))
    if between is not None:
        told.append((t("percentile of the firm, at least"), between.at_least, percentile))
        told.append((t("percentile of the firm, at most"), between.at_most, percentile))
    for words, value, measured in told:
        yield _Figure(
            t("Peers"),
            *name,
            words,
            found.own,
            value,
            measured,
            sample.provenance,
            n=found.n,
        )
