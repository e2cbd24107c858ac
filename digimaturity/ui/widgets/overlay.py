"""A card that lies over the window: keys and clicks are its own until it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from digimaturity.ui.theme import Theme

#: How much of the page below is covered, in per cent.
_VEIL = {False: 28, True: 62}


class Overlay(QWidget):
    """Covers `over`, and follows its size. Escape or a click beside `card` leaves it.

    The keyboard then is where it was before. `left` tells that it is gone.
    """

    left = Signal()

    def __init__(self, theme: Theme, over: QWidget, name: str) -> None:
        super().__init__(over)
        self.theme, self._over = theme, over
        self._before = QApplication.focusWidget()
        self.setAccessibleName(name)
        self.card = QFrame(self)
        self.card.setProperty("kind", "card")
        self.card.setAccessibleName(name)
        over.installEventFilter(self)

    def open(self) -> None:
        """Show it over everything else."""
        self._cover()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go away, and give the keyboard back."""
        if self.isHidden():
            return
        before = self._before
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
        self.left.emit()

    def place(self) -> QRect:
        """Where the card lies."""
        return self.rect()

    def spot(self) -> QRect:
        """What is left uncovered; nothing by default."""
        return QRect()

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        self.card.setGeometry(self.place())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is covered has another size now."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._cover()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """No key of the page below, nor of the window, counts meanwhile."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; nothing reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card leaves."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()
        event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes round within the card."""
        stops = [one for one in self._chain() if one.isVisible() and one.isEnabled()]
        focused = QApplication.focusWidget()
        if stops:
            place = stops.index(focused) if focused in stops else -1
            stops[(place + (1 if following else -1)) % len(stops)].setFocus(
                Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
            )
        return True

    def _chain(self) -> list[QWidget]:
        tab = Qt.FocusPolicy.TabFocus
        return [one for one in self.findChildren(QWidget) if one.focusPolicy() & tab == tab]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a veil over the page."""
        painter = QPainter(self)
        veil = self.theme.colour("page" if self.theme.dark else "ink")
        veil.setAlphaF(_VEIL[self.theme.dark] / 100)
        painter.setClipRegion(QRegion(self.rect()).subtracted(QRegion(self.spot())))
        painter.fillRect(self.rect(), veil)
        painter.end()
