"""A quarter to choose from a list."""

from __future__ import annotations

from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.report.roadmap_words import quarter_words
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.boxes import ChoiceBox

#: Quarters to choose from: so many before the present one, and so many after it.
_BEFORE, _AFTER = 12, 4


class QuarterBox(ChoiceBox):
    """Quarters around the present one, the chosen one, and that nobody knows."""

    def __init__(self, theme: Theme, t: Translator, now: Quarter, chosen: Quarter | None) -> None:
        super().__init__(theme)
        offered = [*now.plus(-_BEFORE).following(_BEFORE + _AFTER + 1)]
        if chosen is not None and chosen not in offered:
            offered.insert(0, chosen)
        self.addItem(t("not known"), None)
        for quarter in offered:
            self.addItem(quarter_words(t, quarter), str(quarter))
        self.choose(chosen)

    @property
    def quarter(self) -> Quarter | None:
        """What is chosen; None: nobody knows."""
        chosen = self.currentData()
        return Quarter.parsed(str(chosen)) if chosen else None

    def choose(self, quarter: Quarter | None) -> None:
        """Choose a quarter that is offered."""
        self.setCurrentIndex(0 if quarter is None else max(0, self.findData(str(quarter))))
