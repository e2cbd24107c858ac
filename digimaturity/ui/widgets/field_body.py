"""A field for the answer to a question: a number with its unit, or a line of text."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import Value
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.answer_body import AnswerBody
from digimaturity.ui.widgets.basics import label, spaced


class FieldBody(AnswerBody):
    """What is typed is recorded when the field is left or Enter hit."""

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
