"""A panel that explains something beside the page; Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.icons import put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced


class SidePanel(QWidget):
    """A title with a button that closes it; subclasses add to `column`."""

    closed = Signal()

    def __init__(self, theme: Theme, t: Translator, title: str) -> None:
        super().__init__()
        px = theme.px
        self.column = QVBoxLayout(self)
        spaced(self.column, 0, gap=px(8))
        head = QHBoxLayout()
        spaced(head, 0)
        head.addWidget(label(title, "large", wrap=True), stretch=1)
        self.close_button = button("", self.closed.emit, "icon")
        put_icon(self.close_button, "x", theme.colour("secondary"), px(16))
        self.close_button.setAccessibleName(t("Close the explanation"))
        self.close_button.setToolTip(t("Close (Esc)"))
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WindowShortcut)
        escape.activated.connect(self.closed)
