"""What the JSON Schemas say against a file, in terms of its lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem
from digimaturity.paths import resources_dir


@dataclass(frozen=True, slots=True)
class Violation:
    """A fault; `hides` tells that ids may stand in the part that could not be understood."""

    problem: Problem
    hides: bool = False


def violations(root: Node, kind: str) -> Iterator[Violation]:
    """Everything in which a file does not follow the schema of its `kind`."""
    from jsonschema import Draft202012Validator

    schema = json.loads((resources_dir() / "schemas" / f"{kind}.schema.json").read_text("utf-8"))
    for error in Draft202012Validator(schema).iter_errors(root.plain()):
        yield Violation(root.problem("schema", message=error.message))
