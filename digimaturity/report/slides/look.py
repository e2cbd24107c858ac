"""The look of the slides: where things stand (in points), sizes of type, and colours."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.util import Emu, Pt

from digimaturity.report.model.parts import Hue
from digimaturity.tokens import Palette, load_tokens

#: The page, 16:9, and the grid on it.
WIDTH, HEIGHT = 960.0, 540.0
LEFT = 54.0
MEASURE = WIDTH - 2 * LEFT
GUTTER = 36.0


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """The same in the unit of the file."""
        return emu(self.left), emu(self.top), emu(self.width), emu(self.height)

    def below(self, height: float) -> Box:
        """What remains under the first `height` points."""
        return Box(self.left, self.top + height, self.width, self.height - height)


def emu(points: float) -> Emu:
    """Points in the unit of the file."""
    return Emu(Pt(1) * round(points * 100) // 100)


BAR = Box(LEFT, 0, 44, 8)
MARK = Box(LEFT + MEASURE - 300, 14, 300, 16)
TITLE = Box(LEFT, 34, MEASURE, 68)
LEAD = Box(LEFT, 106, MEASURE, 37)
CONTENT = Box(LEFT, 156, MEASURE, 308)
SOURCE = Box(LEFT, 472, MEASURE, 26)
RULE_TOP = 503.0
FOOT = Box(LEFT, 510, MEASURE - 80, 16)
NUMBER = Box(LEFT + MEASURE - 70, 510, 70, 16)

COVER_SENDER = Box(LEFT, 36, 560, 20)
COVER_LOGO = Box(LEFT + MEASURE - 160, 36, 160, 54)
COVER_TITLE = Box(LEFT, 92, MEASURE, 108)
COVER_LINE = Box(LEFT, 206, MEASURE, 48)
COVER_CHART = Box(LEFT, 268, MEASURE, 208)
COVER_NOTE = Box(LEFT, 498, MEASURE, 28)

#: Sizes of type to try, the usual one first.
TITLE_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
COVER_SIZES = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
LEAD_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
SOURCE_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
BODY_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
SMALL = 10.0
HEADING = 14.0


def palette() -> Palette:
    """The colours of light pages."""
    return load_tokens().light


def rgb(colour: str) -> RGBColor:
    """``#RRGGBB`` as the library wants it."""
    return RGBColor(*bytes.fromhex(colour[1:]))


def fill(hue: Hue | None) -> str:
    """The colour of a dimension's bars; without one that of the firm."""
    colours = palette()
    return colours.dimension(hue.id, hue.place) if hue else colours.accent


def ink(hue: Hue | None) -> str:
    """The colour of a dimension's words."""
    colours = palette()
    return colours.dimension_text(hue.id, hue.place) if hue else colours.secondary
