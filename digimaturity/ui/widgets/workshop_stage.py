"""One question of the workshop in large type: its levels, the votes once shown, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.theme import Theme
from digimaturity.ui.vote_group import VoteGroup
from digimaturity.ui.widgets.basics import label, line, set_kind, spaced
from digimaturity.ui.widgets.comment_box import CommentBox
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.key_button import KeyButton
from digimaturity.ui.widgets.terms import terms_of
from digimaturity.ui.widgets.vote_row import VoteRow
from digimaturity.ui.widgets.workshop_sheet import WorkshopSheet

#: Pixels at 100 %: a note of two lines; from this width on notes stand side by side.
_NOTE, _BESIDE = 56, 640

#: What the group writes down, in this order.
NOTES = (ChangeKind.REASON, ChangeKind.PARKED)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen of a question.

    `votes` are those of each level, and `tally` says what is to be said below the levels: as long
    as the votes are hidden, neither tells of any. `agreed` is the level, `agreement` the words for
    it. Of `notes` the text is None where it is not shown under other names.
    """

    place: str
    tally: str
    more: tuple[str, ...]
    votes: Mapping[int, tuple[VoteGroup, ...]]
    agreed: int | None
    agreement: str
    notes: Mapping[ChangeKind, str | None]
    read_only: bool


