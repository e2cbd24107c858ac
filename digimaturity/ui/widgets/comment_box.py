"""A note beside an answer: open while there is something in it, and what to do if it is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.comment import Comment


class CommentBox(QWidget):
    """A text that could not be recorded stays, until it could be or the user discards it."""

    toggled = Signal(bool)  # whether there is something to be seen

    def __init__(self, theme: Theme, t: Translator, unsaved: str) -> None:
        """`unsaved` is said of a text that could not be recorded."""
        super().__init__()
        px = theme.px
        self._recorded = ""
        self._kept_open = False
        self._name = label("", "small")
        self.field = Comment()
        self.field.setFixedHeight(px(72))
        self.field.left.connect(self._show)
        self._unsaved = QWidget()
        row = QHBoxLayout(self._unsaved)
        spaced(row, 0, gap=px(16))
        row.addWidget(label(unsaved, "bad"))
        row.addWidget(button(t("Discard it"), self._discard, "link"))
        row.addStretch()
        self._unsaved.hide()
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(4))
        column.addWidget(self._name)
        column.addWidget(self.field)
        column.addWidget(self._unsaved)
        self.hide()

    def ask(self, name: str, hint: str) -> None:
        """Say what is to be written."""
        self._name.setText(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)

    @property
    def unsaved(self) -> str | None:
        """What could not be recorded; None when all is."""
        return self.field.toPlainText() if self.field.waiting else None

    def show_recorded(self, text: str, *, keep_open: bool = False) -> None:
        """Show what is recorded, unless something newer is there that is not."""
        self._recorded, self._kept_open = text, keep_open
        self.field.show_text(text)
        self._show()

    def settle(self, *, recorded: bool) -> None:
        """What was written could be recorded, or could not be."""
        if recorded:
            self.field.settle()
        self._unsaved.setHidden(recorded)
        self._show()

    def take_up(self, text: str) -> None:
        """Show a text that could not be recorded before this box was built."""
        self.field.take_up(text)
        self.settle(recorded=False)

    def open(self) -> None:
        """Write."""
        self.show()
        self.toggled.emit(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def _discard(self) -> None:
        self.field.discard()
        self._unsaved.hide()
        self.show_recorded(self._recorded, keep_open=self._kept_open)

    def _show(self) -> None:
        written = bool(self.field.toPlainText().strip()) or self.field.waiting
        self.setVisible(written or self.field.hasFocus() or self._kept_open)
        self.toggled.emit(not self.isHidden())
