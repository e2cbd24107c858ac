"""The questionnaire: the list of areas at the left, one area's questions, and how far one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digimaturity.domain.questionnaire import Dimension, Question, Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.domain.texts import text_in
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.section_words import count_words, section_name
from digimaturity.ui.sections import (
    Section,
    counted,
    first_unanswered,
    is_done,
    is_unknown,
    kind_of,
    progress,
    sections_of,
)
from digimaturity.ui.widgets.area_list import Line
from digimaturity.ui.widgets.area_panel import AreaPanel
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.finished_line import FinishedLine
from digimaturity.ui.widgets.progress_footer import ProgressFooter
from digimaturity.ui.widgets.question_card import wording
from digimaturity.ui.widgets.section_view import SectionView, people_box

#: Below this width (pixels at 100 %) the list of areas and the questions do not fit together.
_NARROW = 760

#: So long (milliseconds) between two looks whether the mouse button is still held.
_BUTTON_HELD = 20


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """Comments that could not be recorded, by question, at a place of the page."""

    place: str
    comments: Mapping[str, str]


class QuestionnairePage(Page):
    """Asks one area at a time; every answer is recorded before the next can be given."""

    concerned_by = frozenset(ChangeKind) - {ChangeKind.COMPANY}

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._section_id = ""
        self._sections: tuple[Section, ...] = ()
        self._narrow = False
        self._built: object = None
        self._areas = AreaPanel(parts.theme, parts.t)
        self._areas.section_chosen.connect(self.open)
        self._areas.question_chosen.connect(self.open_question)
        self._view = SectionView(parts.theme, parts.t)
        self._view.answered.connect(self._answer)
        self._view.commented.connect(self._comment)
        self._view.typing.connect(parts.bus.typing)
        self._view.advanced.connect(lambda: self._go_on(1))
        self._footer = ProgressFooter(parts.theme, parts.t)
        self._footer.stepped.connect(self._go_on)
        self._footer.jumped.connect(self.jump)
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
        self._footer.areas_asked.connect(self._toggle_areas)
        QShortcut(QKeySequence.StandardKey.Find, self, self.find_question)
        QShortcut(QKeySequence("Ctrl+J"), self, self.jump)

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
        """The area, the question, and whether its comment is being written."""
        comment = "comment" if self._view.commenting else ""
        return f"{self._section_id} {self._view.current or ''} {comment}".strip()

    def come_back(self, place: str) -> None:
        """Open that area at that question, if it is still asked."""
        section, question, comment = (*place.split(" "), "", "")[:3]
        self._section_id, self._view.current = section, question or None
        self._view.commenting = bool(comment)

    def start(self) -> None:
        """Go on where the user was, or at the first question without an answer."""
        self.refresh()
        if self._built is None:
            return
        if self._view.current is None:
            self.jump()
        else:
            self._view.go_to(self._view.current, comment=self._view.commenting)

    def flush(self) -> None:
        """Record comments that are being typed."""
        self._view.flush()

    @property
    def settled(self) -> bool:
        """Whether all comments are recorded."""
        return not self._view.unsaved()

    def draft(self) -> object:
        """The comments that could not be recorded, and where."""
        unsaved = self._view.unsaved()
        return _Unsaved(self.place(), unsaved) if unsaved else None

    def take_up(self, draft: object) -> None:
        """Show them again."""
        if isinstance(draft, _Unsaved):
            self.come_back(draft.place)
            self.catch_up()
            self._view.take_up(draft.comments)

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
        workspace = session.workspace
        changeable = workspace is not None and not workspace.read_only
        self._finished.show_state(session.assessment, changeable=changeable)
        self._areas.show_areas(self._lines(questionnaire), section.id, self._texts)
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
        """Whether a comment cannot be recorded: it would be lost, so the user is led to it."""
        self.flush()
        unsaved = self._view.unsaved()
        if unsaved:
            self._view.go_to(next(iter(unsaved)), comment=True)
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

    def _comment(self, question_id: str, text: str) -> None:
        session = self.parts.session
        if session.assessment is not None:
            made = self.parts.shell.attempt(lambda: session.comment(question_id, text))
            self._view.settle_comment(question_id, recorded=made is not None)

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
        first, last = self._neighbour(-1) is None, self._neighbour(1) is None
        self._footer.show_ways(first=first, last=last)

    def _lines(self, questionnaire: Questionnaire) -> list[Line]:
        lines: list[Line] = []
        heading: Dimension | str | None = ""
        answers, t = self.parts.session.answers, self.parts.t
        for section in self._sections:
            if section.dimension != heading:
                heading = section.dimension
                lines.append(self._heading(section, questionnaire))
            done = tuple(is_done(question, answers) for question in section.questions)
            name = section_name(section, questionnaire, t)
            spoken = t("{area}, {n} of {all} answered", area=name, n=sum(done), all=len(done))
            unknown = tuple(is_unknown(question, answers) for question in section.questions)
            lines.append(Line(section.id, name, done=done, unknown=unknown, spoken=spoken))
        return lines

    def _heading(self, section: Section, questionnaire: Questionnaire) -> Line:
        if section.dimension is None:
            return Line(None, self.parts.t("Besides the areas"))
        place = questionnaire.dimensions.index(section.dimension)
        colour = self.parts.theme.colours.dimension(section.dimension.id, place)
        return Line(None, text_in(section.dimension.name, self.parts.t.language), colour)

    def _texts(self) -> dict[str, tuple[str, str]]:
        viewpoint = self.parts.session.respondent.viewpoint
        language = self.parts.t.language
        return {
            question.id: (wording(question, viewpoint, language), _words(question, language))
            for section in self._sections
            for question in section.questions
        }


def _words(question: Question, language: str) -> str:
    """All words that a search may find the question by."""
    texts = (question.text, *question.wordings.values(), *question.levels)
    return " ".join(text_in(text, language) for text in texts).casefold()
