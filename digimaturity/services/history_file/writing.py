"""A document as text: held against its published schema before anybody reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from digimaturity.paths import resources_dir
from digimaturity.services.text import storable


def written(document: Mapping[str, Any], schema: str) -> bytes:
    """The document in UTF-8; `schema` is the name of the schema that it follows.

    Halves of characters become the replacement character: no file can hold them.

    Raises:
        jsonschema.ValidationError: The document is not what the schema promises; a fault of ours.
    """
    from jsonschema import Draft202012Validator

    plain = json.loads(storable(json.dumps(document, ensure_ascii=False, allow_nan=False)))
    path = resources_dir() / "schemas" / f"{schema}.schema.json"
    Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(plain)
    return json.dumps(plain, ensure_ascii=False, indent=2).encode() + b"\n"
