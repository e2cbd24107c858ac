"""How alike two texts are, told by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations


def words(text: str) -> list[str]:
    """The words of `text` without case; digits count."""
    return re.findall(r"\w+", text.casefold())


def likeness(one: str, other: str) -> float:
    """The share of words that both have in the same order, 0 to 1 (difflib's ratio)."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def shared(one: str, other: str) -> float:
    """The share of longer words of the poorer text that the other has too, in any order, 0 to 1."""
    own, others = ({word for word in words(text) if len(word) >= 4} for text in (one, other))
    return len(own & others) / max(1, min(len(own), len(others)))


def too_alike(texts: Iterable[tuple[str, str]], bound: float) -> list[tuple[str, str, float]]:
    """The names of any two of the named texts whose likeness reaches `bound`."""
    return [
        (one, other, round(found, 2))
        for (one, text), (other, twin) in combinations(texts, 2)
        if (found := likeness(text, twin)) >= bound
    ]
