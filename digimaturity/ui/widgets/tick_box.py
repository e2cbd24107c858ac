"""Boxes to tick; the words of one break into lines where there is no room for them in one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme

_FLAGS = int(Qt.TextFlag.TextWordWrap)

#: Pixels at 100 %: around the words, and between box and words.
_EDGE, _GAP = 4, 8


class CheckBox(QCheckBox):
    """The stylesheet draws the box, and leaves the tick to us."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tick over what the style has drawn."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        painter = QPainter(self)
        _tick(self, painter, self.style().subElementRect(part, option, self), self._theme)
        painter.end()


class TickBox(QCheckBox):
    """A real check box; only where its words stand is ours."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower, it has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, with room for the ring."""
        return self._room(width).height() + 2 * self._theme.px(_EDGE)

    def sizeHint(self) -> QSize:
        """One line, where there is room for it."""
        room = self._room(self._theme.px(2000))
        width = room.right() + 1 + self._theme.px(_EDGE)
        return QSize(width, room.height() + 2 * self._theme.px(_EDGE))

    def minimumSizeHint(self) -> QSize:
        """The longest word, about."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, words, and the ring where the keyboard is."""
        painter, option = QPainter(self), QStyleOptionButton()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.initStyleOption(option)
        size = self._box()
        room = self._room(self.width())
        line = self.fontMetrics().height()
        top = room.top() + (line - size.height()) // 2
        option.rect = QRect(QPoint(self._theme.px(_EDGE), top), size)
        self.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self
        )
        _tick(self, painter, option.rect, self._theme)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(room, _FLAGS, self._words)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _box(self) -> QSize:
        width = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        height = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight, None, self)
        return QSize(width, height)

    def _room(self, width: int) -> QRect:
        """Where the words stand."""
        px = self._theme.px
        left = px(_EDGE) + self._box().width() + px(_GAP)
        room = QRect(left, px(_EDGE), max(px(80), width - left - px(_EDGE)), 10_000)
        return self.fontMetrics().boundingRect(room, _FLAGS, self._words)


def _tick(box: QCheckBox, painter: QPainter, room: QRect, theme: Theme) -> None:
    if box.isChecked():
        colour = theme.colour("on_accent" if box.isEnabled() else "secondary")
        icon("check", colour, room.width()).paint(painter, room)
