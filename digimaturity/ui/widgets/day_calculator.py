"""Works out the days of a role from the user's own numbers; only the days are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.report.roadmap_words import days_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.plan_fields import AmountBox, SizedField

_WIDTH, _ALL = 176, 100.0


class DayCalculator(QWidget):
    """`taken` carries the days of all, and those of daily business."""

    taken = Signal(float, float)

    def __init__(self, parts: Parts, who: str) -> None:
        super().__init__()
        t, theme = parts.t, parts.theme
        self._t = t
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(6))
        flow = Flow(theme.px(12))
        spaced(flow, 0, gap=theme.px(12))
        self._people, self._each, self._share = (AmountBox(t) for _ in range(3))
        for words, box in (
            (t("How many people"), self._people),
            (t("Working days of each"), self._each),
            (t("Daily business in %"), self._share),
        ):
            field = SizedField(theme, words, box, _WIDTH)
            box.setAccessibleName(t("{what}: {name}", what=words, name=who))
            box.textEdited.connect(lambda _: self._tell())
            box.returnPressed.connect(self._take)
            flow.addWidget(field)
        column.addLayout(flow)
        self._result = label("", "small", wrap=True)
        column.addWidget(self._result)
        self._button = button(t("Take over"), self._take)
        self._button.setAccessibleName(t("{what}: {name}", what=t("Take over"), name=who))
        column.addLayout(row_of(self._button))
        self._tell()

    def _worked_out(self) -> tuple[float, float] | None:
        """Days and daily business; None where something is missing or wrong."""
        try:
            people, each = self._people.amount, self._each.amount
            share = self._share.amount or 0.0
        except ValueError:
            return None
        if people is None or each is None or share > _ALL:
            return None
        days = round(people * each, 1)
        return days, round(days * share / _ALL, 1)

    def _tell(self) -> None:
        t, found = self._t, self._worked_out()
        self._button.setEnabled(found is not None)
        if found is None:
            words = t("Working days of a quarter, without holidays and the usual days of illness.")
        else:
            days, daily = (days_words(t, one) for one in found)
            words = t("{days} days, {daily} of them daily business.", days=days, daily=daily)
        self._result.setText(words)

    def _take(self) -> None:
        found = self._worked_out()
        if found is not None:
            self.taken.emit(*found)
