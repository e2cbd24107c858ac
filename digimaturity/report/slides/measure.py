"""How much room text takes: widths from the bundled type, lines as a slide breaks them."""

from __future__ import annotations

import re
from functools import lru_cache

from digimaturity.report.pdf.fonts import REGULAR, STRONG, SYMBOLS, face

#: A line of type is so many times its size high; slides set it so, whatever the type.
LINE = 1.2
#: Where our type is not installed another stands in, and may run wider.
_WIDER = 1.03
_ELLIPSIS = "…"
#: A line may break after a space, a hyphen or a slash; not at a no-break space.
_STRETCH = re.compile(r"([^ \t\-/–]*[\-/–]*)([ \t]*)")
#: No letter is narrower than this share of its size, or hardly any.
_NARROW = 0.15


def text_width(text: str, size: float, *, strong: bool = False) -> float:
    """The width of one line in points, with some room for another type."""
    return sum(word + space for word, space in _measured(text, strong)) * size


@lru_cache(maxsize=1000)
def _measured(line: str, strong: bool) -> tuple[tuple[float, float], ...]:
    """Each stretch that is not broken, and the space after it, in widths as shares of the size."""
    stretches = (match.groups() for match in _STRETCH.finditer(line))
    return tuple((_width(word, strong), _width(space, strong)) for word, space in stretches)


@lru_cache(maxsize=20_000)
def _width(text: str, strong: bool) -> float:
    return sum(_advance(char, strong) for char in text) * _WIDER


@lru_cache(maxsize=5000)
def _advance(char: str, strong: bool) -> float:
    """Share of the size; a character that no bundled face has is taken for a square."""
    for name in (STRONG if strong else REGULAR, SYMBOLS):
        widths = face(name).widths
        if char in widths:
            return widths[char] / 1000
    return 1.0


def line_count(text: str, width: float, size: float, *, strong: bool = False) -> int:
    """The number of lines within `width` points; a word that is wider is broken anywhere."""
    return sum(_lines(line, width / size, strong=strong) for line in text.split("\n"))


def _lines(text: str, width: float, *, strong: bool) -> int:
    lines, used = 1, 0.0
    for word, space in _measured(text, strong):
        room = word
        if used and used + room > width:
            lines, used = lines + 1, 0.0
        if room > width:
            # Each of its lines may be short of the next letter, which is one size wide at most.
            more = int(room // max(width - 1, 1))
            lines, room = lines + more, max(room - more * (width - 1), 0.0)
        used += room + space
    return lines


def text_height(text: str, width: float, size: float, *, strong: bool = False) -> float:
    """The height in points of a paragraph within `width` points; nothing for an empty one."""
    return line_count(text, width, size, strong=strong) * size * LINE if text else 0.0


def longest_word(text: str, size: float, *, strong: bool = False) -> float:
    """The width of what is not broken between lines, where it is longest."""
    return max((word for word, _ in _measured(text, strong)), default=0.0) * size


def one_line(text: str, width: float, size: float, least: float, *, strong: bool = False) -> float:
    """A size from `size` down to `least` at which the text stands on one line, else `size`."""
    for step in range(int((size - least) * 2) + 1):
        if line_count(text, width, size - step / 2, strong=strong) == 1:
            return size - step / 2
    return size


def fitting_size(
    text: str, width: float, height: float, sizes: tuple[float, ...], *, strong: bool = False
) -> float:
    """The first of `sizes` at which the text fits, else the last."""
    for size in sizes:
        if text_height(text, width, size, strong=strong) <= height:
            return size
    return sizes[-1]


def cut(text: str, width: float, size: float, lines: int, *, strong: bool = False) -> str:
    """The text, or as much of its beginning as stands on so many lines, with an ellipsis."""
    if line_count(text, width, size, strong=strong) <= lines:
        return text
    text = text[: int(lines * width / (size * _NARROW)) + 1]
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        tried = text[:middle].rstrip() + _ELLIPSIS
        if line_count(tried, width, size, strong=strong) <= lines:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,;:–") + _ELLIPSIS
