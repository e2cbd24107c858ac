"""The fields of a form as PDF: what they are called, and what their values mean.

A point in the name of a field would part it into a tree, so the points of ids become slashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: A hidden, read-only text field: the canonical JSON of `Identity.document`.
IDENTITY = "form"

#: The value of a box that is ticked.
ON = "on"

#: Beside the values of `model.Choice`, a radio group of answers or of `Role.STATE` has these.
DONT_KNOW, NOT_APPLICABLE = "dont_know", "not_applicable"

#: In a `Role.STATE` of a question of several options: none of them.
NONE = "none"


class Role(StrEnum):
    """What a field is for.

    `ANSWER` is a radio group for questions of one choice (levels, yes/no, one option, a cell of the
    grid) whose values are those of `model.Choice`, ``dont_know`` and ``not_applicable``; a text
    field for numbers and texts. `OPTION` is a box for each option of a question of several; its
    value is ``on``. `STATE` is a radio group beside text fields and such boxes: ``dont_know``,
    ``not_applicable``, and ``none`` of several options. `COMMENT` is a text field.
    """

    ANSWER = "answer"
    OPTION = "option"
    STATE = "state"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question; `option` is empty but for `Role.OPTION`."""

    role: Role
    question: str
    option: str = ""

    @property
    def name(self) -> str:
        """What it is called in the PDF, like ``answer:it/security/backup``."""
        parts = (self.role.value, self.question.replace(".", "/"), self.option)
        return ":".join(part for part in parts if part)


def field_called(name: str) -> Field | None:
    """The inverse of `Field.name`; None for any other name."""
    role, *rest = name.split(":")
    if role not in list(Role) or len(rest) != (2 if role == Role.OPTION else 1) or not all(rest):
        return None
    return Field(Role(role), rest[0].replace("/", "."), rest[1] if len(rest) > 1 else "")
