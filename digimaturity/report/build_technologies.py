"""The technologies one by one: which the firm has, and how many of its peers have them."""

from __future__ import annotations

from digimaturity.charts.data import Technologies, Technology
from digimaturity.domain.benchmark import Benchmark, Population
from digimaturity.domain.indices import IndexResult
from digimaturity.report.figure_notes import firms_asked, flag_mark, flag_words
from digimaturity.report.model.comparison import TechnologyPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import country_name, size_name
from digimaturity.report.wording import Wording

#: Figures of this kind are read second-hand: context only.
_SECOND_HAND = "C"


def technology_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> TechnologyPart:
    """The part of the chapter; without published shares it shows the firm's own technologies."""
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
    label += " *" if second_hand else flag_mark(rate.flag)
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
    flags = flag_words(w, {rate.flag for rate in benchmark.rates.values()})
    second_hand = any(
        benchmark.sources[rate.source].evidence == _SECOND_HAND for rate in benchmark.rates.values()
    )
    if second_hand:
        lines.append(t("* Read second-hand and rounded: take it as context."))
    if flags:
        lines.append(flags + ".")
    lines.append(firms_asked(w, None))
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
