"""Messages about trends and comparisons."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer


def _none_signed(facts: Facts, t: Translator) -> Message:
    return Message(
        t("No assessment of {name} is signed off.", name=facts["name"]),
        "",
        t("Sign one off in the application, or add --draft to count the one in progress."),
    )


def _none_then(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no assessment of {name} from {when}.", name=facts["name"], when=facts["when"]),
        t("It has assessments from {days}.", days=_days(facts, t)) if facts["days"] else "",
        t("Write year or day as it is there, such as {name}@2025.", name=facts["name"]),
    )


def _several(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "{name} has several assessments from {when}: {days}.",
            name=facts["name"],
            when=facts["when"],
            days=_days(facts, t),
        ),
        "",
        t("Write the whole day, such as 2025-03-01, or the id of the assessment."),
    )


def _no_revision(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no revision {number} of this assessment.", number=facts["number"]),
        "",
        t.plural("It was signed off once.", "It was signed off {n} times.", facts["signed"])
        if facts["signed"]
        else t("It was never signed off."),
    )


def _days(facts: Facts, t: Translator) -> str:
    return ", ".join(t.date(day) for day in facts["days"])


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "history.none_signed": _none_signed,
    "history.none_then": _none_then,
    "history.several": _several,
    "history.no_revision": _no_revision,
}
