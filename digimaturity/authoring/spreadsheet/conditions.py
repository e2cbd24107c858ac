"""Conditions as one line of text: ``security.restore >= 2 and not (fact.cloud = yes)``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: A condition in the form in which packs write it.
Plain = Mapping[str, Any]

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<sign>>=|≥|>|=|\(|\))
      | "(?P<quoted>[^"]*)"
      | (?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])
      | (?P<word>[A-Za-z_][\w.]*)
    )""",
    re.VERBOSE,
)
_RESERVED = frozenset({"and", "or", "not", "any", "all", "yes", "no"})
_WORD = re.compile(r"[A-Za-z_][\w.]*")
_SIGNS = {">=": "at_least", "≥": "at_least", ">": "more_than", "=": "equals"}
#: Parentheses inside each other; more than any pack can have.
_DEEPEST = 100


def condition_text(condition: Plain) -> str:
    """The condition as text; `condition_of_text` is its inverse."""
    for name, word in (("any", " or "), ("all", " and ")):
        if name in condition:
            parts = [condition_text(part) for part in condition[name]]
            if len(parts) == 1:
                return f"{name}({parts[0]})"
            joined = zip(condition[name], parts, strict=True)
            return word.join(f"({text})" if _joined(part) else text for part, text in joined)
    if "not" in condition:
        return f"not ({condition_text(condition['not'])})"
    sign, name = next((sign, name) for sign, name in _SIGNS.items() if name in condition)
    return f"{_named(condition['question'])} {sign} {_operand(condition[name])}"


def _joined(condition: Plain) -> bool:
    return any(len(condition.get(name, ())) > 1 for name in ("any", "all"))


def _named(name: str) -> str:
    return f'"{name}"' if name in _RESERVED or not _WORD.fullmatch(name) else name


def _operand(value: float | bool | str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _named(value) if isinstance(value, str) else repr(value)


def condition_of_text(text: str) -> Plain | None:
    """The condition that a text states, or None where it states none."""
    tokens = _tokens(text)
    if not tokens:
        return None
    parser = _Parser(tokens)
    try:
        found = parser.either(0)
    except _NotAConditionError:
        return None
    return found if parser.place == len(tokens) else None


def _tokens(text: str) -> list[tuple[str, str]]:
    """Pairs of kind and text; empty where some of the text is none."""
    found = []
    place, text = 0, text.strip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            return []
        found.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return found


class _NotAConditionError(Exception):
    """The text is no condition."""


@dataclass(slots=True)
class _Parser:
    tokens: list[tuple[str, str]]
    place: int = 0

    def either(self, depth: int) -> Plain:
        """Parts joined by *or*."""
        return self._joined("any", "or", depth)

    def _joined(self, name: str, word: str, depth: int) -> Plain:
        if depth > _DEEPEST:
            raise _NotAConditionError
        parts = [self._part(name, depth)]
        while self._take("word", word):
            parts.append(self._part(name, depth))
        return {name: parts} if len(parts) > 1 else parts[0]

    def _part(self, name: str, depth: int) -> Plain:
        return self._joined("all", "and", depth) if name == "any" else self._single(depth)

    def _single(self, depth: int) -> Plain:
        if self._take("word", "not"):
            if depth > _DEEPEST:
                raise _NotAConditionError
            return {"not": self._single(depth + 1)}
        for name in ("any", "all"):
            if self._next() == ("word", name) and self._next(1) == ("sign", "("):
                self.place += 1
                return {name: [self._single(depth)]}
        if self._take("sign", "("):
            found = self.either(depth + 1)
            if not self._take("sign", ")"):
                raise _NotAConditionError
            return found
        return self._comparison()

    def _comparison(self) -> Plain:
        kind, question = self._any()
        sign_kind, sign = self._any()
        named = kind == "quoted" or (kind == "word" and question not in _RESERVED)
        if not named or sign_kind != "sign" or sign not in _SIGNS:
            raise _NotAConditionError
        return {"question": question, _SIGNS[sign]: self._value()}

    def _value(self) -> float | bool | str:
        kind, text = self._any()
        if kind == "number":
            number = float(text)
            return int(number) if number.is_integer() else number
        if kind == "word" and text in ("yes", "no"):
            return text == "yes"
        if kind == "quoted" or (kind == "word" and text not in _RESERVED):
            return text
        raise _NotAConditionError

    def _next(self, ahead: int = 0) -> tuple[str, str]:
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else ("", "")

    def _any(self) -> tuple[str, str]:
        token = self._next()
        self.place += 1
        return token

    def _take(self, kind: str, text: str) -> bool:
        if self._next() != (kind, text):
            return False
        self.place += 1
        return True
