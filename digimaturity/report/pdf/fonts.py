"""The report's type: bundled faces, which of them has a character, and how wide text is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from digimaturity.paths import resources_dir

REGULAR = "PlexSans"
STRONG = "PlexSans-SemiBold"
SYMBOLS = "DejaVuSans"

_FILES = {
    REGULAR: "IBMPlexSans-Regular.ttf",
    STRONG: "IBMPlexSans-SemiBold.ttf",
    SYMBOLS: "DejaVuSans.ttf",
}
#: Stands for a character that no bundled face has; both Plex faces have it.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Face:
    """One registered face: the characters it has, and their widths in thousandths of the size."""

    name: str
    widths: dict[str, float]
    characters: frozenset[str]
    ascent: float
    descent: float
    cap_height: float


@cache
def face(name: str) -> Face:
    """The face of that name, read and registered with reportlab on first use."""
    font = TTFont(name, str(resources_dir() / "fonts" / _FILES[name]))
    pdfmetrics.registerFont(font)
    metrics = font.face
    widths = {
        chr(code): float(metrics.charWidths[code])
        for code in metrics.charToGlyph
        if code in metrics.charWidths
    }
    # reportlab sets the no-break space as a space.
    widths["\N{NO-BREAK SPACE}"] = widths[" "]
    return Face(name, widths, frozenset(widths), metrics.ascent, metrics.descent, metrics.capHeight)


@lru_cache(maxsize=2_000)
def clean(text: str, *, lines: bool = False) -> str:
    """Text as it may be drawn: composed (NFC), without control and direction characters.

    Runs of white space become one space; with `lines` line breaks stay, but no empty lines. A
    number keeps its sign of per cent or euro on its line.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    composed = _SIGN.sub("\N{NO-BREAK SPACE}", composed)
    if lines:
        kept = [_squeezed(line) for line in composed.split("\n")]
        return "\n".join(line for line in kept if line)
    return _squeezed(composed)


def _squeezed(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spaced = "".join(" " if char.isspace() and char not in _NO_BREAK else char for char in text)
    kept = "".join(char for char in spaced if unicodedata.category(char) not in _UNPRINTABLE)
    return " ".join(part for part in kept.split(" ") if part)


_SIGN = re.compile(r"(?<=\d) (?=[%‰€])")
_NO_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
#: Control, format (directions, joiners), surrogate, private use, not assigned.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@lru_cache(maxsize=20_000)
def runs(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """`text` as (face, text) pairs, each in a face that has all its characters.

    What the wanted face lacks is set in the symbols face, and what that lacks as U+FFFD: a missing
    glyph would otherwise be drawn as nothing at all.
    """
    if face(name).characters.issuperset(text):
        return ((name, text),) if text else ()
    return tuple(_split(text, name))


def _split(text: str, name: str) -> Iterator[tuple[str, str]]:
    wanted, symbols = face(name).characters, face(SYMBOLS).characters

    def chosen(char: str) -> str:
        return SYMBOLS if char not in wanted and char in symbols else name

    for key, group in groupby(text, chosen):
        part = "".join(group)
        if key == name:
            part = "".join(char if char in wanted else REPLACEMENT for char in part)
        yield key, part


@lru_cache(maxsize=50_000)
def width(text: str, name: str) -> float:
    """Width of `text` in thousandths of the size, with the fallbacks of :func:`runs`."""
    total = 0.0
    for key, part in runs(text, name):
        widths = face(key).widths
        total += sum([widths[char] for char in part])
    return total
