"""The signs of those who hold a part of a decision: known by their form, and by their colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from digimaturity.domain.questionnaire import Holder
from digimaturity.ui.theme import Theme

#: How wide a sign is at 100 % (pixels).
SIGN = 16

#: Drawn that much finer, for screens with more pixels to an inch.
_FINE = 2


def holder_icon(theme: Theme, holder: Holder | None) -> QIcon:
    """The sign as an icon; None: nobody knows."""
    return QIcon(holder_picture(theme, holder))


def holder_picture(theme: Theme, holder: Holder | None) -> QPixmap:
    """The sign as a picture."""
    size = theme.px(SIGN)
    picture = QPixmap(size * _FINE, size * _FINE)
    picture.setDevicePixelRatio(_FINE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, theme, holder, size / SIGN)
    painter.end()
    return picture


def _draw(painter: QPainter, theme: Theme, holder: Holder | None, unit: float) -> None:
    """IT is a square and the departments are a circle, as in the chart of the viewpoints."""
    painter.scale(unit, unit)
    painter.setPen(Qt.PenStyle.NoPen)
    colours = theme.colours
    match holder:
        case Holder.IT:
            painter.fillRect(QRectF(3, 3, 10, 10), QColor(colours.it))
        case Holder.BUSINESS:
            painter.setBrush(QColor(colours.business))
            painter.drawEllipse(QPointF(8, 8), 5.5, 5.5)
        case Holder.JOINTLY:
            painter.fillRect(QRectF(0, 4.5, 7, 7), QColor(colours.it))
            painter.setBrush(QColor(colours.business))
            painter.drawEllipse(QPointF(12, 8), 3.9, 3.9)
        case Holder.NOBODY:
            painter.setPen(QPen(QColor(colours.bad), 1.6))
            painter.drawEllipse(QPointF(8, 8), 5, 5)
            painter.drawLine(QPointF(4.5, 11.5), QPointF(11.5, 4.5))
        case None:
            painter.setPen(QColor(colours.secondary))
            font = theme.font("small", strong=True)
            font.setPixelSize(13)
            painter.setFont(font)
            painter.drawText(QRectF(0, 0, SIGN, SIGN), Qt.AlignmentFlag.AlignCenter, "?")
