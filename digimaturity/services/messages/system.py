"""Messages about what the computer lacks or refuses: files, folders, room, time, a display."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer


def _file_full_disk(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The disk is full: {path} could not be written.", path=facts["path"]),
        t("What was there before has not been changed."),
        t("Free some space, or choose another disk."),
    )


def _file_read_only(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The file {path} cannot be read or written there: access is refused.",
            path=facts["path"],
        ),
        t("What was there before has not been changed."),
        t("Choose another folder; if another program has the file open, close it there."),
    )


def _file_missing_folder(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no folder for {path}.", path=facts["path"]),
        "",
        t("Make the folder, or choose another one."),
    )


def _file_failed(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The system could not read or write {path}: {reason}.",
            path=facts["path"],
            reason=facts["reason"],
        ),
        t("What was there before has not been changed."),
        t("Try again, or choose another name or folder."),
    )


def _file_is_folder(facts: Facts, t: Translator) -> Message:
    return Message(
        t("{path} is a folder.", path=facts["path"]),
        t("Nothing was changed in it."),
        t("Name a file in it, with its ending, or another one."),
    )


def _file_exists(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is already a file {path}.", path=facts["path"]),
        t("It has not been replaced."),
        t("Choose another name, or allow it to be replaced."),
    )


def _pack_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no folder {path}.", path=facts["path"]),
        "",
        t("Name the folder that holds the file pack.yaml."),
    )


def _pack_not_empty(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is something at {path} already.", path=facts["path"]),
        t("It has not been changed."),
        t("Name a new folder, or an empty one."),
    )


def _pack_broken(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The pack in {path} has faults.", path=facts["path"]),
        "",
        t("“digimaturity pack check {path}” names them.", path=facts["path"]),
    )


def _pack_another(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The folder {path} holds the pack “{there}”, the workbook the pack “{new}”.",
            path=facts["path"],
            there=facts["there"],
            new=facts["new"],
        ),
        t("It has not been changed."),
        t("Name the folder of that pack, or a new one."),
    )


def _report_endless(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The report was given up: after two minutes it was still not laid out."),
        t("Nothing was changed or lost."),
        t("Leave out the comments, or shorten very long texts, and try again."),
    )


def _display_missing(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no display to open the window on."),
        "",
        t("Start it in a graphical session; “digimaturity --help” lists what works without."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "display.missing": _display_missing,
    "file.exists": _file_exists,
    "file.failed": _file_failed,
    "file.full_disk": _file_full_disk,
    "file.is_folder": _file_is_folder,
    "file.missing_folder": _file_missing_folder,
    "file.read_only": _file_read_only,
    "pack.another": _pack_another,
    "pack.broken": _pack_broken,
    "pack.missing": _pack_missing,
    "pack.not_empty": _pack_not_empty,
    "report.endless": _report_endless,
}
