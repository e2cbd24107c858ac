"""What a measure of one's own lifts: questions, each from its level today to another."""

from __future__ import annotations

from functools import partial
from math import floor

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.catalogue import Lift
from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.report.wording import Wording
from digimaturity.ui.icons import put_icon
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, emptied, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field


class LiftsBox(QWidget):
    """The lifts so far, and fields for one more; `changed` tells that there are others."""

    changed = Signal()

    def __init__(self, parts: Parts, w: Wording, lifts: tuple[Lift, ...]) -> None:
        super().__init__()
        self.lifts = lifts
        self._parts, self._w = parts, w
        self._listed = QVBoxLayout()
        spaced(self._listed, 0, gap=parts.theme.px(8))
        self._area, self._question, self._goal = (ChoiceBox(parts.theme) for _ in range(3))
        self._today, self._words = label("", "small", wrap=True), label("", "small", wrap=True)
        self._add = button(parts.t("Add this lift"), self.take)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(8))
        column.addLayout(self._listed)
        t = parts.t
        for words, box in (
            (t("Area"), self._area),
            (t("Question"), self._question),
            (t("Reaches level"), self._goal),
        ):
            column.addWidget(Field(parts.theme, words, box))
            if box is self._question:
                column.addWidget(self._today)
        column.addWidget(self._words)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._fill_areas()
        self._area.currentIndexChanged.connect(self._fill_questions)
        self._question.currentIndexChanged.connect(self._fill_goals)
        self._goal.currentIndexChanged.connect(self._show_words)
        self._fill_questions()
        self._show_listed()

    @property
    def every(self) -> tuple[Lift, ...]:
        """The lifts with what is chosen and not added yet; one for each question."""
        question, goal = self._chosen(), self._goal.currentData()
        if question is None or not goal:
            return self.lifts
        lift = Lift(question.id, self._origin(question, int(goal)), int(goal))
        return (*(one for one in self.lifts if one.question != question.id), lift)

    def take(self) -> None:
        """Add what is chosen."""
        self.show_lifts(self.every)
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)
        self._question.setCurrentIndex(0)

    def show_lifts(self, lifts: tuple[Lift, ...]) -> None:
        """These are all."""
        self.lifts = lifts
        self._show_listed()
        self.changed.emit()

    def _remove(self, lift: Lift) -> None:
        self.show_lifts(tuple(one for one in self.lifts if one != lift))
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is chosen

    def _fill_areas(self) -> None:
        self._area.addItem("", "")
        for area in self._w.evaluation.questionnaire.areas:
            if any(one.kind is Kind.LEVELS for one in area.questions):
                self._area.addItem(self._w.text(area.name), area.id)

    def _fill_questions(self) -> None:
        self._question.clear()
        self._question.addItem("", "")
        chosen = self._area.currentData()
        for area in self._w.evaluation.questionnaire.areas:
            for question in area.questions if area.id == chosen else ():
                if question.kind is Kind.LEVELS:
                    self._question.addItem(self._w.text(question.text), question.id)
        self._question.setEnabled(self._question.count() > 1)
        self._fill_goals()

    def _fill_goals(self) -> None:
        self._goal.clear()
        question, t = self._chosen(), self._parts.t
        today = ""
        if question is not None:
            self._goal.addItem("", 0)
            now = self._w.result(question).level
            for level in range(floor(now or 0) + 1, len(question.levels) + 1):
                words = self._w.text(question.levels[level - 1])
                self._goal.addItem(f"{level}: {words}", level)
            today = self._today_words(question, now, t("Nobody answered this: no gain is known."))
        self._today.setText(today)
        self._today.setVisible(bool(today))
        self._goal.setEnabled(self._goal.count() > 1)
        self._show_words()

    def _today_words(self, question: Question, now: float | None, unknown: str) -> str:
        if now is None:
            return unknown
        if floor(now) >= len(question.levels):
            return self._parts.t("It has reached the highest level.")
        level, words = self._w.answered_level(now), self._w.anchor(question, now)
        return self._parts.t("Today level {level}: {words}", level=level, words=words)

    def _show_words(self) -> None:
        """The level that is chosen in all its words: the field may be too narrow for them."""
        chosen = bool(self._goal.currentData())
        self._words.setText(self._goal.currentText() if chosen else "")
        self._words.setVisible(chosen)
        self._add.setEnabled(chosen)
        self.changed.emit()

    def _chosen(self) -> Question | None:
        return self._w.evaluation.questionnaire.by_id.get(str(self._question.currentData() or ""))

    def _origin(self, question: Question, goal: int) -> int:
        """The level that is reached today; where nobody answered, the one below the goal."""
        now = self._w.result(question).level
        return goal - 1 if now is None else min(floor(now), goal)

    # -- what is listed

    def _show_listed(self) -> None:
        emptied(self._listed)
        t, theme = self._parts.t, self._parts.theme
        for lift in self.lifts:
            question = self._w.evaluation.questionnaire.by_id.get(lift.question)
            name = self._w.text(question.text) if question else lift.question
            words = t("{question} → level {level}", question=name, level=lift.goal)
            row = QHBoxLayout()
            spaced(row, 0, gap=theme.px(8))
            row.addWidget(label(words, wrap=True), stretch=1)
            remove = button("", partial(self._remove, lift), "icon")
            put_icon(remove, "x", theme.colour("secondary"), theme.px(16))
            remove.setAccessibleName(t("Remove: {what}", what=words))
            row.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
            self._listed.addLayout(row)
