"""JSON of strangers, read without trusting it."""

from __future__ import annotations

import json
from typing import Any

from digimaturity.exchange.refused import RefusedError

#: How files begin that only hold others; they are never unpacked.
_PACKED = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
)


def packed(content: bytes) -> bool:
    """Whether this is a ZIP, gzip or similar file."""
    return content.startswith(_PACKED)


def parsed(content: bytes) -> Any:  # noqa: ANN401 - what a stranger wrote is checked by the caller
    """The document in these bytes.

    Raises:
        RefusedError: ``packed``, ``not_json`` (also what is not UTF-8, nests endlessly, or holds
            NaN), ``repeated_key``.
    """
    return _decoded(content, _STRICT)


def quickly_parsed(content: bytes) -> Any:  # noqa: ANN401 - as above
    """The same, but of two equal keys the last counts: the caller counts quotation marks."""
    return _decoded(content, _QUICK)


def _decoded(content: bytes, decoder: json.JSONDecoder) -> Any:  # noqa: ANN401 - as above
    try:
        return decoder.decode(content.decode())
    except (ValueError, RecursionError) as error:
        raise RefusedError("packed" if packed(content) else "not_json") from error


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON would silently take the last of two equal keys."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RefusedError("repeated_key")
    return found


def _no_number(word: str) -> None:
    raise ValueError(word)


# Made once: making one takes as long as reading a contribution.
_STRICT = json.JSONDecoder(object_pairs_hook=_without_repetition, parse_constant=_no_number)
_QUICK = json.JSONDecoder(parse_constant=_no_number)
