"""Messages about files that are attached to answers."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer


def _damaged(facts: Facts, t: Translator) -> Message:
    return Message(
        t("“{name}” in the workspace is not what was attached: it is damaged.", name=facts["name"]),
        t("Your answers are not affected."),
        t("Attach the file once more, or take it from a backup."),
    )


def _folder(facts: Facts, t: Translator) -> Message:
    return Message(
        t("{path} is not a file, so it cannot be attached.", path=facts["path"]),
        "",
        t("Attach the files in it one by one, or pack them into one archive."),
    )


def _gone(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This file is no longer in the workspace."), "", t("Attach it once more if you have it.")
    )


def _missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no file {path} any more.", path=facts["path"]),
        "",
        t("It may have been moved: choose it where it is now."),
    )


def _no_program(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The system knows no program that opens “{name}”.", name=facts["name"]),
        "",
        t("Save the file, and open it with a program of your choice."),
    )


def _not_opened(facts: Facts, t: Translator) -> Message:
    return Message(
        t("“{name}” is not opened from here: a file of this type might run.", name=facts["name"]),
        "",
        t("Save it, and open it if you trust where it comes from."),
    )


def _too_large(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "{path} has {size} MB; a file may have up to {largest} MB.",
            path=facts["path"],
            size=t.number(facts["size"] / 1e6, 1),
            largest=t.number(facts["largest"] / 1e6, 0),
        ),
        t("Each backup of the workspace holds all files once more."),
        t("Attach the pages that matter, or write down where the file lies."),
    )


def _twice(facts: Facts, t: Translator) -> Message:
    return Message(
        t("This file is attached to the question already, as “{there}”.", there=facts["there"]),
        "",
        t("Nothing else needs to be done."),
    )


def _unreadable(facts: Facts, t: Translator) -> Message:
    return Message(
        t("{path} cannot be read: {reason}.", path=facts["path"], reason=facts["reason"]),
        "",
        t("Close it in other programs, or ask whoever owns it for access."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "attachment.damaged": _damaged,
    "attachment.folder": _folder,
    "attachment.gone": _gone,
    "attachment.missing": _missing,
    "attachment.no_program": _no_program,
    "attachment.not_opened": _not_opened,
    "attachment.too_large": _too_large,
    "attachment.twice": _twice,
    "attachment.unreadable": _unreadable,
}
