"""A message above the page: what happened, that nothing is lost, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced

#: So long (milliseconds) a message can be read, whatever goes well meanwhile.
_READ = 1000

#: So long (milliseconds) between two looks whether the message can go.
_LOOK = 50

Action = tuple[str, Callable[[], object]]


class Banner(QFrame):
    """Stays until it is closed, the next thing goes well, or the page that it speaks of is left.

    What is `lasting` is true on every page. A screen reader speaks it at once; it is seen, and
    moves the page down, when no button of the mouse is held: a click shall meet what it was aimed
    at.
    """

    def __init__(self, theme: Theme, close: str) -> None:
        super().__init__()
        self._theme, self._close = theme, close
        self.setObjectName("banner")
        px = theme.px
        #: How often something was said.
        self.said = 0
        self._lasting = False
        self._shown = QElapsedTimer()
        self._appearing = QTimer(self, interval=_LOOK, singleShot=True)
        self._appearing.timeout.connect(self._appear)
        self._leaving = QTimer(self, interval=_LOOK, singleShot=True)
        self._leaving.timeout.connect(self.withdraw)
        self._sign = label("")
        self._what = label("", "strong", wrap=True)
        self._more = label("", wrap=True)
        words = QVBoxLayout()
        spaced(words, 0, gap=px(4))
        words.addWidget(self._what)
        words.addWidget(self._more)
        self._buttons = QHBoxLayout()
        spaced(self._buttons, 0, gap=px(8))
        row = QHBoxLayout(self)
        spaced(row, px(16), px(12), px(16), px(12), gap=px(12))
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, stretch=1)
        row.addLayout(self._buttons)
        self.hide()

    def say(
        self,
        what: str,
        more: str = "",
        actions: Sequence[Action] = (),
        kind: str = "",
        *,
        lasting: bool = False,
    ) -> None:
        """Show a message with its buttons; `kind` is "" for an error, "note" for good news."""
        self.said, self._lasting = self.said + 1, lasting
        note = kind == "note"
        size = self._theme.px(18)
        colour = self._theme.colour("accent" if note else "bad")
        drawn = icon("check" if note else "triangle-alert", colour, size)
        self._sign.setPixmap(drawn.pixmap(size, size))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(what)
        self.setAccessibleDescription(more)
        self._show_buttons([*actions, (self._close, self.hide)])
        self._leaving.stop()
        self._appear()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def withdraw(self) -> None:
        """The next thing went well: go, once the message could be read.

        Not while a button of the mouse is held: the page would move away from under a click.
        """
        coming = self._appearing.isActive()
        unread = self.isVisible() and self._shown.elapsed() < _READ
        if coming or unread or (self.isVisible() and _mouse_is_held()):
            self._leaving.start()
        else:
            self.hide()

    def leave(self, said: int) -> None:
        """Another page is opened: what `said` was the last saying of does not concern it."""
        if said == self.said and not self._lasting:
            self.withdraw()

    def _appear(self) -> None:
        if _mouse_is_held() and not self.isVisible():
            self._appearing.start()
            return
        self._appearing.stop()
        self._shown.start()
        self.show()

    @property
    def words(self) -> str:
        """What is shown, in one text."""
        return f"{self._what.text()} {self._more.text()}".strip()

    def _show_buttons(self, actions: Sequence[Action]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, pressed in actions:
            self._buttons.addWidget(button(text, pressed))


def _mouse_is_held() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
