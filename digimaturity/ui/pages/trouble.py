"""The workspace cannot be opened: why, and what can be done about it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QPushButton

from digimaturity.services.messages import sentence
from digimaturity.services.workspace import left_of, list_backups, restore_backup
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.widgets.basics import button, spaced

#: Troubles in which the file itself can still be read.
_READABLE = ("workspace.locked", "workspace.read_only", "workspace.full_disk")

#: Troubles in which a backup may take the place of the file.
_REPLACEABLE = ("workspace.corrupt", "workspace.foreign", "workspace.missing")

#: The file is not there any more, but its backups are.
_LOST = "workspace.lost"

#: Above this text size (per cent) the buttons stand one below the other.
_LARGE = 130

#: So many of the newest backups are offered.
_OFFERED = 5


class TroublePage(ColumnPage):
    """Nothing is changed before the user chooses."""

    concerned_by = frozenset()

    def fill(self) -> None:
        """Say what happened, and offer what helps."""
        t, shell = self.parts.t, self.parts.shell
        error = shell.trouble
        if error is None:
            return
        message = sentence(error, t)
        self.heading(t("The workspace could not be opened"))
        self.column.addWidget(self.words(message.what))
        self.column.addWidget(self.words(f"{message.safe} {message.what_to_do}".strip()))
        lost = self._lost() if error.code == _LOST else None
        row = self._row()
        again = button(t("&Try again"), self._try_again, "" if lost else "primary")
        row.addWidget(again)
        self._first = lost or again
        if error.code in _READABLE:
            row.addWidget(button(t("&Open read-only"), self._read_only))
        row.addWidget(button(t("&Choose another file …"), self._choose))
        row.addWidget(button(t("&Quit"), shell.quit))
        if error.code in _REPLACEABLE:
            words = t(
                "A copy of the backup takes the place of the workspace. The file that cannot be"
                " opened is moved aside, not deleted."
            )
            self._backups(words)
        elif lost:
            self._backups(t("A copy of the backup takes the place of the workspace."))

    def start(self) -> None:
        """The keyboard is at the first way out."""
        if self.parts.shell.trouble is not None:
            self._first.setFocus()

    def _lost(self) -> QPushButton | None:
        """The two ways on where the file is gone; the first of them, if it is still there."""
        t, shell = self.parts.t, self.parts.shell
        found = left_of(shell.path)
        row = self._row()
        first = None
        if found:
            take = partial(self._restore, found[0].path)
            first = button(t("Take the newest &backup"), take, "primary")
            row.addWidget(first)
        row.addWidget(button(t("Begin a&new"), self._begin_anew))
        return first

    def _row(self) -> QBoxLayout:
        """Buttons beside each other, or one below the other where large text needs the room."""
        px = self.parts.theme.px
        large = px(100) > _LARGE
        way = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(way)
        spaced(row, 0, px(8), 0, 0, gap=px(12))
        self.column.addLayout(row)
        self.column.setAlignment(row, Qt.AlignmentFlag.AlignLeft)
        return row

    def _backups(self, words: str) -> None:
        t, found = self.parts.t, list_backups(self.parts.shell.path)[:_OFFERED]
        if not found:
            return
        self.subheading(t("Go on with a backup"))
        self.column.addWidget(self.words(words, "secondary"))
        for backup in found:
            local = backup.taken.astimezone()
            text = t("Backup of {day}, {time}", day=t.date(local.date()), time=f"{local:%H:%M}")
            self.column.addWidget(button(text, partial(self._restore, backup.path), "link"))

    def _restore(self, backup: Path) -> None:
        shell = self.parts.shell
        path = shell.path
        self.setEnabled(False)  # one way at a time
        self.parts.tasks.run(
            lambda: restore_backup(path, backup), self._restored, self._not_restored
        )

    def _not_restored(self, error: Exception) -> None:
        self.setEnabled(True)
        self.start()
        self.parts.shell.report(error)

    def _restored(self, aside: Path | None) -> None:
        t, shell = self.parts.t, self.parts.shell
        shell.open_workspace(shell.path)
        if aside is not None:
            shell.tell(t("The backup is in use. The other file is now {path}.", path=aside))

    def _try_again(self) -> None:
        self.setEnabled(False)
        self.parts.shell.open_workspace(self.parts.shell.path)

    def _begin_anew(self) -> None:
        self.setEnabled(False)
        self.parts.shell.open_workspace(self.parts.shell.path, anew=True)

    def _read_only(self) -> None:
        self.setEnabled(False)
        self.parts.shell.open_workspace(self.parts.shell.path, read_only=True)

    def _choose(self) -> None:
        t, folder = self.parts.t, str(self.parts.shell.path.parent)
        name, _ = QFileDialog.getOpenFileName(
            self, t("Open a workspace"), folder, t("Workspaces (*.db)")
        )
        if name:
            self.parts.shell.open_workspace(Path(name))
