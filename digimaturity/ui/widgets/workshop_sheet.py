"""What the workshop shows at a time: a heading, and below it a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.terms import Terms
from digimaturity.ui.widgets.workshop_heading import WorkshopHeading

#: Pixels at 100 %: wider than this lines are too long to be read; one step of scrolling.
_WIDEST, _STEP = 1040, 48


class WorkshopSheet(QScrollArea):
    """Subclasses add to `column`, and say where in it `heading` stands."""

    def __init__(self, theme: Theme, terms: Terms, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = WorkshopHeading(theme, terms, title)
        page, inner = QWidget(), QWidget()
        page.setObjectName("page")
        inner.setMaximumWidth(theme.px(_WIDEST))
        self.column = QVBoxLayout(inner)
        spaced(self.column, 0)
        outer = QHBoxLayout(page)
        spaced(outer, theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        outer.addStretch()
        outer.addWidget(inner, stretch=100)
        outer.addStretch()
        self.setWidget(page)

    def go_home(self) -> None:
        """Bring the keyboard to the heading, which is seen then."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All keys are the workshop's: arrows lead from question to question."""
        event.ignore()

    def scroll_by(self, steps: int) -> None:
        """Scroll, where not all of it can be seen."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + steps * self.theme.px(_STEP))

    def scroll_page(self, direction: int) -> bool:
        """Scroll by what can be seen at once; whether there was anything to scroll to."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * bar.pageStep())
        return bar.value() != before
