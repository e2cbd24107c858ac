"""One question as a card: what is asked, the answers, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, State, Value
from digimaturity.i18n import Translator
from digimaturity.services.attachments import Attachment
from digimaturity.ui.sources import RETURNED
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, set_kind, spaced
from digimaturity.ui.widgets.bodies import RowsBody, body_for
from digimaturity.ui.widgets.card_foot import CardFoot
from digimaturity.ui.widgets.card_head import CardHead, wording
from digimaturity.ui.widgets.comment_box import CommentBox
from digimaturity.ui.widgets.confirm_line import ConfirmLine
from digimaturity.ui.widgets.evidence_box import EvidenceBox
from digimaturity.ui.widgets.field_body import FieldBody
from digimaturity.ui.widgets.level_marks import LevelMarks
from digimaturity.ui.widgets.wishes import Attach, Mark, Note, Write

_NOTHING = Answer(State.UNANSWERED)


class QuestionCard(QFrame):
    """Shows one question and what is recorded; says what the user wants, and records nothing."""

    answered = Signal(str, object)  # question id, Answer or None to withdraw it
    wanted = Signal(object)  # a Wish
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
        self._read_only = self._without_notes = False
        self._answer: Answer | None = None
        self._noted: object = None
        self.setProperty("kind", "card")
        self.setAcceptDrops(True)
        self.head = CardHead(question, questionnaire, theme, t, viewpoint, place)
        self.body = body_for(question, questionnaire, theme, t)
        self.body.answered.connect(self._value)
        if question.kind in (Kind.NUMBER, Kind.TEXT):
            self.body.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(16))
        self._workshop = label("", "small", wrap=True)
        self._workshop.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._workshop.hide()
        column = QVBoxLayout(self)
        spaced(column, 1)
        self._confirm = ConfirmLine(theme, t, wording(question, viewpoint, t.language))
        self._confirm.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        self._confirm.confirmed.connect(self.confirm)
        beside = (self._confirm, self._workshop, line(), self._foot(), self._notes())
        parts = (self.head, self.body, *beside)
        for part in parts:
            column.addWidget(part)
        self.setAccessibleName(wording(question, viewpoint, t.language))

    # -- what is shown

    def show_answer(self, answer: Answer | None, since: str = "") -> None:
        """Show what is recorded for this question; `since` is from when an earlier one is."""
        self._answer = answer
        carried = answer is not None and answer.carried
        to_confirm = since if carried else ""
        value = answer.value if answer else None
        if isinstance(self.body, RowsBody):
            self.body.show_value(value, to_confirm)
        else:
            self.body.show_value(value)
        self.foot.show_answer(answer, to_confirm)
        self._confirm.show_since(to_confirm)
        self.head.show_marked(bool(answer and answer.review))
        if self._without_notes:
            return
        said = answer or _NOTHING
        noted = (said.comment, said.evidence, said.state is State.NOT_APPLICABLE)
        if noted != self._noted or any(box.unsaved is not None for box in self.boxes.values()):
            self._noted = noted
            self._show_notes(said)

    def _show_notes(self, answer: Answer) -> None:
        """Show what is written beside the answer, and that a reason is missing."""
        self._ask_for(reason=answer.state is State.NOT_APPLICABLE)
        self._lacking.setVisible(answer.lacks_reason)
        self.comment_box.show_recorded(answer.comment, keep_open=answer.lacks_reason)
        self.evidence_box.show_recorded(answer.evidence)

    def show_workshop(self, lines: tuple[str, ...]) -> None:
        """Show what the group came to in the workshop; nothing where it has not met."""
        self._workshop.setText("\n".join(lines))
        self._workshop.setVisible(bool(lines))

    def show_marks(self, marks: LevelMarks) -> None:
        """Show what stands beside the levels."""
        if isinstance(self.body, RowsBody):
            self.body.show_marks(marks)

    def show_files(self, files: tuple[Attachment, ...]) -> None:
        """Show the files that are attached."""
        self.evidence_box.show_files(files, read_only=self._read_only)

    def close_to_answers(self) -> None:
        """Nothing can be changed: it can be read, and its files can be opened."""
        self._read_only = True
        self.setAcceptDrops(False)
        self.body.setEnabled(False)
        self.foot.close_to_answers()
        self._confirm.close_to_answers()
        for box in self.boxes.values():
            box.field.setReadOnly(True)

    def hide_notes(self) -> None:
        """Notes may name anybody: while other names are shown, none is seen, and none is taken."""
        self._without_notes = True
        self.setAcceptDrops(False)
        self.foot.hide_notes()

    def focus_answer(self) -> None:
        """Bring the keyboard here."""
        states = (self.foot.dont_know, self.foot.not_applicable)
        instead = () if isinstance(self.body, FieldBody) else states
        chosen = next((one for one in instead if one.isChecked()), None)
        (chosen or self.body.focus_target()).setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Say anew what an earlier year's answer says; nothing where this year's is there."""
        answer = self._answer
        if answer is not None and answer.carried:
            self.focus_answer()  # the button that may have the keyboard goes
            self.answered.emit(self.question.id, Answer(answer.state, answer.value))

    def write(self, note: Note) -> None:
        """Bring the keyboard to a note."""
        if self._without_notes:
            return
        if note is Note.EVIDENCE:
            self.evidence_box.open()
        else:
            self.comment_box.open()

    # -- keys and files

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the questionnaire, wherever in the card the keyboard is."""
        key = event.key()
        plain = not self._read_only and event.modifiers() in (
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
            Qt.Key.Key_D: self.foot.dont_know.click,
            Qt.Key.Key_N: self.foot.not_applicable.click,
            Qt.Key.Key_C: lambda: self.write(Note.COMMENT),
            Qt.Key.Key_E: lambda: self.write(Note.EVIDENCE),
            Qt.Key.Key_R: self.foot.review.click,
            Qt.Key.Key_H: self.confirm,
            Qt.Key.Key_Delete: lambda: self.answered.emit(self.question.id, None),
            Qt.Key.Key_Backspace: lambda: self.answered.emit(self.question.id, None),
            Qt.Key.Key_Up: lambda: self.moved.emit(-1),
            Qt.Key.Key_Down: lambda: self.moved.emit(1),
            Qt.Key.Key_Left: lambda: self.body.step(-1),
            Qt.Key.Key_Right: lambda: self.body.step(1),
            Qt.Key.Key_Return: self.advanced.emit,
            Qt.Key.Key_Enter: self.advanced.emit,
        }

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere on the card."""
        if _files_in(event):
            set_kind(self, "dropcard")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They are dropped elsewhere."""
        set_kind(self, "card")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are to be attached."""
        set_kind(self, "card")
        event.acceptProposedAction()
        self.wanted.emit(Attach(self.question.id, _files_in(event)))

    # -- its parts

    def _foot(self) -> QWidget:
        may_not = self.question.may_not_apply
        self.foot = CardFoot(self._theme, self._t, may_not_apply=may_not)
        self.foot.stated.connect(self._state)
        self.foot.comment_asked.connect(lambda: self.write(Note.COMMENT))
        self.foot.evidence_asked.connect(lambda: self.write(Note.EVIDENCE))
        self.foot.marked.connect(lambda on: self.wanted.emit(Mark(self.question.id, on)))
        self.dont_know, self.not_applicable = self.foot.dont_know, self.foot.not_applicable
        return self.foot

    def _notes(self) -> QWidget:
        theme, t = self._theme, self._t
        self.comment_box = CommentBox(theme, t, t("This comment is not saved yet."))
        self.comment = self.comment_box.field
        missing = t(
            "The reason is missing. It shows later why this question was left out of the score."
        )
        self._lacking = label(missing, "small", wrap=True)
        self.evidence_box = EvidenceBox(theme, t)
        self.boxes = {Note.COMMENT: self.comment_box, Note.EVIDENCE: self.evidence_box.note}
        self.comment_box.toggled.connect(self.foot.comment.show_chosen)
        self.evidence_box.toggled.connect(self.foot.evidence.show_chosen)
        self.evidence_box.files_asked.connect(lambda: self.wanted.emit(Attach(self.question.id)))
        self.evidence_box.files.wanted.connect(self.wanted)
        for note, box in self.boxes.items():
            box.toggled.connect(self._make_room)
            box.field.typing.connect(self.typing)
            box.field.written.connect(
                lambda text, note=note: self.wanted.emit(Write(self.question.id, note, text))
            )
            box.field.escaped.connect(self.focus_answer)
        self.evidence_box.toggled.connect(self._make_room)
        self.notes = QWidget()
        column = QVBoxLayout(self.notes)
        spaced(column, theme.px(16), 0, theme.px(16), theme.px(16), gap=theme.px(12))
        for part in (self.comment_box, self._lacking, self.evidence_box):
            column.addWidget(part)
        self.notes.hide()
        return self.notes

    def _make_room(self) -> None:
        boxes = (self.comment_box, self.evidence_box)
        self.notes.setVisible(not all(box.isHidden() for box in boxes))

    def _ask_for(self, *, reason: bool) -> None:
        """A question that does not apply wants a reason, any other one may have a comment."""
        t = self._t
        if reason:
            name, hint = t("Reason"), t("Why does this not apply to your firm?")
        else:
            name, hint = t("Comment"), t("What should be remembered about this answer?")
        self.comment_box.ask(name, hint)

    def _state(self, answer: Answer) -> None:
        self.answered.emit(self.question.id, answer)
        if self._answer is not None and self._answer.lacks_reason and answer.lacks_reason:
            self.write(Note.COMMENT)  # it was recorded, and now is the moment to say why

    def _value(self, value: Value | None) -> None:
        answer = None if value is None else Answer.of(value)
        self.answered.emit(self.question.id, answer)


def _files_in(event: QDropEvent) -> tuple[Path, ...]:
    """The files that are being dragged; answers that came back are for the window to look at."""
    urls = (url for url in event.mimeData().urls() if url.isLocalFile())
    found = tuple(Path(url.toLocalFile()) for url in urls)
    return () if any(path.name.endswith(RETURNED) for path in found) else found
