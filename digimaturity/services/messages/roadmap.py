"""Messages about what is put down for the roadmap."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer


def _number(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This is no number that can be planned with."),
        t("What was there before still holds."),
        t("Enter a number from 0 on; leave it empty where nobody knows."),
    )


def _name(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("It has no name yet."),
        t("What was there before still holds."),
        t("Enter a name by which your people know it."),
    )


def _target(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("A target lies between 0 and 100 points."),
        t("What was there before still holds."),
        t("Enter a number of points within these bounds."),
    )


def _weeks(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("A measure takes at least one week."),
        t("What was there before still holds."),
        t("Enter how many weeks it takes from the first step to the end."),
    )


def _share(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("A share lies between 0 and 100 per cent."),
        t("What was there before still holds."),
        t("Enter which part of the role’s work lands on this person."),
    )


def _quarters(facts: Facts, t: Translator) -> Message:
    return Message(
        t("A roadmap has 1 to {most} quarters.", most=facts["most"]),
        t("What was there before still holds."),
        t("Choose a number of quarters within these bounds."),
    )


def _year(facts: Facts, t: Translator) -> Message:
    return Message(
        t("That is no year that can be planned with."),
        t("What was there before still holds."),
        t(
            "Enter a year from {first} to {last}.",
            first=str(facts["first"]),
            last=str(facts["last"]),
        ),
    )


def _format(facts: Facts, t: Translator) -> Message:
    return Message(
        t("It is not clear what to write: {path} has no ending that is known.", path=facts["path"]),
        "",
        t(
            "Let the name end in .xlsx (tables), .ics (calendar), .xml (Project XML) or .docx (IT "
            "strategy)."
        ),
    )


def _nothing(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Nothing was put down for a roadmap yet."),
        t("Nothing was written."),
        t("Accept measures on the page “Roadmap” first, or enter running projects."),
    )


def _no_dates(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Nothing in this roadmap has a date yet."),
        t("Nothing was written."),
        t("Accept measures on the page “Roadmap” first, or enter running projects."),
    )


WRITERS: Mapping[str, Writer] = {
    "plan.number": _number,
    "plan.name": _name,
    "plan.target": _target,
    "plan.weeks": _weeks,
    "plan.share": _share,
    "plan.quarters": _quarters,
    "plan.year": _year,
    "roadmap.format": _format,
    "roadmap.nothing": _nothing,
    "roadmap.no_dates": _no_dates,
}
