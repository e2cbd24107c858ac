"""The part of a question that takes the answer, one kind of body for each kind of question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire
from digimaturity.domain.responses import Value
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.answer_body import AnswerBody
from digimaturity.ui.widgets.basics import plain, spaced
from digimaturity.ui.widgets.choices import ChoiceRow, one_tab_stop
from digimaturity.ui.widgets.field_body import FieldBody
from digimaturity.ui.widgets.level_marks import LevelMarks
from digimaturity.ui.widgets.terms import Terms, terms_of
from digimaturity.ui.widgets.tick_box import CheckBox


def body_for(question: Question, questionnaire: Questionnaire, theme: Theme, t: Translator) -> Body:
    """The body that fits the kind of `question`."""
    terms = terms_of(questionnaire, t)
    match question.kind:
        case Kind.LEVELS:
            return RowsBody(theme, terms, _levels(question, questionnaire, t))
        case Kind.YES_NO:
            return RowsBody(theme, terms, [(True, "1", "", t("Yes")), (False, "2", "", t("No"))])
        case Kind.ONE_OF:
            return RowsBody(theme, terms, _options(question, t))
        case Kind.MANY_OF:
            return ManyBody(theme, question, t)
    return FieldBody(theme, question, t)


_Row = tuple[Value, str, str, str]


def _levels(question: Question, questionnaire: Questionnaire, t: Translator) -> list[_Row]:
    named = len(question.levels) == len(questionnaire.level_names)
    names = questionnaire.level_names if named else ()
    return [
        (
            number,
            str(number),
            text_in(names[number - 1], t.language) if names else "",
            text_in(anchor, t.language),
        )
        for number, anchor in enumerate(question.levels, start=1)
    ]


def _options(question: Question, t: Translator) -> list[_Row]:
    return [
        (frozenset({option.id}), str(number), "", text_in(option.text, t.language))
        for number, option in enumerate(question.options, start=1)
    ]


class RowsBody(AnswerBody):
    """Rows of which one is chosen."""

    def __init__(self, theme: Theme, terms: Terms, rows: list[_Row]) -> None:
        super().__init__()
        self._values = [value for value, *_ in rows]
        self.rows: list[ChoiceRow] = []
        column = QVBoxLayout(self)
        spaced(column, 0)
        for value, cap, name, text in rows:
            spoken = f"{cap} {name}: {text}" if name else f"{cap} {text}"
            row = ChoiceRow(theme, terms, cap, name, text, spoken)
            terms = terms.after([text])  # a term is marked where it stands first
            row.clicked.connect(lambda _checked=False, value=value: self.answered.emit(value))
            self.rows.append(row)
            column.addWidget(row)

    def show_value(self, value: Value | None, to_confirm: str = "") -> None:
        """Check the row of `value` and no other; `to_confirm` says that it is an earlier year's."""
        for row, own in zip(self.rows, self._values, strict=True):
            row.show_chosen(value is not None and _same(value, own), to_confirm)
        one_tab_stop(self.rows, self.focusWidget())

    def show_marks(self, marks: LevelMarks) -> None:
        """Show the marks of each level; rows of something else have none."""
        for number, row in enumerate(self.rows, start=1):
            row.show_marks(marks.get(number, ()))

    def choose(self, number: int) -> None:
        """Choose the row of that number, as a click would."""
        if number <= len(self.rows):
            self.rows[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.answered.emit(self._values[number - 1])

    def focus_target(self) -> QWidget:
        """The chosen row, or the first."""
        return next((row for row in self.rows if row.isChecked()), self.rows[0])

    def step(self, direction: int) -> None:
        """Left and right walk through the rows without choosing."""
        focused = self.focusWidget()
        place = next((i for i, row in enumerate(self.rows) if row is focused), None)
        if place is not None and 0 <= place + direction < len(self.rows):
            row = self.rows[place + direction]
            one_tab_stop(self.rows, row)
            row.setFocus(Qt.FocusReason.OtherFocusReason)


def _same(value: Value, own: Value) -> bool:
    """Whether they are equal; a yes is no level 1."""
    return isinstance(value, bool) is isinstance(own, bool) and value == own


class ManyBody(AnswerBody):
    """Boxes of which any number is ticked."""

    def __init__(self, theme: Theme, question: Question, t: Translator) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        spaced(column, theme.px(16), theme.px(8), theme.px(16), theme.px(8), gap=theme.px(4))
        for option in question.options:
            box = CheckBox(theme, plain(text_in(option.text, t.language)))
            box.toggled.connect(self._changed)  # a screen reader does not click
            self._boxes[option.id] = box
            column.addWidget(box)

    def _changed(self) -> None:
        ticked = frozenset(key for key, box in self._boxes.items() if box.isChecked())
        self.answered.emit(ticked or None)

    def show_value(self, value: Value | None) -> None:
        """Tick what is recorded."""
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(isinstance(value, frozenset) and key in value)
            box.blockSignals(False)

    def choose(self, number: int) -> None:
        """Tick or clear the box of that number."""
        boxes = list(self._boxes.values())
        if number <= len(boxes):
            boxes[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            boxes[number - 1].click()

    def focus_target(self) -> QWidget:
        """The first box."""
        return next(iter(self._boxes.values()))


#: What takes the answer to a question.
Body = RowsBody | ManyBody | FieldBody
