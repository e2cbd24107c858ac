"""What a list of companies says of each: size, level, change, and when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from digimaturity.domain.clients import ClientScore, NoChange
from digimaturity.domain.company import SizeClass, size_class_of
from digimaturity.domain.texts import Localized, text_in
from digimaturity.i18n import Translator
from digimaturity.services.clients import Client, Due, due_of

_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
#: From so many days on one counts in weeks, months, years.
_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 61, 365


def size_words(client: Client) -> str:
    """The size class of a company in figures."""
    if client.employees is None:
        return ""
    return {
        SizeClass.MICRO: "0–9",
        SizeClass.SMALL: "10–49",
        SizeClass.MEDIUM: "50–249",
        SizeClass.LARGE: "250+",
    }[size_class_of(client.employees)]


def level_words(score: ClientScore | None, names: Sequence[Localized], t: Translator) -> str:
    """The level with its name; empty where there is none."""
    if score is None or score.level is None:
        return ""
    name = text_in(names[score.level - 1], t.language) if score.level <= len(names) else ""
    return f"{score.level} {name}".strip()


def change_sign(score: ClientScore | None) -> str:
    """▲ 4, ▼ 2 or ±0; – where there is nothing to compare with."""
    if score is None:
        return ""
    if score.change is None:
        return "–"
    if score.change == 0:
        return "±0"
    return f"{'▲' if score.change > 0 else '▼'} {abs(score.change)}"


def change_words(score: ClientScore | None, t: Translator) -> str:
    """The change in words, or why there is none."""
    if score is None:
        return ""
    if score.missing is not None:
        return {
            NoChange.FIRST: t("There is no assessment of an earlier year that was signed off."),
            NoChange.YARDSTICK: t("Earlier assessments used another questionnaire."),
            NoChange.NOT_RATED: t("Too little was answered, now or then."),
        }[score.missing]
    year, change = score.since.year if score.since else "", score.change or 0
    if change == 0:
        return t("the same score as in {year}", year=year)
    if change > 0:
        return t.plural(
            "{n} point more than in {year}", "{n} points more than in {year}", change, year=year
        )
    return t.plural(
        "{n} point less than in {year}", "{n} points less than in {year}", -change, year=year
    )


def due_words(client: Client, today: date, t: Translator) -> str:
    """When the next assessment is due."""
    due, day = due_of(client, today)
    match due:
        case Due.IN_PROGRESS:
            return t("in progress")
        case Due.NEVER_ASSESSED:
            return t("not assessed yet")
        case Due.ARCHIVED:
            return t("archived")
    return when_words(day or today, today, t)


def when_words(day: date, today: date, t: Translator) -> str:
    """How long it is until a day, or since when it is over."""
    days = (day - today).days
    return _overdue(-days, t) if days < 0 else _ahead(days, t)


def _ahead(days: int, t: Translator) -> str:
    if days == 0:
        return t("today")
    if days < _WEEKS_FROM:
        return t.plural("in {n} day", "in {n} days", days)
    if days < _MONTHS_FROM:
        return t.plural("in {n} week", "in {n} weeks", round(days / _WEEK))
    return t.plural("in {n} month", "in {n} months", round(days / _MONTH))


def _overdue(days: int, t: Translator) -> str:
    if days < _WEEKS_FROM:
        return t.plural("overdue {n} day", "overdue {n} days", days)
    if days < _MONTHS_FROM:
        return t.plural("overdue {n} week", "overdue {n} weeks", round(days / _WEEK))
    if days < _YEARS_FROM:
        return t.plural("overdue {n} month", "overdue {n} months", round(days / _MONTH))
    return t.plural("overdue {n} year", "overdue {n} years", int(days / _YEAR))
