"""A sender's colour: read, measured against white, and darkened until words in it can be read."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

#: Contrast on white with which words also keep the 4.5:1 of WCAG 2.2 AA across the grey watermark
#: of a draft.
WORDS = 5.25

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})\Z")
_STEPS = 100


def colour_of(text: str) -> str:
    """``#rrggbb`` in small letters; empty where `text` is no such colour."""
    found = _COLOUR.match(text.strip())
    return f"#{found[1].lower()}" if found else ""


def contrast_on_white(colour: str) -> float:
    """How far ``#rrggbb`` stands out on white: 1 (white) to 21 (black), by WCAG 2.2."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darkened(colour: str) -> str:
    """The same hue, as much darker as words on white need."""
    hue, light, strength = rgb_to_hls(*_channels(colour))
    darker = (
        hls_to_rgb(hue, light * (_STEPS - step) / _STEPS, strength) for step in range(_STEPS + 1)
    )
    codes = ("#" + "".join(f"{round(one * 255):02x}" for one in found) for found in darker)
    return next(code for code in codes if contrast_on_white(code) >= WORDS)  # black has 21


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    """The channel as an amount of light (sRGB)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - as WCAG has it
