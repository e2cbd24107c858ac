"""A measure or a project of the plan in full: why there, what it takes, what it builds on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal

from digimaturity.domain.roadmap.items import Project, State
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.place_words import needed_by, needed_first, takes, why_here
from digimaturity.report.plan_words import dimension_of, gain_words, placed, quarters_words
from digimaturity.report.roadmap_words import (
    euro_words,
    quarter_words,
    span_words,
    state_names,
    title_of,
)
from digimaturity.report.unplanned_words import left_out
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, line
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.side_panel import SidePanel


class PlanPanel(SidePanel):
    """`begun` carries the quarter, from 0, in which it shall begin; None: the plan decides.

    `followed` carries the place of the roadmap at which more can be done about it.
    """

    begun = Signal(object)
    followed = Signal(str)

    def __init__(self, parts: Parts, w: Wording, roadmap: Roadmap, key: str) -> None:
        super().__init__(parts.theme, parts.t, title_of(roadmap, key, parts.t))
        self._parts, self._w, self._roadmap, self._key = parts, w, roadmap, key
        self.begin: ChoiceBox | None = None
        task, project = roadmap.posed.tasks.get(key), roadmap.book.projects.get(key)
        if task is not None:
            self._measure(task)
        elif project is not None:
            self._project(project)
        self.column.addStretch()

    # -- a measure

    def _measure(self, task: Task) -> None:
        w, roadmap, t = self._w, self._roadmap, self._parts.t
        dimension, place = dimension_of(w, task), placed(roadmap).get(task.id)
        if dimension is not None:
            self.column.addWidget(label(w.text(dimension.name), "secondary", wrap=True))
        if place is not None:
            when = quarters_words(w, roadmap, place.first, place.quarters)
            self.column.addWidget(label(when, "strong", wrap=True))
        if self._parts.session.plannable and task.decision.state is State.PLANNED:
            self._beginning(task)
        if place is not None:
            self._part(t("Why there"), why_here(w, roadmap, place))
        else:
            self._unplanned(task)
        cost = (
            t("{cost} at most", cost=euro_words(t, task.cost))
            if task.cost
            else t("nobody knows what it costs")
            if task.cost is None
            else ""
        )
        load = ", ".join(takes(w, roadmap, task.id))
        self._part(
            t("Effort, cost and gain"),
            " · ".join(one for one in (w.effort(task.effort), cost, gain_words(w, task)) if one),
            t("In each quarter: {days}", days=load) if load else "",
        )
        self._part(t("Builds on"), *needed_first(w, roadmap, task))
        self._part(t("Needed for"), *needed_by(w, roadmap, task))
        owner, kpi = task.decision.owner, task.decision.kpi or w.text(task.measure.kpi)
        self._part(t("Owner"), owner or t("Nobody is named yet."))
        self._part(t("Measured by"), kpi)
        self.column.addWidget(line())
        self._link(t("Mark as running or done"), f"follow_up {task.id}")
        self._link(t("Adapt it, or take it back"), f"measures {task.id}")

    def _unplanned(self, task: Task) -> None:
        t = self._parts.t
        state = task.decision.state
        if state is not State.PLANNED:
            self._part(t("State"), state_names(t)[state])
        for one in left_out(self._w, self._roadmap):
            if one.key == task.id:
                self._part(t("Does not fit"), one.reason, one.room)

    def _beginning(self, task: Task) -> None:
        """The quarters in which it can begin, after the plan's own choice."""
        t, posed = self._parts.t, self._roadmap.posed
        made = self.begin = ChoiceBox(self._parts.theme)
        made.setAccessibleName(t("Beginning"))
        made.addItem(t("Begin when the plan decides"), None)
        for place in range(posed.problem.quarters - task.quarters + 1):
            quarter = quarter_words(t, posed.first.plus(place))
            made.addItem(t("Begin in {quarter}", quarter=quarter), place)
        wish = task.decision.start
        if wish is not None:
            chosen = made.findData(wish.since(posed.first))
            if chosen < 0:  # before the plan or after it
                made.addItem(t("Begin in {quarter}", quarter=quarter_words(t, wish)))
                chosen = made.count() - 1
            made.setCurrentIndex(chosen)
        before = made.currentIndex()
        made.activated.connect(partial(self._chosen, before))
        self.column.addWidget(made)

    def _chosen(self, before: int, place: int) -> None:
        if self.begin is not None and place != before:
            self.begun.emit(self.begin.itemData(place))

    # -- a project

    def _project(self, project: Project) -> None:
        t, first = self._parts.t, self._roadmap.posed.first
        begins = project.begins or first
        if project.ends is None:
            when = t("Nobody knows when it ends.")
        else:
            when = span_words(t, begins, max(begins, project.ends))
        self.column.addWidget(label(t("running project"), "secondary", wrap=True))
        self.column.addWidget(label(when, "strong", wrap=True))
        self._part(t("Goal"), project.goal)
        self._part(t("Owner"), project.owner or t("Nobody is named yet."))
        load = ", ".join(takes(self._w, self._roadmap, self._key))
        self._part(
            t("Person-days in each quarter"), load or t("Nobody said how much time it takes.")
        )
        self.column.addWidget(line())
        self._link(t("Change it among the running projects"), f"projects {self._key}")

    # -- parts

    def _part(self, title: str, *paragraphs: str) -> None:
        said = [words for words in paragraphs if words]
        if said:
            self._lines(title, said)

    def _lines(self, title: str, said: Iterable[str]) -> None:
        self.column.addWidget(line())
        self.column.addWidget(label(title, "small"))
        for words in said:
            self.column.addWidget(label(words, wrap=True))

    def _link(self, words: str, place: str) -> None:
        self.column.addWidget(button(words, partial(self.followed.emit, place), "link"))
