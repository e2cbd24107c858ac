"""How an assessment begins where there is an earlier one: beside its answers, or from them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.offer_row import OfferRow


class StartingFrom(QWidget):
    """Hidden until an earlier one is known; `chosen` tells whether its answers are taken over."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme, t: Translator, width: int) -> None:
        super().__init__()
        self._theme, self._t, self._wide = theme, t, width
        self.rows: tuple[OfferRow, ...] = ()
        asked = t("What becomes of the earlier answers?")
        self.setAccessibleName(asked)
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(8))
        self._column.addWidget(label(asked, "strong"))
        self.hide()

    @property
    def taken(self) -> bool:
        """Whether the answers are taken over."""
        return not self.isHidden() and bool(self.rows) and self.rows[1].isChecked()

    def offer(self, day: date, *, taken: bool = False) -> None:
        """Offer the answers of the assessment of that day."""
        t, when = self._t, self._t.date(day)
        beside = OfferRow(
            self._theme,
            t("Show those of {date} beside", date=when),
            t("Every question is answered anew; the earlier level stands beside it."),
        )
        start = OfferRow(
            self._theme,
            t("Start from those of {date}", date=when),
            t(
                "Every answer is to be confirmed, one by one. Until then, results and report tell"
                " it as an earlier one that nobody has confirmed."
            ),
        )
        self.rows = (beside, start)
        for row in self.rows:
            row.setMaximumWidth(self._wide)
            self._column.addWidget(row)
        (start if taken else beside).setChecked(True)
        for row in self.rows:
            row.toggled.connect(self._turned)
        one_tab_stop(self.rows)
        self.show()

    def _turned(self, _on: bool) -> None:
        one_tab_stop(self.rows)
        self.chosen.emit(self.taken)
