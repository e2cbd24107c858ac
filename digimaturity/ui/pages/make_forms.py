"""Making forms for people without this program: for whom, as what, in which language, where to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from digimaturity.services.changes import ChangeKind
from digimaturity.services.forms.issuing import Edition, Issued, issue
from digimaturity.services.forms.standing import standing_of
from digimaturity.services.workspace import Workspace
from digimaturity.ui.appearance import translator
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place
from digimaturity.ui.tasks import Job, Progress
from digimaturity.ui.widgets.basics import button, row_of
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.form_choices import FormChoices, Wish
from digimaturity.ui.widgets.made_forms import MadeForms
from digimaturity.ui.widgets.progress_line import ProgressLine

_WIDTH = 640


class MakeFormsPage(ColumnPage):
    """Its place is for whom; the files are written beside the interface, and then listed."""

    concerned_by: ClassVar = frozenset({ChangeKind.RESPONDENT, ChangeKind.ASSESSMENT})

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._wish = Wish.usual(parts.t.language)
        self._issued: tuple[Issued, ...] = ()
        self._job: Job | None = None
        self._choices: FormChoices | None = None
        self._made: MadeForms | None = None

    def come_back(self, place: str) -> None:
        """Make one for this person."""
        self._wish, self._issued, self._stale = replace(self._wish, who=place), (), True

    def draft(self) -> object:
        """What was chosen."""
        return self._wish

    def take_up(self, draft: object) -> None:
        """Choose it again."""
        if isinstance(draft, Wish):
            self._wish, self._stale = draft, True

    def start(self) -> None:
        """The keyboard is at the first thing to choose."""
        if self._choices is not None:
            self._choices.who.setFocus()

    def fill(self) -> None:
        """Show what can be chosen, and what was made."""
        t, session = self.parts.t, self.parts.session
        self._choices = self._made = None
        about = t("Each form is for one person: what comes back is known by it.")
        self.heading(t("Make forms"), about)
        back = button(t("&Back to the people"), lambda: self.parts.shell.go("people"), "link")
        if session.workspace is None or session.assessment is None or session.read_only:
            words = t("Forms are made for an assessment that is open to changes.")
            self.column.addWidget(self.words(words, "strong"))
            self.column.addLayout(row_of(back))
            return
        standing = standing_of(session.workspace, session.assessment_id)
        self._choices = FormChoices(self.parts, standing, self._wish)
        self._choices.chosen.connect(self._chosen)
        self.column.addWidget(self._choices)
        self._make = button("", self._choose, "primary")
        self._chosen()
        self.column.addLayout(flowing(self.parts.theme.px(16), self._make, back))
        self._line = ProgressLine(self.parts)
        self.column.addWidget(self._line)
        self._follow()
        if self._issued:
            self._made = MadeForms(self.parts, self._issued, self._wish)
            self.column.addWidget(self._made)

    def _chosen(self) -> None:
        if self._choices is not None:
            self._wish, count = self._choices.wish, len(self._choices.people)
            self._make.setText(self.parts.t.plural("&Make {n} form …", "&Make {n} forms …", count))

    def _choose(self) -> None:
        """Ask for the folder."""
        t = self.parts.t
        folder = saving_place(self.parts.shell.settings.report_folder)
        name = QFileDialog.getExistingDirectory(self, t("Folder for the forms"), str(folder))
        if name:
            self.make_in(Path(name))

    def make_in(self, folder: Path) -> None:
        """Write them in the worker, and list them."""
        session, shell, choices = self.parts.session, self.parts.shell, self._choices
        if session.workspace is None or choices is None or not shell.settled():
            return
        how = Edition(
            self._wish.medium,
            translator(self._wish.language),
            folder,
            shell.settings.mentor,
            hidden=session.alias_words is not None,
        )
        people = tuple(one.id for one in choices.people)
        order = _Order(session.workspace, session.assessment_id, people, how)
        self._issued = ()

        def done(made: tuple[Issued, ...]) -> None:  # told also when this page is gone by then
            session.forms_made(order.assessment)
            if isValid(self):
                self._done(made)

        job = partial(_job, order)
        self._job = self.parts.tasks.watched(job, done, self._failed, self._stopped)
        self._follow()
        self._line.cancel.setFocus()

    def _follow(self) -> None:
        going_on = self._job is not None and not self._job.ended
        self._make.setEnabled(not going_on)
        if self._job is not None and going_on:
            self._line.follow(self._job, self.parts.t("Making the forms …"))

    def _done(self, made: tuple[Issued, ...]) -> None:
        """List what was made."""
        self._job, self._issued = None, made
        self._shown_anew()
        if self.isVisible() and self._made is not None:
            self._made.show_folder.setFocus()
            self._scroll.ensureWidgetVisible(self._made.show_folder)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.parts.session.forms_made(self.parts.session.assessment_id)  # some may be made
        self._shown_anew()
        self.parts.shell.report(error)

    def _stopped(self) -> None:
        self._job = None
        self.parts.session.forms_made(self.parts.session.assessment_id)
        self._shown_anew()
        words = self.parts.t("Stopped. Only the forms that are in the folder are made.")
        self.parts.shell.tell(words)

    def _shown_anew(self) -> None:
        self._stale = not self.isVisible()
        if self.isVisible():
            self.refresh()
            self.make_room()
            self._make.setFocus()


@dataclass(frozen=True, slots=True)
class _Order:
    """What the worker is asked for."""

    workspace: Workspace
    assessment: str
    people: tuple[str, ...]
    how: Edition


def _job(order: _Order, progress: Progress) -> tuple[Issued, ...]:
    return issue(order.workspace, order.assessment, order.people, order.how, progress)
