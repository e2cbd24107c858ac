"""The lower part of a question card: what can be said instead of an answer, and beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, State
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.choices import KeyChoice
from digimaturity.ui.widgets.flow import Flow


class CardFoot(QWidget):
    """Small choices with the keys that take them."""

    stated = Signal(object)  # the answer that has no value
    comment_asked = Signal()
    evidence_asked = Signal()
    marked = Signal(bool)

    def __init__(self, theme: Theme, t: Translator, *, may_not_apply: bool) -> None:
        super().__init__()
        px = theme.px
        self._is_marked = False
        self.dont_know = KeyChoice(theme, "D", t("Don’t know"))
        self.not_applicable = KeyChoice(theme, "N", t("Not applicable"))
        self.comment = KeyChoice(theme, "C", t("Comment"))
        self.evidence = KeyChoice(theme, "E", t("Evidence"))
        self.review = KeyChoice(theme, "R", t("Mark for review"))
        for beside in (self.comment, self.evidence, self.review):
            beside.setAutoExclusive(False)  # beside the answer, not instead of it
        self.dont_know.clicked.connect(lambda: self._state(self.dont_know, DONT_KNOW))
        self.not_applicable.clicked.connect(
            lambda: self._state(self.not_applicable, NOT_APPLICABLE)
        )
        self.comment.clicked.connect(self.comment_asked)
        self.evidence.clicked.connect(self.evidence_asked)
        self.review.clicked.connect(lambda: self.marked.emit(not self._is_marked))
        self.not_applicable.setVisible(may_not_apply)
        self.not_applicable.setEnabled(may_not_apply)
        row = Flow(px(8), last_right=True)
        spaced(row, px(11), px(5), px(16), px(5), gap=px(8))
        self.setLayout(row)
        for choice in self._all():
            row.addWidget(choice)

    def show_answer(self, answer: Answer | None, to_confirm: str = "") -> None:
        """Show what is recorded; `to_confirm` says that it is an earlier year's."""
        state = answer.state if answer else State.UNANSWERED
        self._is_marked = bool(answer and answer.review)
        self.dont_know.show_chosen(state is State.DONT_KNOW, to_confirm)
        self.not_applicable.show_chosen(state is State.NOT_APPLICABLE, to_confirm)
        self.review.show_chosen(self._is_marked)

    def hide_notes(self) -> None:
        """Neither comments nor evidence can be given."""
        for choice in (self.comment, self.evidence):
            choice.hide()

    def close_to_answers(self) -> None:
        """Nothing can be changed."""
        for choice in self._all():
            choice.setEnabled(False)

    def _all(self) -> tuple[KeyChoice, ...]:
        return (self.dont_know, self.not_applicable, self.comment, self.evidence, self.review)

    def _state(self, choice: KeyChoice, answer: Answer) -> None:
        choice.setFocus(Qt.FocusReason.ShortcutFocusReason)  # its key may have been pressed
        self.stated.emit(answer)
