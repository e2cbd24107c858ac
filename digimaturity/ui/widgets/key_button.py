"""A quiet button that bears its key: a strip of them is legend and the way of the mouse at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import plain

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})

#: Pixels at 100 %: around the whole, around the words on a key, between key and words.
_AROUND, _INSIDE, _GAP, _HIGH = 6, 6, 7, 28


class KeyButton(QPushButton):
    """Its key as it is written on a keyboard, and what it does.

    A click leaves the keyboard where it is, so that its keys go on counting; Tab comes here.
    """

    def __init__(self, theme: Theme, key: str, words: str, pressed: Callable[[], object]) -> None:
        super().__init__(plain(words))
        self._theme, self._key, self._words = theme, key, words
        self._hovered = self._bare = False
        self.setProperty("kind", "row")
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.clicked.connect(lambda _checked: pressed())

    def say(self, words: str) -> None:
        """It does something else now."""
        if words != self._words:
            self._words = words
            self.setText(plain(words))
            self.setAccessibleName(words)
            self.setToolTip(words if self._bare else "")
            self.updateGeometry()
            self.update()

    def show_words(self, *, shown: bool) -> None:
        """Show its words beside the key, or where there is no room, only when pointed at."""
        if self._bare == shown:
            self._bare = not shown
            self.setToolTip("" if shown else self._words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Just what it says."""
        px, metrics = self._theme.px, QFontMetrics(self._theme.font("small"))
        words = 0 if self._bare else px(_GAP) + metrics.horizontalAdvance(self._words) + 2
        return QSize(2 * px(_AROUND) + self._cap_width() + words, px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the page's; Qt would go to the next button by them."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw key and words, and the ring where the keyboard is."""
        theme, px, enabled = self._theme, self._theme.px, self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered and enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), 3, 3)
        cap = QRect(px(_AROUND), (self.height() - px(20)) // 2, self._cap_width(), px(20))
        painter.setPen(QPen(theme.colour("control_border" if enabled else "hairline"), 1))
        painter.setBrush(theme.colour("control"))
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), 3, 3)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setPen(theme.colour("ink" if enabled else "secondary"))
        room = self.rect().adjusted(cap.right() + 1 + px(_GAP), 0, 0, 0)
        if not self._bare:
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _cap_width(self) -> int:
        words = QFontMetrics(self._theme.font("small")).horizontalAdvance(self._key)
        return max(self._theme.px(20), words + 2 * self._theme.px(_INSIDE))
