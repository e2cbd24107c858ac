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


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "history.none_signed": _none_signed,
}
