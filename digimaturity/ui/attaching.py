"""Files beside answers: chosen, copied by the worker, opened, saved elsewhere, removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from digimaturity.errors import UserError
from digimaturity.services import attachments
from digimaturity.services.changes import Change
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place
from digimaturity.ui.widgets.wishes import Attach, Deed, Handle


class Attaching(QObject):
    """Does with files what a card asks for. Reading and writing them is the worker's."""

    copying = Signal(str, str)  # question id, what is said of it; empty when it is over

    def __init__(self, parts: Parts, over: QWidget) -> None:
        super().__init__(over)
        self._parts, self._over = parts, over

    def attach(self, wish: Attach) -> None:
        """Attach the files of the wish, or ask which."""
        t, session, tasks = self._parts.t, self._parts.session, self._parts.tasks
        workspace = session.workspace
        if workspace is None or session.read_only:
            return
        if session.aliases:
            self._parts.shell.report(UserError("alias.shown"))
            return
        for path in wish.paths or self._chosen():
            self.copying.emit(wish.question, t("Copying {name} …", name=path.name))
            place = (session.assessment_id, session.respondent.id, wish.question)
            job = partial(attachments.attach, workspace, *place, path)
            tasks.run(job, partial(self._attached, wish.question), partial(self._failed, wish))

    def handle(self, wish: Handle) -> None:
        """Open, save or remove an attached file."""
        match wish.deed:
            case Deed.OPEN:
                self._open(wish)
            case Deed.SAVE:
                self._save(wish)
            case Deed.REMOVE:
                session = self._parts.session
                self._parts.shell.attempt(lambda: session.remove_attachment(wish.attachment))

    def _chosen(self) -> tuple[Path, ...]:
        title = self._parts.t("Attach files")
        names, _ = QFileDialog.getOpenFileNames(self._over, title, str(saving_place()))
        return tuple(Path(name) for name in names)

    def _over_with(self, question: str) -> None:
        """The card may be gone by now; what became of the file is told all the same."""
        if isValid(self):
            self.copying.emit(question, "")

    def _attached(self, question: str, change: Change) -> None:
        self._over_with(question)
        self._parts.shell.attempt(lambda: self._parts.session.attached(change))

    def _failed(self, wish: Attach, error: Exception) -> None:
        self._over_with(wish.question)
        self._parts.shell.report(error)

    def _open(self, wish: Handle) -> None:
        workspace = self._parts.session.workspace
        if workspace is not None:
            job = partial(attachments.take_out, workspace, wish.attachment)
            self._parts.tasks.run(job, partial(self._show, wish), self._parts.shell.report)

    def _show(self, wish: Handle, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._parts.shell.report(UserError("attachment.no_program", name=wish.name))

    def _save(self, wish: Handle) -> None:
        t, workspace, shell = self._parts.t, self._parts.session.workspace, self._parts.shell
        offered = saving_place(shell.settings.report_folder) / wish.name
        name, _ = QFileDialog.getSaveFileName(self._over, t("Save a copy"), str(offered))
        if workspace is None or not name:
            return
        path = Path(name)
        job = partial(attachments.save_copy, workspace, wish.attachment, path)
        self._parts.tasks.run(job, lambda _: self._saved(path), shell.report)

    def _saved(self, path: Path) -> None:
        self._parts.shell.tell(self._parts.t("A copy is saved as {path}.", path=path))
