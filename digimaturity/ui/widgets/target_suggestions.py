"""Suggested targets by a rule: all of them are seen before they are taken over in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.suggested_targets import Rule
from digimaturity.report.target_words import rule_meanings, rule_names
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.offer_row import OfferRow
from digimaturity.ui.widgets.tick_box import TickBox


@dataclass(frozen=True, slots=True)
class Proposed:
    """One suggestion as it is shown; `taken` says whether it is ticked at first."""

    area: str
    words: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done: another rule, the areas whose suggestions are taken over, none of it."""

    choose: Callable[[Rule], object]
    take: Callable[[Sequence[str]], object]
    cancel: Callable[[], object]


class TargetSuggestions(QWidget):
    """The rules to choose from, then a box to tick for each area; Escape leaves it."""

    def __init__(
        self, parts: Parts, rule: Rule, proposed: Sequence[Proposed], none: str, do: Handlers
    ) -> None:
        """`none` says why the rule suggests nothing, if that is so."""
        super().__init__()
        self._parts, self._do = parts, do
        t, px = parts.t, parts.theme.px
        self.setAccessibleName(t("Suggested targets"))
        column = QVBoxLayout(self)
        spaced(column, 0, px(8), 0, px(16), gap=px(8))
        self.rules = self._rules(rule)
        for row in self.rules.values():
            column.addWidget(row)
        column.addSpacing(px(8))
        self.boxes: Mapping[str, TickBox] = {one.area: self._box(one) for one in proposed}
        for box in self.boxes.values():
            column.addWidget(box)
        if none:
            column.addWidget(label(none, "secondary", wrap=True))
        self._take = button("", self._taken, "primary")
        column.addLayout(row_of(self._take, button(t("&Cancel"), do.cancel)))
        self._take.setVisible(bool(proposed))
        self._count()

    def _rules(self, chosen: Rule) -> Mapping[Rule, OfferRow]:
        t, rows = self._parts.t, {}
        meanings = rule_meanings(t)
        for rule, name in rule_names(t).items():
            rows[rule] = OfferRow(self._parts.theme, name, meanings[rule])
            rows[rule].setChecked(rule is chosen)
            rows[rule].toggled.connect(lambda on, rule=rule: self._chosen(rule) if on else None)
        return rows

    def _chosen(self, rule: Rule) -> None:
        self._do.choose(rule)

    def _box(self, one: Proposed) -> TickBox:
        made = TickBox(self._parts.theme, one.words)
        made.setChecked(one.taken)
        made.toggled.connect(self._count)
        return made

    def _count(self) -> None:
        taken = sum(box.isChecked() for box in self.boxes.values())
        words = self._parts.t.plural("&Take over one target", "&Take over {n} targets", taken)
        self._take.setText(words)
        self._take.setEnabled(taken > 0)

    def _taken(self) -> None:
        self._do.take([area for area, box in self.boxes.items() if box.isChecked()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._do.cancel()
        else:
            super().keyPressEvent(event)
