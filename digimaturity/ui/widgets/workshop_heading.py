"""What stands largest in the workshop, and where the keyboard is at home."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.terms import Prose, Terms

#: Pixels at 100 %: the bar that tells that the keyboard is here, and what is free beside it.
_BAR, _BESIDE = 4, 16


class WorkshopHeading(Prose):
    """A bar at its left tells that the keyboard is here; there its keys count."""

    def __init__(self, theme: Theme, terms: Terms, text: str) -> None:
        super().__init__(theme, terms, text, "title")
        self._px = theme.px
        self._accent = theme.colour("accent")
        self.setContentsMargins(theme.px(_BESIDE), 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)

    def heightForWidth(self, width: int) -> int:
        """The height of its lines beside the bar."""
        return super().heightForWidth(width - self._px(_BESIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and the bar where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, 0, self._px(_BAR), self.height(), self._accent)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes."""
        super().focusOutEvent(event)
        self.update()
