"""An import plan and the installed figures in words, for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from digimaturity.domain.indices import Band
from digimaturity.domain.official import BandShares
from digimaturity.domain.texts import Localized, text_in
from digimaturity.i18n import Translator
from digimaturity.packs.eurostat import Change, Extract, ImportPlan, Skipped, Why
from digimaturity.packs.merging import SECOND_HAND, Figure
from digimaturity.report.peers import peer_group
from digimaturity.services.benchmarks import InstalledDataset

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence and what belongs below it."""

    sentence: str
    details: tuple[str, ...] = ()


def plan_words(plan: ImportPlan, t: Translator) -> tuple[Words, ...]:
    """Each file, then what would become of its figures, in numbers and examples."""
    return (*(file_words(extract, t) for extract in plan.extracts), *change_words(plan, t))


def file_words(extract: Extract, t: Translator) -> Words:
    """What a file is, of which day, and what in it is not used."""
    source = extract.source
    sentence = t(
        "{file}: {form}, {dataset}, {title}; data of {day}",
        file=extract.path.name,
        form=extract.form,
        dataset=source.dataset,
        title=source.title,
        day=t.stated_date(source.updated),
    )
    undated = t("The file does not say when its data were updated, so another date stands in.")
    return Words(
        sentence, (*(() if extract.dated else (undated,)), *skipped_lines(extract.skipped, t))
    )


def change_words(plan: ImportPlan, t: Translator) -> tuple[Words, ...]:
    """What would be added, replaced, renewed and left alone; what there is none of is left out."""
    added, replaced = plan.added, plan.replaced
    renewed, same, older = plan.renewed, plan.same, plan.older
    lines = [
        (
            len(added),
            t.plural("{n} figure is new.", "{n} figures are new.", len(added)),
            _names(added, t, plan.names),
        ),
        (
            len(replaced),
            t.plural(
                "{n} figure replaces an earlier one.",
                "{n} figures replace earlier ones.",
                len(replaced),
            ),
            _changes(replaced, t, plan.names),
        ),
        (
            len(renewed),
            t.plural(
                "{n} figure stays the same and gets the newer date.",
                "{n} figures stay the same and get the newer date.",
                len(renewed),
            ),
            (),
        ),
        (
            len(same),
            t.plural("{n} figure is there already.", "{n} figures are there already.", len(same)),
            (),
        ),
        (
            len(older),
            t.plural(
                "{n} figure is left alone, as what is there is newer.",
                "{n} figures are left alone, as what is there is newer.",
                len(older),
            ),
            _changes(older, t, plan.names),
        ),
    ]
    return tuple(Words(sentence, details) for n, sentence, details in lines if n)


def skipped_lines(skipped: Sequence[Skipped], t: Translator) -> tuple[str, ...]:
    """What of a file is not used and why, one line for each reason."""
    return tuple(_skipped(one, t) for one in skipped)


def _skipped(skipped: Skipped, t: Translator) -> str:
    n = skipped.count
    match skipped.why:
        case Why.UNIT:
            line = t.plural("{n} cell in another unit", "{n} cells in other units", n)
        case Why.SIZE:
            line = t.plural("{n} cell of another size class", "{n} cells of other size classes", n)
        case Why.SECTOR:
            line = t.plural(
                "{n} cell of a sector that is not used", "{n} cells of sectors that are not used", n
            )
        case Why.CODE:
            line = t.plural(
                "{n} cell with a code that is not used", "{n} cells with codes that are not used", n
            )
        case Why.MISSING:
            line = t.plural("{n} cell without a value", "{n} cells without a value", n)
        case Why.CONFIDENTIAL:
            line = t.plural("{n} confidential cell", "{n} confidential cells", n)
        case Why.INCOMPLETE:
            line = t.plural(
                "{n} cell of a distribution that lacks a band",
                "{n} cells of distributions that lack a band",
                n,
            )
        case Why.SUM:
            line = t.plural(
                "{n} cell of a distribution that does not make 100%",
                "{n} cells of distributions that do not make 100%",
                n,
            )
    examples = ", ".join(f"{name} ({t.number(count)})" for name, count in skipped.examples)
    return t("Not used: {what}: {examples}", what=line, examples=examples)


def figure_name(figure: Figure, t: Translator, names: Mapping[str, Localized] | None = None) -> str:
    """What a figure is about; `names` of technologies stand before their codes."""
    group = peer_group(t, figure.population)
    if isinstance(figure, BandShares):
        return t(
            "index version {version}, {group}, {year}",
            version=figure.version,
            group=group,
            year=figure.year,
        )
    code, named = figure.code, text_in((names or {}).get(figure.code, {}), t.language).strip()
    about = f"{named} ({code})" if named else code
    return t("{code}, {group}, {year}", code=about, group=group, year=figure.year)


def figure_value(figure: Figure, t: Translator) -> str:
    """The value as published: one share, or those of the four bands."""
    if not isinstance(figure, BandShares):
        return _share(figure.share, figure.flag, t)
    shares = (_share(figure.shares[band], figure.flags.get(band, ""), t) for band in Band)
    return " / ".join(shares)


def _share(share: float, flag: str, t: Translator) -> str:
    return f"{t.percent(share, 2)} {flag}".rstrip()


def _names(
    figures: Sequence[Figure], t: Translator, names: Mapping[str, Localized]
) -> tuple[str, ...]:
    lines = (f"{figure_name(one, t, names)}: {figure_value(one, t)}" for one in figures)
    return _examples(lines, len(figures), t)


def _changes(
    changes: Sequence[Change], t: Translator, names: Mapping[str, Localized]
) -> tuple[str, ...]:
    lines = (
        f"{figure_name(one.new, t, names)}: {figure_value(one.old, t)} → {figure_value(one.new, t)}"
        for one in changes
    )
    return _examples(lines, len(changes), t)


def _examples(lines: Iterable[str], n: int, t: Translator) -> tuple[str, ...]:
    """The first few of the `n` lines, and how many more there are."""
    shown = tuple(islice(lines, _EXAMPLES))
    more = n - len(shown)
    return (*shown, t.plural("and {n} more", "and {n} more", more)) if more else shown


def dataset_words(one: InstalledDataset, t: Translator) -> Words:
    """An installed source: what it is, and the figures that count of it."""
    source = one.source
    line = t.plural(
        "{publisher}, {dataset}; {n} figure of {years}; data of {day}; {origin}",
        "{publisher}, {dataset}; {n} figures of {years}; data of {day}; {origin}",
        one.figures,
        publisher=source.publisher,
        dataset=source.dataset,
        years=", ".join(str(year) for year in one.years),
        day=t.stated_date(source.updated),
        origin=t("imported") if one.imported else t("came with the program"),
    )
    context = t("Read second-hand: shown as context only.")
    return Words(source.title, (line, context) if source.evidence == SECOND_HAND else (line,))
