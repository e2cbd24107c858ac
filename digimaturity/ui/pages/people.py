"""Who takes part: how far each is, what became of their forms, and the ways to more answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.domain.viewpoints import recognisable
from digimaturity.services.forms.standing import Standing, standing_in
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import person_names
from digimaturity.ui.people_words import recognisable_words, summary_words
from digimaturity.ui.widgets.ask_others import ask_others_card
from digimaturity.ui.widgets.basics import button, row_of, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.people_group import PeopleGroup, card_in
from digimaturity.ui.widgets.person_editor import Handlers, PersonEditor
from digimaturity.ui.widgets.person_row import PersonRow

_WIDTH = 880

#: The place of the page where somebody new is entered.
ADD = "add"


class PeoplePage(ColumnPage):
    """One of the people can be edited at a time, in the row itself."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._edited: Respondent | None = None  # as entered so far; without an id somebody new
        self._editor: PersonEditor | None = None
        self._first: QWidget | None = None
        self._rows: dict[str, PersonRow] = {}

    def come_back(self, place: str) -> None:
        """Begin with somebody new, if that is asked for."""
        if place == ADD and not self._closed():
            self._edited, self._stale = self._next_person(), True

    def draft(self) -> object:
        """Who is being entered."""
        return self._entered()

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        hidden = self.parts.session.alias_words is not None  # then no true name may be seen
        if isinstance(draft, Respondent) and not hidden:
            self._edited, self._stale = draft, True

    def start(self) -> None:
        """The keyboard is at the name that is being entered, else at the first way."""
        if self._editor is not None:
            self._editor.name.setFocus()
        elif self._first is not None:
            self._first.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was opened and not touched is closed when the page is left."""
        entered = None if self._editor is None else self._editor.entered
        if entered is not None and self._is_known(entered):
            self._editor, self._edited, self._stale = None, None, True
        super().hideEvent(event)

    def _is_known(self, entered: Respondent) -> bool:
        """Whether nothing would be saved that is not there."""
        return entered in self.parts.session.respondents if entered.id else not entered.name

    def refresh(self) -> None:
        """What is being entered stays."""
        self._edited = self._entered()
        super().refresh()

    def fill(self) -> None:
        """Show who takes part, by viewpoint."""
        t, session = self.parts.t, self.parts.session
        self._editor = self._first = None
        self._rows = {}
        if session.assessment is None:
            return
        standing = self._standing()
        self.heading(t("People"), summary_words(standing, t))
        closed = self._closed()
        if closed:
            self._edited = None
            self.column.addWidget(self.words(closed, "strong"))
        if len(standing) == 1:
            self.column.addWidget(ask_others_card(self.parts))
        self.column.addLayout(self._ways(standing, closed))
        self._groups(standing, closed)
        self._anonymity()

    # -- what stands above the list

    def _closed(self) -> str:
        """Why nothing can be changed; empty where it can."""
        t, session = self.parts.t, self.parts.session
        if not session.writable:
            return t("This workspace is open to read only.")
        if session.revision:
            return t("This is shown as it was signed off: it can only be read.")
        if session.assessment is not None and not session.assessment.open:
            return t(
                "This assessment is signed off: nobody can be added, and no form is made or taken"
                " in. A correction opens it again: see the overview."
            )
        return ""

    def _ways(self, standing: Sequence[Standing], closed: str) -> Flow:
        t, shell, px = self.parts.t, self.parts.shell, self.parts.theme.px
        alone = len(standing) == 1
        add = button(t("&Add a person"), self._begin_new, "primary" if alone else "")
        make = button(
            t("Make &forms …"), lambda: shell.go("make_forms"), "" if alone else "primary"
        )
        take = button(t("&Take in returned forms …"), lambda: shell.go("returned_forms"))
        ways = [add, make, take] if alone else [make, take, add]
        if self._edited is not None and not self._edited.id:
            ways.remove(add)
        flow = Flow(px(16))
        spaced(flow, 0, px(4), 0, px(4), gap=px(8))
        for way in ways:
            way.setEnabled(not closed)
            way.setToolTip(closed)
            flow.addWidget(way)
        self._first = None if closed else ways[0]
        return flow

    def _anonymity(self) -> None:
        """Say calmly where somebody can be recognised, and lead to what helps."""
        t, session = self.parts.t, self.parts.session
        words = recognisable_words(recognisable(session.responses, session.together), t)
        if not words:
            return
        self.column.addWidget(self.words(words, "secondary"))
        if not (session.mentoring or session.together):  # only a mentor has the choice
            return
        way = t("Tell &viewpoints as one, in the results")
        self.column.addLayout(
            row_of(button(way, lambda: self.parts.shell.go("results", "viewpoints"), "link"))
        )

    # -- the list

    def _standing(self) -> tuple[Standing, ...]:
        """How everybody stands, under the names that are shown."""
        session = self.parts.session
        if session.workspace is None or session.case is None:
            return ()
        return standing_in(session.workspace, session.case)

    def _groups(self, standing: Sequence[Standing], closed: str) -> None:
        """Each viewpoint with those who take part from it; somebody new stands before all."""
        t, names = self.parts.t, person_names(self.parts.session.respondents, self.parts.t)
        editors: dict[str, QWidget] = {}
        if self._edited is not None:
            known = next((one for one in standing if one.person.id == self._edited.id), None)
            title = t("Change {name}", name=names[known.person.id]) if known else t("Somebody new")
            self._editor = self._editor_for(title, self._edited, known)
            if known is None:
                card_in(self.column, self.parts, title).addWidget(self._editor)
            editors[self._edited.id] = self._editor
        for viewpoint in Viewpoint:
            group = [one for one in standing if one.person.viewpoint is viewpoint]
            if group:
                shown = PeopleGroup(self.parts, group, names, editors, closed)
                shown.answering.connect(self._answer_as)
                shown.changing.connect(self._show_editor)
                self._rows.update(shown.rows)
                self.column.addWidget(shown)

    # -- entering and changing

    def _editor_for(self, title: str, person: Respondent, known: Standing | None) -> PersonEditor:
        t = self.parts.t
        remove, why = None, ""
        if known is not None:
            remove = partial(self._remove, person.id)
            if len(self.parts.session.respondents) == 1:
                why = t("One person at least takes part.")
            elif not known.missing:
                why = t("Who has answered stays: what was said is kept for ever.")
        return PersonEditor(
            self.parts, person, title, Handlers(self._save, self._leave, remove, why)
        )

    def _entered(self) -> Respondent | None:
        return self._edited if self._editor is None else self._editor.entered

    def _next_person(self) -> Respondent:
        """Somebody of a viewpoint from which nobody takes part, where there is one."""
        given = {one.viewpoint for one in self.parts.session.respondents}
        missing = [view for view in Viewpoint if view not in given]
        return Respondent("", missing[0] if missing else Viewpoint.BUSINESS)

    def _begin_new(self) -> None:
        self._show_editor(self._next_person())

    def _show_editor(self, person: Respondent | None) -> None:
        self._edited, self._editor = person, None
        super().refresh()
        self.make_room()
        self._lead()

    def _lead(self) -> None:
        """Bring the keyboard to what is to be entered, where something is."""
        if self._editor is not None:
            self._editor.name.setFocus()
            self._scroll.ensureWidgetVisible(self._editor)

    def _leave(self) -> None:
        person = self._edited
        self._show_editor(None)
        row = self._rows.get(person.id) if person else None
        target = row.ways[-1] if row is not None else self._first
        if target is not None:
            target.setFocus()

    def _save(self, person: Respondent) -> None:
        session, shell = self.parts.session, self.parts.shell
        editor, self._editor, self._edited = self._editor, None, None
        saved = shell.attempt(
            lambda: (
                session.save_person(person)
                if person.id
                else session.add_person(person.viewpoint, person.name)
            )
        )
        if saved is None:  # what was entered is still there
            self._editor, self._edited = editor, person
            return
        row = self._rows.get(person.id)
        target = row.ways[-1] if row is not None else self._first
        if target is not None:
            target.setFocus()

    def _remove(self, person: str) -> None:
        editor, self._editor, self._edited = self._editor, None, None
        if self.parts.shell.attempt(lambda: self.parts.session.remove_person(person)) is None:
            self._editor, self._edited = editor, editor.entered if editor else None
        elif self._first is not None:
            self._first.setFocus()

    def _answer_as(self, person: str) -> None:
        if not self.parts.shell.settled():
            return
        self.parts.session.answer_as(person)
        self.parts.shell.assessment_opened("questionnaire")
