"""The surface of pictures, as an office document wants them: a matplotlib figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from digimaturity.charts.fonts import fitted, properties, text_width
from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.tokens import Palette

# isort: split
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

_POINTS = 72


class Sheet(Surface):
    """Draws into `figure`; every shape is placed by points, so that charts align with text.

    There are no axes: the charts have none of their furniture, and drawing is many times faster.
    """

    def __init__(self, width: float, height: float, palette: Palette) -> None:
        self.width = width
        self.height = height
        self.palette = palette
        self.figure = Figure(figsize=(width / _POINTS, height / _POINTS), dpi=_POINTS)
        self.figure.patch.set_visible(False)
        flipped = Affine2D().scale(1, -1).translate(0, height).scale(1 / _POINTS)
        self._drawn = 0
        self._place = flipped + self.figure.dpi_scale_trans

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self._add(Rectangle((left, top), width, height, facecolor=colour, linewidth=0))

    def line(
        self,
        start: Point,
        end: Point,
        colour: str = "",
        weight: float = 0.5,
    ) -> None:
        """Draw a straight line; a hairline unless said otherwise."""
        self._add(
            Line2D(
                [start[0], end[0]],
                [start[1], end[1]],
                color=colour or self.palette.hairline,
                linewidth=weight,
                solid_capstyle="butt",
            )
        )

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        """Draw a dot, filled or as a ring."""
        self._add(
            Circle(
                centre,
                radius,
                facecolor=self.palette.page if hollow else colour,
                edgecolor=colour,
                linewidth=1.4 if hollow else 0,
            )
        )

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
        if fill:
            self._add(Polygon(points, closed=True, facecolor=fill, linewidth=0, alpha=alpha))
        self._add(Polygon(points, closed=True, facecolor="none", edgecolor=edge, linewidth=weight))

    def put(self, label: Label) -> None:
        """Set a label."""
        words = label.words
        if label.room:
            words = fitted(words, label.room, label.size, strong=label.strong)
        self._add(
            Text(
                *label.place,
                words,
                color=label.colour,
                fontproperties=properties(label.size, strong=label.strong),
                horizontalalignment=label.align,
                verticalalignment="baseline",
                parse_math=False,
            )
        )

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        """The width of a label in points."""
        return text_width(words, size, strong=strong)

    def _add(self, artist: Any) -> None:  # noqa: ANN401 - any kind of artist
        artist.set_transform(self._place)
        artist.set_clip_on(False)
        artist.set_zorder(self._drawn)  # later on top of earlier
        self._drawn += 1
        self.figure.add_artist(artist)
