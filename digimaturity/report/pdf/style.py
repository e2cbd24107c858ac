"""The report's sizes, colours and measures: one place for all typography."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.lib.colors import Color, HexColor

from digimaturity.report.pdf.fonts import REGULAR, STRONG
from digimaturity.tokens import Palette, load_tokens

MM = 72 / 25.4

#: Page sizes in points.
PAGE_SIZES = {"A4": (595.276, 841.890), "letter": (612.0, 792.0)}

MARGIN = 25 * MM
GUTTER = 8 * MM
LINE = 4.5 * MM

PALETTE: Palette = load_tokens().light


@cache
def ink(colour: str) -> Color:
    """The colour ``#rrggbb`` as the canvas wants it."""
    return HexColor(colour)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; sizes in points. `lines` is the most lines shown, 0 for all."""

    face: str = REGULAR
    size: float = 9.1
    leading: float = LINE
    colour: str = PALETTE.ink
    align: str = "left"
    hyphenate: bool = True
    lines: int = 0

    def but(self, **changes: Any) -> Style:
        """The same with some things changed."""
        return replace(self, **changes)


BODY = Style()
LETTER = Style(size=10.2, leading=5.2 * MM)
SMALL = Style(size=8.1, leading=4 * MM)
NOTE = Style(size=7.7, leading=3.8 * MM, colour=PALETTE.secondary)
NOTE_STRONG = NOTE.but(face=STRONG, colour=PALETTE.ink)
CELL = SMALL
CELL_STRONG = SMALL.but(face=STRONG)
LABEL = NOTE
HEADLINE = Style(STRONG, 21, 26.5, hyphenate=False)
HEADING = Style(STRONG, 9.6, LINE, hyphenate=False)
GROUP = Style(STRONG, 13, 17, hyphenate=False)
KICKER = Style(STRONG, 7.7, 3.8 * MM, PALETTE.accent, hyphenate=False)
FIGURE = Style(STRONG, 46, 46, hyphenate=False)
COVER_TITLE = Style(STRONG, 36, 41.5, hyphenate=False)
COVER_SUBTITLE = Style(REGULAR, 15.5, 20, PALETTE.secondary, hyphenate=False)
