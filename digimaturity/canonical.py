"""JSON in one form only: the same document makes the same bytes on every computer."""

from __future__ import annotations

import json

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def canonical(document: object) -> bytes:
    """The one form of a document: keys in the order of their code points, no spaces, UTF-8.

    ValueError for what JSON does not know: NaN, infinity, halves of surrogate pairs.
    """
    return _ENCODER.encode(document).encode()
