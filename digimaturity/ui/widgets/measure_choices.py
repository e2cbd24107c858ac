"""Which measures are listed, and in which order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from digimaturity.domain.roadmap.deciding import Order, Standing
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.boxes import ChoiceBox


class MeasureChoices(QObject):
    """Two fields, `boxes`; `changed` tells that another choice was made."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._shown, self._order = ChoiceBox(theme), ChoiceBox(theme)
        self.boxes = self._shown, self._order
        self._kinds: tuple[Standing | None, ...] = (*Standing, None)
        self._names = t("Undecided"), t("Accepted"), t("Declined"), t("All")
        for name in self._names:
            self._shown.addItem(name)
        self._orders = tuple(Order)
        for name in (
            t("As advised"),
            t("Most gain first"),
            t("Least effort first"),
            t("Most gain for a day first"),
        ):
            self._order.addItem(name)
        self._shown.setAccessibleName(t("Which measures are shown"))
        self._order.setAccessibleName(t("In which order"))
        for box in self.boxes:
            box.currentIndexChanged.connect(self.changed)

    @property
    def standing(self) -> Standing | None:
        """Those that are shown; None: all."""
        return self._kinds[self._shown.currentIndex()]

    @property
    def order(self) -> Order:
        """In which order."""
        return self._orders[self._order.currentIndex()]

    def show_counts(self, counts: Mapping[Standing | None, int]) -> None:
        """Say how many there are of each kind."""
        for place, (kind, name) in enumerate(zip(self._kinds, self._names, strict=True)):
            self._shown.setItemText(place, f"{name} {self._t.number(counts[kind])}")

    def show_all(self) -> None:
        """List all of them."""
        self._shown.setCurrentIndex(len(self._kinds) - 1)
