"""One section of the questionnaire: its heading, and its questions as cards or as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent
from digimaturity.i18n import Translator
from digimaturity.ui.people import respondent_name
from digimaturity.ui.section_words import (
    question_place,
    section_about,
    section_name,
    section_place,
)
from digimaturity.ui.sections import FACTS, Section
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.comment import Comment
from digimaturity.ui.widgets.fact_row import FactRow
from digimaturity.ui.widgets.field_body import FieldBody
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.terms import terms_of

_CARD_WIDTH = 800


class SectionView(QScrollArea):
    """Passes on what the questions ask for, and knows at which of them the keyboard is."""

    answered = Signal(str, object)
    commented = Signal(str, str)
    typing = Signal()
    advanced = Signal()  # behind the last question

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._items: dict[str, QuestionCard | FactRow] = {}
        self._entries: dict[str, QWidget] = {}
        self._list = QVBoxLayout()
        self.current: str | None = None
        self.commenting = False
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
    ) -> None:
        """Show another section."""
        px = self._theme.px
        page = QWidget()
        page.setObjectName("page")
        inner = QWidget()
        inner.setMaximumWidth(px(_CARD_WIDTH))
        column = QVBoxLayout(inner)
        spaced(column, 0, gap=px(16))
        column.addLayout(self._heading(section, questionnaire, people))
        self._items, self._entries, self._list = {}, {}, QVBoxLayout()
        spaced(self._list, 0, gap=0 if section.id == FACTS else px(16))
        column.addLayout(self._list)
        self.update_questions(section, questionnaire, viewpoint, read_only=read_only)
        if section.id == FACTS:
            column.addWidget(line())
        column.addStretch()
        outer = QHBoxLayout(page)
        spaced(outer, px(32), px(24), px(32), px(32))
        outer.addWidget(inner, stretch=1)
        outer.addStretch()
        self.setWidget(page)

    def update_questions(
        self,
        section: Section,
        questionnaire: Questionnaire,
        viewpoint: Viewpoint,
        *,
        read_only: bool,
    ) -> None:
        """The same section with other questions: those that stay keep keyboard and cursor."""
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
                item.setEnabled(not read_only)
                self._items[question.id] = item
                self._entries[question.id] = _under_line(item) if section.id == FACTS else item
                self._list.insertWidget(place, self._entries[question.id])
        self._items = {question.id: self._items[question.id] for question in section.questions}

    def show_answers(self, answer_of: Callable[[str], Answer | None]) -> None:
        """Show what is recorded for each question."""
        for question, item in self._items.items():
            item.show_answer(answer_of(question))

    def go_to(self, question: str | None, *, comment: bool = False) -> None:
        """Bring the keyboard to a question or its comment; to the first one if it is not here."""
        found = self._items.get(question or "") or next(iter(self._items.values()), None)
        if found is None:
            return
        self.current = found.question.id
        if comment and isinstance(found, QuestionCard):
            found.write_comment()
        else:
            found.focus_answer()
        QTimer.singleShot(0, self, self._show_current)  # only then it is laid out

    def flush(self) -> None:
        """Record comments, numbers and texts that are being typed."""
        for card in self._all_cards():
            card.comment.flush()
        for field in self.findChildren(FieldBody):
            field.flush()

    def settle_comment(self, question: str, *, recorded: bool) -> None:
        """What was written about a question could be recorded, or could not be."""
        for card in self._all_cards():
            if card.question.id == question:
                card.comment_box.settle(recorded=recorded)

    def unsaved(self) -> dict[str, str]:
        """The comments that are not recorded, by question."""
        found = {card.question.id: card.comment_box.unsaved for card in self._all_cards()}
        return {question: text for question, text in found.items() if text is not None}

    def take_up(self, unsaved: Mapping[str, str]) -> None:
        """Show comments that could not be recorded before the section was built."""
        for card in self._all_cards():
            if card.question.id in unsaved:
                card.comment_box.take_up(unsaved[card.question.id])

    def focus_moved(self, widget: QWidget | None) -> None:
        """The keyboard is at `widget` now, here or elsewhere."""
        for question, item in self._items.items():
            if widget is not None and item.isAncestorOf(widget):
                self.current = question
                self.commenting = isinstance(widget, Comment)
        if isinstance(widget, Comment) and self.isAncestorOf(widget):
            # Only when it is laid out, since it has just been opened.
            QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, 24))

    def _show_current(self) -> None:
        item = self._items.get(self.current or "")
        if item is None:
            return
        if next(iter(self._items.values())) is item:
            self.verticalScrollBar().setValue(0)
            return
        margin = self._theme.px(16)
        self.ensureWidgetVisible(item, 0, margin)
        if item.height() > self.viewport().height():  # its question matters more than its end
            top = item.mapTo(self.viewport(), QPoint(0, 0)).y()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - margin)

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

    def _all_cards(self) -> Iterator[QuestionCard]:
        return (item for item in self._items.values() if isinstance(item, QuestionCard))

    def _heading(
        self, section: Section, questionnaire: Questionnaire, people: QWidget | None
    ) -> QVBoxLayout:
        px, t = self._theme.px, self._t
        bottom = Qt.AlignmentFlag.AlignBottom
        row = QHBoxLayout()
        spaced(row, 0, gap=px(12))
        row.addWidget(label(section_name(section, questionnaire, t), "title"), alignment=bottom)
        beside = label(section_place(section, questionnaire, t), "secondary")
        beside.setContentsMargins(0, 0, 0, px(3))
        row.addWidget(beside, alignment=bottom)
        row.addStretch()
        if people is not None:
            row.addWidget(people)
        column = QVBoxLayout()
        spaced(column, 0, gap=px(4))
        column.addLayout(row)
        about = section_about(section, questionnaire, t)
        column.addWidget(label(about, "secondary", wrap=True))
        return column

    def _item(
        self,
        question: Question,
        section: Section,
        questionnaire: Questionnaire,
        viewpoint: Viewpoint,
    ) -> QuestionCard | FactRow:
        item: QuestionCard | FactRow
        if section.id == FACTS:
            item = FactRow(question, self._theme, self._t, terms_of(questionnaire, self._t))
        else:
            place = question_place(question, section, questionnaire, self._t)
            item = QuestionCard(question, questionnaire, self._theme, self._t, viewpoint, place)
            item.commented.connect(self.commented)
            item.typing.connect(self.typing)
        item.answered.connect(self.answered)
        item.moved.connect(self._move)
        item.advanced.connect(self._advance)
        return item


def _under_line(row: QWidget) -> QWidget:
    """A row of a table with the hairline above it."""
    entry = QWidget()
    column = QVBoxLayout(entry)
    spaced(column, 0)
    column.addWidget(line())
    column.addWidget(row)
    return entry


def people_box(
    people: tuple[Respondent, ...],
    current: Respondent,
    theme: Theme,
    t: Translator,
    chosen: Callable[[str], object],
) -> ChoiceBox | None:
    """Who answers, where there is more than one to choose from."""
    if len(people) <= 1:
        return None
    box = ChoiceBox(theme)
    box.setAccessibleName(t("Who answers"))
    for respondent in people:
        box.addItem(respondent_name(respondent, t), respondent.id)
    box.setCurrentIndex(people.index(current))
    box.activated.connect(lambda place: chosen(box.itemData(place)))
    return box
