"""All areas at a glance: a radar with the colours of the dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from digimaturity.charts.data import Spoke
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.picture import Picture

_HEIGHT = 296


class Radar(Picture):
    """An area that is not rated leaves a gap in the line, and its name is grey."""

    def __init__(self, theme: Theme, name: str, words: str, spokes: Sequence[Spoke]) -> None:
        super().__init__(theme, name, words, _HEIGHT)
        self._spokes = spokes

    def draw(self, painter: QPainter) -> None:
        """Draw rings, spokes, the shape, points and names."""
        px, theme = self.theme.px, self.theme
        centre = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width() / 2 - px(68), self.height() / 2 - px(24))
        directions = [self._direction(place) for place in range(len(self._spokes))]
        painter.setPen(QPen(theme.colour("hairline"), 1))
        for share in (0.2, 0.4, 0.6, 0.8, 1.0):
            painter.drawEllipse(centre, radius * share, radius * share)
        for direction in directions:
            painter.drawLine(centre, centre + direction * radius)
        self._shape(painter, centre, radius, directions)
        for spoke, direction in zip(self._spokes, directions, strict=True):
            if spoke.value is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                hue = theme.colours.dimension(spoke.dimension, spoke.place)
                painter.setBrush(QColor(hue))
                painter.drawEllipse(centre + direction * (radius * spoke.value / 100), 3.5, 3.5)
            self._name(painter, centre + direction * (radius + px(10)), direction, spoke)

    def _shape(
        self, painter: QPainter, centre: QPointF, radius: float, directions: list[QPointF]
    ) -> None:
        values = [spoke.value for spoke in self._spokes]
        points = [
            None if value is None else centre + direction * (radius * value / 100)
            for value, direction in zip(values, directions, strict=True)
        ]
        painter.setPen(QPen(self.theme.colour("accent"), 1.5))
        known = [point for point in points if point is not None]
        if len(known) == len(points):
            fill = self.theme.colour("accent")
            fill.setAlpha(36)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF(known))
            return
        for one, other in zip(points, points[1:] + points[:1], strict=True):
            if one is not None and other is not None:
                painter.drawLine(one, other)

    def _name(self, painter: QPainter, at: QPointF, direction: QPointF, spoke: Spoke) -> None:
        if abs(direction.x()) < 0.2:  # noqa: PLR2004 - above and below the middle
            align = Qt.AlignmentFlag.AlignHCenter
            at += QPointF(0, self.theme.px(4) * (1 if direction.y() > 0 else -1))
        else:
            right = direction.x() > 0
            align = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        self.write(painter, at, spoke.name, align, "secondary" if spoke.value is None else "ink")

    def _direction(self, place: int) -> QPointF:
        angle = 2 * pi * place / len(self._spokes)
        return QPointF(sin(angle), -cos(angle))
