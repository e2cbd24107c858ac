"""Messages about logos, and about files that lack something of what they should hold."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer


def _reminders_no_dates(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no day yet of which a calendar could remind you."),
        t("Nothing was written."),
        t("Sign an assessment off, or choose a day for the next one in the company’s details."),
    )


def _export_incomplete(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The file was not written: opened again, it holds {found} of {expected} parts of the "
            "kind “{part}”.",
            **facts,
        ),
        t("Nothing was changed or lost."),
        t("This is a fault of the program. Save the report as PDF, and tell us of it."),
    )


def _logo_too_large(facts: Facts, t: Translator) -> Message:
    return Message(
        t("{path} is too large for a logo: more than 5 MB.", path=facts["path"]),
        t("A logo from before stays."),
        t("Save the picture smaller; 1,000 pixels are wide enough."),
    )


def _logo_unreadable(facts: Facts, t: Translator) -> Message:
    return Message(
        t("{path} cannot be used as a logo: it is no PNG or JPEG, or damaged.", path=facts["path"]),
        t("A logo from before stays."),
        t("Save the picture as PNG or JPEG, and choose it again."),
    )


def _report_all(facts: Facts, t: Translator) -> Message:
    return Message(
        t("--all is for the companies of a workspace, not for {path}.", path=facts["path"]),
        "",
        t("Leave out one of the two."),
    )


def _report_chapter(facts: Facts, t: Translator) -> Message:
    known = facts["known"]
    return Message(
        t("There is no chapter “{key}” that could be left out.", key=facts["key"]),
        "",
        t(
            "Name one of these: {known}.",
            known=", ".join(map(str, known)) if isinstance(known, list) else known,
        ),
    )


def _report_colour(facts: Facts, t: Translator) -> Message:
    return Message(
        t("“{found}” is no colour.", found=facts["found"]),
        "",
        t("Write it as # with six digits, such as #004466."),
    )


def _report_cut(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no cut “{cut}” as .{form}.", cut=facts["cut"], form=facts["form"]),
        t("Nothing was written."),
        t("Leave --cut out, or write a PDF or a Word document."),
    )


def _report_foreword(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The foreword {path} is not there, or is no text.", path=facts["path"]),
        "",
        t("Save it as plain text in UTF-8, and name it again."),
    )


def _report_format(facts: Facts, t: Translator) -> Message:
    return Message(
        t("It is not clear what to write: {path} has no ending that is known.", path=facts["path"]),
        "",
        t("Let the name end in .pdf, .docx, .pptx, .xlsx or .json."),
    )


def _report_no_program(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The system knows no program that opens “{name}”.", name=facts["name"]),
        t("The report is saved as {path}.", path=facts["path"]),
        t("Open it from there with a program of your choice."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "export.incomplete": _export_incomplete,
    "reminders.no_dates": _reminders_no_dates,
    "logo.too_large": _logo_too_large,
    "logo.unreadable": _logo_unreadable,
    "report.all": _report_all,
    "report.chapter": _report_chapter,
    "report.colour": _report_colour,
    "report.cut": _report_cut,
    "report.foreword": _report_foreword,
    "report.format": _report_format,
    "report.no_program": _report_no_program,
}
