"""A measure of one's own: what it is, whom it takes, what it lifts, and its gain as it follows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit

from digimaturity.domain.catalogue import Effort, Lift, Role
from digimaturity.domain.gains import gain_of
from digimaturity.domain.roadmap.items import OwnMeasure
from digimaturity.domain.roadmap.posing import measure_of
from digimaturity.report.roadmap_words import role_names
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.lifts_box import LiftsBox
from digimaturity.ui.widgets.measure_form import MeasureForm
from digimaturity.ui.widgets.needs_box import NeedsBox
from digimaturity.ui.widgets.plan_fields import AmountBox

#: So many weeks unless somebody says otherwise.
_WEEKS = 4


class OwnMeasureForm(MeasureForm):
    """`own` is None for a new one; `titles` are the measures that it can build on, by their ids."""

    def __init__(
        self,
        parts: Parts,
        w: Wording,
        own: OwnMeasure | None,
        titles: Mapping[str, str],
        save: Callable[[OwnMeasure], object],
        remove: Callable[[], object] | None = None,
    ) -> None:
        t = parts.t
        super().__init__(parts, t("Your own measure"))
        self._w, self._save = w, save
        self._add_about(own)
        self._add_effort(own)
        self.rule(t("What it lifts"))
        self.lifts = LiftsBox(parts, w, own.lifts if own else ())
        self.lifts.changed.connect(self._show_gain)
        self.column.addWidget(self.lifts)
        self.gain = label("", "strong", wrap=True)
        self.column.addWidget(self.gain)
        self.rule(t("What it builds on"))
        self.needs = NeedsBox(parts, titles, own.requires if own else ())
        self.column.addWidget(self.needs)
        others = [button(t("Remove the measure"), remove, "danger")] if remove else []
        self.add_ways(t("Save") if own else t("Add and accept"), self.save, *others)
        self._show_gain()

    def _add_about(self, own: OwnMeasure | None) -> None:
        t = self.parts.t
        self.add("title", t("Title"), QLineEdit(own.title if own else ""))
        self.add_text("what", t("What is done"), own.what if own else "")
        hint = t("A figure that shows whether it has worked.")
        self.add("kpi", t("Measured by"), QLineEdit(own.kpi if own else ""), hint)

    def _add_effort(self, own: OwnMeasure | None) -> None:
        t = self.parts.t
        names = role_names(t)
        self.rule(t("Person-days, time and cost"))
        for role in Role:
            days = getattr(own.effort, role) if own else None
            self.add(role, names[role], AmountBox(t, days))
        weeks = AmountBox(t, own.weeks if own else _WEEKS)
        self.add("weeks", t("Weeks from the first step to the end"), weeks)
        cost = AmountBox(t, own.cost if own else None)
        self.add("cost", t("Cost in euros besides working time"), cost)
        lead = ChoiceBox(self.parts.theme)
        lead.addItem(t("Nobody yet"), "")
        for role in Role:
            lead.addItem(names[role], role.value)
        lead.setCurrentIndex(max(0, lead.findData(own.lead.value if own and own.lead else "")))
        self.add("lead", t("Led by"), lead)

    def typed(self) -> dict[str, str]:
        """What stands in the fields, with lifts and needs."""
        lifts = [[one.question, one.origin, one.goal] for one in self.lifts.every]
        return {
            **super().typed(),
            "lifts": json.dumps(lifts),
            "needs": json.dumps(self.needs.needs),
        }

    def type_in(self, typed: Mapping[str, str]) -> None:
        """Show that again."""
        super().type_in(typed)
        self.lifts.show_lifts(tuple(Lift(*one) for one in json.loads(typed["lifts"])))
        self.needs.show_needs(tuple(json.loads(typed["needs"])))

    def save(self) -> None:
        """Save what was entered, where it makes sense; what is chosen and not added yet counts."""
        self.needs.take()
        try:
            own = self._entered()
        except ValueError:
            return
        self._save(own)

    def _entered(self) -> OwnMeasure:
        t, title = self.parts.t, self.text("title")
        if not title:
            self.complain("title", t("It needs a title by which your people know it."))
            raise ValueError(title)
        days = {role.value: self.amount(role) or 0.0 for role in Role}
        weeks = self.amount("weeks") or 0.0
        if weeks < 1 or not weeks.is_integer():
            self.complain("weeks", t("A measure takes whole weeks, at least one."))
            raise ValueError(weeks)
        lead = self.typed()["lead"]
        return OwnMeasure(
            title,
            Effort(**days),
            round(weeks),
            self.text("what"),
            self.text("kpi"),
            self.amount("cost") or 0.0,
            Role(lead) if lead else None,
            self.lifts.every,
            self.needs.needs,
        )

    def _show_gain(self) -> None:
        """What the scoring engine makes of the lifts."""
        t, found = self.parts.t, self._w.evaluation
        measure = measure_of(OwnMeasure("", Effort(0, 0, 0), 1, lifts=self.lifts.every), "")
        gain = gain_of(measure, found.questionnaire, found.questions, found.scores, found.targets)
        if not self.lifts.every:
            words = t("It lifts nothing yet: the plan counts no gain for it.")
        elif not found.overall.rated:
            words = t("No points are told as long as the overall score is not rated.")
        else:
            words = t("Gain: {gain} points", gain=self._w.gain(gain))
        self.gain.setText(words)
