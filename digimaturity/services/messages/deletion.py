"""Messages about deleting a company."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services.messages import system, workspace
from digimaturity.services.messages.message import Facts, Message, Writer


def _pending(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The deletion of “{name}” was interrupted and is not finished.", name=facts["name"]),
        t("Nothing else has been deleted."),
        t("Finish that one first, then delete this company."),
    )


def _unfinished(facts: Facts, t: Translator) -> Message:
    why = facts.get("why")
    return Message(
        t("The company is deleted, but the deletion could not be completed."),
        t("Traces of it may still be in the file {path} or in its backups.", path=facts["path"]),
        t("Remove the cause, then finish the deletion."),
        (_reason(why, t),) if isinstance(why, UserError) else (),
    )


def _reason(why: UserError, t: Translator) -> str:
    """What kept it from being completed."""
    writers = {**system.WRITERS, **workspace.WRITERS}
    if why.code not in writers:
        return why.code
    return writers[why.code]({"path": "", "reason": "", **why.details}, t).what


def _unconfirmed(facts: Facts, t: Translator) -> Message:
    return Message(
        t("“{name}” would be deleted for good, with everything in it.", name=facts["name"]),
        t("Nothing has been deleted."),
        t("To delete it, give the same command with --yes."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "deletion.pending": _pending,
    "deletion.unconfirmed": _unconfirmed,
    "deletion.unfinished": _unfinished,
}
