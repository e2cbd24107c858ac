"""When the company is to be assessed next: a year after the last time, or on a day one chooses."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from digimaturity.domain.clients import due_day
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.flow import Flow

_USUAL, _CHOSEN = 0, 1


class NextDueField(QWidget):
    """`last` is the day of the last assessment that was signed off, None where there is none."""

    def __init__(self, parts: Parts, last: date | None, chosen: date | None) -> None:
        super().__init__()
        t = parts.t
        self._usual = ChoiceBox(parts.theme)
        usual = t("A year after the last one")
        if last is not None:
            usual = t("A year after the last one: {day}", day=t.date(due_day(last)))
        self._usual.addItem(usual)
        self._usual.addItem(t("On a day of your choice"))
        today = date.today()  # noqa: DTZ011 - the user's own day
        self._day = DayBox(parts.theme, chosen or max(today, due_day(last) if last else today))
        if last is not None and last < date.max:
            after = last + timedelta(days=1)
            self._day.setMinimumDate(QDate(after.year, after.month, after.day))
        self._day.setAccessibleName(t("Day of the next assessment"))
        row = Flow(parts.theme.px(8))
        spaced(row, 0, gap=parts.theme.px(8))
        row.addWidget(self._usual)
        row.addWidget(self._day)
        self.setLayout(row)
        self.setFocusProxy(self._usual)
        self._usual.currentIndexChanged.connect(self._show)
        self.choose(chosen)

    @property
    def day(self) -> date | None:
        """The day that is chosen; None for a year after the last one."""
        return self._day.day if self._usual.currentIndex() == _CHOSEN else None

    def choose(self, day: date | None) -> None:
        """Show that day as chosen."""
        self._usual.setCurrentIndex(_USUAL if day is None else _CHOSEN)
        if day is not None:
            self._day.setDate(QDate(day.year, day.month, day.day))
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """The list has the same name."""
        super().setAccessibleName(name)
        self._usual.setAccessibleName(name)

    def _show(self) -> None:
        self._day.setVisible(self._usual.currentIndex() == _CHOSEN)
