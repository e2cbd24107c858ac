"""The published schemas of problems and plans."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from digimaturity.paths import resources_dir

if TYPE_CHECKING:
    # Loaded where a file is written or read; the start does without.
    from jsonschema import Draft202012Validator


@cache
def validator(name: str) -> Draft202012Validator:
    """Holds documents against the schema of that name: ``plan-problem`` or ``plan``."""
    from jsonschema import Draft202012Validator

    path = resources_dir() / "schemas" / f"{name}.schema.json"
    return Draft202012Validator(json.loads(path.read_text("utf-8")))
