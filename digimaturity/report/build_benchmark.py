"""The benchmark: where the firm stands among published figures, or why it cannot be compared."""

from __future__ import annotations

from math import ceil, floor

from digimaturity.charts.data import Distribution, Segment, Technologies, Technology
from digimaturity.domain.benchmark import BandShares, Benchmark, NoPeers, Population, Position
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.report.model.comparison import BenchmarkChapter, IndexPart, TechnologyPart
from digimaturity.report.model.parts import Chapter, KeyFigure, Labelled
from digimaturity.report.peers import country_name, peer_group, size_name
from digimaturity.report.wording import Wording

#: Figures of this kind are read second-hand: context only.
_SECOND_HAND = "C"
_ALL = 100.0
_EQUIPPED = 75.0
_LAGGING = 40.0


def benchmark_chapter(w: Wording) -> BenchmarkChapter | None:
    """The chapter; None without an index, or as long as no fact is answered."""
    evaluation, t = w.evaluation, w.t
    if evaluation.benchmark is None or evaluation.index is None:
        return None
    index, benchmark = evaluation.index, evaluation.benchmark
    chapter = Chapter("benchmark", t("Benchmark"), _headline(w, index, benchmark))
    not_compared = Labelled(
        t("Not compared"),
        t(
            "Culture and leadership have no official benchmark, and none is invented here. The "
            "index is no part of the readiness score."
        ),
    )
    return BenchmarkChapter(
        chapter,
        _figures(w, index, benchmark),
        _intro(w, index, benchmark),
        _index_part(w, index, benchmark),
        _technology_part(w, index, benchmark),
        not_compared,
    )


def compared(w: Wording) -> Labelled | None:
    """The benchmark in one sentence, for the summary; None for a questionnaire without one."""
    benchmark, t = w.evaluation.benchmark, w.t
    if benchmark is None:
        return None
    index = w.evaluation.index
    if benchmark.missing or benchmark.shares is None or benchmark.position is None or index is None:
        return Labelled(t("Compared"), _missing(w, benchmark.missing))
    uses = t(
        "{count} of {all} digital technologies are in use.",
        count=_count(w, index),
        all=len(index.items),
    )
    source = benchmark.sources.get(benchmark.shares.source)
    publisher = source.publisher if source else ""
    where = t("Source: {source}, survey of {year}.", source=publisher, year=benchmark.shares.year)
    return Labelled(
        t("Compared"), f"{uses} {_ahead(w, benchmark.shares, benchmark.position)} {where}"
    )


def _count(w: Wording, index: IndexResult) -> str:
    if index.low == index.high:
        return str(index.low)
    return w.t("{low} to {high}", low=index.low, high=index.high)


def _ahead(w: Wording, shares: BandShares, position: Position) -> str:
    t = w.t
    group = peer_group(t, shares.population)
    low = t.percent(floor(position.at_least))
    high = t.percent(min(100, ceil(position.at_most)))
    if position.at_least <= 0:
        return t(
            "The firm is ahead of at most {high} of its peers ({group}).", high=high, group=group
        )
    if position.at_most >= _ALL:
        return t(
            "The firm is ahead of at least {low} of its peers ({group}).", low=low, group=group
        )
    return t(
        "The firm is ahead of at least {low} and at most {high} of its peers ({group}).",
        low=low,
        high=high,
        group=group,
    )


def _missing(w: Wording, reason: NoPeers | None) -> str:
    t = w.t
    return {
        NoPeers.NO_INDEX: t(
            "There is no comparison yet: answer the questions on technology facts, and this page "
            "shows where the firm stands."
        ),
        NoPeers.TOO_SMALL: t(
            "There is no comparison: the official survey asks firms with 10 employees or more."
        ),
        NoPeers.SECTOR_NOT_SURVEYED: t(
            "There is no comparison: the official survey does not cover the firm’s sector."
        ),
    }.get(
        reason or NoPeers.NO_FIGURES,
        t("There is no comparison: no published figures fit the firm."),
    )


def _headline(w: Wording, index: IndexResult, benchmark: Benchmark) -> str:
    t = w.t
    if benchmark.position is None:
        return t(
            "{count} of {all} digital technologies in use",
            count=_count(w, index),
            all=len(index.items),
        )
    middle = (benchmark.position.at_least + benchmark.position.at_most) / 2
    if middle >= _EQUIPPED:
        return t("Better equipped than most of its peers")
    if middle < _LAGGING:
        return t("Less equipped than many of its peers")
    return t("Equipped much like its peers")


