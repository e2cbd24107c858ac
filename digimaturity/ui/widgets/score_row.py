"""A score as a row: name, bar with bounds, points; pressed, it tells how it came about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from digimaturity.charts.data import Bar
from digimaturity.ui.theme import Theme

#: Areas are drawn in a lighter shade of their dimension's colour.
_AREA_SHADE = 0.78


class ScoreRow(QPushButton):
    """One bar of 0 to 100 with thin marks where the levels change."""

    def __init__(
        self, theme: Theme, bar: Bar, colour: str, spoken: str, *, strong: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._bar, self._strong = theme, bar, strong
        self._colour = QColor(colour)
        if not strong:
            self._colour.setAlphaF(_AREA_SHADE)
        self._hovered = False
        self.setProperty("kind", "row")
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self.setFixedHeight(theme.px(32 if strong else 26))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(400), self.height())

    def minimumSizeHint(self) -> QSize:
        """Name, bar and points need room."""
        return QSize(self._theme.px(320), self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        theme, px, bar = self._theme, self._theme.px, self._bar
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered:
            painter.fillRect(self.rect(), theme.colour("hover"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        indent = px(4) if self._strong else px(20)
        painter.setFont(theme.font(strong=self._strong))
        painter.setPen(theme.colour("ink"))
        name = QRect(indent, 0, px(168) - indent, self.height())
        words = painter.fontMetrics().elidedText(
            bar.name, Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, middle, words)
        right = px(132)
        self._draw_bar(painter, QRectF(px(172), 0, self.width() - px(172) - right, self.height()))
        number = QRect(self.width() - right, 0, px(40), self.height())
        rated = bar.value is not None
        painter.setPen(theme.colour("ink" if rated else "secondary"))
        if rated:
            painter.setFont(theme.font(strong=self._strong))
            painter.drawText(number, middle | int(Qt.AlignmentFlag.AlignRight), bar.label)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        left = self.width() - right + (px(52) if rated else px(12))
        beside = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(beside, middle, bar.bounds if rated else bar.label)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _draw_bar(self, painter: QPainter, room: QRectF) -> None:
        px, bar, theme = self._theme.px, self._bar, self._theme
        y = room.center().y()
        painter.setPen(QPen(theme.colour("hairline"), 1))
        painter.drawLine(int(room.left()), int(y), int(room.right()), int(y))
        for mark in (20, 40, 60, 80):
            x = int(room.left() + room.width() * mark / 100)
            painter.drawLine(x, int(y) - px(4), x, int(y) + px(4))
        if bar.value is not None:
            height = px(8 if self._strong else 6)
            length = room.width() * bar.value / 100
            painter.fillRect(QRectF(room.left(), y - height / 2, length, height), self._colour)
        if bar.low is not None and bar.high is not None:
            painter.setPen(QPen(theme.colour("ink"), 1))
            low = int(room.left() + room.width() * bar.low / 100)
            high = int(room.left() + room.width() * bar.high / 100)
            painter.drawLine(low, int(y), high, int(y))
            for x in (low, high):
                painter.drawLine(x, int(y) - px(3), x, int(y) + px(3))
