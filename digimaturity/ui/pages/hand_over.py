"""Handing the company over: what goes into the file, what stays, and saving it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout
from shiboken6 import isValid

from digimaturity.services.changes import ChangeKind
from digimaturity.services.client_package.form import SUFFIX, Manifest
from digimaturity.services.client_package.words import counts_words, notes_words
from digimaturity.services.client_package.writing import Outline, file_name, hand_over, outline
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending
from digimaturity.ui.tasks import Job, Progress
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.progress_line import ProgressLine
from digimaturity.ui.widgets.tick_box import CheckBox

_WIDTH = 640


def not_now(parts: Parts) -> str:
    """Why packages can be neither made nor taken in at present; empty where they can."""
    t, settings = parts.t, parts.shell.settings
    if settings.sample:
        return t(
            "The sample company is made up: it is not handed over, and nothing is added to it."
        )
    if settings.alias:
        return t("Client packages hold true names: show these again first.")
    return ""


class HandOverPage(ColumnPage):
    """The file is written beside the interface, from a view of the workspace of its own."""

    concerned_by: ClassVar = frozenset(ChangeKind)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._job: Job | None = None
        self._outline: Outline | None = None
        self._notes: CheckBox | None = None
        self._with_notes = False

    def fill(self) -> None:
        """Tell what goes and what stays."""
        t, session = self.parts.t, self.parts.session
        if session.workspace is None or session.company is None:
            return
        self._outline = None
        if why := not_now(self.parts):
            self.heading(t("Hand this company over"), why)
            return
        found = outline(session.workspace, session.company.id)
        self._outline = found
        self.heading(
            t("Hand this company over"),
            t(
                "One file with the company’s whole history, for a colleague, for another computer, "
                "or for the company itself. What is changed there can be merged here again."
            ),
        )
        self.column.addWidget(self._card(found))
        self._notes = None
        if found.notes:
            self._notes = CheckBox(self.parts.theme, t("With my private &notes"))
            self._notes.setChecked(self._with_notes)
            self._notes.toggled.connect(self._tick)
            self.column.addWidget(self._notes)
        words = t(
            "The file is not encrypted. Whoever has it can read all of it: give it only to people "
            "who may know the answers."
        )
        self.column.addWidget(self.words(words, "small"))
        self._line = ProgressLine(self.parts)
        self._save = button(t("&Save the file …"), self._choose, "primary")
        back = button(t("&Back to the overview"), lambda: self.parts.shell.go("overview"), "link")
        take = button(
            t("Take &in a package …"), lambda: self.parts.shell.go("client_package"), "link"
        )
        self.column.addLayout(row_of(self._save, back))
        self.column.addLayout(row_of(take))
        self.column.addWidget(self._line)
        self._follow()

    def start(self) -> None:
        """The keyboard is at the first thing to decide."""
        if self._outline is not None:
            (self._notes or self._save).setFocus()

    def _card(self, found: Outline) -> QFrame:
        t, px = self.parts.t, self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(8))
        column.addWidget(label(t("In the file"), "strong"))
        column.addWidget(label(counts_words(found.counts, t), wrap=True))
        words = t(
            "The company with its contact; every assessment with its questions; the whole log of "
            "answers, comments, evidence and marks, with times and names; attached files; what "
            "reports shall look like."
        )
        column.addWidget(label(words, "small", wrap=True))
        if found.size:
            size = t.number(max(found.size / 1_000_000, 0.1), 1)
            column.addWidget(label(t("Attached files: {size} MB", size=size), "small", wrap=True))
        column.addSpacing(px(4))
        column.addWidget(label(t("Stays here"), "strong"))
        words = t(
            "Other companies, your settings and logo, under which id scores were given to peer "
            "groups, and your private notes unless you tick them."
        )
        column.addWidget(label(words, "small", wrap=True))
        return card

    def _tick(self, on: bool) -> None:
        self._with_notes = on

    def _choose(self) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t = self.parts.t
        if self._outline is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self,
            t("Save the client package"),
            str(saving_place() / file_name(self._outline.name)),
            t("Client packages (*{ending})", ending=SUFFIX),
        )
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the file in the worker, whole or not at all, and say where it lies."""
        session, shell = self.parts.session, self.parts.shell
        target = shell.attempt(lambda: with_ending(path, SUFFIX))
        if target is None or session.workspace is None or session.company is None:
            return
        if not shell.settled():
            return
        source, company = session.workspace.path, session.company.id
        notes, by = self._with_notes and self._notes is not None, shell.settings.mentor

        def job(progress: Progress) -> Manifest:
            with open_workspace(source, read_only=True) as opened:
                return hand_over(opened, company, target, notes=notes, by=by, watch=progress)

        def done(manifest: Manifest) -> None:  # told also when this page is gone by then
            t = self.parts.t
            self._ready()
            shell.tell(
                t("The company is saved as {path}.", path=target),
                counts_words(manifest.counts, t) + "\n" + notes_words(manifest, t),
            )

        def failed(error: Exception) -> None:
            self._ready()
            shell.report(error)

        self._job = self.parts.tasks.watched(job, done, failed, self._stopped)
        self._follow()
        self._line.cancel.setFocus()

    def _follow(self) -> None:
        going_on = self._job is not None and not self._job.ended
        self._save.setEnabled(not going_on)
        if self._job is not None and going_on:
            self._line.follow(self._job, self.parts.t("Writing the file …"))

    def _stopped(self) -> None:
        self._ready()
        self.parts.shell.tell(self.parts.t("Stopped. No file has been written."))

    def _ready(self) -> None:
        self._job = None
        if not isValid(self):
            return
        self._save.setEnabled(True)
        if self.isVisible():
            self._save.setFocus()
