"""What the window shows in its first moment, while the rest is still being loaded.

Nothing here may touch the name `Qt`, not even by the way (every overload of `QPainter.fillRect`
does): its many enumerations take longer to load than all the rest.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from digimaturity.ui.theme import Theme

#: A ground of less lightness than that (0 to 255) is a dark one.
_DARKER = 128


def system_looks_dark() -> bool:
    """Whether the system's windows are dark, before we set colours of our own."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return ground.lightness() < _DARKER


class Skeleton(QWidget):
    """The ground, the rail and the header where the real ones come a moment later."""

    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        colours, space = theme.colours, theme.tokens.space
        self._ground, self._rail, self._header = (QFrame(self) for _ in range(3))
        self._rail.setFixedWidth(theme.px(space.rail))
        self._header.setFixedHeight(theme.px(space.header))
        line = f"solid {colours.hairline}"
        self._ground.setStyleSheet(f"background: {colours.page}; border: none")
        self._rail.setStyleSheet(f"background: {colours.rail}; border-right: 1px {line}")
        self._header.setStyleSheet(f"background: {colours.page}; border-bottom: 1px {line}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        rail = self._rail.width()
        self._ground.setGeometry(0, 0, self.width(), self.height())
        self._rail.setGeometry(0, 0, rail, self.height())
        self._header.setGeometry(rail, 0, self.width() - rail, self._header.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that there is something to be seen."""
        super().paintEvent(event)
        self.painted.emit()
