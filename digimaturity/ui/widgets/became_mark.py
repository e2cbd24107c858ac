"""What became of a measure as a small mark: full, half, empty or crossed out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digimaturity.domain.deeds import Became
from digimaturity.ui.theme import Theme

#: Pixels at 100 %: the mark, the line of text that it stands in, the stroke.
_SIZE, _LINE, _STROKE = 12, 20, 1.5

_COLOURS = {
    Became.DONE: "good",
    Became.RUNNING: "accent",
    Became.NOT_BEGUN: "secondary",
    Became.DROPPED: "secondary",
}


class BecameMark(QWidget):
    """For the eye alone: the words beside it say the same."""

    def __init__(self, theme: Theme, became: Became) -> None:
        super().__init__()
        self._theme, self._became = theme, became
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """In the middle of the first line beside it."""
        return QSize(self._theme.px(_SIZE), self._theme.px(_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, stroke = theme.colour(_COLOURS[self._became]), _STROKE * theme.scale
        size = theme.px(_SIZE) - stroke
        box = QRectF(stroke / 2, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(colour, stroke))
        match self._became:
            case Became.DONE:
                painter.setBrush(colour)
                painter.drawRect(box)
            case Became.RUNNING:
                painter.drawRect(box)
                half = QRectF(box.left(), box.top(), size / 2, size)
                painter.fillRect(half, colour)
            case Became.NOT_BEGUN:
                painter.drawRect(box)
            case Became.DROPPED:
                painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                painter.drawLine(box.topLeft(), box.bottomRight())
                painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.top()))
        painter.end()
