"""Words of a chart in several lines, and how many these will be before anything is measured."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from digimaturity.charts.surface import Surface

#: How wide letters of the type are, as a share of the size; all others are as wide as the last.
_WIDTHS = (
    (" .,:;!ijl’", 0.27),
    ("frt()-/I", 0.36),
    ("mwMW", 0.86),
    ("abcdeghknopqsuvxyzäöü?", 0.55),
    ("", 0.65),
)

#: The strong cut is that much wider.
_STRONG = 1.04


@lru_cache(4096)
def width_of(words: str, size: float, *, strong: bool = False) -> float:
    """About how wide words are, in points; a surface knows it exactly."""
    shares = (next(share for these, share in _WIDTHS if one in these or not these) for one in words)
    return sum(shares) * size * (_STRONG if strong else 1.0)


def lines_needed(words: str, room: float, size: float, most: int, *, strong: bool = False) -> int:
    """How many lines words will need, at most so many; a height is asked before there is a surface.

    Rather more than less.
    """
    return len(_broken(words, 0.98 * room, most, lambda one: width_of(one, size, strong=strong)))


def broken(
    sheet: Surface, words: str, room: float, most: int, *, size: float, strong: bool = False
) -> list[str]:
    """The words in as many lines as they need, at most so many; the last one may be too long."""
    return _broken(words, room, most, lambda one: sheet.text_width(one, size, strong=strong))


def _broken(words: str, room: float, most: int, width: Callable[[str], float]) -> list[str]:
    found = [""]
    for word in words.split(" "):
        longer = f"{found[-1]} {word}".strip()
        if not found[-1] or len(found) == most or width(longer) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found
