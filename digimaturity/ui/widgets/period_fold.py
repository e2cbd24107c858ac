"""An earlier period: its title opens what is told of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.title_line import TitleLine


class PeriodFold(QWidget):
    """What is told is made when it is first opened."""

    def __init__(self, theme: Theme, title: str, counts: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._content: QWidget | None = None
        self.line = TitleLine(theme, title)
        self.line.setAccessibleDescription(counts)
        self.line.clicked.connect(self.toggle)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(2))
        column.addWidget(self.line)
        self._below = QVBoxLayout()
        spaced(self._below, theme.px(22), 0, 0, 0, gap=theme.px(8))
        self._below.addWidget(label(counts, "secondary", wrap=True))
        column.addLayout(self._below)

    def toggle(self) -> None:
        """Open it, or close it."""
        if self._content is None:
            self._content = self._make()
            self._below.addWidget(self._content)
            self._lead_in(self._content)
        self.line.tell(opened=not self.line.opened)
        self._content.setVisible(self.line.opened)
        self.line.update()

    def _lead_in(self, content: QWidget) -> None:
        """Let Tab go from the line into what was just made."""
        before: QWidget = self.line
        for widget in content.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget
