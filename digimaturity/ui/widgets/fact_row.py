"""One fact as a line of a compact table: the question, and yes, no, don't know or a number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, State
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.choices import Choice, KeyChoice, one_tab_stop
from digimaturity.ui.widgets.confirm_line import ConfirmLine
from digimaturity.ui.widgets.field_body import FieldBody
from digimaturity.ui.widgets.level_marks import EarlierSaid
from digimaturity.ui.widgets.terms import Prose, Terms

#: From this width on (pixels at 100 %) the answers stand beside the question.
_BESIDE = 480


class FactRow(QFrame):
    """Speaks the same signals as a question card, in one line."""

    answered = Signal(str, object)
    moved = Signal(int)
    advanced = Signal()

    def __init__(self, question: Question, theme: Theme, t: Translator, terms: Terms) -> None:
        super().__init__()
        self.question, self._theme, self._t = question, theme, t
        self._terms = terms
        self._choices: list[tuple[Qt.Key, KeyChoice, Answer]] = []
        self._field: FieldBody | None = None
        self._answer: Answer | None = None
        self._earlier = label("", "small")
        self._earlier.hide()
        self._confirm = ConfirmLine(theme, t, text_in(question.text, t.language))
        self._confirm.confirmed.connect(self.confirm)
        px = theme.px
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        spaced(self._row, 0, px(10), 0, px(10), gap=px(8))
        self._row.addLayout(self._words(), stretch=1)
        self._row.addWidget(self._answers(), alignment=Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text_in(question.text, t.language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand beside the question, or below it where that is too narrow."""
        super().resizeEvent(event)
        px, ways = self._theme.px, QBoxLayout.Direction
        beside = self.width() >= px(_BESIDE)
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(px(24 if beside else 8))

    def show_answer(self, answer: Answer | None, since: str = "") -> None:
        """Show what is recorded for this fact; `since` is from when an earlier one is."""
        self._answer = answer
        carried = answer is not None and answer.carried
        to_confirm = since if carried else ""
        for _, choice, own in self._choices:
            same = answer is not None and (answer.state, answer.value) == (own.state, own.value)
            choice.show_chosen(same, to_confirm)
        self._confirm.show_since(to_confirm)
        self._show_earlier()
        if self._field:
            known = answer if answer and answer.state is State.ANSWERED else None
            self._field.show_value(known.value if known else None)
        self._keep_one_stop()

    def show_earlier(self, earlier: EarlierSaid | None) -> None:
        """Show what was said the year before; not beside an answer that is just that."""
        self._earlier.setText(earlier.words if earlier else "")
        self._show_earlier()

    def _show_earlier(self) -> None:
        carried = self._answer is not None and self._answer.carried
        self._earlier.setVisible(bool(self._earlier.text()) and not carried)

    def close_to_answers(self) -> None:
        """Nothing can be changed."""
        self.setEnabled(False)
        self._confirm.close_to_answers()

    def confirm(self) -> None:
        """Say anew what an earlier year's answer says; nothing where this year's is there."""
        answer = self._answer
        if answer is not None and answer.carried:
            self.focus_answer()  # the button that may have the keyboard goes
            self.answered.emit(self.question.id, Answer(answer.state, answer.value))

    def focus_answer(self) -> None:
        """Bring the keyboard here."""
        target = self._field.focus_target() if self._field else self._stop()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the questionnaire: Y (J for "ja"), N, D, H, arrows, Enter, Delete."""
        key = event.key()
        letter = Qt.Key.Key_Y if key == Qt.Key.Key_J else key
        chosen = next((choice for own, choice, _ in self._choices if own == letter), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
            chosen.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.advanced.emit()
        elif key == Qt.Key.Key_H:
            self.confirm()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answered.emit(self.question.id, None)
        else:
            super().keyPressEvent(event)

    def _words(self) -> QVBoxLayout:
        language = self._t.language
        words = QVBoxLayout()
        spaced(words, 0, gap=self._theme.px(4))
        asked = text_in(self.question.text, language)
        words.addWidget(Prose(self._theme, self._terms, asked, "strong"))
        counts = text_in(self.question.evidence, language)
        if counts:
            below = self._terms.after([asked])
            words.addWidget(Prose(self._theme, below, counts, "secondary"))
        words.addWidget(self._earlier)
        words.addWidget(self._confirm)
        why = text_in(self.question.why, language)
        self.setToolTip(why)
        meanings = (f"{word}: {means}" for word, means in self._terms.entries((asked, counts)))
        self.setAccessibleDescription(" ".join((why, *meanings)))
        return words

    def _answers(self) -> QWidget:
        t, px = self._t, self._theme.px
        box = QWidget()
        box.setFixedWidth(px(256))
        row = QHBoxLayout(box)
        spaced(row, 0, gap=px(4))
        if self.question.kind is Kind.YES_NO:
            row.addWidget(self._choice(Qt.Key.Key_Y, t("Y"), t("Yes"), Answer.of(value=True)))
            row.addWidget(self._choice(Qt.Key.Key_N, t("N"), t("No"), Answer.of(value=False)))
        else:
            self._field = FieldBody(self._theme, self.question, t)
            self._field.answered.connect(self._number)
            row.addWidget(self._field)
        row.addStretch()
        row.addWidget(self._choice(Qt.Key.Key_D, "D", t("Don’t know"), DONT_KNOW))
        if self.question.may_not_apply:
            row.addWidget(self._choice(Qt.Key.Key_X, "X", t("Not applicable"), NOT_APPLICABLE))
        return box

    def _choice(self, key: Qt.Key, cap: str, text: str, answer: Answer) -> KeyChoice:
        spoken = f"{text}: {text_in(self.question.text, self._t.language)}"
        choice = KeyChoice(self._theme, cap, text, spoken)
        choice.clicked.connect(lambda: self.answered.emit(self.question.id, answer))
        self._choices.append((key, choice, answer))
        return choice

    def _number(self, value: object) -> None:
        answer = Answer.of(value) if isinstance(value, int | float | str) else None
        self.answered.emit(self.question.id, answer)

    def _all(self) -> list[Choice]:
        return [choice for _, choice, _ in self._choices]

    def _stop(self) -> Choice:
        return next((c for c in self._all() if c.isChecked()), self._all()[0])

    def _step(self, direction: int) -> None:
        choices, focused = self._all(), self.focusWidget()
        place = next((i for i, c in enumerate(choices) if c is focused), None)
        if place is not None and 0 <= place + direction < len(choices):
            one_tab_stop(choices, choices[place + direction])
            choices[place + direction].setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_one_stop(self) -> None:
        one_tab_stop(self._all(), self.focusWidget())
