"""A chart as a picture: not all that reads Word's files shows vectors."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from digimaturity.charts.fonts import REGULAR, REPLACEMENT, SYMBOLS
from digimaturity.paths import resources_dir

# isort: split
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

from digimaturity.report.word.template import PALETTE

_DPI = 200
#: So many points stand at the right of a chart, for letters that reach over its edge.
EDGE = 1.5
_POINTS = 72
#: Charts have few colours; so many keep the edges of letters smooth, at a third of the size.
_COLOURS = 64
_NEARLY = 253


def png(figure: Figure, left: float = 0.0) -> bytes:
    """The chart on the colour of paper, with `left` points added for what stands beside it.

    The ground is not left open: Word may show its pages dark.
    """
    figure.set_dpi(_DPI)
    width, height = figure.get_size_inches()
    figure.set_size_inches(width + (left + EDGE) / _POINTS, height)
    if left:
        moved = Affine2D().translate(left / _POINTS * _DPI, 0)
        for artist in figure.get_children():
            if artist is not figure.patch:
                artist.set_transform(Artist.get_transform(artist) + moved)
    for label in figure.findobj(Text):
        label.set_text(_known(label.get_text()))
    figure.patch.set(visible=True, facecolor=PALETTE.page)
    canvas: Any = FigureCanvasAgg(figure)  # its methods have no types
    canvas.draw()
    drawn = Image.frombytes("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba()))
    small = drawn.convert("RGB").quantize(
        _COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    # What is nearly white is the ground: else one would see where the picture ends.
    small.putpalette([255 if value > _NEARLY else value for value in small.getpalette() or ()])
    content = BytesIO()
    small.save(content, "PNG", compress_level=6)
    return content.getvalue()


def _known(words: str) -> str:
    """`words` with a mark for every character that our type lacks: nothing is drawn as nothing."""
    characters = _characters()
    return "".join(char if ord(char) in characters else REPLACEMENT for char in words)


@cache
def _characters() -> frozenset[int]:
    """All characters of the faces that charts are drawn with; both weights have the same."""
    files = (resources_dir() / "fonts" / name for name in (REGULAR, SYMBOLS))
    return frozenset(code for file in files for code in FT2Font(str(file)).get_charmap())
