"""How many days somebody has a quarter, and how many of them daily business takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.items import RoleCapacity
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.report.capacity_words import differing_words
from digimaturity.report.roadmap_words import days_words, quarter_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, set_kind, spaced
from digimaturity.ui.widgets.day_calculator import DayCalculator
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.plan_fields import AmountBox, SizedField

#: Widths of fields (pixels at 100 %).
_DAYS, _QUARTER = 176, 104


class CapacityFields(QWidget):
    """Saved field by field; `changed` carries the capacity, or None where nobody says.

    `who` is named to a screen reader. They may be `several` people, of whom nobody has to say how
    many days they have; of one alone somebody has to.
    """

    changed = Signal(object)

    def __init__(
        self, parts: Parts, who: str, quarters: Sequence[Quarter], *, several: bool = False
    ) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts, self._who, self._quarters, self._several = parts, who, quarters, several
        self._shown: RoleCapacity | None = None
        self._note, self._over = "", False
        self.days, self.daily = AmountBox(t), AmountBox(t)
        self._single: dict[str, AmountBox] = {}
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(6))
        self.fields = Flow(px(16))
        spaced(self.fields, 0, gap=px(16))
        for words, box in (
            (t("Person-days a quarter"), self.days),
            (t("Of these daily business"), self.daily),
        ):
            self._field(words, box)
            box.setAccessibleName(t("{what}: {name}", what=words, name=who))
            box.editingFinished.connect(self._finish)
            box.textEdited.connect(lambda _: self._tell())
        self._left = label("", "large")
        self.fields.addWidget(self._figure(t("Left for change"), self._left))
        column.addLayout(self.fields)
        self._about = label("", "small", wrap=True)
        column.addWidget(self._about)
        self._folds = [Fold(parts.theme, t("Quarters that differ"), self._single_quarters)]
        if several:
            self._folds.insert(0, Fold(parts.theme, t("Work it out from people"), self._calculator))
        for fold in self._folds:
            fold.line.setAccessibleDescription(who)
            column.addWidget(fold)

    def _field(self, words: str, box: QWidget) -> Field:
        field = SizedField(self._parts.theme, words, box, _DAYS)
        self.fields.addWidget(field)
        return field

    def _figure(self, words: str, figure: QLabel) -> QWidget:
        made, px = QWidget(), self._parts.theme.px
        column = QVBoxLayout(made)
        spaced(column, 0, gap=px(4))
        column.addWidget(label(words, "strong"))
        figure.setMinimumHeight(px(32))
        column.addWidget(figure)
        return made

    def show_capacity(
        self, capacity: RoleCapacity | None, note: str = "", over: bool = False
    ) -> None:
        """Show what holds; `note` is told of what is left, which may be `over` it.

        What was typed and could not be saved stays, unless something else holds by now.
        """
        self._note, self._over = note, over
        if capacity == self._shown:
            self._tell()
            return
        self._shown = capacity
        self.days.put(capacity.days if capacity else None)
        self.daily.put(capacity.daily if capacity and capacity.daily else None)
        self._show_single()
        self._tell()

    def close_to_change(self) -> None:
        """Only show it."""
        for box in (self.days, self.daily):
            box.setReadOnly(True)
        for fold in self._folds:
            fold.hide()

    @property
    def entered(self) -> RoleCapacity | None:
        """What stands there; `ValueError` where it is no capacity."""
        days, daily = self.days.amount, self.daily.amount
        if days is None:
            if daily is not None or not self._several:
                self.days.mark(wrong=True)
                raise ValueError(self._who)
            return None
        differs = dict(self._shown.differs) if self._shown else {}
        for key, box in self._single.items():
            amount = box.amount
            differs.pop(key, None)
            if amount is not None:
                differs[key] = amount
        return RoleCapacity(days, daily or 0.0, differs)

    @property
    def settled(self) -> bool:
        """Whether all that stands there is saved."""
        try:
            return self.entered == self._shown
        except ValueError:
            return False

    def _finish(self) -> None:
        """Save what is complete; what is not is told below."""
        try:
            entered = self.entered
        except ValueError:
            self._tell()
            return
        if entered != self._shown:
            self.changed.emit(entered)

    def _take(self, days: float, daily: float) -> None:
        self.days.put(days)
        self.daily.put(daily or None)
        self.days.setFocus()
        self._finish()

    def _tell(self) -> None:
        """What is left, while it is typed."""
        t = self._parts.t
        try:
            entered = self.entered
        except ValueError:
            boxes = self.days, self.daily, *self._single.values()
            odd = any(box.property("wrong") and box.text().strip() for box in boxes)
            none = t("Please enter how many days there are.")
            self._say("–", t("This is no number.") if odd else none, "bad")
            return
        if entered is None:
            self._say("–", t("Not limited: nobody has said how much there is."), "small")
        elif entered.daily > entered.days:
            words = t("Daily business takes more than there is: nothing is left.")
            self._say(days_words(t, 0), words, "bad")
        else:
            left = days_words(t, entered.days - entered.daily)
            words = f"{differing_words(entered, t)} {self._note}".strip()
            self._say(left, words, "bad" if self._over else "small")

    def _say(self, left: str, words: str, kind: str) -> None:
        self._left.setText(left)
        self._about.setText(words)
        self._about.setVisible(bool(words))
        set_kind(self._about, kind)

    def _calculator(self) -> Iterator[FoldPart]:
        made = DayCalculator(self._parts, self._who)
        made.taken.connect(self._take)
        yield "", [made]

    def _single_quarters(self) -> Iterator[FoldPart]:
        t, theme = self._parts.t, self._parts.theme
        around = QWidget()
        flow = Flow(theme.px(12))
        spaced(flow, 0, gap=theme.px(12))
        around.setLayout(flow)
        for quarter in self._quarters:
            box = AmountBox(t)
            self._single[str(quarter)] = box
            field = SizedField(theme, quarter_words(t, quarter), box, _QUARTER)
            spoken = t("Days left in {quarter}", quarter=quarter_words(t, quarter))
            box.setAccessibleName(t("{what}: {name}", what=spoken, name=self._who))
            box.editingFinished.connect(self._finish)
            flow.addWidget(field)
        self._show_single()
        words = t("Days left for projects and measures, where they are not the usual ones.")
        yield "", [label(words, "small", wrap=True), around]

    def _show_single(self) -> None:
        shown = self._shown
        usual = max(0.0, shown.days - shown.daily) if shown else None
        for key, box in self._single.items():
            box.put(shown.differs.get(key) if shown else None)
            box.setPlaceholderText("" if usual is None else days_words(self._parts.t, usual))
