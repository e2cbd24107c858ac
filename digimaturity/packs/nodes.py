"""Strict reading of one YAML file: nothing is guessed, and every value knows its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Any

from digimaturity.packs.problems import Problem

if TYPE_CHECKING:
    from yaml.events import Event, ScalarEvent

#: Lists and mappings inside each other; a pack needs about a dozen.
DEEPEST = 40

Scalar = str | int | float | bool | None

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Beyond this an integer is no longer exact in JSON.
_EXACT = 2**53


@dataclass(slots=True)
class Node:
    """A value of a YAML file with its place; `raw` is a scalar as it was written.

    `line` counts from 1. A list or mapping that stands under a key has the line of that key, which
    is where a reader looks. `keys` holds the line of each key of a mapping.
    """

    file: str
    line: int
    value: dict[str, Node] | list[Node] | Scalar
    raw: str = ""
    keys: dict[str, int] = field(default_factory=dict)

    def plain(self) -> Any:  # noqa: ANN401 - it is whatever the author wrote
        """The value without places, as JSON knows it."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def get(self, key: str) -> Node | None:
        """The value under `key`; None where there is none, or where this is no mapping."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def fields(self) -> dict[str, Node]:
        """The mapping; empty where this is none."""
        return self.value if isinstance(self.value, dict) else {}

    def items(self) -> list[Node]:
        """The list; empty where this is none."""
        return self.value if isinstance(self.value, list) else []

    def all(self) -> Iterator[Node]:
        """This value and every one below it."""
        yield self
        for child in [*self.fields().values(), *self.items()]:
            yield from child.all()

    def text(self, key: str) -> str | None:
        """The text under `key`; None where there is none."""
        node = self.get(key)
        return node.value if node is not None and isinstance(node.value, str) else None

    def problem(self, code: str, **details: object) -> Problem:
        """A fault at this place."""
        return Problem(self.file, self.line, code, details)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, as far as it could be read; None where it could not be."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def parse_yaml(data: bytes, name: str) -> Reading:
    """The nodes of a file's bytes, or what is wrong with them."""
    text, problem = decoded(data, name)
    if problem:
        return Reading(None, (problem,))
    from yaml import CSafeLoader, YAMLError, parse

    builder = _Builder(name)
    try:
        for event in parse(text, CSafeLoader):
            builder.take(event)
    except _StopReadingError as stop:
        return Reading(None, (*builder.problems, stop.problem))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        syntax = Problem(name, mark.line + 1 if mark else 1, "yaml.syntax", {"reason": reason})
        return Reading(None, (*builder.problems, syntax))
    if builder.root is None:
        return Reading(None, (Problem(name, 1, "file.empty"),))
    return Reading(builder.root, tuple(builder.problems))


def decoded(data: bytes, name: str) -> tuple[str, Problem | None]:
    """The text of UTF-8 bytes, or the line with the first byte or character that may not be."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Problem(name, line, "file.encoding")
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        return "", Problem(name, line, "file.character", {"character": f"U+{ord(found[0]):04X}"})
    return text, None


class _StopReadingError(Exception):
    """The rest of the file cannot be read with any sense."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; `key` waits for its value."""

    node: Node
    key: str | None = None
    key_line: int = 0
    #: The value of a repeated key is read, and left out.
    dropped: bool = False


@dataclass(slots=True)
class _Builder:
    """Makes nodes of the parser's events, without recursion, so that no nesting can hurt."""

    name: str
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def take(self, event: Event) -> None:
        from yaml import events

        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case events.AliasEvent():
                raise self._stop(line, "yaml.alias")
            case events.NodeEvent() if event.anchor is not None:
                raise self._stop(line, "yaml.alias")
            case events.ScalarEvent():
                self._scalar(event, line)
            case events.MappingStartEvent():
                self._open(event, line, {})
            case events.SequenceStartEvent():
                self._open(event, line, [])
            case events.CollectionEndEvent():
                self.stack.pop()
            case events.DocumentStartEvent() if self.root is not None:
                raise self._stop(line, "yaml.documents")

    def _scalar(self, event: ScalarEvent, line: int) -> None:
        text = str(event.value)
        self._refuse_tag(event.tag, line)
        found = _FORBIDDEN.search(text)
        if found:
            character = f"U+{ord(found[0]):04X}"
            self.problems.append(
                Problem(self.name, line, "file.character", {"character": character})
            )
        if self._wants_key():
            self._key(text, line)
        else:
            value = _resolved(text) if event.implicit[0] else text
            self._place(Node(self.name, line, value, text))

    def _open(self, event: Any, line: int, value: dict[str, Node] | list[Node]) -> None:  # noqa: ANN401 - two kinds of event that share no type
        self._refuse_tag(event.tag, line)
        if self._wants_key():
            raise self._stop(line, "yaml.key")
        if len(self.stack) >= DEEPEST:
            raise self._stop(line, "yaml.deep", limit=DEEPEST)
        place = self.stack[-1] if self.stack else None
        under_key = place is not None and isinstance(place.node.value, dict)
        node = Node(self.name, place.key_line if place and under_key else line, value)
        self._place(node)
        self.stack.append(_Open(node))

    def _wants_key(self) -> bool:
        top = self.stack[-1] if self.stack else None
        return top is not None and isinstance(top.node.value, dict) and top.key is None

    def _key(self, key: str, line: int) -> None:
        top = self.stack[-1]
        top.key, top.key_line = key, line
        first = top.node.keys.setdefault(key, line)
        top.dropped = key in top.node.fields()
        if top.dropped:
            details = {"key": key, "first": first}
            self.problems.append(Problem(self.name, line, "yaml.duplicate", details))

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top.node.value, list):
            top.node.value.append(node)
            return
        if not top.dropped and top.key is not None:
            top.node.fields()[top.key] = node
        top.key = None

    def _refuse_tag(self, tag: str | None, line: int) -> None:
        if tag is not None:
            self.problems.append(Problem(self.name, line, "yaml.tag", {"tag": tag}))

    def _stop(self, line: int, code: str, **details: object) -> _StopReadingError:
        return _StopReadingError(Problem(self.name, line, code, details))


def _resolved(text: str) -> Scalar:
    """What a plain scalar means: true, false, nothing, a finite number in JSON's form, or text."""
    if text in _WORDS:
        return _WORDS[text]
    if not _NUMBER.fullmatch(text):
        return text
    number = float(text)
    if not isfinite(number):
        return text
    return int(number) if number.is_integer() and abs(number) < _EXACT else number
