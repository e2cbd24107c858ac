"""The technologies one by one: which the firm has, and how many of its peers have them."""

from __future__ import annotations

from collections.abc import Iterable

from digimaturity.charts.data import Technologies, Technology
from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.population import Population
from digimaturity.domain.provenance import Difference, Provenance
from digimaturity.report.figure_notes import firms_asked, flag_mark, flag_words
from digimaturity.report.model.comparison import Card, TechnologyPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import country_name, size_name
from digimaturity.report.provenance_words import card, difference_words
from digimaturity.report.wording import Wording

#: Follows a figure that is context only.
_CONTEXT = " *"


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
        t("100% of peers"),
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
        _cards(w, index, benchmark),
    )


def _cards(w: Wording, index: IndexResult, benchmark: Benchmark) -> tuple[Card, ...]:
    """One for each source, with the technologies that it has figures of."""
    names: dict[Provenance, list[str]] = {}
    for item in index.definition.items:
        if found := benchmark.rate_provenance.get(item.code):
            names.setdefault(found, []).append(w.text(item.name))
    return tuple(card(w.t, ", ".join(of), found) for found, of in names.items())


def _technology(w: Wording, index: IndexResult, code: str, benchmark: Benchmark) -> Technology:
    t = w.t
    names = {item.code: w.text(item.name) for item in index.definition.items}
    answer = {True: t("yes"), False: t("no"), None: t("not known")}[index.items[code]]
    rate = benchmark.rates.get(code)
    if rate is None:
        missing = t("no official figure by size") if benchmark.rates else ""
        return Technology(names[code], index.items[code], answer, None, missing)
    found = benchmark.rate_provenance[code]
    second_hand = found.difference is Difference.SECOND_HAND
    label = t.percent(rate.share, 1 if second_hand else 2) + flag_mark(rate.flag)
    label += _CONTEXT if found.context else ""
    return Technology(names[code], index.items[code], answer, rate.share, label)


def _technology_statement(w: Wording, shown: list[Technology], rows: list[Technology]) -> str:
    t = w.t
    if not shown:
        has = sum(row.has is True for row in rows)
        return t("In use: {n} of {all} technologies", n=has, all=len(rows))
    has = sum(row.has is True for row in shown)
    gap = next((row for row in shown if row.has is False), None)
    if gap is None:
        return t(
            "In use: {n} of the {all} technologies with a figure for peers", n=has, all=len(shown)
        )
    return t(
        "In use: {n} of the {all} technologies with a figure for peers; the most common of the "
        "others: {name}",
        all=len(shown),
        n=has,
        name=gap.name,
    )


def _technology_sources(w: Wording, benchmark: Benchmark) -> tuple[Labelled, ...]:
    if not benchmark.rates:
        return ()
    t, found = w.t, benchmark.rate_provenance.values()
    lines = [t("Official statistics."), *_rate_sources(w, found)]
    differences = sorted({one.difference for one in found if one.difference})
    if differences:
        reasons = "; ".join(difference_words(t, one) for one in differences)
        lines.append(t("* Context only: {reasons}.", reasons=reasons))
    if flags := flag_words(w, (flag for one in found for flag in one.flags)):
        lines.append(f"{flags}.")
    if all(one.n is None for one in found):
        lines.append(firms_asked(w, None))
    return (Labelled(t("Source"), " ".join(lines)),)


def _rate_sources(w: Wording, found: Iterable[Provenance]) -> list[str]:
    """One sentence for all data sets of one publisher, year, group and date."""
    t = w.t
    datasets: dict[tuple[str, int | None, str, str, int | None], dict[str, None]] = {}
    for one in found:
        group, day = _short_group(w, one.population), w.day(one.updated)
        mark = _CONTEXT if one.context else ""
        key = (one.publisher, one.year, group, day, one.n)
        datasets.setdefault(key, {})[one.dataset + mark] = None
    return [
        t(
            "{publisher}, survey of {year}, {group}: {datasets}; data update {day}.",
            publisher=publisher,
            year=year,
            group=group,
            datasets=w.listed(sorted(names)),
            day=day,
        )
        + ("" if n is None else f" {firms_asked(w, n)}")
        for (publisher, year, group, day, n), names in datasets.items()
    ]


def _short_group(w: Wording, population: Population) -> str:
    country = country_name(w.t.language, population.country)
    return f"{country}, {size_name(w.t, population.size_class)}"
