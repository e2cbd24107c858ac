"""The document as a file: held against its published schema, with the hash of its content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from digimaturity.canonical import canonical
from digimaturity.paths import resources_dir
from digimaturity.services.text import storable

if TYPE_CHECKING:
    # Loaded where a file is written or read; the start does without.
    from jsonschema import Draft202012Validator

_HASH = "content_hash"


def written(document: Mapping[str, Any]) -> bytes:
    """The file of a document, in UTF-8, with the hash of its content as its last entry.

    Halves of characters become the replacement character: no file can hold them.

    Raises:
        jsonschema.ValidationError: The document is not what the schema promises; a fault of ours.
    """
    plain = json.loads(storable(json.dumps(document, ensure_ascii=False, allow_nan=False)))
    whole = {**plain, _HASH: hash_of(plain)}
    validator().validate(whole)
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def hash_of(document: Mapping[str, Any]) -> str:
    """The SHA-256, in hexadecimal digits, of the canonical form of all but the hash itself."""
    return sha256(canonical({k: v for k, v in document.items() if k != _HASH})).hexdigest()


@cache
def validator() -> Draft202012Validator:
    """Holds documents against the published schema."""
    from jsonschema import Draft202012Validator

    path = resources_dir() / "schemas" / "evaluation.schema.json"
    return Draft202012Validator(json.loads(path.read_text("utf-8")))
