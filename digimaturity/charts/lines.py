"""Words of a chart in several lines, and how many these will be before anything is measured."""

from __future__ import annotations

from math import ceil

from digimaturity.charts.surface import Surface

#: The width of a letter on average, as a share of the size; rather more than less.
_LETTER = 0.53


def width_of(words: str, size: float) -> float:
    """About how wide words are, in points."""
    return len(words) * _LETTER * size


def lines_needed(words: str, room: float, size: float, most: int) -> int:
    """About how many lines words need, at most so many.

    A drawing knows better, yet comes too late for a height.
    """
    return min(max(ceil(width_of(words, size) / room), 1), most)


def broken(
    sheet: Surface, words: str, room: float, most: int, *, size: float, strong: bool = False
) -> list[str]:
    """The words in as many lines as they need, at most so many; the last one may be too long."""
    found = [""]
    for word in words.split(" "):
        longer = f"{found[-1]} {word}".strip()
        fits = sheet.text_width(longer, size, strong=strong) <= room
        if fits or not found[-1] or len(found) == most:
            found[-1] = longer
        else:
            found.append(word)
    return found
