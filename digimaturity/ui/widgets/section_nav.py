"""The sections of a long page: a list beside it where there is room, else a field above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, plain, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox

#: How wide the list is at 100 % (pixels).
_WIDTH = 224


class SectionNav(QWidget):
    """`beside` and `above` are for the page to place; `chosen` carries the number of a section."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, titles: Sequence[str]) -> None:
        super().__init__()
        px = theme.px
        self.beside, self.above = QWidget(self), ChoiceBox(theme)
        self.beside.setFixedWidth(px(_WIDTH))
        self.beside.setAccessibleName(name)
        self.above.setAccessibleName(name)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self.beside)
        spaced(column, px(32), px(28), 0, px(16), gap=px(8))
        for number, title in enumerate(titles):
            made = button(plain(title), partial(self.chosen.emit, number), "link")
            self._buttons.append(made)
            column.addWidget(made)
            self.above.addItem(title)
        column.addStretch()
        self.above.activated.connect(self.chosen)
        self.hide()

    def mark(self, number: int) -> None:
        """Show in which section the user is."""
        if self.above.currentIndex() == number and self._buttons[number].property("own"):
            return
        self.above.setCurrentIndex(number)
        for place, made in enumerate(self._buttons):
            made.setProperty("own", place == number)
            made.style().unpolish(made)
            made.style().polish(made)
