"""Tabs in one row; where they have no room, a field to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.boxes import ChoiceBox


class TabRow(QWidget):
    """`chosen` carries the number of the tab that the user went to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, titles: Sequence[str]) -> None:
        super().__init__()
        self._tabs, self._box = QTabBar(), ChoiceBox(theme)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for one in (self._tabs, self._box):
            one.setAccessibleName(name)
        for title in titles:
            self._tabs.addTab(title)
            self._box.addItem(title)
        self._tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self._tabs)
        column.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignLeft)
        self._tabs.currentChanged.connect(self.chosen)
        self._box.activated.connect(self._tabs.setCurrentIndex)
        self._fit()

    def mark(self, number: int) -> None:
        """Show which tab is open."""
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(number)
        self._tabs.blockSignals(False)
        self._box.setCurrentIndex(number)

    def name(self, number: int, title: str) -> None:
        """Call a tab otherwise, such as with a number of what is on it."""
        self._tabs.setTabText(number, title)
        self._box.setItemText(number, title)
        self._fit()

    def lead(self) -> None:
        """Give it the keyboard."""
        (self._tabs if self._tabs.isVisible() else self._box).setFocus()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the field."""
        return QSize(self._box.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for the tabs, or has not."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self._tabs.sizeHint().width() <= self.width()
        self._tabs.setVisible(room)
        self._box.setVisible(not room)
