"""Taking in a client package: what it would bring, what shall be done, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from digimaturity.errors import UserError
from digimaturity.services.changes import ChangeKind
from digimaturity.services.client_package.choosing import Choice, How
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.form import SUFFIX
from digimaturity.services.client_package.importing import TakenIn, take_in
from digimaturity.services.client_package.preview import Preview
from digimaturity.services.client_package.words import (
    change_words,
    copied_name,
    counts_words,
    details_words,
    done_words,
    maker_words,
    notes_words,
    roadmap_words,
    standing_words,
    title_words,
)
from digimaturity.services.companies import list_companies
from digimaturity.services.messages import sentence
from digimaturity.services.workspace import Workspace
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.hand_over import not_now
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Job, Progress
from digimaturity.ui.widgets.basics import button, label, line, row_of, spaced
from digimaturity.ui.widgets.package_choices import PackageChoices
from digimaturity.ui.widgets.progress_line import ProgressLine

_WIDTH = 720

#: So many assessments are listed; of more only the number is told.
_LISTED = 30


class ClientPackagePage(ColumnPage):
    """Its place is the file. Nothing is written before the user has seen what would come."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._path: Path | None = None
        self._preview: Preview | None = None
        self._error: UserError | None = None
        self._job: Job | None = None
        self._left = ""  # the company that was open, while it is replaced
        self._asked: object = None  # tells what was asked for last from what was before
        self._first: QWidget | None = None
        self.choices: PackageChoices | None = None

    def place(self) -> str:
        """The file that is looked at."""
        return "" if self._path is None else str(self._path)

    def come_back(self, place: str) -> None:
        """Look at this file."""
        self.look_into(Path(place))

    def look_into(self, path: Path) -> None:
        """Read a file in the worker, and show what it would bring.

        While one is being taken in, no other is looked at.
        """
        if self._job is not None and self._preview is not None:
            return
        self._path, self._preview, self._error = path, None, None
        workspace = None if not_now(self.parts) else self.parts.session.workspace
        if self._job is not None:
            self._job.cancel()
        self._asked = asked = object()

        def mine(receiver: Callable[..., None]) -> Callable[..., None]:
            """What comes of an earlier file is not taken for this one."""

            def take(*found: object) -> None:
                if asked is self._asked and isValid(self):
                    receiver(*found)

            return take

        if workspace is not None:

            def job(progress: Progress) -> Preview:
                return look_at(workspace, path, progress)

            self._job = self.parts.tasks.watched(
                job, mine(self._seen), mine(self._not_seen), mine(self._stopped)
            )
        self.refresh()

    def fill(self) -> None:
        """Show how far it is, or what was found."""
        t = self.parts.t
        self._first, self.choices = None, None
        about = t("Nothing is changed before you have seen what would come, and say so.")
        why = not_now(self.parts)
        self.heading(t("Take in a client package"), why or about)
        if why:
            self._line = ProgressLine(self.parts)
            return
        if self._path is not None:
            self.column.addWidget(label(self._path.name, "small", wrap=True))
        self._line = ProgressLine(self.parts)
        if self._error is not None:
            self._refuse(self._error)
        elif self._preview is not None:
            self._show(self._preview)
        self.column.addWidget(self._line)
        if self._job is not None and not self._job.ended:
            self._line.follow(self._job, t("Reading and checking the file …"))
        elif self._preview is None:
            self._offer()

    def start(self) -> None:
        """The keyboard is at what is to be decided."""
        if self._first is not None:
            self._first.setFocus()
            self._scroll.verticalScrollBar().setValue(0)
        elif self._line.running:
            self._line.cancel.setFocus()

    # -- before there is a preview

    def _offer(self) -> None:
        """The ways to a file, and to the opposite."""
        t, shell = self.parts.t, self.parts.shell
        if self._path is None:
            words = t(
                "A client package is the whole history of one company in one file, whose name "
                "ends in “{ending}”. You can also drop it on the window.",
                ending=SUFFIX,
            )
            self.column.addWidget(self.words(words))
        kind = "primary" if self._path is None else ""
        self._first = button(t("&Choose a file …"), self._choose, kind)
        row = row_of(self._first)
        if self.parts.session.company is not None:
            row.insertWidget(
                1, button(t("&Back to the overview"), lambda: shell.go("overview"), "link")
            )
        self.column.addLayout(row)

    def _choose(self) -> None:
        t = self.parts.t
        kinds = t("Client packages (*{ending})", ending=SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self, t("Take in a client package"), "", kinds)
        if name:
            self.look_into(Path(name))

    def _refuse(self, error: UserError) -> None:
        message = sentence(error, self.parts.t)
        self.column.addWidget(self.words(message.what, "strong"))
        rest = " ".join(part for part in (message.safe, message.what_to_do) if part)
        self.column.addWidget(self.words(rest))

    def _seen(self, preview: Preview) -> None:
        self._preview, self._job = preview, None
        self._shown_anew()

    def _not_seen(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            self.parts.shell.report(error)
            return
        self._error = error
        self._shown_anew()

    def _stopped(self) -> None:
        self._job = None
        self._open_again()
        self._shown_anew()
        self.parts.shell.tell(self.parts.t("Stopped. Nothing has been changed."))

    def _shown_anew(self) -> None:
        self.refresh()
        if self.isVisible():
            self.start()

    # -- the preview

    def _show(self, preview: Preview) -> None:
        t, manifest = self.parts.t, preview.package.manifest
        facts = self._card()
        facts.addWidget(label(manifest.name, "large", wrap=True))
        facts.addWidget(label(standing_words(preview, t), wrap=True))
        for words in (
            maker_words(manifest, t),
            counts_words(manifest.counts, t),
            notes_words(manifest, t),
        ):
            facts.addWidget(label(words, "small", wrap=True))
        if details := details_words(preview, t):
            facts.addWidget(label(details, "small", wrap=True))
        if preview.known and (roadmap := roadmap_words(preview, t)):
            facts.addWidget(label(roadmap, "small", wrap=True))
        self._list(preview)
        if not self.parts.session.writable:
            self.column.addWidget(self.words(t("This workspace is open to read only."), "strong"))
            self._offer()
            return
        self.choices = PackageChoices(self.parts, preview)
        self.column.addWidget(self.choices)
        take = button(t("&Take it in"), self.take_in, "primary")
        leave = button(t("&Leave it"), self._leave, "link")
        self.column.addLayout(row_of(take, leave))
        self._first, self._take = self.choices.first or take, take

    def _list(self, preview: Preview) -> None:
        """Each assessment with what differs."""
        t = self.parts.t
        card = self._card()
        card.addWidget(label(t("Assessments"), "strong"))
        for place, compared in enumerate(preview.assessments[:_LISTED]):
            if place:
                card.addWidget(line())
            card.addWidget(label(title_words(compared, t), wrap=True))
            if words := change_words(compared, t):
                card.addWidget(label(" · ".join(words), "small", wrap=True))
        if (more := len(preview.assessments) - _LISTED) > 0:
            card.addWidget(label(t.plural("{n} more", "{n} more", more), "small"))
        if not preview.assessments:
            card.addWidget(label(t("There is none."), "small"))

    def _card(self) -> QVBoxLayout:
        px = self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(6))
        self.column.addWidget(card)
        return column

    def _leave(self) -> None:
        self._path = self._preview = self._error = None
        shell, session = self.parts.shell, self.parts.session
        self._stale = True
        if session.mentoring:
            shell.go("companies")
        else:
            shell.go("overview" if session.company is not None else "welcome")

    # -- doing it

    def take_in(self) -> None:
        """Do what was chosen, in the worker."""
        preview, workspace = self._preview, self.parts.session.workspace
        if preview is None or workspace is None or self.choices is None:
            return
        choice = self.choices.chosen()
        if choice is None:
            if self.choices.missing is not None:
                self._scroll.ensureWidgetVisible(self.choices.missing)
            return
        if not self.parts.shell.settled():
            return
        if choice.how is How.REPLACE:
            self._leave_company(preview.package.manifest.company)
        name = preview.package.manifest.name
        known = [company.name for company in list_companies(workspace)]
        job = partial(_job, workspace, preview, choice, copied_name(name, known, self.parts.t))
        # The company that is open may be another one then, whatever has become of this page.
        done = partial(_taken_in, self.parts, workspace)
        self._job = self.parts.tasks.watched(job, done, self._failed, self._stopped)
        self.choices.setEnabled(False)
        self._take.setEnabled(False)
        self._line.follow(self._job, self.parts.t("Taking it in …"))
        self._line.cancel.setFocus()

    def _leave_company(self, company: str) -> None:
        """What is replaced cannot be written to meanwhile: it may be gone then."""
        session = self.parts.session
        if session.company is not None and session.company.id == company:
            self._left = company
            session.leave_company()

    def _open_again(self) -> None:
        session, left = self.parts.session, self._left
        self._left = ""
        if left and session.company is None and session.workspace is not None:
            self.parts.shell.attempt(lambda: session.open_company(left))

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._open_again()
        self.parts.shell.report(error)
        outdated = isinstance(error, UserError) and error.code == "package.outdated"
        if outdated and self._path is not None:
            self.look_into(self._path)
        else:
            self._shown_anew()


def _job(
    workspace: Workspace, preview: Preview, choice: Choice, name: str, progress: Progress
) -> TakenIn:
    return take_in(workspace, preview, choice, copied_name=name, watch=progress)


def _taken_in(parts: Parts, workspace: Workspace, done: TakenIn) -> None:
    """Open the company as it is now, and say what was done."""
    shell, session, t = parts.shell, parts.session, parts.t
    if session.workspace is not workspace:  # another one is open, where it is not
        return
    several = len(list_companies(session.workspace)) > 1
    mode = "mentor" if several else shell.settings.mode or "self"
    if mode != shell.settings.mode:
        shell.change_settings(mode=mode)
    shell.open_company(str(done.change.company))
    shell.tell(*done_words(done, t))