def _figures(w: Wording, index: IndexResult, benchmark: Benchmark) -> tuple[KeyFigure, ...]:
    t = w.t
    lowest, highest = index.bands
    bands = band_name(w, lowest)
    if lowest is not highest:
        bands = t("{low} to {high}", low=bands, high=band_name(w, highest))
    count = str(index.low) if index.low == index.high else f"{index.low}–{index.high}"
    figures = [
        KeyFigure(
            t("Digital Intensity Index"),
            count,
            t("of {all}, {band}", all=len(index.items), band=bands),
        )
    ]
    if benchmark.position is not None:
        figures.append(
            KeyFigure(
                t("Ahead of at least"),
                w.t.number(floor(benchmark.position.at_least)),
                t("at most {high} of peers", high=t.percent(ceil(benchmark.position.at_most))),
                "%",
            )
        )
    return tuple(figures)


def band_name(w: Wording, band: Band) -> str:
    """A band of the index, within a sentence."""
    t = w.t
    return {
        Band.VERY_LOW: t("very low"),
        Band.LOW: t("low"),
        Band.HIGH: t("high"),
        Band.VERY_HIGH: t("very high"),
    }[band]


def _band_title(w: Wording, band: Band) -> str:
    t = w.t
    return {
        Band.VERY_LOW: t("Very low"),
        Band.LOW: t("Low"),
        Band.HIGH: t("High"),
        Band.VERY_HIGH: t("Very high"),
    }[band]


def _intro(w: Wording, index: IndexResult, benchmark: Benchmark) -> str:
    t = w.t
    sentences = []
    if benchmark.shares is None or benchmark.position is None:
        sentences.append(_missing(w, benchmark.missing))
    else:
        sentences.append(_ahead(w, benchmark.shares, benchmark.position))
        if benchmark.fallback:
            sentences.append(
                t(
                    "There are no published figures for exactly this country, sector and size; "
                    "this is the most specific group that has them."
                )
            )
        if benchmark.old:
            sentences.append(t("The figures are more than five years old."))
    if index.low != index.high:
        unknown = index.high - index.low
        sentences.append(
            t.plural(
                "One technology is not known, so the index is a range.",
                "{n} technologies are not known, so the index is a range.",
                unknown,
            )
        )
    sentences.append(_basic(w, index))
    return " ".join(sentences)


def _basic(w: Wording, index: IndexResult) -> str:
    t, least = w.t, index.definition.basic_from
    if index.basic is None:
        return t("Whether it has the basic level of {n} technologies is not known.", n=least)
    if index.basic:
        return t("It has reached the basic level, which begins at {n} technologies.", n=least)
    return t("It has not reached the basic level, which begins at {n} technologies.", n=least)


def _index_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> IndexPart | None:
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
            position=_ahead(w, shares, position),
        ),
        (Labelled(t("Source"), _band_source(w, shares, benchmark)),),
    )


def _statement(w: Wording, index: IndexResult, shares: BandShares) -> str:
    t = w.t
    lowest, highest = index.bands
    if lowest is not highest:
        return t("The facts that are known allow more than one band")
    below = sum(shares.shares[band] for band in list(Band)[: list(Band).index(lowest)])
    own = shares.shares[lowest]
    return t(
        "{below} of the peers are in a lower band, {own} in the same, {above} in a higher one",
        below=t.percent(below),
        own=t.percent(own),
        above=t.percent(max(0.0, 100 - round(below) - round(own))),
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
            t.percent(shares.shares[band], 2) + _flag_mark(shares.flags.get(band, "")),
            band in held,
        )
        for place, band in enumerate(bands)
    )
    above = 100 - position.at_most
    behind = t("{share} of firms are in lower bands", share=t.percent(floor(position.at_least)))
    ahead = t("{share} are ahead", share=t.percent(floor(above)))
    return Distribution(
        segments,
        position.at_least,
        position.at_most,
        behind if position.at_least > 0 else "",
        t("You stand within this band") if len(held) == 1 else t("You stand within these bands"),
        ahead if above >= 1 else "",
    )


def _flag_mark(flag: str) -> str:
    return f" {flag}" if flag else ""


def _flag_words(w: Wording, flags: set[str]) -> str:
    t = w.t
    words = {
        "b": t("b: break in the series"),
        "u": t("u: low reliability"),
        "d": t("d: definition differs"),
        "e": t("e: estimated"),
    }
    return ", ".join(words.get(flag, flag) for flag in sorted(flags) if flag)


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
        _number(w, shares.n),
        t("Different versions of the index are never compared."),
    ]
    if flags := _flag_words(w, set(shares.flags.values())):
        parts.append(flags + ".")
    return " ".join(parts)


