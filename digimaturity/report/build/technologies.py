"""The technologies one by one: which the firm has, and how many of its peers have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digimaturity.charts.data import Technologies, Technology
from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.population import Population
from digimaturity.domain.provenance import Provenance
from digimaturity.report.figure_notes import firms_asked, flag_mark, flag_words
from digimaturity.report.model.comparison import Card, TechnologyPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import country_name, size_name
from digimaturity.report.provenance_words import age_words, card, difference_words
from digimaturity.report.wording import Wording

#: Follows a figure that is context only.
_CONTEXT = " *"

#: Digits of a share as it was published, by the kind of evidence: an official extract has two.
_DIGITS = {"A": 2, "C": 1}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

#: Which firms were asked, when, by whom.
_Survey = tuple[str, int | None, Population]


def technology_part(w: Wording, index: IndexResult, benchmark: Benchmark) -> TechnologyPart:
    """The part of the chapter; without published shares it shows the firm's own technologies."""
    t = w.t
    marks = _marks(benchmark)
    rows = [_technology(w, index, item.code, benchmark, marks) for item in index.definition.items]
    shown = sorted((row for row in rows if row.share is not None), key=lambda r: -(r.share or 0))
    rest = [row for row in rows if row.share is None]
    technologies = Technologies(
        (*shown, *rest),
        t("Technology"),
        t("You"),
        t("Peers: 100%"),
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
        _technology_sources(w, benchmark, marks),
        _cards(w, index, benchmark, marks),
    )


def _survey(found: Provenance) -> _Survey:
    return found.publisher, found.year, found.population


def _marks(benchmark: Benchmark) -> Mapping[_Survey, str]:
    """A raised number for each survey but that of the peers themselves."""
    shares = benchmark.shares
    every = dict.fromkeys(_survey(found) for found in benchmark.rate_provenance.values())
    own = next((one for one in every if shares and one[1:] == (shares.year, shares.population)), "")
    others = (one for one in every if one != own)
    return {one: str(number).translate(_RAISED) for number, one in enumerate(others, start=1)}


def _cards(
    w: Wording, index: IndexResult, benchmark: Benchmark, marks: Mapping[_Survey, str]
) -> tuple[Card, ...]:
    """One for each source, with its mark and the technologies that it has figures of."""
    names: dict[Provenance, list[str]] = {}
    for item in index.definition.items:
        if found := benchmark.rate_provenance.get(item.code):
            names.setdefault(found, []).append(w.text(item.name))
    order = ["", *marks.values()]
    cards = []
    for found in sorted(names, key=lambda one: order.index(marks.get(_survey(one), ""))):
        mark = marks.get(_survey(found), "") + (_CONTEXT if found.context else "")
        about = f"{mark.strip()} {', '.join(names[found])}".strip()
        cards.append(card(w.t, about, found, w.context.day.year))
    return tuple(cards)


def _technology(
    w: Wording, index: IndexResult, code: str, benchmark: Benchmark, marks: Mapping[_Survey, str]
) -> Technology:
    t = w.t
    names = {item.code: w.text(item.name) for item in index.definition.items}
    answer = {True: t("yes"), False: t("no"), None: t("not known")}[index.items[code]]
    rate = benchmark.rates.get(code)
    if rate is None:
        missing = t("no official figure by size") if benchmark.rates else ""
        return Technology(names[code], index.items[code], answer, None, missing)
    found = benchmark.rate_provenance[code]
    label = t.percent(rate.share, _digits(found, rate.share)) + flag_mark(rate.flag)
    if found.old(w.context.day.year):
        label += f" ({found.year})"
    label += f"\N{NO-BREAK SPACE}{marks.get(_survey(found), '')}".rstrip("\N{NO-BREAK SPACE}")
    label += _CONTEXT if found.context else ""
    return Technology(names[code], index.items[code], answer, rate.share, label)


def _digits(found: Provenance, share: float) -> int:
    """As many digits as were published; never more, which would look more exact than it is."""
    return _DIGITS.get(found.evidence, 0 if share.is_integer() else 1)


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


def _technology_sources(
    w: Wording, benchmark: Benchmark, marks: Mapping[_Survey, str]
) -> tuple[Labelled, ...]:
    if not benchmark.rates:
        return ()
    t, found = w.t, benchmark.rate_provenance.values()
    lines = [t("Official statistics."), *_rate_sources(w, found, marks)]
    differences = sorted({one.difference for one in found if one.difference})
    if differences:
        reasons = "; ".join(difference_words(t, one) for one in differences)
        lines.append(t("* Context only: {reasons}.", reasons=reasons))
    if flags := flag_words(w, (flag for one in found for flag in one.flags)):
        lines.append(f"{flags}.")
    if all(one.n is None for one in found):
        lines.append(firms_asked(w, None))
    return (Labelled(t("Source"), " ".join(lines)),)


def _rate_sources(
    w: Wording, found: Iterable[Provenance], marks: Mapping[_Survey, str]
) -> list[str]:
    """One sentence for all data sets of one publisher, year, group and date, by their marks."""
    t = w.t
    datasets: dict[tuple[str, _Survey, str, int | None, str], dict[str, None]] = {}
    for one in found:
        mark = marks.get(_survey(one), "")
        age = age_words(t, one, w.context.day.year)
        key = (mark, _survey(one), w.day(one.updated), one.n, age)
        datasets.setdefault(key, {})[one.dataset + (_CONTEXT if one.context else "")] = None
    told, order = [], ["", *marks.values()]
    for (mark, (publisher, year, population), day, n, age), names in sorted(
        datasets.items(), key=lambda item: order.index(item[0][0])
    ):
        sentence = t(
            "{publisher}, survey of {year}, {group}: {datasets}; data update {day}.",
            publisher=publisher,
            year=year,
            group=_short_group(w, population),
            datasets=w.listed(sorted(names)),
            day=day,
        )
        firms = "" if n is None else firms_asked(w, n)
        told.append(" ".join(part for part in (mark, sentence, age, firms) if part))
    return told


def _short_group(w: Wording, population: Population) -> str:
    country = country_name(w.t.language, population.country)
    return f"{country}, {size_name(w.t, population.size_class)}"
