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

#: Beside the values of `model.Choice`, every radio group has these.
DONT_KNOW, NOT_APPLICABLE = "dont_know", "not_applicable"

#: In a `Role.STATE` of a question of several options: none of them.
NONE = "none"


class Role(StrEnum):
    """What a field is for; the first six are the kinds of questions: ``Role(item.kind.value)``.

    `LEVELS`, `YES_NO`, `ONE_OF` (also of a cell of the grid) are radio groups: their values are
    those of `model.Choice`, ``dont_know`` and ``not_applicable``. `NUMBER` and `TEXT` are text
    fields. `MANY_OF` is a box for each option; its value is ``on``. `STATE` is a radio group, or a
    box, beside text fields and such boxes: ``dont_know``, ``not_applicable``, and of several
    options ``none``. `COMMENT` is a text field.
    """

    LEVELS = "levels"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    NUMBER = "number"
    TEXT = "text"
    MANY_OF = "many_of"
    STATE = "state"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question; `option` is empty but for `Role.MANY_OF`."""

    role: Role
    question: str
    option: str = ""

    @property
    def name(self) -> str:
        """What it is called in the PDF, like ``levels:it/security/backup``."""
        parts = (self.role.value, self.question.replace(".", "/"), self.option)
        return ":".join(part for part in parts if part)


def field_called(name: str) -> Field | None:
    """The inverse of `Field.name`; None for any other name."""
    role, *rest = name.split(":")
    count = 2 if role == Role.MANY_OF else 1
    if role not in list(Role) or len(rest) != count or not all(rest):
        return None
    return Field(Role(role), rest[0].replace("/", "."), rest[1] if count > 1 else "")
