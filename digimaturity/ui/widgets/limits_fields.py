"""The frame of the plan: how much at once, the budget, how far, and from when on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.catalogue import planned_as
from digimaturity.domain.company import SizeClass
from digimaturity.domain.roadmap.items import Limits
from digimaturity.domain.roadmap.posing import USUAL_PARALLEL
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.report.peers import size_name
from digimaturity.report.roadmap_words import quarter_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.plan_fields import AmountBox, QuarterBox

#: Width of the fields (pixels at 100 %).
_WIDTH = 400

#: Numbers that can be chosen, and quarters around the usual first one.
_AT_ONCE, _LENGTHS, _BACK, _AHEAD = range(1, 16), range(1, 21), 4, 12


class LimitsFields(QWidget):
    """Saved field by field; `changed` carries the limits. `usual` is the usual first quarter."""

    changed = Signal(object)

    def __init__(
        self, parts: Parts, limits: Limits, size: SizeClass | None, usual: Quarter
    ) -> None:
        super().__init__()
        t, theme = parts.t, parts.theme
        self._t, self._limits, self._usual = t, limits, usual
        self._fields: dict[QWidget, Field] = {}
        self._parallel, self._quarters = ChoiceBox(theme), ChoiceBox(theme)
        sized = size_name(t, planned_as(size))
        number = USUAL_PARALLEL[planned_as(size)]
        self._parallel.addItem(t("As usual for {size}: {n}", size=sized, n=number), -1)
        self._parallel.addItem(t("No limit"), 0)
        for one in sorted({*_AT_ONCE, *([limits.parallel] if limits.parallel else [])}):
            self._parallel.addItem(str(one), one)
        for one in _LENGTHS:
            self._quarters.addItem(t.plural("one quarter", "{n} quarters", one), one)
        self._budget = AmountBox(t)
        around = usual.plus(-_BACK).following(_BACK + _AHEAD)
        nothing = t("After the assessment: {quarter}", quarter=quarter_words(t, usual))
        self._first = QuarterBox(theme, t, around, limits.first, nothing)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(12))
        about = t("Projects that run count. Our own judgement, no statistic: change it freely.")
        for words, box, hint in (
            (t("At most so many &things at once"), self._parallel, about),
            (t("&Budget for all measures, in euros"), self._budget, t("Empty: not limited.")),
            (t("&Length of the plan"), self._quarters, ""),
            (t("&First quarter of the plan"), self._first, ""),
        ):
            field = Field(theme, words, box, hint)
            field.setMaximumWidth(theme.px(_WIDTH))
            column.addWidget(field)
            self._fields[box] = field
        for choice in (self._parallel, self._quarters, self._first):
            choice.activated.connect(self._finish)
        self._budget.editingFinished.connect(self._finish)
        self._budget.textEdited.connect(lambda _: self._fields[self._budget].complain(""))
        self.show_limits(limits)

    def show_limits(self, limits: Limits) -> None:
        """Show what holds."""
        self._limits = limits
        parallel = -1 if limits.parallel is None else limits.parallel
        self._parallel.setCurrentIndex(max(0, self._parallel.findData(parallel)))
        self._quarters.setCurrentIndex(self._quarters.findData(limits.quarters))
        if not self._budget.property("wrong"):  # what was typed stays to be mended
            self._budget.put(limits.budget)
        first = str(limits.first) if limits.first else ""
        self._first.setCurrentIndex(max(0, self._first.findData(first)))
        today = date.today()  # noqa: DTZ011 - the user's own day
        over = (limits.first or self._usual) < Quarter.of(today)
        gone = self._t("This quarter is over. What is planned in it can no longer begin in it.")
        self._fields[self._first].say(gone if over and self._first.isEnabled() else "")

    def close_to_change(self) -> None:
        """Only show it."""
        for choice in (self._parallel, self._quarters, self._first):
            choice.setEnabled(False)
        self._fields[self._first].say("")  # of an earlier year that is no news
        self._budget.setReadOnly(True)

    def _finish(self) -> None:
        """Save what was chosen; a budget that is no number stays as it was, and that is said."""
        try:
            budget, wrong = self._budget.amount, ""
        except ValueError:
            budget, wrong = self._limits.budget, self._t("This is no number.")
        self._fields[self._budget].complain(wrong)
        parallel = int(self._parallel.currentData())
        limits = replace(
            self._limits,
            parallel=None if parallel < 0 else parallel,
            budget=budget,
            quarters=int(self._quarters.currentData()),
            first=self._first.quarter,
        )
        if limits != self._limits:
            self.changed.emit(limits)
