"""A fault of a pack, with its place, and what to tell its author."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from digimaturity.i18n import Translate


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in a file of a pack.

    `file` is the path relative to the pack, with slashes; `line` counts from 1. `code` is a stable
    key and `details` the facts that the sentence needs: texts, numbers, or lists of texts.
    """

    file: str
    line: int
    code: str
    details: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, t: Translate) -> str:
        """What is wrong and how to mend it, in the user's language."""
        from digimaturity.packs.wording import sentence

        return sentence(self.code, self.details, t)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty text."""
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), 1)
    return near[0] if near else ""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    unique = {(p.file, p.line, p.code, repr(sorted(p.details.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def to_plain(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The problems as JSON values."""
    return [asdict(problem) for problem in problems]


def from_plain(plain: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    """The problems from JSON values."""
    return tuple(Problem(**fields) for fields in plain)
