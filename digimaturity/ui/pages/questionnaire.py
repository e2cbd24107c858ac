"""The questionnaire: the list of areas at the left, one area's questions, and how far one is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digimaturity.domain.responses import Answer
from digimaturity.services.attachments import Attachment
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.area_lines import SearchTexts, area_lines, search_texts
from digimaturity.ui.attaching import Attaching
from digimaturity.ui.beside import level_marks
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
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
from digimaturity.ui.widgets.area_panel import AreaPanel
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.finished_line import FinishedLine
from digimaturity.ui.widgets.progress_footer import ProgressFooter
from digimaturity.ui.widgets.section_heading import people_box
from digimaturity.ui.widgets.section_view import SectionView
from digimaturity.ui.widgets.wishes import Attach, Handle, Mark, Note, Wish, Write

#: Below this width (pixels at 100 %) the list of areas and the questions do not fit together.
_NARROW = 760

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
        self._section_id = ""
        self._sections: tuple[Section, ...] = ()
        self._narrow = False
        self._built: object = None
        self._top: int | None = None
        self._found_by: SearchTexts = {}
        self._searched: object = None
        self._areas = AreaPanel(parts.theme, parts.t)
        self._areas.section_chosen.connect(self.open)
        self._areas.question_chosen.connect(self.open_question)
        self._view = SectionView(parts.theme, parts.t)
        self._view.answered.connect(self._answer)
        self._view.wanted.connect(self._do)
        self._attaching = Attaching(parts, self)
        self._attaching.copying.connect(self._view.show_busy)
        self._view.typing.connect(parts.bus.typing)
        self._view.advanced.connect(lambda: self._go_on(1))
        self._footer = ProgressFooter(parts.theme, parts.t)
        self._footer.stepped.connect(self._go_on)
        self._footer.jumped.connect(self.jump)
        self._footer.review_asked.connect(self.jump_to_marked)
        right = QVBoxLayout()
        spaced(right, 0)
        self._finished = FinishedLine(parts.theme, parts.t)
        self._finished.reopen_asked.connect(lambda: parts.shell.attempt(parts.session.reopen))
        right.addWidget(self._finished)
        right.addWidget(self._view, stretch=1)
        right.addWidget(self._footer)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._areas)
        row.addLayout(right, stretch=1)
        parts.bus.focus_moved.connect(self._view.focus_moved)
        parts.bus.focus_moved.connect(self._areas.focus_moved)
        parts.bus.opened.connect(self._outdated)  # files and last year's levels can be read now
        self._footer.areas_asked.connect(self._toggle_areas)
        QShortcut(QKeySequence.StandardKey.Find, self, self.find_question)
        QShortcut(QKeySequence("Ctrl+J"), self, self.jump)
        QShortcut(QKeySequence("Ctrl+R"), self, self.jump_to_marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for both, the list of areas takes turns with the questions."""
        super().resizeEvent(event)
        narrow = self.width() < self.parts.theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._footer.set_narrow(narrow)
            self._show_turn(areas=False)

    def _show_turn(self, *, areas: bool) -> None:
        self._areas.set_wide(areas and self._narrow)
        self._areas.setVisible(areas or not self._narrow)
        self._view.setVisible(not (areas and self._narrow))

    def _toggle_areas(self) -> None:
        self._show_turn(areas=self._view.isVisible())

    def find_question(self) -> None:
        """Begin to search the questions."""
        self._show_turn(areas=True)
        self._areas.start_search()

    def place(self) -> str:
        """The area, the question, where it is on the screen, and which note is being written."""
        view = self._view
        if view.current is None:
            return self._section_id
        return f"{self._section_id} {view.current} {view.top} {view.writing or ''}".strip()

    def come_back(self, place: str) -> None:
        """Open that area at that question, if it is still asked."""
        section, question, top, note = (*place.split(" "), "", "", "")[:4]
        self._section_id, self._view.current = section, question or None
        self._top = int(top) if re.fullmatch(r"-?\d{1,6}", top) else None
        self._view.writing = Note(note) if note in list(Note) else None

    def start(self) -> None:
        """Go on where the user was, or at the first question without an answer."""
        self.refresh()
        if self._built is None:
            return
        if self._view.current is None:
            self.jump()
        else:
            top, self._top = self._top, None
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
        self._section_id = section.id
        shown = (session.assessment_id, session.respondent.id, session.read_only, section.id)
        if shown != self._built:
            self._built = shown
            people = people_box(
                session.respondents,
                session.respondent,
                self.parts.theme,
                self.parts.t,
                self._answer_as,
            )
            unsaved = self._view.unsaved()
            self._view.build(section, questionnaire, viewpoint, people, read_only=session.read_only)
            self._view.take_up(unsaved)
        elif QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._view.update_questions(
                section, questionnaire, viewpoint, read_only=session.read_only
            )
        else:
            # Leaving a field by a click can bring up a question. It may not move the others
            # away from under the pointer before the button is let go.
            QTimer.singleShot(_BUTTON_HELD, self, self.refresh)
        self._view.show_answers(session.answer_of)
        t = self.parts.t
        self._view.show_beside(lambda asked: level_marks(asked, session, t), self._files())
        workspace = session.workspace
        changeable = workspace is not None and not workspace.read_only
        self._finished.show_state(session.assessment, changeable=changeable)
        lines = area_lines(self._sections, questionnaire, session.answers, self.parts.theme, t)
        self._areas.show_areas(lines, section.id, self._texts)
        self._show_progress(section)

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
        self._show_turn(areas=False)
        if section_id != self._section_id and self._stays():
            return
        self._section_id = section_id
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
        return by_id.get(self._section_id, self._sections[0])

    def _neighbour(self, direction: int) -> Section | None:
        ids = [section.id for section in self._sections]
        place = ids.index(self._section_id) + direction
        return self._sections[place] if 0 <= place < len(ids) else None

    def _go_on(self, direction: int) -> None:
        section = self._neighbour(direction)
        if section is not None:
            self.open(section.id, section.questions[0].id if direction < 0 else None)
        elif direction > 0:
            self.parts.shell.go("results")

    def _answer(self, question_id: str, answer: Answer | None) -> None:
        session = self.parts.session
        if session.assessment is None:
            return  # the window is closing, and has tried before
        if self.parts.shell.attempt(lambda: session.answer(question_id, answer)) is None:
            self._view.show_answers(session.answer_of)  # what is recorded, not what was clicked

    def _do(self, wish: Wish) -> None:
        """What a card wants besides an answer."""
        if self.parts.session.assessment is None:
            return
        match wish:
            case Write():
                self._write(wish)
            case Mark():
                self._mark(wish)
            case Attach():
                self._attaching.attach(wish)
            case Handle():
                self._attaching.handle(wish)

    def _write(self, wish: Write) -> None:
        session = self.parts.session
        record = session.evidence if wish.note is Note.EVIDENCE else session.comment
        made = self.parts.shell.attempt(lambda: record(wish.question, wish.text))
        self._view.settle(wish.question, wish.note, recorded=made is not None)

    def _mark(self, wish: Mark) -> None:
        session = self.parts.session
        mark = partial(session.review, wish.question, marked=wish.marked)
        if self.parts.shell.attempt(mark) is None:
            self._view.show_answers(session.answer_of)

    def _answer_as(self, respondent_id: str) -> None:
        if self._stays():
            self._built = None  # the list of people shows again who answers
        else:
            self.parts.session.answer_as(respondent_id)
        self.refresh()

    def _show_progress(self, section: Section) -> None:
        answers = self.parts.session.answers
        kind = kind_of(section)
        here = counted(self._sections, answers)[kind]
        words = count_words(kind, here, self.parts.t)
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
        """What a search looks through; put together once for the questions that are asked."""
        session = self.parts.session
        viewpoint = session.respondent.viewpoint
        if session.questionnaire is not None and self._searched != (self._sections, viewpoint):
            self._searched = (self._sections, viewpoint)
            self._found_by = search_texts(
                self._sections, session.questionnaire, viewpoint, self.parts.t
            )
        return self._found_by
