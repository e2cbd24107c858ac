"""Draws a matplotlib figure onto the report's canvas: vectors and the report's own fonts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text as Label
from matplotlib.transforms import Transform
from numpy.typing import ArrayLike

from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas

_POINTS = 72
_STRONG_FROM = 600
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class FigureBlock(Block):
    """A figure with its alternative text; drawn smaller where it is wider than its place."""

    def __init__(self, figure: Figure, words: str) -> None:
        super().__init__()
        self.figure = figure
        self.words = words
        self.size = tuple(float(inches) * _POINTS for inches in figure.get_size_inches())

    def _scale(self, width: float) -> float:
        return min(1.0, width / self.size[0])

    def height(self, width: float) -> float:
        """The height at that width."""
        return self.size[1] * self._scale(width)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        scale = self._scale(width)
        bottom = top - self.size[1] * scale
        box = (left, bottom, left + self.size[0] * scale, top)
        edges = " ".join(f"{edge:.1f}" for edge in box)
        attributes = {
            "Alt": fonts.clean(self.words),
            "A": f"<</O/Layout/Placement/Block/BBox[{edges}]>>",
        }
        with canvas.content("Figure", None, attributes):
            canvas.saveState()
            canvas.translate(left, bottom)
            if scale != 1:
                canvas.scale(scale, scale)
            self.figure.set_dpi(_POINTS)
            FigureCanvasBase(self.figure)
            self.figure.draw(CanvasRenderer(canvas, *self.size))
            canvas.restoreState()


class CanvasRenderer(RendererBase):
    """matplotlib's drawing calls as operators of the page; one unit is one point."""

    def __init__(self, canvas: TaggedCanvas, width: float, height: float) -> None:
        super().__init__()
        self.canvas = canvas
        self.width = width
        self.height = height
        self.dpi = _POINTS

    def flipy(self) -> bool:
        """The origin is below, as on the page."""
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The figure's size in points."""
        return self.width, self.height

    def points_to_pixels(self, points: ArrayLike) -> ArrayLike:
        """One pixel is one point."""
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803, ANN401 - matplotlib's name
    ) -> None:
        """Fill and stroke one path."""
        fill = rgbFace if rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3]) else None  # noqa: PLR2004
        self.canvas.saveState()
        stroke = self._set(gc, fill)
        if stroke or fill is not None:
            self.canvas._code.extend(_operators(path, transform))  # noqa: SLF001
            painted = "B" if stroke and fill is not None else "f" if fill is not None else "S"
            self.canvas._code.append(painted)  # noqa: SLF001
        self.canvas.restoreState()

    def _set(self, gc: GraphicsContextBase, fill: Any) -> bool:  # noqa: ANN401
        """Set colours and line; whether there is anything to stroke."""
        code = self.canvas._code  # noqa: SLF001
        alpha = gc.get_alpha() if gc.get_forced_alpha() else None
        if fill is not None:
            opacity = alpha if alpha is not None else (*fill, 1.0)[3]
            if opacity != 1:
                self.canvas.setFillAlpha(opacity)
            code.append(f"{_colour(fill)} rg")
        weight, colour = gc.get_linewidth(), gc.get_rgb()
        if weight <= 0 or not (*colour, 1.0)[3]:
            return False
        cap, join = _CAPS[str(gc.get_capstyle())], _JOINS[str(gc.get_joinstyle())]
        code.append(f"{_colour(colour)} RG {_short(weight)} w {cap} J {join} j")
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            lengths = _numbers([float(length) for length in np.atleast_1d(dashes)])
            code.append(f"[{lengths}] {_short(float(offset))} d")
        return True

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ANN401, ARG002
    ) -> tuple[float, float, float]:
        """The extent of a label by the report's own fonts."""
        size, name = prop.get_size_in_points(), _face(prop)
        metrics = fonts.face(name)
        descent = -metrics.descent * size / 1000
        return (
            fonts.width(s, name) * size / 1000,
            metrics.cap_height * size / 1000 + descent,
            descent,
        )

    def draw_text(  # noqa: PLR0913, PLR0917 - matplotlib asks for all of them
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,  # noqa: ARG002 - labels stand upright
        ismath: Any = False,  # noqa: ANN401, ARG002, FBT002
        mtext: Label | None = None,  # noqa: ARG002
    ) -> None:
        """Set a label on its base line."""
        size = prop.get_size_in_points()
        text = self.canvas.beginText(x, y)
        text.setFillColorRGB(*gc.get_rgb()[:3])
        for name, part in fonts.runs(s, _face(prop)):
            text.setFont(name, size)
            text.textOut(part)
        self.canvas.drawText(text)


def _face(prop: FontProperties) -> str:
    weight = prop.get_weight()
    return fonts.STRONG if isinstance(weight, int) and weight >= _STRONG_FROM else fonts.REGULAR


def _operators(path: Path, transform: Transform) -> Iterator[str]:
    last = (0.0, 0.0)
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        if code == Path.CLOSEPOLY:
            yield "h"
            continue
        values = [float(value) for value in points]
        if code == Path.MOVETO:
            yield f"{_numbers(values)} m"
        elif code == Path.LINETO:
            yield f"{_numbers(values)} l"
        elif code == Path.CURVE3:
            yield f"{_numbers(_cubic(last, values))} c"
        else:
            yield f"{_numbers(values)} c"
        last = (values[-2], values[-1])


def _cubic(last: tuple[float, float], values: list[float]) -> list[float]:
    """A quadratic curve as the cubic that PDF knows."""
    (x0, y0), (cx, cy, x, y) = last, values
    third = 2 / 3
    return [
        x0 + third * (cx - x0),
        y0 + third * (cy - y0),
        x + third * (cx - x),
        y + third * (cy - y),
        x,
        y,
    ]


def _numbers(values: list[float]) -> str:
    return " ".join(map(_short, values))


def _colour(rgb: Any) -> str:  # noqa: ANN401
    return " ".join(f"{channel:.3f}".rstrip("0").rstrip(".") or "0" for channel in rgb[:3])


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
