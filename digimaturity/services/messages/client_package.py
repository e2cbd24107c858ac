"""Messages about client packages: why a file is refused, and what has to be said first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from digimaturity.exchange.refused import RefusedError
from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer
from digimaturity.services.messages.refusals import REASONS as COMMON

#: By the code of a `RefusedError`; texts with placeholders of its details.
REASONS: Mapping[str, Callable[[Translator], str]] = {
    **COMMON,
    "checksum": lambda t: t(
        "The part “{part}” is not as it was written: the file was changed or damaged on its way."
    ),
    "compressed": lambda t: t(
        "It was packed anew by another program: the parts of a client package are never compressed."
    ),
    "contradiction": lambda t: t(
        "“{where}” does not fit to what the file says elsewhere: it was written or changed by hand."
    ),
    "cut_off": lambda t: t("The file ends too early, or its end is damaged: it was cut off."),
    "newer": lambda t: t("It was written by a newer version of the program."),
    "no_archive": lambda t: t("It is damaged at its beginning, or something else."),
    "no_package": lambda t: t("It is another kind of file."),
    "no_part": lambda t: t("The part “{part}” is missing."),
    "not_json": lambda t: t("The part “{part}” is not valid JSON."),
    "odd_part": lambda t: t(
        "It holds something that does not belong into a client package: “{name}”."
    ),
    "order": lambda t: t("The lines of the log are not in order: “{where}”."),
    "other_file": lambda t: t("It was changed after it had been looked at."),
    "repeated_id": lambda t: t("Something is there twice under one id: “{where}”."),
    "repeated_key": lambda t: t("An entry is there twice in the part “{part}”."),
    "repeated_part": lambda t: t("The part “{part}” is there twice."),
    "too_large": lambda t: t("“{part}” is larger than {limit} bytes, which no such part is."),
    "unknown": lambda t: t("“{where}” is about somebody or something that is not in the package."),
    "workspace": lambda t: t(
        "It is a whole workspace, not a client package: open it under Settings."
    ),
}


def _reason(why: object, t: Translator) -> str:
    if not isinstance(why, RefusedError):
        return ""
    return REASONS[why.code](t).format(**why.details)


def _refused(facts: Facts, t: Translator) -> Message:
    why = facts["why"]
    # A file that is not there, or that may not be read, need not be sent once more.
    advice = {
        "newer": t("Update the program on this computer."),
        "unreadable": t("Check the name, or choose another file."),
    }
    return Message(
        t("The file {path} cannot be taken in as a client package.", path=facts["path"])
        + " "
        + _reason(why, t),
        t("Nothing has been changed."),
        advice.get(
            why.code if isinstance(why, RefusedError) else "",
            t("Ask whoever made the file to send it once more."),
        ),
    )


def _unfit(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The client package would not be accepted elsewhere.") + " " + _reason(facts["why"], t),
        t("No file has been written. Your data are as they were."),
        t("Mend this entry, or hand over a copy of the whole workspace instead."),
    )


def _foreign(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The package of “{name}” holds assessments, persons or files that belong to something "
            "else in this workspace.",
            name=facts["name"],
        ),
        t("Nothing has been changed."),
        t("Ask whoever made the file how it came to be; take it into a workspace of its own."),
    )


def _outdated(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The company was changed here since the preview was made."),
        t("Nothing has been changed."),
        t("Look at the package once more, and decide then."),
    )


def _finished(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "Assessments that are signed off differ, and are never just changed: {days}.",
            days=_days(facts.get("days", ()), t),
        ),
        t("Nothing has been changed."),
        t("Say for each whether it stays as it is here or becomes what it is there."),
    )


def _other_questions(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The assessment of {day} was begun with other questions there: its answers cannot be "
            "merged.",
            day=_days((facts.get("day"),), t),
        ),
        t("Nothing has been changed."),
        t("Add the package as a copy, or replace the company."),
    )


def _days(days: object, t: Translator) -> str:
    listed = days if isinstance(days, tuple) else ()
    return ", ".join(t.date(day) for day in listed if isinstance(day, date))


def _how(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The company “{name}” is here already.", name=facts["name"]),
        t("Nothing has been changed."),
        t("Say what is to be done: --as copy, --as replace or --as merge."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "package.finished": _finished,
    "package.foreign": _foreign,
    "package.how": _how,
    "package.other_questions": _other_questions,
    "package.outdated": _outdated,
    "package.refused": _refused,
    "package.unfit": _unfit,
}
