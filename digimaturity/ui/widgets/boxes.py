"""Fields that open a list or a calendar, with a chevron in the colours of the theme."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme


class ChoiceBox(QComboBox):
    """A list to choose from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet draws the field, and leaves the chevron to us."""
        super().paintEvent(event)
        _chevron(self, self._theme)


class DayBox(QDateEdit):
    """A day, typed or taken from a calendar."""

    def __init__(self, theme: Theme, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self._theme = theme
        self.setCalendarPopup(True)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet draws the field, and leaves the chevron to us."""
        super().paintEvent(event)
        _chevron(self, self._theme)


def _chevron(widget: QWidget, theme: Theme) -> None:
    size = theme.px(16)
    box = QRect(widget.width() - size - theme.px(8), (widget.height() - size) // 2, size, size)
    painter = QPainter(widget)
    icon("chevron-down", theme.colour("secondary"), size).paint(painter, box)
    painter.end()
