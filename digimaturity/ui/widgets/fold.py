"""A line that opens and closes what is below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from digimaturity.ui.icons import put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, plain, spaced


class Fold(QWidget):
    """A small line with a chevron; open, it shows each heading of `parts` with what is below."""

    def __init__(
        self, theme: Theme, title: str, parts: Iterable[tuple[str, Iterable[QWidget]]]
    ) -> None:
        super().__init__()
        self._theme = theme
        self.line = QPushButton(plain(title))
        self.line.setAutoDefault(True)
        self.line.setProperty("kind", "link")
        self.line.setProperty("small", True)
        self.line.setCheckable(True)
        self.line.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.line.toggled.connect(self._toggled)
        self.content = QWidget()
        inner = QVBoxLayout(self.content)
        spaced(inner, theme.px(22), theme.px(4), 0, theme.px(4), gap=theme.px(4))
        for heading, below in parts:
            inner.addWidget(label(heading, "strong"))
            for widget in below:
                inner.addWidget(widget)
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self.line)
        column.addWidget(self.content)
        self._toggled(False)

    def _toggled(self, opened: bool) -> None:
        name = "chevron-down" if opened else "chevron-right"
        put_icon(self.line, name, self._theme.colour("accent"), self._theme.px(14))
        self.content.setVisible(opened)
