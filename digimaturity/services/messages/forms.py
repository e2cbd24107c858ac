"""Messages about forms: why what came back cannot be taken in, and who can be left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digimaturity.exchange.refused import RefusedError
from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer
from digimaturity.services.messages.refusals import REASONS as COMMON

#: By the code of a `RefusedError`; texts with placeholders of its details.
REASONS: Mapping[str, Callable[[Translator], str]] = {
    **COMMON,
    "damaged": lambda t: t("It is cut off or damaged, and cannot be read."),
    "edited": lambda t: t("Its checksum does not fit: it was changed by hand, or on its way."),
    "finished": lambda t: t("Its assessment is signed off, and can no longer be changed."),
    "forged": lambda t: t("The details of whom the form is for were changed: they do not fit."),
    "form_itself": lambda t: t("It is the form itself, not the answers."),
    "locked": lambda t: t("It is protected by a password."),
    "newer": lambda t: t("It was written by a newer version of the program."),
    "no_fields": lambda t: t(
        "It is a PDF without the fields of a form: another document, or a form that was printed or"
        " scanned instead of saved."
    ),
    "not_form": lambda t: t("It is no filled form."),
    "other_questionnaire": lambda t: t(
        "It was made with version {version} of the questionnaire, which is not known here: nobody"
        " can tell what its answers mean."
    ),
    "several": lambda t: t("It holds several forms: nobody can tell whose answers are whose."),
    "unknown_assessment": lambda t: t(
        "It belongs to an assessment that is not in this workspace: another one, or one that was"
        " deleted."
    ),
    "unknown_person": lambda t: t(
        "It was made for somebody who does not take part in its assessment."
    ),
}

_AGAIN = ("damaged", "edited", "forged")


def reason(why: RefusedError, t: Translator) -> str:
    """Why a file, or what was pasted, is not taken in, as one sentence."""
    return REASONS[why.code](t).format(**why.details)


def _advice(code: str, t: Translator) -> str:
    if code in _AGAIN:
        return t("Ask for the form to be saved and sent once more, or make a new one.")
    return {
        "finished": t("Open a correction, or begin a new assessment."),
        "form_itself": t(
            "Open it in a browser, and save or copy the answers there by the button at its end."
        ),
        "locked": t("Save it without a password."),
        "newer": t("Update the program on this computer."),
        "no_fields": t("Ask for the saved form, or enter the answers yourself."),
        "several": t("Ask for each form as a file of its own."),
        "unknown_assessment": t("Open the workspace in which the form was made."),
        "unknown_person": t("Make a new form for somebody who takes part."),
        "unreadable": t("Check the name, or choose another file."),
    }.get(code, t("Choose the file that was saved from the form."))


def _refused(facts: Facts, t: Translator) -> Message:
    why, path = facts["why"], str(facts["path"])
    # The name of a stranger's file must not command the terminal.
    shown = path if path.isprintable() else ascii(path)[1:-1]
    named = t("The file {path} cannot be taken in as a filled form.", path=shown)
    what = named if path else t("The text cannot be taken in as a filled form.")
    if not isinstance(why, RefusedError):
        return Message(what, "", "")
    return Message(f"{what} {reason(why, t)}", t("Nothing has been changed."), _advice(why.code, t))


def _format(facts: Facts, t: Translator) -> Message:
    return Message(
        t("{path} names no format of a form.", path=facts["path"]),
        t("No file has been written."),
        t("End the name in .pdf or .html, or say --format pdf or --format html."),
    )


def _outdated(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The assessment was changed here since the preview was made."),
        t("Nothing has been changed."),
        t("Look at the forms once more, and decide then."),
    )


def _last(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Nobody would be left who takes part."),
        t("Nothing has been changed."),
        t("Add somebody else first."),
    )


def _said(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This person has said something, and that is kept, also if it was taken back since."),
        t("Nothing has been changed."),
        t("Somebody who was entered by mistake can be renamed."),
    )


def _unknown(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Nobody called “{name}” takes part in this assessment.", name=facts["name"]),
        t("Nothing has been changed."),
        t("Check the name, or add somebody by a viewpoint and a name."),
    )


def _ambiguous(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Several people called “{name}” take part.", name=facts["name"]),
        t("Nothing has been changed."),
        t("Name the person by the id."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "form.format": _format,
    "form.outdated": _outdated,
    "form.refused": _refused,
    "respondent.ambiguous": _ambiguous,
    "respondent.last": _last,
    "respondent.said": _said,
    "respondent.unknown": _unknown,
}
