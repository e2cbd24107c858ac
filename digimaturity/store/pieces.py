"""How an attached file is cut, so that each piece is written in a few milliseconds."""

from __future__ import annotations

from collections.abc import Iterator

#: Size of a piece in bytes.
_PIECE = 500_000


def pieces_of(content: bytes) -> Iterator[bytes]:
    """The pieces in their order; none of an empty file."""
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE]
