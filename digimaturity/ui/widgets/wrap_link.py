"""A link with as many lines as its words need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import plain

_FLAGS = int(Qt.TextFlag.TextWordWrap)


class WrapLink(QPushButton):
    """Strong words in ink, underlined under the mouse; pressed, it leads to what they name."""

    def __init__(self, theme: Theme, words: str, pressed: Callable[[], object]) -> None:
        super().__init__(plain(words))
        self._theme, self._words = theme, words
        self._hovered = False
        self.setFont(theme.font(strong=True))
        self.setProperty("kind", "row")
        self.setAccessibleName(words)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: pressed())
        self._broken: dict[tuple[int, str], QRect] = {}

    def say(self, words: str) -> None:
        """Other words."""
        self._words = words
        self.setText(plain(words))
        self.setAccessibleName(words)
        self._broken.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower, it has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, with room for the ring."""
        return self._lines(width - 2 * self._edge).height() + 2 * self._edge

    def sizeHint(self) -> QSize:
        """One line, where there is room for it."""
        size = self._lines(self._theme.px(2000)).size()
        return QSize(size.width() + 2 * self._edge + 1, size.height() + 2 * self._edge)

    def minimumSizeHint(self) -> QSize:
        """The longest word, about."""
        return QSize(self._theme.px(120), self._lines(self._theme.px(2000)).height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and the ring where the keyboard is."""
        painter, edge = QPainter(self), self._edge
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(strong=True)
        font.setUnderline(self._hovered)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(self.rect().adjusted(edge, edge, -edge, -edge), _FLAGS, self._words)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    @property
    def _edge(self) -> int:
        return self._theme.px(2)

    def _lines(self, width: int) -> QRect:
        # Layouts within layouts ask for the same again and again, and lines are slow to break.
        asked = width, self.font().key()
        if asked not in self._broken:
            room = QRect(0, 0, width, 10_000)
            self._broken[asked] = self.fontMetrics().boundingRect(room, _FLAGS, self._words)
        return self._broken[asked]
