"""Which two are compared, which questions are shown, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.services.comparing import Ref
from digimaturity.ui.compare_reading import Entry
from digimaturity.ui.compare_rows import Order, Show
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox

#: Narrower than this (pixels at 100 %) B stands below A.
_NARROW = 640

#: What the last entry of a list carries, which leads to other companies.
_OTHER = "other"


class TwoChoices(QWidget):
    """`chosen` carries which side (0 or 1) and the `Ref`; `other_asked` the side alone."""

    chosen = Signal(int, object)
    other_asked = Signal(int)
    swapped = Signal()

    def __init__(self, theme: Theme, t: Translator, *, others: bool) -> None:
        super().__init__()
        self._theme, self._t, self._others = theme, t, others
        self.boxes: list[ChoiceBox] = []
        self._about: list[QLabel] = []
        px = theme.px
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._row, 0, gap=px(12))
        sides = [self._side(place, name) for place, name in enumerate("AB")]
        self.swap = button(t("S&wap"), self.swapped.emit)
        self.swap.setAccessibleName(t("Swap A and B"))
        self.swap.setToolTip(t("Swap A and B (X in the list)"))
        self._row.addLayout(sides[0], stretch=1)
        self._row.addLayout(sides[1], stretch=1)
        around = QVBoxLayout()
        spaced(around, 0)
        around.addWidget(self.swap, alignment=Qt.AlignmentFlag.AlignLeft)
        around.addStretch()
        self._row.addLayout(around)

    def _side(self, place: int, name: str) -> QVBoxLayout:
        box, about = ChoiceBox(self._theme), label("", "small", wrap=True)
        box.setAccessibleName(self._t("Assessment {letter}", letter=name))
        box.setPlaceholderText(self._t("Choose …"))
        box.activated.connect(partial(self._activated, place))
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced(line, 0, gap=self._theme.px(8))
        line.addWidget(label(name, "strong"))
        line.addWidget(box, stretch=1)
        column = QVBoxLayout()
        spaced(column, 0, gap=self._theme.px(4))
        column.addLayout(line)
        column.addWidget(about)
        column.addStretch()
        self.boxes.append(box)
        self._about.append(about)
        return column

    def show_entries(
        self, entries: Sequence[Entry], refs: Sequence[Ref | None], about: Sequence[str]
    ) -> None:
        """Offer these, with those two chosen; `about` stands below each."""
        for box, ref, words, told in zip(self.boxes, refs, about, self._about, strict=True):
            box.blockSignals(True)
            box.clear()
            firm = entries[0].firm if entries else ""
            for entry in entries:
                if entry.firm != firm:
                    box.insertSeparator(box.count())
                    firm = entry.firm
                box.addItem(entry.title, entry.ref)
            if self._others:
                box.insertSeparator(box.count())
                box.addItem(self._t("Another company …"), _OTHER)
            self._mark(box, ref)
            box.blockSignals(False)
            told.setText(words)
            told.setVisible(bool(words))
        self.swap.setEnabled(None not in refs)

    def _mark(self, box: ChoiceBox, ref: Ref | None) -> None:
        place = next((one for one in range(box.count()) if box.itemData(one) == ref), -1)
        box.setCurrentIndex(place if ref is not None else -1)

    def _activated(self, side: int, place: int) -> None:
        data = self.boxes[side].itemData(place)
        if data == _OTHER:
            self.other_asked.emit(side)
        elif isinstance(data, Ref):
            self.chosen.emit(side, data)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other, where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_NARROW)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


class ShownChoices(QWidget):
    """Two fields; `changed` tells that another choice was made."""

    changed = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._t = t
        self.show_box, self.order_box = ChoiceBox(theme), ChoiceBox(theme)
        self._shows, self._orders = tuple(Show), tuple(Order)
        for _ in self._shows:
            self.show_box.addItem("")
        for name in (t("As in the questionnaire"), t("Largest difference first")):
            self.order_box.addItem(name)
        self.show_box.setAccessibleName(t("Which questions are shown"))
        self.order_box.setAccessibleName(t("In which order"))
        for box in (self.show_box, self.order_box):
            box.currentIndexChanged.connect(self.changed)

    @property
    def show_only(self) -> Show:
        """Which questions are shown."""
        return self._shows[self.show_box.currentIndex()]

    @property
    def order(self) -> Order:
        """In which order."""
        return self._orders[self.order_box.currentIndex()]

    def choose(self, show: Show, order: Order) -> None:
        """Choose these, and say nothing of it."""
        for box, place in (
            (self.show_box, self._shows.index(show)),
            (self.order_box, self._orders.index(order)),
        ):
            box.blockSignals(True)
            box.setCurrentIndex(place)
            box.blockSignals(False)

    def show_counts(self, counts: Mapping[Show, int], *, onwards: bool) -> None:
        """Say how many there are of each; only what came later rose or fell."""
        t = self._t
        names = {
            Show.ALL: t("Everything"),
            Show.CHANGES: t("Only changes") if onwards else t("Only differences"),
            Show.HIGHER: t("Risen") if onwards else t("Higher in B"),
            Show.LOWER: t("Fallen") if onwards else t("Lower in B"),
            Show.NOT_COMPARABLE: t("Not comparable"),
        }
        for place, show in enumerate(self._shows):
            self.show_box.setItemText(place, f"{names[show]} ({t.number(counts[show])})")
