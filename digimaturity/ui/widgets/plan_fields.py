"""Fields for the roadmap, in a flow: amounts, quarters, and yes, no or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.report.roadmap_words import days_words, quarter_words
from digimaturity.ui.amounts import amount_from
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field


class SizedField(Field):
    """A field of a width (pixels at 100 %) in a flow, narrower where there is no room for it."""

    def __init__(self, theme: Theme, name: str, field: QWidget, width: int) -> None:
        super().__init__(theme, name, field)
        self._wanted = theme.px(width)

    def sizeHint(self) -> QSize:
        """As wide as wanted."""
        return QSize(self._wanted, super().sizeHint().height())


class AmountBox(QLineEdit):
    """A number from 0 on (days, euros, per cent), or nothing."""

    def __init__(self, t: Translator, amount: float | None = None) -> None:
        super().__init__()
        self._t = t
        self.put(amount)
        self.textEdited.connect(lambda _: self.mark(wrong=False))

    def put(self, amount: float | None) -> None:
        """Show that amount."""
        self.setText("" if amount is None else days_words(self._t, amount))
        self.setCursorPosition(0)

    @property
    def amount(self) -> float | None:
        """What stands there; `ValueError` where it is no number, which the field shows then."""
        try:
            found = amount_from(self.text(), self._t.language)
        except ValueError:
            self.mark(wrong=True)
            raise
        self.mark(wrong=False)
        return found

    def mark(self, *, wrong: bool) -> None:
        """Show whether it is wrong."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.setAccessibleDescription(self._t("This is no number.") if wrong else "")
            self.style().unpolish(self)
            self.style().polish(self)


class QuarterBox(ChoiceBox):
    """One of some quarters, or none; `nothing` says what that means."""

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        quarters: Iterable[Quarter],
        chosen: Quarter | None,
        nothing: str,
    ) -> None:
        super().__init__(theme)
        self.addItem(nothing, "")
        known = set(quarters) | ({chosen} if chosen else set())
        for one in sorted(known):
            self.addItem(quarter_words(t, one), str(one))
        self.setCurrentIndex(max(0, self.findData(str(chosen)) if chosen else 0))

    @property
    def quarter(self) -> Quarter | None:
        """The one that is chosen."""
        chosen = str(self.currentData())
        return Quarter.parsed(chosen) if chosen else None


class TruthBox(ChoiceBox):
    """Yes, no, or nobody knows."""

    def __init__(self, theme: Theme, t: Translator, known: bool | None) -> None:
        super().__init__(theme)
        self._values = (None, True, False)
        for words in (t("Nobody knows"), t("Yes"), t("No")):
            self.addItem(words)
        self.setCurrentIndex(self._values.index(known))

    @property
    def known(self) -> bool | None:
        """What is chosen; None: nobody knows."""
        return self._values[self.currentIndex()]
