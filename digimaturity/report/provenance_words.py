"""Where a benchmark number comes from, in words: the card on the screen, the source on paper."""

from __future__ import annotations

from digimaturity.domain.provenance import Difference, Origin, Provenance
from digimaturity.i18n import Translator
from digimaturity.report.figure_notes import flag_meanings
from digimaturity.report.model.comparison import Card
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import peer_group


def card(t: Translator, about: str, found: Provenance, year: int) -> Card:
    """The card of the figures that `about` names; `year` is that of the assessment."""
    years = sorted({year for year in (found.since, found.year) if year is not None})
    named = found.publisher or t("Clients of this workspace")
    origin = ", ".join(part for part in (named, found.dataset, "–".join(map(str, years))) if part)
    return Card(about, origin, provenance_card(t, found, year), found.context)


def provenance_card(t: Translator, found: Provenance, year: int) -> tuple[Labelled, ...]:
    """Everything that a reader has a right to know beside the number, a line for each."""
    age = age_words(t, found, year)
    lines = (
        Labelled(t("Who"), _who(t, found)),
        Labelled(t("When"), f"{_when(t, found)} {age}".strip()),
        Labelled(t("About whom"), _whom(t, found)),
        Labelled(t("How many"), _number(t, found)),
        Labelled(t("How measured"), _measured(t, found)),
        Labelled(t("Same yardstick"), yardstick(t, found)),
        Labelled(t("Reliability"), ", ".join(flag_meanings(t, found.flags).values())),
        Labelled(t("Licence"), found.licence),
        Labelled(t("Address"), found.url),
    )
    return tuple(line for line in lines if line.text)


def provenance_line(t: Translator, found: Provenance) -> str:
    """The same in sentences, as they stand below a chart."""
    parts = (
        _who(t, found),
        _when(t, found),
        _whom(t, found),
        _number(t, found),
        _measured(t, found),
        yardstick(t, found) if found.context else "",
    )
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def age_words(t: Translator, found: Provenance, year: int) -> str:
    """That the figures are old at an assessment of that year; else nothing."""
    return t("More than five years old.") if found.old(year) else ""


def yardstick(t: Translator, found: Provenance) -> str:
    """Whether the firm was measured alike; where it was not, the number is context only."""
    if found.difference is None:
        return t("Yes: the firm was measured in the same way.")
    reason = difference_words(t, found.difference)
    return t("No, context only: {reason}. Therefore no percentile is formed.", reason=reason)


def difference_words(t: Translator, difference: Difference) -> str:
    """Why the yardstick is another, as it follows a colon."""
    return {
        Difference.SECOND_HAND: t("it is known only from a third party’s report"),
        Difference.OTHER_INDEX: t("another version of the index was counted"),
        Difference.OTHER_DEFINITION: t("the publisher defines it differently"),
        Difference.OTHER_QUESTIONNAIRE: t("these firms answered another questionnaire"),
        Difference.OTHER_VERSION: t("these firms answered another version of the questionnaire"),
    }[difference]


def _who(t: Translator, found: Provenance) -> str:
    if found.origin is Origin.CLIENTS:
        return t("The clients of this workspace.")
    published = ", ".join(part for part in (found.title, found.dataset) if part)
    return f"{found.publisher}: {published}." if published else f"{found.publisher}."


def _when(t: Translator, found: Provenance) -> str:
    if found.year is None:
        return ""
    if found.origin is not Origin.OFFICIAL:
        if found.since is not None and found.since != found.year:
            return t("Assessments of {since} to {year}.", since=found.since, year=found.year)
        return t("Assessments of {year}.", year=found.year)
    if not found.updated:
        return t("Survey of {year}.", year=found.year)
    day = t.stated_date(found.updated)
    return t("Survey of {year}, data update {day}.", year=found.year, day=day)


def _whom(t: Translator, found: Provenance) -> str:
    group = peer_group(t, found.population)
    group = group[:1].upper() + group[1:]
    if found.origin is Origin.OFFICIAL and found.population.sector is None:
        return t("{group}, all sectors surveyed, without finance.", group=group)
    return f"{group}."


def _number(t: Translator, found: Provenance) -> str:
    if found.n is None:
        return t("Number of firms not published.")
    return t.plural("One firm.", "{n} firms.", found.n)


def _measured(t: Translator, found: Provenance) -> str:
    if not found.self_rated:
        return t("Official statistics, from a survey of a sample of firms.")
    return t(
        "Rated by the firms themselves with the questionnaire {name} {version}; they were not "
        "drawn at random, so they need not stand for others.",
        name=found.questionnaire,
        version=found.version,
    )
