"""Deleting a company from the window: asked, done in the worker, and told by a certificate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from digimaturity.services.deleting import (
    Certificate,
    belongings_of,
    delete_company,
    delete_copies,
    finish_deletion,
)
from digimaturity.services.workspace import Workspace
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.certificate_view import CertificateView
from digimaturity.ui.widgets.deletion_dialog import DeletionDialog
from digimaturity.ui.widgets.progress_line import ProgressLine


class Deletion(QObject):
    """`show` gets the certificate to be shown, or None when it was read.

    `notice` tells of a deletion that was interrupted; `progress` how far one is; `working` whether
    the workspace is being written anew, so that nothing else can be done with it.
    """

    working = Signal(bool)

    def __init__(
        self, parts: Parts, show: Callable[[QWidget | None], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._parts, self._show, self._page = parts, show, parent
        self.view: CertificateView | None = None
        self.progress = ProgressLine(parts)
        self.notice = QFrame()
        self.notice.setProperty("kind", "card")
        self.notice.hide()
        row = QHBoxLayout(self.notice)
        spaced(row, parts.theme.px(16), gap=parts.theme.px(16))
        self._noticed = label("", wrap=True)
        row.addWidget(self._noticed, stretch=1)
        row.addWidget(button(parts.t("Finish the dele&tion"), self._finish))

    def show_interrupted(self, noted: Certificate | None) -> None:
        """Offer to finish what was interrupted."""
        shown = noted is not None and self._parts.session.writable and not self.progress.running
        if noted is not None:
            aliases = self._parts.session.aliases
            words = self._parts.t(
                "The deletion of “{name}” was interrupted: the company is deleted, but the file was"
                " not searched yet, so nothing is proved.",
                name=aliases.name(noted.deleted.ids[0]) if aliases else noted.name,
            )
            self._noticed.setText(words)
        self.notice.setVisible(shown)

    def ask(self, company: str) -> None:
        """Say what would go, and have it confirmed."""
        if self.progress.running:
            return
        workspace = self._workspace()
        dialog = DeletionDialog(self._parts, belongings_of(workspace, company), self._page)
        dialog.accepted.connect(lambda: self._delete(company, with_copies=dialog.with_copies))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, company: str, *, with_copies: bool) -> None:
        workspace, session = self._workspace(), self._parts.session
        if session.company is not None and session.company.id == company:
            session.leave_company()  # nothing of it may be shown or written any more

        def work(progress: Progress) -> Certificate | None:
            return delete_company(workspace, company, progress, with_copies=with_copies)

        self._begin(work, company)

    def _finish(self) -> None:
        workspace = self._workspace()
        self.notice.hide()
        self._begin(lambda progress: finish_deletion(workspace, progress), None)

    def _delete_copies(self, done: Certificate) -> None:
        workspace = self._workspace()
        self._leave()
        self._begin(lambda progress: delete_copies(workspace, done, progress), None, done)

    def _begin(
        self,
        work: Callable[[Progress], Certificate | None],
        company: str | None,
        before: Certificate | None = None,
    ) -> None:
        """Do it in the worker; where nothing comes of it, the certificate of before comes back."""
        job = self._parts.tasks.watched(
            work,
            self._done,
            partial(self._failed, company, before),
            partial(self._stopped, company, before),
        )
        self.working.emit(True)
        self.progress.follow(job, self._parts.t("The company is being deleted …"))

    def _done(self, done: Certificate | None) -> None:
        if done is None:
            self._announce(None)
            return
        self._announce(done.deleted.ids[0])
        kept, shell = self._parts.shell.settings, self._parts.shell
        if {kept.company, kept.assessment} & set(done.deleted.ids):
            shell.change_settings(company="", assessment="", place="")
        self._show_certificate(done)

    def _show_certificate(self, done: Certificate) -> None:
        self._leave()
        self.view = CertificateView(self._parts, done)
        self.view.left.connect(self._read)
        self.view.copies_unwanted.connect(partial(self._delete_copies, done))
        self._show(self.view)
        self.view.start()

    def _stopped(self, company: str | None, before: Certificate | None) -> None:
        self._announce(company)
        if before is not None:
            self._show_certificate(before)

    def _failed(self, company: str | None, before: Certificate | None, error: Exception) -> None:
        self._stopped(company, before)
        self._parts.shell.report(error)

    def _announce(self, company: str | None) -> None:
        """Whatever came of it: what is shown follows what is there now."""
        if isValid(self):  # the page may be gone by now
            self.working.emit(False)
        self._parts.session.company_deleted(company)

    def _read(self) -> None:
        self._leave()
        self._show(None)

    def _leave(self) -> None:
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None
            self._show(None)

    def _workspace(self) -> Workspace:
        workspace = self._parts.session.workspace
        if workspace is None:
            raise RuntimeError("no workspace is open")
        return workspace
