"""Who takes part: how far each is, what became of their forms, and the ways to more answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.domain.viewpoints import recognisable
from digimaturity.services.forms.standing import Standing, standing_of
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import person_names, viewpoint_name
from digimaturity.ui.people_words import (
    form_words,
    group_words,
    recognisable_words,
    summary_words,
)
from digimaturity.ui.widgets.basics import button, label, line, row_of, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.person_editor import Handlers, PersonEditor
from digimaturity.ui.widgets.person_row import PersonLine, PersonRow, Way

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
            self.column.addWidget(self._teach())
        self.column.addLayout(self._ways(standing, closed))
        if self._edited is not None and not self._edited.id:
            self._add_editor(self._card(t("Somebody new")), t("Somebody new"), self._edited)
        names = person_names(session.respondents, t)
        for viewpoint in Viewpoint:
            group = [one for one in standing if one.person.viewpoint is viewpoint]
            if group:
                self._group(viewpoint, group, names, closed)
        self._anonymity()

    # -- what stands above the list

    def _closed(self) -> str:
        """Why nothing can be changed; empty where it can."""
        t, session = self.parts.t, self.parts.session
        if not session.writable:
            return t("This workspace is open to read only.")
        if session.assessment is not None and not session.assessment.open:
            return t(
                "This assessment is finished: nobody can be added, and no form is made or taken in."
                " Reopen it in the overview to change that."
            )
        return ""

    def _teach(self) -> QFrame:
        """Why and how to ask others."""
        t, px = self.parts.t, self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(24), px(16), px(24), px(16), gap=px(8))
        column.addWidget(label(t("Ask others, too"), "large", wrap=True))
        column.addWidget(
            self.words(
                t(
                    "Management, IT and the departments often live in different pictures of the"
                    " same firm. Where they differ is worth more than any mean: the results show"
                    " it as soon as people answer from two viewpoints."
                )
            )
        )
        for step in (
            t("1. Add those whom you want to ask. A name is not needed, a code will do."),
            t("2. Make a form for each, and send it. Nobody needs this program or a network."),
            t("3. Drop what comes back on this window. You see it before anything is taken in."),
        ):
            column.addWidget(self.words(step, "secondary"))
        return card

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
        if session.workspace is None:
            return ()
        shown = {one.id: one for one in session.respondents}
        return tuple(
            replace(one, person=shown[one.person.id])
            for one in standing_of(session.workspace, session.assessment_id)
        )

    def _group(
        self,
        viewpoint: Viewpoint,
        group: Sequence[Standing],
        names: Mapping[str, str],
        closed: str,
    ) -> None:
        t = self.parts.t
        self.subheading(group_words(viewpoint, group, t))
        column = self._card(viewpoint_name(viewpoint, t))
        for place, one in enumerate(group):
            if place:
                column.addWidget(line())
            if self._edited is not None and self._edited.id == one.person.id:
                title = t("Change {name}", name=names[one.person.id])
                self._add_editor(column, title, self._edited, one)
            else:
                row = self._row(one, names[one.person.id], closed)
                self._rows[one.person.id] = row
                column.addWidget(row)

    def _card(self, name: str) -> QVBoxLayout:
        px = self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(name)
        column = QVBoxLayout(card)
        spaced(column, px(16), px(4), px(16), px(4))
        self.column.addWidget(card)
        return column

    def _row(self, one: Standing, name: str, closed: str) -> PersonRow:
        t, session = self.parts.t, self.parts.session
        here = t("Shown in the questionnaire") if one.person.id == session.respondent.id else ""
        told = PersonLine(name, one.count, form_words(one, t), here)
        return PersonRow(self.parts.theme, t, told, self._ways_of(one.person, name, closed))

    def _ways_of(self, person: Respondent, name: str, closed: str) -> list[Way]:
        t, shell = self.parts.t, self.parts.shell
        look = t("See the answers") if closed else t("Answer here")
        hidden = t("Show the true names first.") if self.parts.session.alias_words else ""
        return [
            Way(
                look,
                t("{what}: {name}", what=look, name=name),
                partial(self._answer_as, person.id),
            ),
            Way(
                t("Form …"),
                t("Make a form for {name}", name=name),
                partial(shell.go, "make_forms", person.id),
                closed,
            ),
            Way(
                t("Change …"),
                t("Change {name}", name=name),
                partial(self._edit, person),
                closed or hidden,
            ),
        ]

    # -- entering and changing

    def _add_editor(
        self, column: QVBoxLayout, title: str, person: Respondent, known: Standing | None = None
    ) -> None:
        t = self.parts.t
        remove, why = None, ""
        if known is not None:
            remove = partial(self._remove, person.id)
            if len(self.parts.session.respondents) == 1:
                why = t("One person at least takes part.")
            elif not known.missing:
                why = t("Who has answered stays: what was said is kept for ever.")
        do = Handlers(self._save, self._leave, remove, why)
        self._editor = PersonEditor(self.parts, person, title, do)
        column.addWidget(self._editor)

    def _entered(self) -> Respondent | None:
        return self._edited if self._editor is None else self._editor.entered

    def _next_person(self) -> Respondent:
        """Somebody of a viewpoint from which nobody takes part, where there is one."""
        given = {one.viewpoint for one in self.parts.session.respondents}
        missing = [view for view in Viewpoint if view not in given]
        return Respondent("", missing[0] if missing else Viewpoint.BUSINESS)

    def _begin_new(self) -> None:
        self._show_editor(self._next_person())

    def _edit(self, person: Respondent) -> None:
        self._show_editor(person)

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
