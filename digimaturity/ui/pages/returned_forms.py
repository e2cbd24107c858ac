"""Taking in what came back of forms: looked at first, ticked, and then accepted or left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from digimaturity.errors import UserError
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.forms.preview import Found, Preview
from digimaturity.services.forms.taking_in import TakenIn, preview, take_in
from digimaturity.services.forms.words import done_words
from digimaturity.services.workspace import Workspace
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.sources import Sources, place_of, sources_of
from digimaturity.ui.tasks import Job, Progress
from digimaturity.ui.widgets.basics import button, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.progress_line import ProgressLine
from digimaturity.ui.widgets.returned_list import ReturnedList

_WIDTH = 720

#: The place of the page that takes what was copied.
CLIPBOARD = "clipboard"


class ReturnedFormsPage(ColumnPage):
    """Its place is the files. What comes later is looked at beside what is there."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._sources: Sources = ()
        self._previews: tuple[Preview, ...] = ()
        self._ticks: dict[int, bool] = {}
        self._job: Job | None = None
        self._taking = False
        self._first: QWidget | None = None

    def place(self) -> str:
        """The files that are looked at."""
        files = [one for one in self._sources if isinstance(one, Path)]
        return place_of(files) if files else ""

    def come_back(self, place: str) -> None:
        """Look at these, too."""
        if place == CLIPBOARD:
            self.paste()
        else:
            self.look_into(sources_of(place))

    def draft(self) -> object:
        """What is looked at, with what was pasted."""
        return self._sources or None

    def take_up(self, draft: object) -> None:
        """Look at it again."""
        if isinstance(draft, tuple):
            self.look_into(draft)

    def look_into(self, sources: Sequence[Path | str]) -> None:
        """Read them in the worker, and show what all of them would bring.

        While some are being taken in, no others are looked at.
        """
        workspace = self.parts.session.workspace
        if self._taking or workspace is None:
            return
        self._sources = tuple(dict.fromkeys((*self._sources, *sources)))
        self._previews = ()  # what was ticked stays so
        if self._job is not None:
            self._job.cancel()
        if self._sources:
            read = partial(_read, workspace, self._sources)
            self._job = self.parts.tasks.watched(read, self._seen, self._failed, self._stopped)
        self._shown_anew()

    def paste(self) -> None:
        """Look at what was copied."""
        text = QGuiApplication.clipboard().text().strip()
        if text:
            self.look_into([text])
        else:
            self.parts.shell.tell(self.parts.t("Nothing was copied that is text."))

    def fill(self) -> None:
        """Show how far it is, or what was found."""
        t = self.parts.t
        self._first = None
        about = t("Nothing is changed before you have seen what would come, and say so.")
        self.heading(t("Take in returned forms"), about)
        self._line = ProgressLine(self.parts)
        self.column.addWidget(self._line)
        running = self._job is not None and not self._job.ended
        if self._previews:
            self._show(busy=running)
        if self._job is not None and running:
            taking = t("Taking them in …")
            self._line.follow(self._job, taking if self._taking else t("Reading the forms …"))
        else:
            self._offer()

    def _show(self, *, busy: bool) -> None:
        shown = ReturnedList(self.parts, self._previews, self._ticks, busy=busy)
        shown.accepted.connect(self.take_in)
        shown.left.connect(self.leave)
        shown.wanted.connect(self._go_to)
        self._ticks, self._first = shown.ticks, shown.first
        self.column.addWidget(shown)

    def start(self) -> None:
        """The keyboard is at what is to be decided."""
        if self._line.running:
            self._line.cancel.setFocus()
        elif self._first is not None:
            self._first.setFocus()

    # -- the ways to files

    def _offer(self) -> None:
        t, px = self.parts.t, self.parts.theme.px
        if not self._previews:
            self.column.addWidget(
                self.words(
                    t(
                        "Drop the files on the window, as many at once as you like: PDF forms as"
                        " they were saved, or the small files from the form in the browser. Where"
                        " somebody sent the answers as text, copy it and paste it here."
                    )
                )
            )
        kind = "" if self._previews else "primary"
        choose = button(t("&Choose files …"), self._choose, kind)
        ways = Flow(px(16))
        spaced(ways, 0, gap=px(8))
        ways.addWidget(choose)
        ways.addWidget(button(t("&Paste what was copied"), self.paste))
        if self.parts.session.assessment is not None:
            back = button(t("&Back to the people"), lambda: self.parts.shell.go("people"), "link")
            ways.addWidget(back)
        self.column.addLayout(ways)
        self._first = self._first or choose

    def _choose(self) -> None:
        t = self.parts.t
        kinds = t("Filled forms ({endings})", endings="*.json *.pdf *.txt")
        names, _ = QFileDialog.getOpenFileNames(self, t("Take in returned forms"), "", kinds)
        if names:
            self.look_into([Path(name) for name in names])

    # -- doing it

    def take_in(self) -> None:
        """Take in what is ticked, in the worker."""
        workspace = self.parts.session.workspace
        chosen = tuple(one for place, one in enumerate(self._previews) if self._ticks.get(place))
        if workspace is None or not chosen or not self.parts.shell.settled():
            return
        self._taking = True
        # Another company may be open then, whatever has become of this page.
        done = partial(_taken, self.parts, workspace)
        job = partial(_take, workspace, chosen)
        self._job = self.parts.tasks.watched(job, done, self._failed, self._stopped)
        self._shown_anew()

    def leave(self) -> None:
        """Forget what was looked at."""
        self.forget()
        here = self.parts.session.assessment is not None
        mentoring = self.parts.session.mentoring
        self.parts.shell.go("people" if here else "companies" if mentoring else "overview")

    def forget(self) -> None:
        """Begin anew."""
        self._sources, self._previews, self._ticks = (), (), {}
        self._job, self._taking, self._stale = None, False, True

    def _go_to(self, found: Found) -> None:
        shell, sources = self.parts.shell, self._sources
        if not shell.settled():
            return
        if shell.attempt(lambda: _turn(self.parts, found)) is None:
            return
        shell.assessment_opened("people")
        shell.go("returned_forms", place_of(sources))

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.FORMS and self._taking:  # done
            self.forget()

    def _seen(self, found: tuple[Sources, tuple[Preview, ...]]) -> None:
        sources, previews = found
        if sources is self._sources:  # else others have come to them meanwhile
            self._previews, self._job = previews, None
            self._shown_anew()

    def _failed(self, error: Exception) -> None:
        outdated = self._taking and isinstance(error, UserError) and error.code == "form.outdated"
        self._job, self._taking = None, False
        self.parts.shell.report(error)
        if outdated:
            self.look_into(())
        else:
            self._shown_anew()

    def _stopped(self) -> None:
        if self._job is None or not self._job.ended:  # another one goes on in its place
            return
        self._job, self._taking = None, False
        if not self._previews:
            self._sources = ()
        self._shown_anew()
        self.parts.shell.tell(self.parts.t("Stopped. Nothing has been changed."))

    def _shown_anew(self) -> None:
        self._stale = not self.isVisible()
        if self.isVisible():
            self.refresh()
            self.make_room()
            self.start()


def _read(
    workspace: Workspace, sources: Sources, progress: Progress
) -> tuple[Sources, tuple[Preview, ...]]:
    return sources, preview(workspace, sources, progress)


def _take(workspace: Workspace, chosen: Sequence[Preview], progress: Progress) -> TakenIn:
    return take_in(workspace, chosen, progress)


def _turn(parts: Parts, found: Found) -> bool:
    """Open the company and the assessment that a form is for."""
    session = parts.session
    if session.company is None or session.company.id != found.company.id:
        session.open_company(found.company.id)
    if session.assessment_id != found.record.id:
        session.open_assessment(found.record.id)
    return True


def _taken(parts: Parts, workspace: Workspace, done: TakenIn) -> None:
    """Say what was taken in, and show who takes part as it is now."""
    t, shell, session = parts.t, parts.shell, parts.session
    if session.workspace is not workspace:  # another one is open, where it is not
        return
    for change in done.changes:
        session.forms_taken_in(str(change.assessment))
    shell.go("people")
    shell.tell(done_words(done, t), t("Results and workshop show them already."))