def _population(w: Wording, population: Population) -> str:
    group = peer_group(w.t, population)
    if population.sector is None:
        return w.t("{group}, all sectors surveyed, without finance", group=group)
    return group


def _number(w: Wording, n: int | None) -> str:
    if n is None:
        return w.t("Number of firms not published.")
    return w.t("{n} firms.", n=w.t.number(n))


def _technology_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> TechnologyPart:
    t = w.t
    rows = [_technology(w, index, item.code, benchmark) for item in index.definition.items]
    shown = sorted((row for row in rows if row.share is not None), key=lambda r: -(r.share or 0))
    rest = [row for row in rows if row.share is None]
    technologies = Technologies(
        (*shown, *rest),
        t("Technology"),
        t("You"),
        t("100 % of peers"),
        t("filled: you have it"),
        t("open: you do not"),
    )
    spoken = "; ".join(
        f"{row.name}: {row.answer}" + (f", {row.label}" if row.label else "")
        for row in technologies.rows
    )
    return TechnologyPart(
        t("Technologies"),
        _technology_statement(w, shown, rows),
        technologies,
        t("Each technology: whether the firm has it, and the share of peers. {rows}.", rows=spoken),
        _technology_sources(w, benchmark),
    )


def _technology(w: Wording, index: IndexResult, code: str, benchmark: Benchmark) -> Technology:
    t = w.t
    names = {item.code: w.text(item.name) for item in index.definition.items}
    answer = {True: t("yes"), False: t("no"), None: t("not known")}[index.items[code]]
    rate = benchmark.rates.get(code)
    if rate is None:
        missing = t("no official figure by size") if benchmark.rates else ""
        return Technology(names[code], index.items[code], answer, None, missing)
    second_hand = benchmark.sources[rate.source].evidence == _SECOND_HAND
    label = t.percent(rate.share, 1 if second_hand else 2)
    label += " *" if second_hand else _flag_mark(rate.flag)
    return Technology(names[code], index.items[code], answer, rate.share, label)


def _technology_statement(w: Wording, shown: list[Technology], rows: list[Technology]) -> str:
    t = w.t
    if not shown:
        has = sum(row.has is True for row in rows)
        return t("{n} of {all} technologies are in use", n=has, all=len(rows))
    has = sum(row.has is True for row in shown)
    gap = next((row for row in shown if row.has is False), None)
    if gap is None:
        return t(
            "Of {all} technologies with a figure for peers, {n} are in use", n=has, all=len(shown)
        )
    return t(
        "Of {all} technologies with a figure for peers, {n} are in use; the most common of the "
        "others: {name}",
        all=len(shown),
        n=has,
        name=gap.name,
    )


def _technology_sources(w: Wording, benchmark: Benchmark) -> tuple[Labelled, ...]:
    if not benchmark.rates:
        return ()
    t = w.t
    lines = _rate_sources(w, benchmark)
    flags = _flag_words(w, {rate.flag for rate in benchmark.rates.values()})
    second_hand = any(
        benchmark.sources[rate.source].evidence == _SECOND_HAND for rate in benchmark.rates.values()
    )
    if second_hand:
        lines.append(t("* Read second-hand and rounded: take it as context."))
    if flags:
        lines.append(flags + ".")
    lines.append(t("Number of firms not published."))
    return (Labelled(t("Source"), " ".join(lines)),)


def _rate_sources(w: Wording, benchmark: Benchmark) -> list[str]:
    """One sentence for all data sets of one publisher, year, group and date."""
    t = w.t
    datasets: dict[tuple[str, int, str, str], dict[str, None]] = {}
    for rate in benchmark.rates.values():
        source = benchmark.sources[rate.source]
        group = _short_group(w, rate.population)
        key = (source.publisher, rate.year, group, w.day(source.updated))
        mark = " *" if source.evidence == _SECOND_HAND else ""
        datasets.setdefault(key, {})[source.dataset + mark] = None
    return [
        t(
            "{publisher}, survey of {year}, {group}: {datasets}; data update {day}.",
            publisher=publisher,
            year=year,
            group=group,
            datasets=w.listed(sorted(names)),
            day=day,
        )
        for (publisher, year, group, day), names in datasets.items()
    ]


def _short_group(w: Wording, population: Population) -> str:
    country = country_name(w.t.language, population.country)
    return f"{country}, {size_name(w.t, population.size_class)}"
