"""The workspace cannot be opened: why, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from digimaturity.services.messages import sentence
from digimaturity.services.workspace import list_backups
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.widgets.basics import button, spaced

#: Troubles in which the file itself can still be read.
_READABLE = ("workspace.locked", "workspace.read_only", "workspace.full_disk")


class TroublePage(ColumnPage):
    """Nothing is changed before the user chooses."""

    concerned_by = frozenset()

    def fill(self) -> None:
        """Say what happened, and offer what helps."""
        t, shell, px = self.parts.t, self.parts.shell, self.parts.theme.px
        error = shell.trouble
        if error is None:
            return
        message = sentence(error, t)
        self.heading(t("The workspace could not be opened"))
        self.column.addWidget(self.words(message.what))
        self.column.addWidget(self.words(f"{message.safe} {message.what_to_do}".strip()))
        row = QHBoxLayout()
        spaced(row, 0, px(8), 0, 0, gap=px(12))
        row.addWidget(button(t("&Try again"), lambda: shell.open_workspace(shell.path), "primary"))
        if error.code in _READABLE:
            row.addWidget(button(t("&Open read-only"), self._read_only))
        row.addWidget(button(t("&Choose another file …"), self._choose))
        if list_backups(shell.path):
            row.addWidget(button(t("Open a &backup …"), self._choose_backup))
        row.addWidget(button(t("&Quit"), shell.quit))
        row.addStretch()
        self.column.addLayout(row)

    def _read_only(self) -> None:
        self.parts.shell.open_workspace(self.parts.shell.path, read_only=True)

    def _choose(self) -> None:
        self._open_from(self.parts.shell.path.parent)

    def _choose_backup(self) -> None:
        self._open_from(list_backups(self.parts.shell.path)[0].path.parent)

    def _open_from(self, folder: Path) -> None:
        t = self.parts.t
        name, _ = QFileDialog.getOpenFileName(
            self, t("Open a workspace"), str(folder), t("Workspaces (*.db)")
        )
        if name:
            self.parts.shell.open_workspace(Path(name))
