"""Reading JSON by hand, so that every fault in it is named at once with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any


@dataclass(frozen=True, slots=True)
class AnswersProblem:
    """One fault: the place in the file (``respondents[0].viewpoint``), a code and its facts."""

    where: str
    code: str
    details: Mapping[str, object] = field(default_factory=dict)


class _RepeatedKeyError(ValueError):
    """JSON would silently take the last of two equal keys."""


@dataclass(slots=True)
class Faults:
    """What is wrong with one file, in the order in which it is found."""

    problems: list[AnswersProblem] = field(default_factory=list)

    def add(self, where: str, code: str, **details: object) -> None:
        """Note a fault at this place."""
        self.problems.append(AnswersProblem(where, code, details))

    def decoded(self, content: bytes) -> object:
        """The document in these bytes; None, and a fault, where it is no JSON."""
        try:
            return json.loads(
                content, object_pairs_hook=_without_repetition, parse_constant=_no_number
            )
        except json.JSONDecodeError as error:
            self.add("", "syntax", line=error.lineno, column=error.colno)
        except _RepeatedKeyError as error:
            self.add("", "repeated", key=str(error))
        except (ValueError, RecursionError):  # not UTF-8, NaN, endless digits, endless nesting
            self.add("", "not_json")
        return None

    def record(
        self, value: object, where: str, required: Iterable[str], optional: Iterable[str] = ()
    ) -> dict[str, Any] | None:
        """A JSON object with these keys and no others; what was missing before is not repeated."""
        if not isinstance(value, dict):
            self.add(where, "object")
            return None
        known = [*required, *optional]
        for key in required:
            if key not in value:
                self.add(where, "missing", key=key)
        for key in value:
            if key not in known:
                self.add(where, "unknown_key", key=key, near=nearest(key, known))
        return {key: value[key] for key in known if key in value}

    def text(self, holder: Mapping[str, Any], key: str, where: str) -> str:
        """The text under a key; an empty one where it is missing or, with a fault, no text."""
        value = holder.get(key, "")
        if isinstance(value, str):
            return value
        self.add(_inside(where, key), "text")
        return ""


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _RepeatedKeyError(key)
        found[key] = value
    return found


def _no_number(word: str) -> None:
    raise ValueError(word)


def nearest(found: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    return next(iter(get_close_matches(found, list(known), 1)), "")


def _inside(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
