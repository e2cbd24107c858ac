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
    """Stays until it is closed or the next thing goes well; a screen reader speaks it at once."""

    def __init__(self, theme: Theme, close: str) -> None:
        super().__init__()
        self._theme, self._close = theme, close
        self.setObjectName("banner")
        px = theme.px
        self._shown = QElapsedTimer()
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
        self, what: str, more: str = "", actions: Sequence[Action] = (), kind: str = ""
    ) -> None:
        """Show a message with its buttons; `kind` is "" for an error, "note" for good news."""
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
        self._shown.start()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def withdraw(self) -> None:
        """The next thing went well: go, once the message could be read.

        Not while a button of the mouse is held: the page would move away from under a click.
        """
        held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self.isVisible() and (held or self._shown.elapsed() < _READ):
            self._leaving.start()
        else:
            self.hide()

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
