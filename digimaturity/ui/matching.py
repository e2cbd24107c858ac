"""What is found by a few letters: the beginnings of words, in any order, accents aside.

“ähr sö”, “ahr so” and “soe aehr” find “Tischlerei Ährenfeld & Söhne”; “hren” does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol, TypeVar

_WITHOUT_ACCENT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_ACCENT = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(text: str) -> str:
    """The words of `text` in small letters without accents, with one space between them."""
    plain = text.casefold()
    if not plain.isascii():
        plain = _ACCENT.sub("", unicodedata.normalize("NFKD", plain.translate(_WITHOUT_ACCENT)))
    return " ".join(_WORD.findall(plain))


def search_key(text: str) -> str:
    """What `best` looks into: each word with a space before it, umlauts also as two letters."""
    key = folded(text)
    small = unicodedata.normalize("NFC", text.casefold())
    spelled = small.translate(_SPELLED_OUT)
    return f" {key} {folded(spelled)}" if spelled != small else f" {key}"


class Searchable(Protocol):
    """What is looked for: `search` is its `search_key`."""

    @property
    def search(self) -> str:
        """The words that it is found by."""


T = TypeVar("T", bound=Searchable)


def best(query: str, rows: Sequence[T], most: int) -> list[T]:
    """At most so many of the rows that have a word for each word of the query, best first.

    What begins with the query goes first, then what begins with its first word.
    """
    words = folded(query).split()
    hits = list(rows)
    for word in words:
        begun = f" {word}"
        hits = [row for row in hits if begun in row.search]
    if not words or len(hits) == 1:
        return hits[:most]
    whole, first = " " + " ".join(words), f" {words[0]}"
    ranks: tuple[list[T], ...] = ([], [], [])
    for row in hits:
        key = row.search
        ranks[0 if key.startswith(whole) else 1 if key.startswith(first) else 2].append(row)
        if len(ranks[0]) == most:
            break
    return [row for rank in ranks for row in rank][:most]
