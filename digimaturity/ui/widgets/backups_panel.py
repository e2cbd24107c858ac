"""The backups: listed, made, checked, and brought back beside the workspace before one is used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from digimaturity.services.backup_care import (
    BroughtBack,
    Contents,
    bring_back,
    check,
    discard,
    present,
    signed_in,
    use_instead,
)
from digimaturity.services.backup_words import backup_words, contents_words, moment_words
from digimaturity.services.sign_off_checks import Checked
from digimaturity.services.sign_off_words import check_words, fault_words
from digimaturity.services.workspace import Backup, backup_workspace, list_backups
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.basics import button, emptied, label, line, row_of, spaced
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.fold import Fold
from digimaturity.ui.widgets.progress_line import ProgressLine

T = TypeVar("T")

#: So many of the newest are shown at once.
_SHOWN = 5


class BackupsPanel(QWidget):
    """`shown` carries what there is to see or to press now, for the page to scroll to."""

    shown = Signal(QWidget)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        #: What was found in a backup that was checked, and what is wrong with what was signed.
        self._checked: dict[Path, tuple[str, str]] = {}
        self._checks: dict[Path, QPushButton] = {}
        self._found: tuple[Backup, ...] | None = None
        gap = parts.theme.px(12)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=gap)
        self._make = button(parts.t("&Back up now"), self._back_up)
        column.addLayout(row_of(self._make))
        self._progress = ProgressLine(parts)
        column.addWidget(self._progress)
        self._decision, self._list = QVBoxLayout(), QVBoxLayout()
        for part in (self._decision, self._list):
            spaced(part, 0, gap=gap)
            column.addLayout(part)

    def showEvent(self, event: QShowEvent) -> None:
        """One may have been made meanwhile."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """List what there is now."""
        shell, found = self._parts.shell, list_backups(self._parts.shell.path)
        self._make.setEnabled(shell.trouble is None)
        if found != self._found:
            self._found = found
            self._show()

    def _show(self) -> None:
        t, found = self._parts.t, self._found or ()
        self._checks.clear()
        emptied(self._list)
        if not found:
            self._list.addWidget(label(t("No backup yet"), "small"))
            return
        self._list.addWidget(self._card(found[:_SHOWN]))
        if more := found[_SHOWN:]:
            words = t.plural("{n} older one", "{n} older ones", len(more))
            self._list.addWidget(Fold(self._parts.theme, words, lambda: [("", [self._card(more)])]))

    def _card(self, backups: tuple[Backup, ...]) -> QFrame:
        card, column = _card(self._parts)
        for number, backup in enumerate(backups):
            if number:
                column.addWidget(line())
            column.addLayout(self._row(backup))
        return card

    def _row(self, backup: Backup) -> QHBoxLayout:
        t, px = self._parts.t, self._parts.theme.px
        when = moment_words(backup.taken, t)
        words = QVBoxLayout()
        spaced(words, 0, gap=px(2))
        words.addWidget(label(when, "strong", wrap=True))
        words.addWidget(label(backup_words(backup, t), "small", wrap=True))
        good, bad = self._checked.get(backup.path, ("", ""))
        if good:
            words.addWidget(label(good, "good", wrap=True))
        if bad:
            words.addWidget(label(bad, "bad", wrap=True))
        checking = button(t("Check"), lambda: self._check(backup), "link", small=True)
        checking.setAccessibleName(t("Check the backup of {when}", when=when))
        self._checks[backup.path] = checking
        back = button(t("Bring back …"), lambda: self._bring_back(backup), "link", small=True)
        back.setAccessibleName(t("Bring back the backup of {when}", when=when))
        row = QHBoxLayout()
        spaced(row, 0, gap=px(16))
        row.addLayout(words, stretch=1)
        row.addWidget(checking)
        row.addWidget(back)
        return row

    def _back_up(self) -> None:
        path, t = self._parts.shell.path, self._parts.t

        def done(copy: Path) -> None:
            self._parts.shell.tell(t("A checked copy was made: {path}", path=copy))
            self.look()

        self._run(partial(_backed_up, path), done, t("Copying the workspace …"))

    def _check(self, backup: Backup) -> None:
        t = self._parts.t

        def done(found: tuple[Contents, tuple[Checked, ...]]) -> None:
            contents, signed = found
            held = check_words(signed, t) if signed else ""
            wrong = "\n".join(fault_words(one, t) for one in signed if one.fault)
            words = t("Sound: {contents}", contents=contents_words(contents, t))
            self._checked[backup.path] = (f"{words}\n{held}".strip(), wrong)
            focused: QWidget | None = QApplication.focusWidget()  # the stubs know of no None
            here = focused is not None and self.isAncestorOf(focused)
            self._show()
            if here:  # what had the keyboard is made anew
                self._checks.get(backup.path, self._make).setFocus()
            self._parts.shell.tell(
                t("The backup of {when} is sound.", when=moment_words(backup.taken, t)),
                "\n".join(filter(None, (contents_words(contents, t), held, wrong))),
            )

        self._run(partial(_examined, backup.path), done, t("Reading all of the backup …"))

    def _bring_back(self, backup: Backup) -> None:
        path, t = self._parts.shell.path, self._parts.t

        def job(progress: Progress) -> tuple[BroughtBack, Contents]:
            return bring_back(path, backup.path, watch=progress), present(path)

        self._run(job, partial(self._decide, backup), t("Copying and checking the backup …"))

    def _decide(self, backup: Backup, found: tuple[BroughtBack, Contents]) -> None:
        """Show what is in the backup beside what is there now; nothing is replaced yet."""
        t, (brought, now) = self._parts.t, found
        emptied(self._decision)
        card, column = _card(self._parts)
        when = moment_words(backup.taken, t)
        words = t("The backup of {when} is sound, and now a workspace of its own:", when=when)
        column.addWidget(label(words, "strong", wrap=True))
        column.addWidget(label(str(brought.path), "small", wrap=True))
        for name, contents in ((t("In the backup"), brought.contents), (t("In use now"), now)):
            column.addWidget(label(name, "small"))
            column.addWidget(label(contents_words(contents, t), wrap=True))
        words = t(
            "If you use the backup, your present workspace is kept beside it under another name. "
            "If you keep both, you can open the other one at any time."
        )
        column.addWidget(label(words, "small", wrap=True))
        self._decision.addWidget(card)
        keep = button(t("Keep both"), lambda: self._keep(brought.path), "primary")
        use = button(t("Use the backup instead"), lambda: self._use(brought.path))
        use.setEnabled(self._writable)
        delete = button(t("Delete the copy"), lambda: self._discard(brought.path))
        self._decision.addLayout(flowing(self._parts.theme.px(8), keep, use, delete))
        keep.setFocus()
        self.shown.emit(card)

    @property
    def _writable(self) -> bool:
        workspace = self._parts.session.workspace
        return workspace is not None and not workspace.read_only

    def _discard(self, path: Path) -> None:
        t, shell = self._parts.t, self._parts.shell
        emptied(self._decision)
        self._make.setFocus()

        def told(_nothing: None) -> None:
            shell.tell(t("The copy is deleted; the backup is still there."))

        self._parts.tasks.run(partial(discard, path), told, shell.report)

    def _keep(self, path: Path) -> None:
        t = self._parts.t
        emptied(self._decision)
        self._make.setFocus()
        self._parts.shell.tell(t("Both are kept. The backup is now {path}", path=path))

    def _use(self, brought: Path) -> None:
        parts, t = self._parts, self._parts.t
        path, shell = parts.shell.path, parts.shell
        if not shell.settled():
            return
        emptied(self._decision)
        moved: list[Path | None] = []

        def told(aside: Path | None) -> None:
            if aside is not None:
                shell.tell(t("The backup is in use. The other file is now {path}.", path=aside))

        shell.open_workspace(path, first=lambda: moved.append(use_instead(path, brought)))
        # The same worker comes to this when it has opened the workspace, or could not.
        parts.tasks.run(lambda: moved[0] if moved else None, told, shell.report)

    def _run(self, job: Callable[[Progress], T], done: Callable[[T], None], words: str) -> None:
        """One job at a time; what it gives is for the page, if that is still there."""
        if self._progress.running:
            return
        emptied(self._decision)

        def hand_over(result: T) -> None:
            if isValid(self):
                done(result)

        handed = self._parts.tasks.watched(job, hand_over, self._parts.shell.report)
        self._progress.follow(handed, words)
        self.shown.emit(self._progress)


def _examined(path: Path, progress: Progress) -> tuple[Contents, tuple[Checked, ...]]:
    contents = check(path, progress)
    return contents, signed_in(path, contents)


def _backed_up(path: Path, progress: Progress) -> Path:
    return backup_workspace(path, watch=progress)


def _card(parts: Parts) -> tuple[QFrame, QVBoxLayout]:
    px = parts.theme.px
    card = QFrame()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    spaced(column, px(16), px(12), px(16), px(12), gap=px(8))
    return card, column
