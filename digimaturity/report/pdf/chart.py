"""Draws a chart on the report's canvas: as vectors in the page's own type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.linebreak import Span, shortened
from digimaturity.report.pdf.style import PALETTE, ink

_RING = 1.4


class ChartBlock(Block):
    """A chart of `width` by `height` points with its alternative text.

    It is drawn smaller where it is wider than its place.
    """

    def __init__(
        self, width: float, height: float, draw: Callable[[Surface], None], words: str
    ) -> None:
        super().__init__()
        self.size = (width, height)
        self.words = words
        self._draw = draw

    def _scale(self, width: float) -> float:
        return min(1.0, width / self.size[0])

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.size[1] * self._scale(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        scale = self._scale(width)
        box = (left, top - self.size[1] * scale, left + self.size[0] * scale, top)
        edges = " ".join(f"{edge:.1f}" for edge in box)
        attributes = {
            "Alt": fonts.clean(self.words),
            "A": f"<</O/Layout/Placement/Block/BBox[{edges}]>>",
        }
        with canvas.content("Figure", None, attributes):
            canvas.saveState()
            canvas.translate(left, top)
            if scale != 1:
                canvas.scale(scale, scale)
            self._draw(PageSurface(canvas, *self.size))
            canvas.restoreState()


class PageSurface(Surface):
    """The page below and right of the canvas' origin."""

    def __init__(self, canvas: TaggedCanvas, width: float, height: float) -> None:
        self.width, self.height, self.palette = width, height, PALETTE
        self._canvas = canvas

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColor(ink(colour))
        self._canvas.rect(left, -top - height, width, height, stroke=0, fill=1)

    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:
        """Draw a straight line; a hairline unless said otherwise."""
        self._canvas.setStrokeColor(ink(colour or self.palette.hairline))
        self._canvas.setLineWidth(weight)
        self._canvas.line(start[0], -start[1], end[0], -end[1])

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        """Draw a dot, filled or as a ring."""
        self._canvas.setFillColor(ink(self.palette.page if hollow else colour))
        self._canvas.setStrokeColor(ink(colour))
        self._canvas.setLineWidth(_RING)
        self._canvas.circle(centre[0], -centre[1], radius, stroke=int(hollow), fill=1)

    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,
        weight: float = 1.2,
        fill: str = "",
        alpha: float = 1,
    ) -> None:
        """Draw a closed outline; filled, where a colour is given, that opaque."""
        canvas = self._canvas
        path = canvas.beginPath()
        path.moveTo(points[0][0], -points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, -y)
        path.close()
        if fill:
            canvas.saveState()
            canvas.setFillColor(ink(fill), alpha)
            canvas.drawPath(path, stroke=0, fill=1)
            canvas.restoreState()
        canvas.setStrokeColor(ink(edge))
        canvas.setLineWidth(weight)
        canvas.drawPath(path, stroke=1, fill=0)

    def put(self, label: Label) -> None:
        """Set a label."""
        face, words, room = _face(strong=label.strong), fonts.clean(label.words), label.room
        if room and self.text_width(words, label.size, strong=label.strong) > room:
            words = shortened((Span(words, face, ""),), room, label.size)[-1].text
        shift = label.shift * self.text_width(words, label.size, strong=label.strong)
        line = self._canvas.beginText(label.place[0] - shift, -label.place[1])
        line.setFillColor(ink(label.colour))
        for name, part in fonts.runs(words, face):
            line.setFont(name, label.size)
            line.textOut(part)
        self._canvas.drawText(line)

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        """The width of a label in points."""
        return fonts.width(words, _face(strong=strong)) * size / 1000


def _face(*, strong: bool) -> str:
    return fonts.STRONG if strong else fonts.REGULAR
