"""Finding by the beginnings of words, whatever their accents and case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize

#: Letters that are no base letter with an accent, and how they are typed without.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th"})

#: How umlauts are typed where the keyboard has none.
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


def folded(text: str) -> str:
    """`text` in lower case and without accents: Größe is grosse, Łódź lodz."""
    if text.isascii():
        return text.lower()
    apart = normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not combining(letter)).translate(_LETTERS)


def findable(texts: Iterable[str]) -> str:
    """What `Wanted.within` looks in: all words, each behind a space; umlauts in both spellings."""
    words: list[str] = []
    for text in texts:
        words += _words(folded(text))
        if not text.isascii():
            words += _words(folded(normalize("NFC", text).casefold().translate(_UMLAUTS)))
    return " " + " ".join(words)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed to find something; each word must begin one that is there."""

    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, typed: str) -> Wanted:
        """What was typed, in a field of a search; nothing finds everything."""
        return cls(tuple(f" {word}" for word in _words(folded(typed))))

    def within(self, findable_text: str) -> bool:
        """Whether all of it is there."""
        return all(word in findable_text for word in self.words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
