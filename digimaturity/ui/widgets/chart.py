"""A chart of the report on the screen: the same drawing, on another surface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.tokens import Palette
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip

#: Pixels at 100 % for a point of paper: labels get the size of the screen's small type.
_PIXELS = 1.6

#: Widths in pixels at 100 %.
_USUAL = 240
_LEAST = 200


class Chart(QLabel):
    """Draws with `draw` on a surface as wide as the widget; `height` (points) follows its width.

    A screen reader knows it as a picture: `name` says what it is, `words` what is to be seen.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        height: Callable[[float], float],
        draw: Callable[[Surface], None],
    ) -> None:
        super().__init__()
        self._theme, self._height, self._draw = theme, height, draw
        self._unit = points_in(theme)
        self._kept = QPixmap()
        # A label that holds a picture has the role of one.
        self.setPixmap(QPixmap(1, 1))
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setToolTip(tip(words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Not fixed: then the layout would hold it to the height of its preferred width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """A narrow chart has other lines; a layout asks with all its width, even if it is wider."""
        width = min(width, self.maximumWidth())
        return round(self._height(width / self._unit) * self._unit) + 2

    def sizeHint(self) -> QSize:
        """Any width will do."""
        width = self._theme.px(_USUAL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self._theme.px(_LEAST), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart, and the ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._drawn())
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _drawn(self) -> QPixmap:
        """The chart, drawn once for each size: it is painted far more often than it changes."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._kept.size() != size:
            self._kept = QPixmap(size)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(self.surface(painter))
            painter.end()
        return self._kept

    def surface(self, painter: QPainter) -> Surface:
        """What it is drawn on."""
        width = self.width() / self._unit
        return surface_on(painter, width, self._height(width), self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another layout."""
        super().resizeEvent(event)
        self.update()


def points_in(theme: Theme) -> float:
    """How many pixels a point of a chart takes on the screen."""
    return theme.px(1000) / 1000 * _PIXELS


def surface_on(
    painter: QPainter, width: float, height: float, theme: Theme, ground: str = "page"
) -> Surface:
    """A surface of so many points on which `painter` draws; `ground` is the colour below it."""
    colours = replace(theme.colours, page=getattr(theme.colours, ground))
    return _Surface(painter, width, height, theme, colours)


class _Surface(Surface):
    """A painter measured in points."""

    def __init__(
        self, painter: QPainter, width: float, height: float, theme: Theme, colours: Palette
    ) -> None:
        self.width, self.height, self.palette = width, height, colours
        self._painter, self._theme, self._unit = painter, theme, points_in(theme)

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        u = self._unit
        self._painter.fillRect(QRectF(left * u, top * u, width * u, height * u), QColor(colour))

    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:
        pen = QPen(QColor(colour or self.palette.hairline), max(weight * self._unit, 1.0))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(self._at(start), self._at(end))

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        ring = QPen(QColor(colour), 1.4 * self._unit)
        self._painter.setPen(ring if hollow else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self.palette.page if hollow else colour))
        self._painter.drawEllipse(self._at(centre), radius * self._unit, radius * self._unit)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,
        weight: float = 1.2,
        fill: str = "",
        alpha: float = 1,
    ) -> None:
        corners = QPolygonF([self._at(point) for point in points])
        if fill:
            colour = QColor(fill)
            colour.setAlphaF(alpha)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour)
            self._painter.drawPolygon(corners)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(edge), max(weight * self._unit, 1.0)))
        self._painter.drawPolygon(corners)

    def put(self, label: Label) -> None:
        font = self._font(label.size, strong=label.strong)
        metrics, words = QFontMetricsF(font), label.words
        if label.room:
            room = label.room * self._unit
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        at = self._at(label.place)
        self._painter.setFont(font)
        self._painter.setPen(QColor(label.colour))
        left = at.x() - label.shift * metrics.horizontalAdvance(words)
        self._painter.drawText(QPointF(left, at.y()), words)

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        return QFontMetricsF(self._font(size, strong=strong)).horizontalAdvance(words) / self._unit

    def _font(self, size: float, *, strong: bool) -> QFont:
        font = self._theme.font("small", strong=strong)
        font.setPixelSize(max(round(size * self._unit), 1))
        return font

    def _at(self, point: Point) -> QPointF:
        return QPointF(point[0] * self._unit, point[1] * self._unit)
