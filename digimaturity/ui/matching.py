"""What is found by a few letters: the beginnings of words, in any order, accents aside.

“ähr sö”, “ahr so” and “soe aehr” find “Tischlerei Ährenfeld & Söhne”; “hren” does not.
"""

from __future__ import annotations

import unicodedata

_WITHOUT_ACCENT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(text: str) -> str:
    """The words of `text` in small letters without accents, with one space between them."""
    plain = text.casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain.translate(_WITHOUT_ACCENT))
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def search_key(text: str) -> str:
    """What `rank` looks into: each word with a space before it, umlauts also as two letters."""
    key = folded(text)
    small = unicodedata.normalize("NFC", text.casefold())
    spelled = small.translate(_SPELLED_OUT)
    return f" {key} {folded(spelled)}" if spelled != small else f" {key}"


def rank(words: list[str], key: str) -> int | None:
    """How well `key` fits the folded words of a query; smaller is better, None: not at all.

    0: it begins with the query, 1: with the query's first word, 2: all words are begun somewhere.
    """
    if not all(f" {word}" in key for word in words):
        return None
    if not words or key.startswith(" " + " ".join(words)):
        return 0
    return 1 if key.startswith(f" {words[0]}") else 2
