"""How a measure is adapted to the firm: effort, time, cost, who, by what it is measured, when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from digimaturity.domain.catalogue import Effort, Role
from digimaturity.domain.roadmap.deciding import Choice
from digimaturity.domain.roadmap.items import MeasureDecision
from digimaturity.report.measure_words import cost_words
from digimaturity.report.roadmap_words import days_words, role_names
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.measure_form import MeasureForm
from digimaturity.ui.widgets.plan_fields import AmountBox, QuarterBox

#: So many quarters can be chosen from, should the plan have fewer.
_LEAST_QUARTERS = 8


class AdaptForm(MeasureForm):
    """What is left as it was goes on following the questionnaire."""

    def __init__(
        self, parts: Parts, w: Wording, choice: Choice, save: Callable[[MeasureDecision], object]
    ) -> None:
        t, task = parts.t, choice.task
        super().__init__(parts, w.text(task.measure.title))
        self._choice, self._save, self._size = choice, save, w.evaluation.company.size_class
        decision = task.decision
        self.add("owner", t("Who is responsible"), QLineEdit(decision.owner))
        roadmap = parts.session.roadmap
        if roadmap is not None:
            count = max(_LEAST_QUARTERS, roadmap.posed.problem.quarters)
            quarters = roadmap.posed.first.following(count)
            nothing = t("When it fits best")
            box = QuarterBox(parts.theme, t, quarters, decision.start, nothing)
            self.add("start", t("Begins"), box, t("A quarter that you choose holds in the plan."))
        if task.own is None:
            self._add_effort(w)
        self.add(
            "kpi",
            t("Measured by"),
            QLineEdit(decision.kpi),
            t("Usually: {kpi}", kpi=w.text(task.measure.kpi)) if task.measure.kpi else "",
        )
        self._add_people()
        hint = ""
        if task.own is None:
            hint = t("Why it is done otherwise than the questionnaire says.")
        self.add("reason", t("Reason"), QLineEdit(decision.reason), hint)
        self.add_ways(t("Save"), self.save)

    def _add_effort(self, w: Wording) -> None:
        t, task = self.parts.t, self._choice.task
        usual = task.measure.effort_for(self._size)
        self.rule(t("Person-days, time and cost"))
        names = role_names(t)
        for role in Role:
            days = getattr(usual, role)
            box = AmountBox(t, getattr(task.effort, role))
            self.add(role, names[role], box, t("Usually {days}", days=days_words(t, days)))
        weeks = task.measure.weeks_for(self._size)
        hint = t("Usually {days}", days=t.number(weeks))
        self.add("weeks", t("Weeks from the first step to the end"), AmountBox(t, task.weeks), hint)
        plain = replace(
            self._choice, task=replace(task, decision=replace(task.decision, cost=None))
        )
        hint = t("Usually {days}", days=cost_words(w, plain))
        cost = AmountBox(t, task.decision.cost)
        self.add("cost", t("Cost in euros besides working time"), cost, hint)

    def _add_people(self) -> None:
        """How many days key people work on it, where that differs from their usual share."""
        t, task = self.parts.t, self._choice.task
        people = self.parts.session.book.people
        if people:
            self.rule(t("Person-days of key people"))
        for key, person in people.items():
            share = days_words(t, getattr(task.effort, person.role) * person.share)
            hint = t("Empty: the usual share, {days}", days=share)
            self.add(_person(key), person.name, AmountBox(t, task.decision.people.get(key)), hint)

    def save(self) -> None:
        """Save what was entered, where it makes sense."""
        try:
            decision = self._entered()
        except ValueError:
            return
        self._save(decision)

    def _entered(self) -> MeasureDecision:
        before = self._choice.task.decision
        book = self.parts.session.book
        named = {key: self.amount(_person(key)) for key in book.people}
        start = self.fields.get("start")
        found = replace(
            before,
            owner=self.text("owner"),
            kpi=self.text("kpi"),
            reason=self.text("reason"),
            people={key: days for key, days in named.items() if days is not None},
            start=start.quarter if isinstance(start, QuarterBox) else before.start,
        )
        return found if self._choice.task.own else self._with_effort(found)

    def _with_effort(self, found: MeasureDecision) -> MeasureDecision:
        """Only what is another one than the questionnaire's is kept."""
        measure = self._choice.task.measure
        usual = measure.effort_for(self._size)
        days = {role: self.amount(role) for role in Role}
        effort = Effort(
            **{
                role.value: getattr(usual, role) if one is None else one
                for role, one in days.items()
            }
        )
        weeks = self.amount("weeks")
        if weeks is not None and (weeks < 1 or not weeks.is_integer()):
            self.complain("weeks", self.parts.t("A measure takes whole weeks, at least one."))
            raise ValueError(weeks)
        same = weeks is None or weeks == measure.weeks_for(self._size)
        return replace(
            found,
            effort=None if effort == usual else effort,
            weeks=None if same else round(weeks or 0),
            cost=self.amount("cost"),
        )


def _person(key: str) -> str:
    return f"person {key}"
