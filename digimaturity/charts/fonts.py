"""matplotlib with the bundled type only: no search of the system, its cache in our own folder."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache

from digimaturity.paths import cache_dir, resources_dir

# Both must be set before matplotlib is first imported. A frozen program has the first set already,
# to a folder that is thrown away. The second makes matplotlib ignore fonts that are given to it
# later, too, so it is taken back at once.
os.environ["MPLCONFIGDIR"] = str(cache_dir() / "matplotlib")
os.environ["MPL_IGNORE_SYSTEM_FONTS"] = "1"
try:
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font, LoadFlags
finally:
    del os.environ["MPL_IGNORE_SYSTEM_FONTS"]

REGULAR = "IBMPlexSans-Regular.ttf"
STRONG = "IBMPlexSans-SemiBold.ttf"
SYMBOLS = "DejaVuSans.ttf"
FAMILIES = ("IBM Plex Sans", "DejaVu Sans")
STRONG_WEIGHT = 600
_ELLIPSIS = "…"
#: Stands for a character that no bundled face has.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@cache
def properties(size: float, *, strong: bool) -> font_manager.FontProperties:
    """The type of a label: size in points, regular or semi-bold."""
    _register()
    return font_manager.FontProperties(
        family=list(FAMILIES), size=size, weight=STRONG_WEIGHT if strong else 400
    )


@cache
def _register() -> None:
    manager = font_manager.fontManager
    for file in (REGULAR, STRONG, SYMBOLS):
        manager.addfont(str(resources_dir() / "fonts" / file))
    # The symbols have one weight, which stands for the strong one, too.
    manager.ttflist.append(replace(manager.ttflist[-1], weight=STRONG_WEIGHT))


def text_width(text: str, size: float, *, strong: bool = False) -> float:
    """The width of a label in points."""
    return sum(_advance(char, strong=strong) for char in text) * size


def fitted(text: str, width: float, size: float, *, strong: bool = False) -> str:
    """`text`, cut with an ellipsis where it is wider than `width` points."""
    if text_width(text, size, strong=strong) <= width:
        return text
    room = width - text_width(_ELLIPSIS, size, strong=strong)
    used, kept = 0.0, ""
    for char in text:
        used += _advance(char, strong=strong) * size
        if used > room:
            break
        kept += char
    return kept.rstrip(" ,;:–") + _ELLIPSIS


@cache
def _advance(char: str, *, strong: bool) -> float:
    """The advance of one character as a share of the size; of a mark for one that no face has."""
    code, font = ord(char), _face(STRONG if strong else REGULAR)
    if not font.get_char_index(code):
        font = _face(SYMBOLS)
        code = code if font.get_char_index(code) else ord(REPLACEMENT)
    glyph = font.load_char(code, LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance / font.units_per_EM)


@cache
def _face(file: str) -> FT2Font:
    return font_manager.get_font(str(resources_dir() / "fonts" / file))
