"""One question as a card: what is asked, why, the answers, "don't know", and a comment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, State, Value
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.bodies import body_for
from digimaturity.ui.widgets.choices import KeyChoice
from digimaturity.ui.widgets.comment_box import CommentBox
from digimaturity.ui.widgets.field_body import FieldBody
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.terms import Prose, explained, terms_of


class QuestionCard(QFrame):
    """Shows one question and what is recorded; says what the user wants, and records nothing."""

    answered = Signal(str, object)  # question id, Answer or None to withdraw it
    commented = Signal(str, str)
    typing = Signal()
    moved = Signal(int)  # to the card above (-1) or below (1)
    advanced = Signal()

    def __init__(
        self,
        question: Question,
        questionnaire: Questionnaire,
        theme: Theme,
        t: Translator,
        viewpoint: Viewpoint,
        place: str,
    ) -> None:
        super().__init__()
        self.question, self._theme, self._t = question, theme, t
        self._terms = terms_of(questionnaire, t)
        self.setProperty("kind", "card")
        self.body = body_for(question, questionnaire, theme, t)
        self.body.answered.connect(self._value)
        column = QVBoxLayout(self)
        spaced(column, 1)
        column.addLayout(self._head(viewpoint, place))
        if question.kind in (Kind.NUMBER, Kind.TEXT):
            self.body.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(16))
        column.addWidget(self.body)
        column.addWidget(line())
        column.addLayout(self._foot())
        column.addWidget(self._comment())
        self.setAccessibleName(wording(question, viewpoint, t.language))

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is recorded for this question."""
        state = answer.state if answer else State.UNANSWERED
        self.body.show_value(answer.value if answer else None)
        self.dont_know.show_chosen(state is State.DONT_KNOW)
        self.not_applicable.show_chosen(state is State.NOT_APPLICABLE)
        self.comment_box.show_recorded(answer.comment if answer else "")

    def focus_answer(self) -> None:
        """Bring the keyboard here."""
        states = () if isinstance(self.body, FieldBody) else (self.dont_know, self.not_applicable)
        chosen = next((one for one in states if one.isChecked()), None)
        (chosen or self.body.focus_target()).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the questionnaire, wherever in the card the keyboard is."""
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.body.choose(key - Qt.Key.Key_0)
        elif plain and (action := self._actions().get(Qt.Key(key))) is not None:
            action()
        else:
            super().keyPressEvent(event)

    def _actions(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_D: self.dont_know.click,
            Qt.Key.Key_N: self.not_applicable.click,
            Qt.Key.Key_C: self.write_comment,
            Qt.Key.Key_Delete: lambda: self.answered.emit(self.question.id, None),
            Qt.Key.Key_Backspace: lambda: self.answered.emit(self.question.id, None),
            Qt.Key.Key_Up: lambda: self.moved.emit(-1),
            Qt.Key.Key_Down: lambda: self.moved.emit(1),
            Qt.Key.Key_Left: lambda: self.body.step(-1),
            Qt.Key.Key_Right: lambda: self.body.step(1),
            Qt.Key.Key_Return: self.advanced.emit,
            Qt.Key.Key_Enter: self.advanced.emit,
        }

    def _head(self, viewpoint: Viewpoint, place: str) -> QVBoxLayout:
        t, px, language = self._t, self._theme.px, self._t.language
        head = QVBoxLayout()
        spaced(head, px(16), px(16), px(16), px(12), gap=px(4))
        head.addWidget(label(place, "small"))
        asked = wording(self.question, viewpoint, language)
        head.addWidget(self._prose(asked, "large"))
        if self.question.why or self.question.evidence or self._entries(asked):
            title = t("Why this matters, and what to look at")
            head.addWidget(Fold(self._theme, title, lambda: self._explanations(asked)))
        return head

    def _explanations(self, asked: str) -> list[FoldPart]:
        """Why it is asked, what to look at, and the terms: all that helps to answer."""
        t, language = self._t, self._t.language
        why = text_in(self.question.why, language)
        evidence = text_in(self.question.evidence, language)
        words = self._entries(asked, why, evidence)
        parts = [
            (t("Why this matters"), [self._prose(why)] if why else []),
            (t("What to look at"), [self._prose(evidence)] if evidence else []),
            (t("Terms"), [explained(self._theme, self._terms, *word) for word in words]),
        ]
        return [part for part in parts if part[1]]

    def _entries(self, *texts: str) -> list[tuple[str, str]]:
        """The terms in `texts` and in what can be chosen, with their meanings."""
        return self._terms.entries((*texts, *choices_of(self.question, self._t.language)))

    def _prose(self, text: str, kind: str = "") -> Prose:
        return Prose(self._theme, self._terms, text, kind)

    def _foot(self) -> QHBoxLayout:
        t, theme, px = self._t, self._theme, self._theme.px
        self.dont_know = KeyChoice(theme, "D", t("Don’t know"))
        self.not_applicable = KeyChoice(theme, "N", t("Not applicable"))
        self.comment_key = KeyChoice(theme, "C", t("Comment"))
        self.comment_key.setAutoExclusive(False)  # beside the answer, not instead of it
        self.dont_know.clicked.connect(lambda: self._state(self.dont_know, DONT_KNOW))
        self.not_applicable.clicked.connect(
            lambda: self._state(self.not_applicable, NOT_APPLICABLE)
        )
        self.comment_key.clicked.connect(self.write_comment)
        self.not_applicable.setVisible(self.question.may_not_apply)
        self.not_applicable.setEnabled(self.question.may_not_apply)
        foot = QHBoxLayout()
        spaced(foot, px(11), px(5), px(16), px(5), gap=px(8))
        for choice in (self.dont_know, self.not_applicable, self.comment_key):
            foot.addWidget(choice)
        foot.addStretch()
        return foot

    def _comment(self) -> CommentBox:
        self.comment_box = CommentBox(self._theme, self._t)
        self.comment = self.comment_box.field
        self.comment_box.toggled.connect(self.comment_key.setChecked)
        self.comment.typing.connect(self.typing)
        self.comment.written.connect(lambda text: self.commented.emit(self.question.id, text))
        self.comment.escaped.connect(self.focus_answer)
        return self.comment_box

    def write_comment(self) -> None:
        """Bring the keyboard to the comment."""
        self.comment_box.open()

    def _state(self, choice: KeyChoice, answer: Answer) -> None:
        choice.setFocus(Qt.FocusReason.ShortcutFocusReason)  # its key may have been pressed
        self.answered.emit(self.question.id, answer)

    def _value(self, value: Value | None) -> None:
        answer = None if value is None else Answer.of(value)
        self.answered.emit(self.question.id, answer)


def wording(question: Question, viewpoint: Viewpoint, language: str) -> str:
    """The question as this viewpoint is asked it."""
    return text_in(question.wordings.get(viewpoint, question.text), language)


def choices_of(question: Question, language: str) -> list[str]:
    """The texts of the levels or options that can be chosen."""
    texts = (*question.levels, *(option.text for option in question.options))
    return [text_in(text, language) for text in texts]
