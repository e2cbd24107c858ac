"""A comment that is recorded when typing rests, and at the latest when it is left."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit

#: A comment is recorded when nothing was typed for so many milliseconds.
_RESTS = 600


class Comment(QPlainTextEdit):
    """`written` carries the text once; `typing` tells that something is not recorded yet."""

    written = Signal(str)
    typing = Signal()
    left = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting = False
        self.setTabChangesFocus(True)
        self._rest = QTimer(self, interval=_RESTS, singleShot=True)
        self._rest.timeout.connect(self.flush)
        self.textChanged.connect(self._typed)

    def show_text(self, text: str) -> None:
        """Show what is recorded, unless something newer was typed and is not recorded yet."""
        if self.toPlainText().strip() == text:
            self._waiting = self._rest.isActive()
        elif not self._waiting:
            with QSignalBlocker(self):  # this is not typing
                self.setPlainText(text)

    @property
    def waiting(self) -> bool:
        """Whether something was typed that is not recorded."""
        return self._waiting

    def settle(self) -> None:
        """What was written is recorded; what was typed since then is not."""
        self._waiting = self._rest.isActive()

    def take_up(self, text: str) -> None:
        """Show a text that is still to be recorded."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._waiting = True

    def discard(self) -> None:
        """What is not recorded is not wanted."""
        self._rest.stop()
        self._waiting = False

    def flush(self) -> None:
        """Record now what was typed; until that has succeeded, it is tried again each time."""
        self._rest.stop()
        if self._waiting:
            self.written.emit(self.toPlainText().strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The user goes elsewhere."""
        super().focusOutEvent(event)
        self.flush()
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped on it are not for the text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the question."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._waiting = True
        self.typing.emit()
        self._rest.start()
