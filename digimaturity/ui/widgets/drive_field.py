"""Who leads: a point in the field of two drives, with the four profiles as its quarters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from digimaturity.charts.data import Drives
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.picture import Picture

_HEIGHT = 208


class DriveField(Picture):
    """Up: the drive from IT; to the right: the drive from business."""

    def __init__(self, theme: Theme, name: str, words: str, data: Drives) -> None:
        super().__init__(theme, name, words, _HEIGHT)
        self._data = data

    def draw(self, painter: QPainter) -> None:
        """Draw the quarters, their names, the point and the axes."""
        px, theme, data = self.theme.px, self.theme, self._data
        room = QRectF(4, px(24), self.width() - 8, self.height() - px(52))
        half_width, half_height = room.width() / 2, room.height() / 2
        centred = Qt.AlignmentFlag.AlignHCenter
        for place, name in enumerate(data.quadrants):
            corner = room.topLeft() + QPointF(half_width * (place % 2), half_height * (place // 2))
            quarter = QRectF(corner.x(), corner.y(), half_width, half_height)
            if place == data.held:
                painter.fillRect(quarter, theme.colour("accent_soft"))
            held = place == data.held
            ink = "ink" if held else "secondary"
            at = QPointF(quarter.center().x(), quarter.top() + px(14))
            self.write(painter, at, name, centred, ink, strong=held)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("hairline"), 1))
        painter.drawRect(room)
        painter.drawLine(
            QPointF(room.center().x(), room.top()), QPointF(room.center().x(), room.bottom())
        )
        painter.drawLine(
            QPointF(room.left(), room.center().y()), QPointF(room.right(), room.center().y())
        )
        point = QPointF(
            room.left() + room.width() * data.business / 100,
            room.bottom() - room.height() * data.it / 100,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(point, px(5), px(5))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self.write(painter, QPointF(room.left(), px(12)), f"↑ {data.it_axis}", left)
        below = QPointF(room.right(), room.bottom() + px(14))
        self.write(painter, below, f"{data.business_axis} →", right)
