"""Reminders in words: what it is about, and since when or until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from digimaturity.domain.reminders import Kind, Reminder
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.report.roadmap_words import quarter_words, title_of
from digimaturity.services.client_words import when_words
from digimaturity.services.reminders import OfCompany, Reminders


def what_words(found: Reminders, one: Reminder, t: Translator) -> str:
    """What a reminder of a company is about."""
    day = found.days.get(one.key)
    match one.kind:
        case Kind.ASSESSMENT:
            return t("Next assessment")
        case Kind.CORRECTION:
            return t("Correction of the assessment of {day}", day=t.date(day)) if day else ""
        case Kind.LEFT:
            return t("Assessment of {day}, begun", day=t.date(day)) if day else ""
        case Kind.REVIEW:
            return t("Review: {title}").format(title=_title(found, one.key, t))
        case Kind.TO_BEGIN:
            return t("Begin: {title}").format(title=_title(found, one.key, t))
    return t("End: {title}").format(title=_title(found, one.key, t))


def since_words(one: Reminder, today: date, t: Translator) -> str:
    """When it is or was due, or since when it lies there."""
    match one.kind:
        case Kind.CORRECTION:
            return t("open since {day}", day=t.date(one.day))
        case Kind.LEFT:
            return t("untouched since {day}", day=t.date(one.day))
        case Kind.TO_BEGIN | Kind.TO_END:
            return t("planned for {quarter}", quarter=quarter_words(t, Quarter.of(one.day)))
    return when_words(one.day, today, t)


def counted_words(kind: Kind, several: Sequence[Reminder], today: date, t: Translator) -> str:
    """What is due of a kind in one of many companies, in a few words."""
    if kind is Kind.REVIEW and len(several) > 1:
        n = len(several)
        since = t.date(min(one.day for one in several))
        return t.plural("{n} review, since {day}", "{n} reviews, since {day}", n, day=since)
    first = several[0]
    return f"{kind_names(t)[kind]}, {since_words(first, today, t)}"


def kind_names(t: Translator) -> Mapping[Kind, str]:
    """What one reminder of each kind is called."""
    return {
        Kind.ASSESSMENT: t("Next assessment"),
        Kind.CORRECTION: t("Correction"),
        Kind.LEFT: t("Assessment that was begun"),
        Kind.REVIEW: t("Review"),
        Kind.TO_BEGIN: t("Measure to begin"),
        Kind.TO_END: t("Measure to end"),
    }


def _title(found: Reminders, key: str, t: Translator) -> str:
    return key if found.roadmap is None else title_of(found.roadmap, key, t)


def sum_words(due: Iterable[OfCompany], t: Translator) -> str:
    """How much is due in all companies, by kind."""
    counts = Counter(one.kind for company in due for one in company.due)
    words = (
        t.plural("{n} next assessment", "{n} next assessments", counts[Kind.ASSESSMENT]),
        t.plural("{n} open correction", "{n} open corrections", counts[Kind.CORRECTION]),
        t.plural(
            "{n} assessment begun and left", "{n} assessments begun and left", counts[Kind.LEFT]
        ),
        t.plural("{n} review", "{n} reviews", counts[Kind.REVIEW]),
    )
    kinds = (Kind.ASSESSMENT, Kind.CORRECTION, Kind.LEFT, Kind.REVIEW)
    return " · ".join(said for kind, said in zip(kinds, words, strict=True) if counts[kind])
