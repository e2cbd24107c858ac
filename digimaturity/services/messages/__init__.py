"""Errors that the user can mend, as sentences: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services.messages import (
    assessment,
    attachments,
    benchmarks,
    client_package,
    deletion,
    exchange,
    exports,
    forms,
    history,
    plan_file,
    roadmap,
    system,
    systems,
    workspace,
)
from digimaturity.services.messages.message import Message, Writer

#: Every error that a user can mend, by its code.
WRITERS: Mapping[str, Writer] = {
    **workspace.WRITERS,
    **system.WRITERS,
    **systems.WRITERS,
    **assessment.WRITERS,
    **attachments.WRITERS,
    **benchmarks.WRITERS,
    **client_package.WRITERS,
    **deletion.WRITERS,
    **exchange.WRITERS,
    **exports.WRITERS,
    **forms.WRITERS,
    **history.WRITERS,
    **plan_file.WRITERS,
    **roadmap.WRITERS,
}


def sentence(error: UserError, t: Translator) -> Message:
    """The message of an error, in the user's language."""
    facts = {"path": "", "reason": "", **error.details}
    return WRITERS[error.code](facts, t)
