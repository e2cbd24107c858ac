"""Why a file, or one line of it, is not used."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

#: So much of a stranger's key is shown.
_SHOWN = 40


class RefusedError(Exception):
    """This piece is not used; `code` and `details` make the sentence that says why."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused: the file, the line where it has several (from 1), and the reason."""

    file: str
    line: int | None
    code: str
    details: Mapping[str, object] = field(default_factory=dict)


def odd_key(given: AbstractSet[str], wanted: AbstractSet[str]) -> str:
    """A key that is missing, else one too many, as it can be shown: strangers choose odd ones."""
    missing = wanted - given
    return min(missing) if missing else ascii(min(given - wanted))[1:-1][:_SHOWN]


def one_line(given: object, longest: int) -> bool:
    """Whether this is a text of one line, not blank, that can be shown as it is."""
    return (
        type(given) is str and len(given) <= longest and given.isprintable() and bool(given.strip())
    )
