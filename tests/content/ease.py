"""How easily a text reads: LIX for German, Flesch's reading ease for English.

The formulas and the count of syllables are those of the library `readability`; dividing a text
into words and sentences is ours, since the library leaves it to its caller.
"""

from __future__ import annotations

import re

from readability import LIX, FleschReadingEase
from readability.langdata import countsyllables_en

#: LIX counts as long what has more than six letters.
_LONG = 7


def words(text: str) -> list[str]:
    """The words of `text`; what a hyphen or an apostrophe joins is one."""
    return re.findall(r"\w+(?:[-’']\w+)*", text)


def sentences(text: str) -> int:
    """How many sentences `text` has; colon and semicolon end none, which is the stricter way."""
    parts = re.split(r"[.?!]+[”“]?(?:\s+|$)", text)
    return sum(bool(re.search(r"\w", part)) for part in parts)


def lix(text: str) -> float:
    """Björnsson's readability index: 40 is an ordinary newspaper, 60 and more official language.

    Words a sentence, plus the percentage of words with more than six letters.
    """
    found = words(text)
    long = sum(len(word) >= _LONG for word in found)
    return float(LIX(len(found), long, sentences(text)))


def flesch(text: str) -> float:
    """Flesch's reading ease: 60 to 70 plain English, under 30 very hard.

    The library's count ends at no syllable for words such as "the"; none has fewer than one.
    """
    found = words(text)
    syllables = sum(max(1, countsyllables_en(word.casefold())) for word in found)
    return float(FleschReadingEase(syllables, len(found), sentences(text)))
