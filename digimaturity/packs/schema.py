"""What the JSON Schemas say against a file, in terms of its lines and of its author."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digimaturity.domain.questionnaire import Kind
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem, nearest
from digimaturity.paths import resources_dir

Path = tuple[str | int, ...]

#: Parts that hold ids: what is wrong with them may take ids out of sight.
_HOLDS_IDS = frozenset(
    (
        *("dimensions", "areas", "questions", "question", "strategy", "facts", "index", "items"),
        *("decisions", "measures", "plans", "languages", "id", "code"),
    )
)

_TYPES = {
    "string": "text",
    "integer": "whole",
    "number": "number",
    "boolean": "boolean",
    "array": "list",
    "object": "mapping",
}

#: So much of a wrong value is repeated in the problem.
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Violation:
    """A fault, and the part of the file of which nothing more can be said because of it.

    `hides` tells that ids may stand in that part.
    """

    problem: Problem
    path: Path
    hides: bool = False


@dataclass(frozen=True, slots=True)
class _Breach:
    """What the schema library found: the rule with its limit, the schema around it, the value."""

    path: Path
    rule: str
    limit: Any
    schema: Mapping[str, Any]
    value: Any

    @property
    def strangers(self) -> dict[str, str]:
        """The keys that nobody knows, each with the one that was probably meant."""
        known = set(self.schema["properties"])
        extra = [key for key in self.value if key not in known]
        return {key: nearest(key, known - set(self.value)) for key in extra}


def violations(root: Node, kind: str) -> Iterator[Violation]:
    """Everything in which a file does not follow the schema of its `kind`."""
    breaches = _breaches(root, kind)
    untyped = {b.path for b in breaches if b.rule == "type"}
    strange = {b.path: b.strangers for b in breaches if b.rule == "additionalProperties"}
    for breach in breaches:
        node = at(root, breach.path)
        if breach.path in untyped and breach.rule != "type":
            continue  # Of a value of another type nothing else can be said.
        if breach.rule == "additionalProperties":
            yield from _unknown(node, breach.path, breach.strangers)
        elif breach.rule == "required":
            yield from _missing(breach, node, set(strange.get(breach.path, {}).values()))
        elif breach.rule == "not":
            yield from _out_of_kind(node, breach.path, at(root, breach.path[:-1]))
        elif not (breach.rule == "oneOf" and breach.path in strange):
            yield from _wrong(breach, node)


def _breaches(root: Node, kind: str) -> list[_Breach]:
    from jsonschema import Draft202012Validator

    schema = json.loads((resources_dir() / "schemas" / f"{kind}.schema.json").read_text("utf-8"))
    return [
        _Breach(
            tuple(error.absolute_path),
            str(error.validator),
            error.validator_value,
            error.schema if isinstance(error.schema, Mapping) else {},
            error.instance,
        )
        for error in Draft202012Validator(schema).iter_errors(root.plain())
    ]


def _unknown(node: Node, path: Path, strange: dict[str, str]) -> Iterator[Violation]:
    for key, meant in strange.items():
        value = node.fields()[key]
        problem = Problem(
            node.file, node.keys[key], "key.unknown", {"key": key, "suggestion": meant}
        )
        hides = meant in _HOLDS_IDS or isinstance(value.value, dict | list)
        yield Violation(problem, (*path, meant or key), hides)


def _missing(breach: _Breach, node: Node, meant: set[str]) -> Iterator[Violation]:
    """Each missing key; the schema library says so once for each, which makes equal problems."""
    for key in breach.limit:
        if key not in breach.value and key not in meant:
            problem = node.problem("key.missing", key=key)
            yield Violation(problem, (*breach.path, key), key in _HOLDS_IDS)


def _wrong(breach: _Breach, node: Node) -> Iterator[Violation]:
    path = breach.path
    last = path[-1] if path else ""
    holds_ids = not path or last in _HOLDS_IDS or isinstance(last, int)
    match breach.rule:
        case "type":
            yield Violation(_wrong_type(breach, node, str(last)), path, holds_ids)
        case "minItems" | "maxItems":
            problem = node.problem(_length(breach), key=last, limit=breach.limit)
            yield Violation(problem, path, holds_ids)
        case "uniqueItems":
            yield Violation(_repeated(node), path)
        case "oneOf":
            yield Violation(node.problem("condition.form"), path)
        case _:
            yield Violation(_wrong_value(breach, node), path)


def _out_of_kind(node: Node, path: Path, question: Node) -> Iterator[Violation]:
    """A key that questions of this kind do not have; of an unknown kind nobody can say."""
    kind = question.text("kind") or Kind.LEVELS
    if kind in list(Kind):
        key = str(path[-1])
        problem = Problem(
            node.file, question.keys[key], "key.kind", {"key": key, "kind": str(kind)}
        )
        yield Violation(problem, path)


def _wrong_type(breach: _Breach, node: Node, key: str) -> Problem:
    wanted = breach.limit
    if node.value is None:
        return node.problem("value.empty", key=key)
    if wanted == "string" and isinstance(node.value, bool | int | float):
        return node.problem("value.quote", value=_shown(node))
    return node.problem(
        "value.type",
        key=key,
        wanted="value" if isinstance(wanted, list) else _TYPES[wanted],
        value=_shown(node),
    )


def _wrong_value(breach: _Breach, node: Node) -> Problem:
    rule, limit = breach.rule, breach.limit
    title = breach.schema.get("title", "")
    match rule:
        case "const":
            return node.problem("format", value=_shown(node))
        case "enum" if node.value is None:
            return node.problem("value.empty", key="")
        case "enum":
            choices = list(limit)
            suggestion = nearest(node.raw, choices)
            return node.problem(
                "value.choice", value=_shown(node), choices=choices, suggestion=suggestion
            )
        case "maxLength":
            return node.problem("value.long", limit=limit)
        case "pattern" if not node.raw.strip():
            return node.problem("value.empty", key="")
        case "pattern":
            return node.problem("value.form", value=_shown(node), wanted=title)
    return node.problem("value.range", value=_shown(node), rule=rule, limit=limit)


def _length(breach: _Breach) -> str:
    exact = breach.schema.get("minItems") == breach.schema.get("maxItems")
    return "list.length" if exact else {"minItems": "list.short"}.get(breach.rule, "list.long")


def _repeated(node: Node) -> Problem:
    """The first value of a list that stood in it before."""
    values = [item.plain() for item in node.items()]
    position = next(place for place, value in enumerate(values) if value in values[:place])
    item = node.items()[position]
    return item.problem("list.repeats", value=_shown(item))


def _shown(node: Node) -> str:
    return node.raw if len(node.raw) <= _SHOWN else node.raw[:_SHOWN] + "…"


def at(root: Node, path: Path) -> Node:
    """The node at `path`, or the last one on the way to it."""
    node = root
    for key in path:
        inner = node.get(key) if isinstance(key, str) else node.items()[key]
        if inner is None:
            return node
        node = inner
    return node