class WorkshopStage(WorkshopSheet):
    """Says what the group wants, and records nothing; `agreed` carries a level, or None."""

    agreed = Signal(object)
    written = Signal(object, str)  # which note, and its text
    typing = Signal()

    def __init__(
        self, question: Question, questionnaire: Questionnaire, theme: Theme, t: Translator
    ) -> None:
        super().__init__(theme, terms_of(questionnaire, t), text_in(question.text, t.language))
        self.question, self._t = question, t
        self._read_only = False
        px, column = theme.px, self.column
        self._place = label("", "secondary")
        self._place.setContentsMargins(px(16), 0, 0, 0)
        self._tally = label("", "large", wrap=True)
        self._more = label("", "secondary", wrap=True)
        column.addWidget(self._place)
        column.addSpacing(px(2))
        column.addWidget(self.heading)
        column.addSpacing(px(12))
        self.rows = self._level_rows(questionnaire)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(line())
        column.addSpacing(px(12))
        column.addWidget(self._below())
        column.addStretch()

    def _level_rows(self, questionnaire: Questionnaire) -> list[VoteRow]:
        language, texts = self._t.language, self.question.levels
        names = questionnaire.level_names if len(questionnaire.level_names) == len(texts) else ()
        terms = terms_of(questionnaire, self._t).after([text_in(self.question.text, language)])
        rows = []
        for number, anchor in enumerate(texts, start=1):
            name = text_in(names[number - 1], language) if names else ""
            text = text_in(anchor, language)
            spoken = f"{number} {name}: {text}" if name else f"{number} {text}"
            row = VoteRow(self.theme, terms, number, name, text, spoken)
            terms = terms.after([text])  # a term is marked where it stands first
            row.clicked.connect(partial(self._agree, number))
            row.passed.connect(partial(self._pass, number - 1))
            rows.append(row)
        return rows

    def _below(self) -> QWidget:
        """What is said of the votes, what was agreed on, and what the group writes down."""
        t, px = self._t, self.theme.px
        below = QWidget()
        column = QVBoxLayout(below)
        spaced(column, px(16), 0, 0, 0, gap=px(8))
        column.addWidget(self._tally)
        column.addWidget(self._more)
        self._agreement = label("", "strong")
        self._take_back = KeyButton(
            self.theme, t("Del"), t("Take it back"), partial(self.agreed.emit, None)
        )
        self._agreed_row = QWidget()
        row = flowing(px(12), self._agreement, self._take_back)
        spaced(row, 0, gap=px(12))
        self._agreed_row.setLayout(row)
        column.addWidget(self._agreed_row)
        self._hidden: dict[ChangeKind, QLabel] = {}
        self.boxes: dict[ChangeKind, CommentBox] = {}
        self._notes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for kind in NOTES:
            name, hint, hidden = _note_words(kind, t)
            box = self.boxes[kind] = CommentBox(self.theme, t, t("This note is not saved yet."))
            box.ask(name, hint)
            box.field.typing.connect(self.typing)
            box.field.written.connect(partial(self.written.emit, kind))
            box.field.escaped.connect(self.go_home)
            box.field.setFixedHeight(px(_NOTE))
            self._hidden[kind] = label(hidden, "secondary", wrap=True)
            column.addWidget(self._hidden[kind])
            self._notes.addWidget(box, stretch=1)
        spaced(self._notes, 0, gap=px(16))
        column.addLayout(self._notes)
        return below

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, the notes stand side by side."""
        super().resizeEvent(event)
        wide = self.width() >= self.theme.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._notes.setDirection(across if wide else down)

    def show_topic(self, shown: Shown) -> None:
        """Show what is recorded, and what is revealed."""
        self._read_only = shown.read_only
        self._place.setText(shown.place)
        if self._tally.text() not in ("", shown.tally):  # the keyboard stays where it is
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, shown.tally))
        self._tally.setText(shown.tally)
        self.heading.setAccessibleDescription(f"{shown.place}. {shown.tally} {shown.agreement}")
        self._more.setText("\n".join(shown.more))
        self._more.setVisible(bool(shown.more))
        for number, row in enumerate(self.rows, start=1):
            row.show_votes(shown.votes.get(number, ()))
            row.setEnabled(not shown.read_only)
            row.show_chosen(number == shown.agreed)
        self._one_stop()
        self._agreement.setText(shown.agreement)
        set_kind(self._agreement, "secondary" if shown.agreed is None else "strong")
        self._agreed_row.setVisible(bool(shown.agreement))
        self._take_back.setVisible(shown.agreed is not None and not shown.read_only)
        for kind, text in shown.notes.items():
            self._hidden[kind].setVisible(text is None)
            self.boxes[kind].field.setReadOnly(shown.read_only)
            if text is not None:
                self.boxes[kind].show_recorded(text)

    def _one_stop(self) -> None:
        """Let Tab stop once among the levels; a click leaves the keyboard where it is."""
        stop = next((row for row in self.rows if row.hasFocus()), None)
        stop = stop or next((row for row in self.rows if row.isChecked()), self.rows[0])
        for row in self.rows:
            policy = Qt.FocusPolicy.TabFocus if row is stop else Qt.FocusPolicy.NoFocus
            row.setFocusPolicy(policy)

    def _pass(self, place: int, step: int) -> None:
        if 0 <= place + step < len(self.rows):
            self.rows[place + step].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.rows[place + step])

    def choose(self, level: int) -> None:
        """Agree on a level by its number."""
        if level <= len(self.rows):
            self._agree(level)

    def _agree(self, level: int, _checked: bool = False) -> None:
        if not self._read_only:
            self.agreed.emit(level)

    def write(self, kind: ChangeKind) -> None:
        """Bring the keyboard to a note, and the note to be seen."""
        if self._read_only or not self._hidden[kind].isHidden():
            return
        box = self.boxes[kind]
        box.open()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.ensureWidgetVisible(box, 0, self.theme.px(16))

    def flush(self) -> None:
        """Record what is being typed."""
        for box in self.boxes.values():
            box.field.flush()

    def unsaved(self) -> dict[ChangeKind, str]:
        """What could not be recorded."""
        found = {kind: box.unsaved for kind, box in self.boxes.items()}
        return {kind: text for kind, text in found.items() if text is not None}

    def take_up(self, unsaved: Mapping[ChangeKind, str]) -> None:
        """Show notes that could not be recorded before the question was built anew."""
        for kind, text in unsaved.items():
            self.boxes[kind].take_up(text)


def _note_words(kind: ChangeKind, t: Translator) -> tuple[str, str, str]:
    """The name of a note, what it is for, and what is said where it is not shown."""
    if kind is ChangeKind.REASON:
        return (
            t("Reason"),
            t("Why did the group agree on this level?"),
            t("A reason is recorded. It is not shown under other names."),
        )
    return (
        t("Parking lot"),
        t("What is put off, and who looks after it?"),
        t("A note is in the parking lot. It is not shown under other names."),
    )
