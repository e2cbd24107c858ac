"""The marks on a page: the sender's logo and band of colour, and the watermark of a draft."""

from __future__ import annotations

from io import BytesIO
from math import atan2, degrees, hypot

from reportlab.lib.utils import ImageReader

from digimaturity.report.model.brand import Brand, Logo
from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.style import MM, ink

#: So light that words across it keep the contrast they need (4.5:1).
WATERMARK = "#eeeeee"
_LARGEST = 150.0
#: The part of the page's diagonal that the word takes.
_REACH = 0.62

#: The band of colour at the upper edge of a first page.
_BAND = 4 * MM


class LogoBlock(Block):
    """A logo, as large as fits into `width` by `height` points; at the left or right edge."""

    def __init__(self, logo: Logo, width: float, height: float, *, right: bool = False) -> None:
        super().__init__()
        scale = min(width / logo.width, height / logo.height)
        self.logo = logo
        self.size = (logo.width * scale, logo.height * scale)
        self.right = right

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """The height at that width."""
        return self.size[1]

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        own, tall = self.size
        start = left + width - own if self.right else left
        box = " ".join(f"{edge:.1f}" for edge in (start, top - tall, start + own, top))
        attributes = {
            "Alt": fonts.clean(self.logo.words),
            "A": f"<</O/Layout/Placement/Block/BBox[{box}]>>",
        }
        with canvas.content("Figure", None, attributes):
            picture = ImageReader(BytesIO(self.logo.content))
            canvas.drawImage(picture, start, top - tall, own, tall)


def draw_watermark(canvas: TaggedCanvas, size: tuple[float, float], word: str) -> None:
    """The word across the page from below; decoration, to be drawn before anything else."""
    width, height = size
    words = fonts.clean(word)
    wide = max(fonts.width(words, fonts.STRONG) / 1000, 0.01)
    letters = min(_LARGEST, hypot(width, height) * _REACH / wide)
    with canvas.artifact():
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        canvas.setFillColor(ink(WATERMARK))
        canvas.setFont(fonts.STRONG, letters)
        canvas.drawString(-wide * letters / 2, -letters / 3, words)
        canvas.restoreState()


def draw_band(canvas: TaggedCanvas, size: tuple[float, float], brand: Brand) -> None:
    """A band of the sender's colour along the upper edge; decoration, nothing without a colour."""
    if not brand.line:
        return
    with canvas.artifact():
        canvas.setFillColor(ink(brand.line))
        canvas.rect(0, size[1] - _BAND, size[0], _BAND, stroke=0, fill=1)
