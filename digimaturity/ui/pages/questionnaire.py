"""The questionnaire: the list of areas at the left, one area's questions, and how far one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.services.attachments import Attachment
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.agreed_words import workshop_lines
from digimaturity.ui.answering import Answering
from digimaturity.ui.area_lines import SearchIndex, SearchTexts, area_lines
from digimaturity.ui.beside import earlier_said, level_marks
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.question_spot import Spot
from digimaturity.ui.section_words import count_words
from digimaturity.ui.sections import (
    Section,
    counted,
    first_unanswered,
    kind_of,
    marked_in,
    next_marked,
    progress,
    sections_of,
)
from digimaturity.ui.widgets.asking_desk import AskingDesk
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.confirm_line import since_words
from digimaturity.ui.widgets.section_heading import people_box, people_row
from digimaturity.ui.widgets.wishes import Note

#: So long (milliseconds) between two looks whether the mouse button is still held.
_BUTTON_HELD = 20


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """Notes that could not be recorded, by question, at a place of the page."""

    place: str
    notes: Mapping[tuple[str, Note], str]


class QuestionnairePage(Page):
    """Asks one area at a time; every answer is recorded before the next can be given."""

    concerned_by = frozenset(ChangeKind) - {ChangeKind.COMPANY}

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._spot = Spot()
        self._sections: tuple[Section, ...] = ()
        self._built: object = None
        self._index = SearchIndex()
        self._desk = AskingDesk(parts.theme, parts.t)
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self._desk)
        self._areas, self._view = self._desk.areas, self._desk.view
        self._areas.section_chosen.connect(self.open)
        self._areas.question_chosen.connect(self.open_question)
        self._answering = Answering(parts, self._view)
        self._view.typing.connect(parts.bus.typing)
        self._view.advanced.connect(lambda: self._go_on(1))
        footer = self._footer = self._desk.footer
        footer.stepped.connect(self._go_on)
        footer.jumped.connect(self.jump)
        footer.review_asked.connect(self.jump_to_marked)
        signed = self._desk.finished
        signed.correct_asked.connect(lambda: parts.shell.go("history", "revisions correct"))
        signed.sign_asked.connect(lambda: parts.shell.act("sign_off"))
        parts.bus.focus_moved.connect(self._view.focus_moved)
        parts.bus.focus_moved.connect(self._areas.focus_moved)
        parts.bus.opened.connect(self._outdated)  # files and last year's levels can be read now
        QShortcut(QKeySequence.StandardKey.Find, self, self.find_question)
        QShortcut(QKeySequence("Ctrl+J"), self, self.jump)
        QShortcut(QKeySequence("Ctrl+R"), self, self.jump_to_marked)

    def find_question(self) -> None:
        """Begin to search the questions."""
        self._desk.begin_search()

    def place(self) -> str:
        """The area, the question, where it is on the screen, and which note is being written."""
        view = self._view
        return str(Spot(self._spot.section, view.current, view.top, view.writing))

    def come_back(self, place: str) -> None:
        """Open that area at that question, if it is still asked."""
        self._spot = Spot.of(place)
        self._view.current, self._view.writing = self._spot.question, self._spot.note

    def start(self) -> None:
        """Go on where the user was, or at the first question without an answer."""
        self.refresh()
        if self._built is None:
            return
        if self._view.current is None:
            self.jump()
        else:
            top, self._spot = self._spot.top, Spot(self._spot.section)
            self._view.go_to(self._view.current, note=self._view.writing, top=top)

    def flush(self) -> None:
        """Record notes that are being typed."""
        self._view.flush()

    @property
    def settled(self) -> bool:
        """Whether all notes are recorded."""
        return not self._view.unsaved()

    def draft(self) -> object:
        """The notes that could not be recorded, and where."""
        unsaved = self._view.unsaved()
        return _Unsaved(self.place(), unsaved) if unsaved else None

    def take_up(self, draft: object) -> None:
        """Show them again."""
        if isinstance(draft, _Unsaved):
            self.come_back(draft.place)
            self.catch_up()
            self._view.take_up(draft.notes)

    def refresh(self) -> None:
        """Show the current section with what is recorded."""
        session = self.parts.session
        questionnaire = session.questionnaire
        if questionnaire is None:
            return
        viewpoint = session.respondent.viewpoint
        self._sections = sections_of(questionnaire, session.results, viewpoint)
        section = self._section()
        self._spot = replace(self._spot, section=section.id)
        who = (session.respondents, session.respondent.id)
        shown = (session.assessment_id, who, session.read_only, section.id)
        if shown != self._built:
            self._built = shown
            self._build(section, questionnaire)
        elif QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._view.update_questions(
                section, questionnaire, viewpoint, read_only=session.read_only
            )
        else:
            # Leaving a field by a click can bring up a question. It may not move the others
            # away from under the pointer before the button is let go.
            QTimer.singleShot(_BUTTON_HELD, self, self.refresh)
        since = session.carried_from
        year = str(since.year) if since else ""
        self._view.since = since_words(year, self.parts.t, closed=session.read_only)
        self._view.show_answers(session.answer_of)
        t = self.parts.t
        self._view.show_beside(
            lambda asked: level_marks(asked, session, t),
            self._files(),
            lambda asked: workshop_lines(asked, session.responses, t),
            lambda asked: earlier_said(asked, session, t),
        )
        # Of an earlier revision it is said above every page.
        signed = None if session.revision else session.assessment
        reason = session.sign_offs.reason
        self._desk.finished.show_state(signed, reason, changeable=session.changeable)
        lines = area_lines(self._sections, questionnaire, session.answers, self.parts.theme, t)
        carried = frozenset(key for key, one in session.answers.items() if one.carried)
        self._areas.show_areas(lines, section.id, self._texts, carried)
        self._show_progress(section)

    def _build(self, section: Section, questionnaire: Questionnaire) -> None:
        """Show another section, or to somebody else; what is not recorded yet stays."""
        session, theme, t = self.parts.session, self.parts.theme, self.parts.t
        who = session.respondent
        box = people_box(session.respondents, who, theme, t, self._answer_as)
        people = people_row(box, lambda: self.parts.shell.go("people"), theme, t)
        unsaved = self._view.unsaved()
        how = {"read_only": session.read_only, "notes": session.alias_words is None}
        self._view.build(section, questionnaire, who.viewpoint, people, **how)
        self._view.take_up(unsaved)

    def jump(self) -> None:
        """Go to the next question without an answer."""
        self.refresh()
        answers = self.parts.session.answers
        found = first_unanswered(self._sections, answers, self._view.current)
        if found is not None:
            self.open(found[0].id, found[1].id)
        else:
            self._view.go_to(self._view.current)

    def jump_to_marked(self) -> None:
        """Go to the next question that is to be looked at once more."""
        found = next_marked(self._sections, self.parts.session.answers, self._view.current)
        if found is not None:
            self.open(found[0].id, found[1].id)

    def open(self, section_id: str, question_id: str | None = None) -> None:
        """Show a section, with the keyboard at a question: the first open one if not named."""
        self._desk.show_turn(areas=False)
        if section_id != self._spot.section and self._stays():
            return
        self._spot = Spot(section_id)
        self.refresh()
        section = self._section()
        if question_id is None:
            found = first_unanswered((section,), self.parts.session.answers)
            question_id = found[1].id if found else section.questions[0].id
        self._view.go_to(question_id)

    def open_question(self, question_id: str) -> None:
        """Show a question with its section; nothing where it is not asked."""
        for section in self._sections:
            if any(question.id == question_id for question in section.questions):
                self.open(section.id, question_id)

    def _stays(self) -> bool:
        """Whether a note cannot be recorded: it would be lost, so the user is led to it."""
        self.flush()
        unsaved = self._view.unsaved()
        if unsaved:
            question, note = next(iter(unsaved))
            self._view.go_to(question, note=note)
        return bool(unsaved)

    def _section(self) -> Section:
        by_id = {section.id: section for section in self._sections}
        return by_id.get(self._spot.section, self._sections[0])

    def _neighbour(self, direction: int) -> Section | None:
        ids = [section.id for section in self._sections]
        place = ids.index(self._spot.section) + direction
        return self._sections[place] if 0 <= place < len(ids) else None

    def _go_on(self, direction: int) -> None:
        section = self._neighbour(direction)
        if section is not None:
            self.open(section.id, section.questions[0].id if direction < 0 else None)
        elif direction > 0:
            self.parts.shell.go("results")

    def _answer_as(self, respondent_id: str) -> None:
        if self._stays():
            self._built = None  # the list of people shows again who answers
            self.refresh()
            return
        self.parts.session.answer_as(respondent_id)
        self.refresh()
        self._view.go_to(self._view.current)

    def _show_progress(self, section: Section) -> None:
        answers = self.parts.session.answers
        kind = kind_of(section)
        here = counted(self._sections, answers)[kind]
        words = count_words(kind, here, self.parts.t, closed=self.parts.session.read_only)
        self._footer.show_progress(words, here, progress(self._sections, answers))
        self._footer.show_marked(len(marked_in(self._sections, answers)))
        first, last = self._neighbour(-1) is None, self._neighbour(1) is None
        self._footer.show_ways(first=first, last=last)

    def _files(self) -> dict[str, tuple[Attachment, ...]]:
        """The files of the one who answers, by question."""
        session = self.parts.session
        found: dict[str, tuple[Attachment, ...]] = {}
        for one in session.attachments:
            if one.respondent == session.respondent.id:
                found[one.question] = (*found.get(one.question, ()), one)
        return found

    def _texts(self) -> SearchTexts:
        """What a search looks through."""
        session = self.parts.session
        if session.questionnaire is None:
            return {}
        viewpoint = session.respondent.viewpoint
        return self._index.texts(self._sections, session.questionnaire, viewpoint, self.parts.t)
