"""Where a word may be divided: Liang's algorithm over the pattern files of pyphen.

pyphen itself takes half a second to read the German patterns, more than the rest of a report; here
only the patterns that occur in a word are ever taken apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

#: Letters that stay before a hyphen, and that go to the next line.
BEFORE = 3
BEHIND = 4

_SHORTEST = 10  # a shorter word is not divided
_LONGEST = 60  # a longer one is no word
_DICTIONARIES = {"de": "hyph_de_DE.dic", "en": "hyph_en_GB.dic"}


@lru_cache(maxsize=10_000)
def hyphen_places(word: str, language: str) -> tuple[int, ...]:
    """The places within `word` where it may be divided; none for a language without patterns."""
    if not _SHORTEST <= len(word) < _LONGEST or language not in _DICTIONARIES:
        return ()
    places = _by_patterns(word.lower(), _patterns(language))
    return tuple(
        place
        for place in sorted(places)
        # Two places side by side are a slip of the patterns: neither is trusted.
        if not places & {place - 1, place + 1}
        and BEFORE <= place <= len(word) - BEHIND
        and word[place - 1].isalpha()
        and word[place].isalpha()
    )


def _by_patterns(word: str, patterns: Mapping[str, str]) -> set[int]:
    """Odd values between letters allow a hyphen, even ones forbid it; the highest counts."""
    dotted = f".{word}."
    values = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, len(dotted) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                for offset, value in _values(pattern):
                    values[start + offset] = max(values[start + offset], value)
    return {place - 1 for place, value in enumerate(values) if value % 2}


@lru_cache(maxsize=10_000)
def _values(pattern: str) -> tuple[tuple[int, int], ...]:
    """The values of a pattern such as ``a1b2c``, each with the number of letters before it."""
    found: list[tuple[int, int]] = []
    letters = 0
    for char in pattern:
        if char.isdigit():
            found.append((letters, int(char)))
        else:
            letters += 1
    return tuple(found)


@cache
def _patterns(language: str) -> Mapping[str, str]:
    """The patterns of a language by their letters."""
    import pyphen

    path = Path(pyphen.__file__).parent / "dictionaries" / _DICTIONARIES[language]
    raw = path.read_bytes()
    charset, _, body = raw.partition(b"\n")
    encoding = charset.decode("ascii").strip()
    lines = body.decode(encoding).splitlines()
    # Digits are single bytes in every charset used, and bytes lose them ten times as fast.
    letters = body.translate(None, b"0123456789").decode(encoding).splitlines()
    # Commands and patterns that change the spelling come along: no word has their letters.
    return dict(zip(letters, lines, strict=True))
