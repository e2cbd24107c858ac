"""The line of a fold as large as text, in as many lines as its title needs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.fold_line import FoldLine

#: Pixels at 100 %: the room of the chevron, its size, the edge around all, the least width.
_LEFT, _CHEVRON, _EDGE, _LEAST = 22, 14, 3, 160

_FLAGS = int(Qt.TextFlag.TextWordWrap)


class TitleLine(FoldLine):
    """Drawn by ourselves, since a button does not break its words."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__("")
        self._theme, self._title = theme, title
        self.setProperty("kind", "row")
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower, it has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._room(width).height() + 2 * self._theme.px(_EDGE)

    def sizeHint(self) -> QSize:
        """One line, where there is room for it."""
        px, room = self._theme.px, self._room(self._theme.px(4000))
        return QSize(room.right() + 1 + 2 * px(_EDGE), room.height() + 2 * px(_EDGE))

    def minimumSizeHint(self) -> QSize:
        """The longest word, about."""
        return QSize(self._theme.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw chevron and title, and the ring where the keyboard is."""
        theme, px, painter = self._theme, self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, font = self._room(self.width()), theme.font()
        size, line = px(_CHEVRON), QFontMetrics(font).height()
        place = QRect(px(_EDGE), px(_EDGE) + (line - size) // 2, size, size)
        name = "chevron-down" if self.opened else "chevron-right"
        icon(name, theme.colour("accent"), size).paint(painter, place)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(room.adjusted(0, 0, px(2), px(2)), _FLAGS, self._title)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _room(self, width: int) -> QRect:
        """Where the title stands."""
        px = self._theme.px
        room = QRect(px(_LEFT), px(_EDGE), max(px(80), width - px(_LEFT) - px(_EDGE)), 10_000)
        return QFontMetrics(self._theme.font()).boundingRect(room, _FLAGS, self._title)
