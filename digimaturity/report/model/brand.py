"""What makes a report that of its sender: a logo, and a colour for lines and the cover."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as a PNG file in sRGB without transparency, on white; sizes in pixels.

    `words` are its alternative text.
    """

    content: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Brand:
    """The sender's marks. Both colours are ``#rrggbb``, empty where none was chosen.

    `line` is the colour itself, for lines and areas that say nothing; `ink` is the same hue, dark
    enough for words on white, also across the watermark of a draft.
    """

    logo: Logo | None = None
    line: str = ""
    ink: str = ""


#: A report that shows nobody's marks.
NO_BRAND = Brand()
