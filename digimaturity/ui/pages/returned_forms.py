"""Taking in what came back of forms: looked at first, ticked, and then accepted or left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from digimaturity.errors import UserError
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.forms.preview import Found, Preview
from digimaturity.services.forms.taking_in import TakenIn, preview, take_in
from digimaturity.services.forms.words import done_words
from digimaturity.services.workspace import Workspace
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.sources import Sources, place_of, sources_of
from digimaturity.ui.tasks import Job, Progress
from digimaturity.ui.widgets.basics import button, line, row_of, spaced
from digimaturity.ui.widgets.flow import Flow, flowing
from digimaturity.ui.widgets.progress_line import ProgressLine
from digimaturity.ui.widgets.return_row import ReturnRow, refused_row, worth_taking

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
        self._take: QPushButton | None = None

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
        self._previews, self._ticks = (), {}
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
        self._first = self._take = None
        about = t("Nothing is changed before you have seen what would come, and say so.")
        self.heading(t("Take in returned forms"), about)
        self._line = ProgressLine(self.parts)
        running = self._job is not None and not self._job.ended
        if self._previews:
            self._show(busy=running)
        self.column.addWidget(self._line)
        if self._job is not None and running:
            taking = t("Taking them in …")
            self._line.follow(self._job, taking if self._taking else t("Reading the forms …"))
        else:
            self._offer()

    def start(self) -> None:
        """The keyboard is at what is to be decided."""
        if self._first is not None:
            self._first.setFocus()
        elif self._line.running:
            self._line.cancel.setFocus()

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

    # -- the preview

    def _show(self, *, busy: bool) -> None:
        """The forms of the assessment that is open, those of others, and what is refused."""
        session, t = self.parts.session, self.parts.t
        found = [(place, one) for place, one in enumerate(self._previews) if one.found is not None]
        own = [one for one in found if _assessment(one[1]) == session.assessment_id]
        self.column.addWidget(self.words(self._summary(len(own)), "strong"))
        if own:
            self._card(self._title(_found(own[0][1])), [self._row(*one) for one in own])
            self._decide(busy=busy)
        others = sorted(
            (one for one in found if one not in own), key=lambda one: _assessment(one[1])
        )
        for _, group in groupby(others, key=lambda one: _assessment(one[1])):
            self._elsewhere([one for _, one in group])
        refused = [one for one in self._previews if one.refusal is not None]
        if refused:
            title = t.plural(
                "{n} file cannot be taken in", "{n} files cannot be taken in", len(refused)
            )
            self._card(title, [refused_row(self.parts, one) for one in refused])

    def _summary(self, own: int) -> str:
        """How many there are, and what can be done with them, before the long list."""
        t, refused = self.parts.t, sum(one.refusal is not None for one in self._previews)
        elsewhere = len(self._previews) - own - refused
        words = [
            t.plural("{n} form is for this assessment.", "{n} forms are for this assessment.", own)
        ]
        if elsewhere:
            words.append(t.plural("{n} is for another one.", "{n} are for other ones.", elsewhere))
        if refused:
            words.append(t.plural("{n} cannot be used.", "{n} cannot be used.", refused))
        return " ".join(words)

    def _row(self, place: int, one: Preview) -> ReturnRow:
        found = _found(one)
        row = ReturnRow(self.parts, one, found, self._ticks.setdefault(place, worth_taking(found)))
        row.ticked.connect(partial(self._tick, place))
        self._first = self._first or row.box
        return row

    def _decide(self, *, busy: bool) -> None:
        t = self.parts.t
        if not self.parts.session.writable:
            self.column.addWidget(self.words(t("This workspace is open to read only."), "strong"))
            return
        self.column.addWidget(
            self.words(
                t(
                    "Each answer goes into the log with the number of its form; what it replaces"
                    " stays there. There is no single step back over a form."
                ),
                "small",
            )
        )
        self._take = button("", self.take_in, "primary")
        leave = button(t("&Leave them"), self.leave)
        self.column.addLayout(flowing(self.parts.theme.px(8), self._take, leave))
        leave.setEnabled(not busy)
        self._count(busy=busy)
        if self._first is None or not self._first.isEnabled():
            self._first = self._take if self._take.isEnabled() else leave

    def _count(self, *, busy: bool = False) -> None:
        if self._take is not None:
            chosen = sum(self._ticks.values())
            words = self.parts.t.plural("&Accept {n} form", "&Accept {n} forms", chosen)
            self._take.setText(words)
            self._take.setEnabled(bool(chosen) and not busy)

    def _tick(self, place: int, on: bool) -> None:
        self._ticks[place] = on
        self._count()

    def _elsewhere(self, group: Sequence[Preview]) -> None:
        """Forms of another assessment: they are taken in there."""
        t, found = self.parts.t, _found(group[0])
        rows: list[QWidget] = [ReturnRow(self.parts, one, _found(one), None) for one in group]
        title = self._title(found)
        go = button(t("Go there with these files"), partial(self._go_to, found))
        go.setAccessibleName(t("Go there with these files: {name}", name=title))
        self._card(title, [*rows, go])
        self._first = self._first or go

    def _title(self, found: Found) -> str:
        """Company and assessment, under the names that are shown."""
        aliases = self.parts.session.aliases
        name = aliases.name(found.company.id) if aliases is not None else found.company.name
        return f"{name} · {assessment_title(found.record, self.parts.t)}"

    def _card(self, title: str, rows: Sequence[QWidget]) -> None:
        px = self.parts.theme.px
        self.subheading(title)
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(title)
        column = QVBoxLayout(card)
        spaced(column, px(16), px(8), px(16), px(8))
        for place, row in enumerate(rows):
            if place:
                column.addWidget(line())
            if isinstance(row, QPushButton):
                column.addSpacing(px(8))
                column.addLayout(row_of(row))
                column.addSpacing(px(8))
            else:
                column.addWidget(row)
        self.column.addWidget(card)

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


def _found(one: Preview) -> Found:
    if one.found is None:
        raise ValueError("it was refused")
    return one.found


def _assessment(one: Preview) -> str:
    return _found(one).record.id


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
