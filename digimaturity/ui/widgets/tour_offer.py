"""A small card in the corner that offers the tour once; nobody has to answer it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced

_WIDTH = 320


class TourOffer(QFrame):
    """Lies in the lower right corner of `over`; `begin` starts the tour.

    Pages that are `covering` the screen are shown to others, too: there it is not offered.
    """

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        over: QWidget,
        begin: Callable[[], object],
        covering: Collection[str],
    ) -> None:
        super().__init__(over)
        self._covering = covering
        self._theme, self._over, self._begin = theme, over, begin
        px = theme.px
        self.setProperty("kind", "card")
        words = t("New here? A short tour shows five parts of the window. It takes a minute.")
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        spaced(column, px(16), gap=px(12))
        column.addWidget(label(words, wrap=True))
        row = QHBoxLayout()
        spaced(row, 0, gap=px(8))
        row.addWidget(button(t("Sh&ow me"), self._take, "primary"))
        row.addWidget(button(t("No, thanks"), self._go))
        row.addStretch()
        column.addLayout(row)
        over.installEventFilter(self)

    def offer(self) -> None:
        """Show it; a screen reader speaks it at once, the keyboard stays where it is."""
        self._settle()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The corner is elsewhere now."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._settle()
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        """The keyboard has come elsewhere: go away where that is covered."""
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            QTimer.singleShot(0, self, self._clear)  # the page may have to scroll there first

    def make_way(self, page: str) -> None:
        """A page was opened: go away where that covers the screen."""
        if page in self._covering:
            self._go()

    def _clear(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or focused is self or not self._over.isAncestorOf(focused):
            return
        if self.isAncestorOf(focused):
            return
        if self.geometry().intersects(QRect(focused.mapTo(self._over, QPoint()), focused.size())):
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape says no."""
        if event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        px = self._theme.px
        layout = self.layout()
        width = min(px(_WIDTH), self._over.width() - px(48))
        height = layout.heightForWidth(width) if layout is not None else 0
        left, top = self._over.width() - width - px(24), self._over.height() - height - px(24)
        self.setGeometry(left, top, width, height)

    def _take(self) -> None:
        self._go()
        self._begin()

    def _go(self) -> None:
        self.hide()
        self.deleteLater()
