"""What comes back of a form, from a browser or a PDF: one record, and its document as a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from digimaturity.canonical import canonical
from digimaturity.services.forms.identity import RETURN_FORMAT, Identity

#: How the names of returned files end.
SUFFIX = ".digimaturity-answers.json"


class Medium(StrEnum):
    """What a form is filled in: the kinds of the table ``form``."""

    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Returned:
    """A filled form, as its file says it; nothing in it is held against a workspace yet.

    `answers` maps question ids to the notation of a file of answers (`services.answers_said`): a
    level or number, true or false, a text, the id of an option, a list of ids, ``dont_know``,
    ``not_applicable``; or an object with ``value`` or ``text``, and ``comment``. What was left
    empty is not there. `filled` is the UTC time (ISO text) when the file was saved, empty where it
    does not say.
    """

    identity: Identity
    filled: str
    answers: Mapping[str, Any]
    medium: Medium

    @property
    def content(self) -> str:
        """SHA-256 of what was said in which form: by it the same is known again, however sent."""
        return checksum({"form": self.identity.form, "answers": self.answers})


def return_document(identity: Identity, filled: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """A return as the form in the browser saves and copies it; a browser writes the same.

    The checksum is over the canonical JSON (`digimaturity.canonical`) of all the rest. In it, and
    so in the browser: keys in the order of their code points, no spaces, UTF-8; whole numbers
    without a point, others with at most four decimals (smaller ones are written differently by
    Python and JavaScript); no halves of surrogate pairs. The file itself may be spaced at will.
    """
    rest = {
        "format": RETURN_FORMAT,
        "form": identity.document,
        "filled": filled,
        "answers": dict(answers),
    }
    return {**rest, "sha256": checksum(rest)}


def checksum(document: object) -> str:
    """SHA-256 over the canonical JSON, in hexadecimal; ValueError where it cannot be written."""
    return sha256(canonical(document)).hexdigest()
