"""The part of a question that takes the answer, one kind of body for each kind of question."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire
from digimaturity.domain.responses import Value
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, plain, spaced
from digimaturity.ui.widgets.choices import Choice, ChoiceRow, one_tab_stop
from digimaturity.ui.widgets.terms import Terms, terms_of


class Body(QWidget):
    """Takes one answer: `answered` carries the value, None when the field was emptied."""

    answered = Signal(object)

    def show_value(self, value: Value | None) -> None:
        """Show what is recorded."""
        raise NotImplementedError

    def choose(self, number: int) -> None:
        """A digit was pressed."""

    def focus_target(self) -> QWidget:
        """What the keyboard goes to when the question becomes the current one."""
        raise NotImplementedError

    def step(self, direction: int) -> None:
        """Move the keyboard to the next choice of the question, or the one before."""


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
    names = questionnaire.level_names if len(question.levels) == 5 else ()  # noqa: PLR2004
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


class RowsBody(Body):
    """Rows of which one is chosen."""

    def __init__(self, theme: Theme, terms: Terms, rows: list[_Row]) -> None:
        super().__init__()
        self._values = [value for value, *_ in rows]
        self.rows: list[Choice] = []
        column = QVBoxLayout(self)
        spaced(column, 0)
        for value, cap, name, text in rows:
            spoken = f"{cap} {name}: {text}" if name else f"{cap} {text}"
            row = ChoiceRow(theme, terms, cap, name, text, spoken)
            terms = terms.after([text])  # a term is marked where it stands first
            row.clicked.connect(lambda _checked=False, value=value: self.answered.emit(value))
            self.rows.append(row)
            column.addWidget(row)

    def show_value(self, value: Value | None) -> None:
        """Check the row of `value`, and no other."""
        for row, own in zip(self.rows, self._values, strict=True):
            row.show_chosen(value is not None and _same(value, own))
        one_tab_stop(self.rows, self.focusWidget())

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


class ManyBody(Body):
    """Boxes of which any number is ticked."""

    def __init__(self, theme: Theme, question: Question, t: Translator) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        spaced(column, theme.px(16), theme.px(8), theme.px(16), theme.px(8), gap=theme.px(4))
        for option in question.options:
            box = QCheckBox(plain(text_in(option.text, t.language)))
            box.clicked.connect(self._changed)
            self._boxes[option.id] = box
            column.addWidget(box)

    def _changed(self) -> None:
        ticked = frozenset(key for key, box in self._boxes.items() if box.isChecked())
        self.answered.emit(ticked or None)

    def show_value(self, value: Value | None) -> None:
        """Tick what is recorded."""
        for key, box in self._boxes.items():
            box.setChecked(isinstance(value, frozenset) and key in value)

    def choose(self, number: int) -> None:
        """Tick or clear the box of that number."""
        boxes = list(self._boxes.values())
        if number <= len(boxes):
            boxes[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
            boxes[number - 1].click()

    def focus_target(self) -> QWidget:
        """The first box."""
        return next(iter(self._boxes.values()))


class FieldBody(Body):
    """A number with its unit, or a line of text; recorded when the field is left or Enter hit."""

    def __init__(self, theme: Theme, question: Question, t: Translator) -> None:
        super().__init__()
        self._question, self._t = question, t
        self._locale = QLocale(t.language)
        self._recorded = ""
        number = question.kind is Kind.NUMBER
        self.field = QLineEdit()
        self.field.setAccessibleName(text_in(question.text, t.language))
        self.field.editingFinished.connect(self._finished)
        self.field.textEdited.connect(lambda: self._complain(None))
        self.problem = label("", "bad", wrap=True)
        self.problem.hide()
        row = QHBoxLayout()
        spaced(row, 0, gap=theme.px(8))
        row.addWidget(self.field)
        if number:
            self.field.setFixedWidth(theme.px(96))
            self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(label(unit_text(question.unit, t), "secondary"))
            row.addStretch()
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(4))
        column.addLayout(row)
        column.addWidget(self.problem)

    def show_value(self, value: Value | None) -> None:
        """Show the recorded number or text, unless something else is being typed."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            self._recorded = self._locale.toString(float(value), "g", 12)
        else:
            self._recorded = value if isinstance(value, str) else ""
        if not self.field.hasFocus() or not self.field.isModified():
            self.field.setText(self._recorded)
            self._complain(None)

    def focus_target(self) -> QWidget:
        """The field."""
        return self.field

    def flush(self) -> None:
        """Record now what is being typed."""
        if self.field.isModified():
            self._finished()

    def _finished(self) -> None:
        text = self.field.text().strip()
        if text == self._recorded:
            return
        if not text:
            self.answered.emit(None)
        elif self._question.kind is Kind.TEXT:
            self.answered.emit(text)
        else:
            self._number(text)

    def _number(self, text: str) -> None:
        value, good = self._locale.toDouble(text.rstrip("%").strip())
        low, high = self._question.minimum, self._question.maximum
        if not good:
            self._complain(self._t("Please enter a number, or leave the field empty."))
        elif (low is not None and value < low) or (high is not None and value > high):
            self._complain(self._range())
        else:
            self.field.setModified(False)
            self.answered.emit(value)

    def _range(self) -> str:
        low, high = self._question.minimum, self._question.maximum
        if low is not None and high is not None:
            return self._t(
                "Please enter a number between {low} and {high}.",
                low=self._t.number(low),
                high=self._t.number(high),
            )
        if low is not None:
            return self._t("Please enter {low} or more.", low=self._t.number(low))
        return self._t("Please enter {high} or less.", high=self._t.number(high or 0.0))

    def _complain(self, sentence: str | None) -> None:
        self.problem.setText(sentence or "")
        self.problem.setVisible(bool(sentence))
        self.field.setProperty("wrong", bool(sentence))
        self.field.setAccessibleDescription(sentence or "")
        self.field.style().polish(self.field)


def unit_text(unit: str | None, t: Translator) -> str:
    """The unit of a number as it is written behind it."""
    known = {
        "percent": "%",
        "mbit_per_s": t("Mbit/s"),
        "mbit_s": t("Mbit/s"),
        "employees": t("employees"),
    }
    return known.get(unit or "", unit or "")
