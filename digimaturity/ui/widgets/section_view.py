"""One section of the questionnaire: its heading, and its questions as cards or in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.services.attachments import Attachment
from digimaturity.ui.scrolled import replace_in
from digimaturity.ui.section_words import question_place
from digimaturity.ui.sections import DECISIONS, FACTS, Section
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import line, spaced
from digimaturity.ui.widgets.comment import Comment
from digimaturity.ui.widgets.decision_grid import DecisionGrid
from digimaturity.ui.widgets.fact_row import FactRow
from digimaturity.ui.widgets.field_body import FieldBody
from digimaturity.ui.widgets.holder_cell import HolderCell
from digimaturity.ui.widgets.level_marks import EarlierSaid, LevelMarks
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.section_heading import section_heading
from digimaturity.ui.widgets.terms import terms_of
from digimaturity.ui.widgets.wishes import Note

_CARD_WIDTH = 800

#: What asks one question.
_Item = QuestionCard | FactRow | HolderCell

#: Below this width (pixels at 100 %) the margins are narrow.
_NARROW = 560


class SectionView(QScrollArea):
    """Passes on what the questions ask for, and knows at which of them the keyboard is."""

    answered = Signal(str, object)
    wanted = Signal(object)  # a Wish
    typing = Signal()
    advanced = Signal()  # behind the last question

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._items: dict[str, _Item] = {}
        self._entries: dict[str, QWidget] = {}
        self._grid: DecisionGrid | None = None
        self._list = QVBoxLayout()
        self.current: str | None = None
        self.writing: Note | None = None
        #: What is said of answers of an earlier year.
        self.since = ""
        self._top: int | None = None
        self._note: QWidget | None = None
        self._outer: QHBoxLayout | None = None
        self._notes = True
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def build(
        self,
        section: Section,
        questionnaire: Questionnaire,
        viewpoint: Viewpoint,
        people: QWidget | None,
        *,
        read_only: bool,
        notes: bool = True,
    ) -> None:
        """Show another section; without `notes` only what was answered."""
        px = self._theme.px
        page = QWidget()
        page.setObjectName("page")
        inner = QWidget()
        inner.setMaximumWidth(px(_CARD_WIDTH))
        column = QVBoxLayout(inner)
        spaced(column, 0, gap=px(16))
        column.addLayout(section_heading(section, questionnaire, people, self._theme, self._t))
        self._items, self._entries, self._list, self._grid = {}, {}, QVBoxLayout(), None
        spaced(self._list, 0, gap=0 if section.id == FACTS else px(16))
        column.addLayout(self._list)
        self._notes = notes
        self.update_questions(section, questionnaire, viewpoint, read_only=read_only)
        if section.id == FACTS:
            column.addWidget(line())
        column.addStretch()
        self._outer = QHBoxLayout(page)
        self._outer.addWidget(inner, stretch=1)
        self._outer.addStretch()
        self._keep_margins()
        replace_in(self, page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, little of it is left free."""
        super().resizeEvent(event)
        self._keep_margins()

    def _keep_margins(self) -> None:
        px = self._theme.px
        side = px(16 if self.width() < px(_NARROW) else 32)
        if self._outer is not None:
            spaced(self._outer, side, px(24), side, px(32))

    def update_questions(
        self,
        section: Section,
        questionnaire: Questionnaire,
        viewpoint: Viewpoint,
        *,
        read_only: bool,
    ) -> None:
        """The same section with other questions: those that stay keep keyboard and cursor."""
        if section.id == DECISIONS:  # always the same ones
            if self._grid is None:
                self._show_grid(questionnaire, read_only=read_only)
            return
        asked = {question.id for question in section.questions}
        for gone in [key for key in self._items if key not in asked]:
            entry = self._entries.pop(gone)
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()  # perhaps its own key or click brought us here
            del self._items[gone]
        for place, question in enumerate(section.questions):
            if question.id not in self._items:
                item = self._item(question, section, questionnaire, viewpoint)
                if read_only:
                    item.close_to_answers()
                self._items[question.id] = item
                self._entries[question.id] = _under_line(item) if section.id == FACTS else item
                self._list.insertWidget(place, self._entries[question.id])
        self._items = {question.id: self._items[question.id] for question in section.questions}

    def show_answers(self, answer_of: Callable[[str], Answer | None]) -> None:
        """Show what is recorded for each question."""
        for question, item in self._items.items():
            item.show_answer(answer_of(question), self.since)
        if self._grid is not None:
            carried = any((one := answer_of(key)) and one.carried for key in self._items)
            self._grid.show_since(self.since if carried else "")
            self._grid.keep_one_stop()

    def show_beside(
        self,
        marks_of: Callable[[Question], LevelMarks],
        files: Mapping[str, tuple[Attachment, ...]],
        workshop: Callable[[str], tuple[str, ...]],
        earlier: Callable[[Question], EarlierSaid | None],
    ) -> None:
        """Show what stands beside the answers, by question: marks, files, and of the workshop.

        `earlier` is what was said the year before where there are no rows to mark.
        """
        for item in self._items.values():
            if not isinstance(item, QuestionCard):
                item.show_earlier(earlier(item.question))
        if self._grid is not None:
            cells = self._grid.cells.values()
            said = next(filter(None, (earlier(one.question) for one in cells)), None)
            self._grid.show_when(said.when if said else "")
        for card in self._all_cards():
            card.show_marks(marks_of(card.question))
            card.show_workshop(workshop(card.question.id))
            card.show_files(files.get(card.question.id, ()))

    def show_busy(self, question: str, words: str) -> None:
        """Say what is being done for a question; empty: nothing any more."""
        for card in self._all_cards():
            if card.question.id == question:
                card.evidence_box.show_busy(words)

    @property
    def top(self) -> int:
        """How far below the upper edge the current question begins, in pixels at 100 %."""
        item = self._items.get(self.current or "")
        if item is None:
            return 0
        return round(item.mapTo(self.viewport(), QPoint(0, 0)).y() / self._theme.scale)

    def go_to(
        self, question: str | None, *, note: Note | None = None, top: int | None = None
    ) -> None:
        """Bring the keyboard to a question or its note; to the first one if it is not here.

        `top` is where it shall begin (see `top`); None: where it is seen best.
        """
        found = self._items.get(question or "") or next(iter(self._items.values()), None)
        if found is None:
            return
        self.current, self._top = found.question.id, top
        if note is not None and isinstance(found, QuestionCard):
            if top is not None:
                self._note = found.boxes[note].field  # it stands where it shall
            found.write(note)
        else:
            found.focus_answer()
        QTimer.singleShot(0, self, self._show_current)  # only then it is laid out

    def flush(self) -> None:
        """Record comments, numbers and texts that are being typed."""
        for card in self._all_cards():
            for box in card.boxes.values():
                box.field.flush()
        for field in self.findChildren(FieldBody):
            field.flush()

    def settle(self, question: str, note: Note, *, recorded: bool) -> None:
        """What was written about a question could be recorded, or could not be."""
        for card in self._all_cards():
            if card.question.id == question:
                card.boxes[note].settle(recorded=recorded)

    def unsaved(self) -> dict[tuple[str, Note], str]:
        """The notes that are not recorded, by question."""
        found = {
            (card.question.id, note): box.unsaved
            for card in self._all_cards()
            for note, box in card.boxes.items()
        }
        return {place: text for place, text in found.items() if text is not None}

    def take_up(self, unsaved: Mapping[tuple[str, Note], str]) -> None:
        """Show notes that could not be recorded before the section was built."""
        for card in self._all_cards():
            for note, box in card.boxes.items():
                if (card.question.id, note) in unsaved:
                    box.take_up(unsaved[card.question.id, note])

    def focus_moved(self, widget: QWidget | None) -> None:
        """The keyboard is at `widget` now, here or elsewhere."""
        for question, item in self._items.items():
            if widget is not None and item.isAncestorOf(widget):
                self.current = question
                self.writing = _note_of(item, widget)
        if self._grid is not None:
            self._grid.keep_one_stop()
        if widget is None or widget is self._note:
            return  # the window was left or entered: everything stands as it did
        self._note = None
        if isinstance(widget, Comment) and self.isAncestorOf(widget):
            self._note = widget
            # Only when it is laid out, since it has just been opened.
            QTimer.singleShot(0, widget, lambda: self._show_note(widget))
        elif QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            # A key led there. What is clicked on is seen already, and stays under the pointer.
            QTimer.singleShot(0, self, self._show_keyboard)

    def _show_keyboard(self) -> None:
        """Bring the answer to be seen at which the keyboard is, with as much above as there is."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, self._theme.px(8))

    def _show_note(self, field: QWidget) -> None:
        """Bring a note to be seen, with what is said below it."""
        # The note was hidden: everything around it has to find its new size first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for edge in (field.rect().bottomLeft(), field.rect().topLeft()):
            place = field.mapTo(self.viewport(), edge).y() + self.verticalScrollBar().value()
            self.ensureVisible(0, place, 0, self._theme.px(32))

    def _show_current(self) -> None:
        item = self._items.get(self.current or "")
        if item is None:
            return
        bar, top = self.verticalScrollBar(), self._top
        if top is not None:
            self._top = None
            bar.setValue(bar.value() + round((self.top - top) * self._theme.scale))
            return
        margin = self._theme.px(16)
        if next(iter(self._items.values())) is item:
            bar.setValue(0)
        else:
            self.ensureWidgetVisible(item, 0, margin)
            if item.height() > self.viewport().height():  # its question matters more than its end
                top = item.mapTo(self.viewport(), QPoint(0, 0)).y()
                bar.setValue(bar.value() + top - margin)
        self._show_keyboard()  # in a low window the answer may be far below the question

    def _move(self, direction: int) -> None:
        ids = list(self._items)
        place = ids.index(self.current) + direction if self.current in ids else 0
        if 0 <= place < len(ids):
            self.go_to(ids[place])

    def _advance(self) -> None:
        if self.current == list(self._items)[-1]:
            self.advanced.emit()
        else:
            self._move(1)

    def _show_grid(self, questionnaire: Questionnaire, *, read_only: bool) -> None:
        """The decisions, which are asked in a table of their own."""
        grid = self._grid = DecisionGrid(questionnaire, self._theme, self._t)
        grid.answered.connect(self.answered)
        grid.moved.connect(self._move)
        grid.advanced.connect(self._advance)
        self._items = dict(grid.cells)
        if read_only:
            for cell in grid.cells.values():
                cell.close_to_answers()
        self._list.addWidget(grid)

    def _all_cards(self) -> Iterator[QuestionCard]:
        return (item for item in self._items.values() if isinstance(item, QuestionCard))

    def _item(
        self,
        question: Question,
        section: Section,
        questionnaire: Questionnaire,
        viewpoint: Viewpoint,
    ) -> QuestionCard | FactRow:
        """A question that is asked for itself."""
        item: QuestionCard | FactRow
        if section.id == FACTS:
            item = FactRow(question, self._theme, self._t, terms_of(questionnaire, self._t))
        else:
            place = question_place(question, section, questionnaire, self._t)
            item = QuestionCard(question, questionnaire, self._theme, self._t, viewpoint, place)
            if not self._notes:
                item.hide_notes()
            item.wanted.connect(self.wanted)
            item.typing.connect(self.typing)
        item.answered.connect(self.answered)
        item.moved.connect(self._move)
        item.advanced.connect(self._advance)
        return item


def _note_of(item: _Item, widget: QWidget) -> Note | None:
    """Which note of a question is being written where the keyboard is."""
    boxes = item.boxes if isinstance(item, QuestionCard) else {}
    return next((note for note, box in boxes.items() if box.field is widget), None)


def _under_line(row: QWidget) -> QWidget:
    """A row of a table with the hairline above it."""
    entry = QWidget()
    column = QVBoxLayout(entry)
    spaced(column, 0)
    column.addWidget(line())
    column.addWidget(row)
    return entry
