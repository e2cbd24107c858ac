"""A drawn figure that a screen reader knows as a picture, with its content in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from digimaturity.ui.theme import Theme


class Picture(QLabel):
    """Subclasses draw; the name says what it is, the words say what is to be seen."""

    def __init__(self, theme: Theme, name: str, words: str, height: int) -> None:
        super().__init__()
        self.theme = theme
        # A label that holds a picture has the role of one.
        self.setPixmap(QPixmap(1, 1))
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self.theme.px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self.theme.px(200), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figure, and the ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the figure."""
        raise NotImplementedError

    def write(
        self,
        painter: QPainter,
        at: QPointF,
        text: str,
        align: Qt.AlignmentFlag,
        colour: str = "secondary",
        *,
        strong: bool = False,
    ) -> None:
        """Write small text beside the point `at`: left, right or centred of it, middle of line."""
        painter.setFont(self.theme.font("small", strong=strong))
        painter.setPen(self.theme.colour(colour))
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(text), metrics.height()
        left = at.x()
        if align == Qt.AlignmentFlag.AlignRight:
            left -= width
        elif align == Qt.AlignmentFlag.AlignHCenter:
            left -= width / 2
        left = max(0.0, min(left, self.width() - width))
        box = QRectF(left, at.y() - height / 2, width + 2, height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
