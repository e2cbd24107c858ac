"""A matplotlib figure measured like a printed page: points, from the upper left corner down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from digimaturity.charts.fonts import fitted, properties, text_width
from digimaturity.tokens import Palette

# isort: split
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

_POINTS = 72

Align = Literal["left", "center", "right"]


class Sheet:
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
        start: tuple[float, float],
        end: tuple[float, float],
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

    def stretch(
        self, ends: tuple[float, float], y: float, reach: float, colour: str, weight: float
    ) -> None:
        """Draw a level line between two ends, each with a tick reaching as far up as down."""
        self.line((ends[0], y), (ends[1], y), colour, weight)
        for x in ends:
            self.line((x, y - reach), (x, y + reach), colour, weight)

    def dot(
        self, centre: tuple[float, float], radius: float, colour: str, *, hollow: bool = False
    ) -> None:
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
        points: Sequence[tuple[float, float]],
        *,
        edge: str,
        fill: str = "none",
        alpha: float = 1,
    ) -> None:
        """Draw a closed outline, perhaps filled."""
        if fill != "none":
            self._add(Polygon(points, closed=True, facecolor=fill, linewidth=0, alpha=alpha))
        self._add(Polygon(points, closed=True, facecolor="none", edgecolor=edge, linewidth=1.2))

    def text(  # noqa: PLR0913 - what a label has
        self,
        place: tuple[float, float],
        words: str,
        *,
        size: float = 7.7,
        colour: str = "",
        strong: bool = False,
        align: Align = "left",
        room: float = 0.0,
    ) -> None:
        """Set words on the base line through `place`, cut to `room` points where that is given."""
        if room:
            words = fitted(words, room, size, strong=strong)
        self._add(
            Text(
                place[0],
                place[1],
                words,
                color=colour or self.palette.ink,
                fontproperties=properties(size, strong=strong),
                horizontalalignment=align,
                verticalalignment="baseline",
                parse_math=False,
            )
        )

    def note(self, place: tuple[float, float], words: str) -> None:
        """Set small grey words where a bar would be; the grid does not run through them."""
        size = 7.2
        self.box(place[0] - 3, place[1] - 7, text_width(words, size) + 6, 9.5, self.palette.page)
        self.text(place, words, size=size, colour=self.palette.secondary)

    def _add(self, artist: Any) -> None:  # noqa: ANN401 - any kind of artist
        artist.set_transform(self._place)
        artist.set_clip_on(False)
        artist.set_zorder(self._drawn)  # later on top of earlier
        self._drawn += 1
        self.figure.add_artist(artist)
