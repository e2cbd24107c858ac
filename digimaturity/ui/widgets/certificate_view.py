"""The certificate of a deletion: to read, to copy, to save, and what is left to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from digimaturity.files import safe_name, write_whole
from digimaturity.services.certificate import certificate_text, copy_line, verdict
from digimaturity.services.deleting import Certificate
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending
from digimaturity.ui.widgets.basics import button, label, row_of, spaced

#: So many copies are named in the question.
_NAMED = 8


class CertificateView(QWidget):
    """`left` tells that it was read; `copies_unwanted` that the copies shall go, too."""

    left = Signal()
    copies_unwanted = Signal()

    def __init__(self, parts: Parts, done: Certificate) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts, self._done = parts, done
        self._text = certificate_text(done, t)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(16))
        said = t("“{name}” is deleted", name=done.name)
        self._title = label(said, "title", wrap=True)
        column.addWidget(self._title)
        column.addWidget(label(verdict(done, t), "" if done.clean else "bad", wrap=True))
        shown = QPlainTextEdit(self._text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(t("Certificate of deletion"))
        shown.setMaximumWidth(px(parts.theme.tokens.space.text_column + 120))
        column.addWidget(shown, stretch=1)
        self._back = button(t("&Back to the companies"), self.left.emit, "primary")
        ways = [
            self._back,
            button(t("Co&py"), self._copy),
            button(t("&Save …"), self._ask_where),
        ]
        if done.holding:
            words = t.plural(
                "&Delete the copy that still holds it …",
                "&Delete the {n} copies that still hold it …",
                len(done.holding),
            )
            ways.append(button(words, self._ask_about_copies, "danger"))
        column.addLayout(row_of(*ways))

    def start(self) -> None:
        """The keyboard is where one goes on."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._parts.shell.tell(self._parts.t("The certificate is on the clipboard."))

    def _ask_where(self) -> None:
        t, shell = self._parts.t, self._parts.shell
        title = safe_name(t("Certificate of deletion {name}", name=self._done.name))
        offered = saving_place(shell.settings.report_folder) / f"{title}.txt"
        chosen, _ = QFileDialog.getSaveFileName(self, t("Save the certificate"), str(offered))
        if chosen:
            shell.attempt(partial(self._save, Path(chosen)))

    def _save(self, chosen: Path) -> None:
        path = with_ending(chosen, ".txt")
        write_whole(path, self._text.encode())
        self._parts.shell.tell(self._parts.t("Saved: {path}", path=path))

    def _ask_about_copies(self) -> None:
        """They hold the other companies, too: so it is asked."""
        t, copies = self._parts.t, self._done.holding
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setWindowTitle(t("Delete copies"))
        asked.setText(
            t.plural("Delete this copy for good?", "Delete these {n} copies for good?", len(copies))
        )
        names = [copy_line(copy, t) for copy in copies[:_NAMED]]
        if len(copies) > _NAMED:
            names.append(t("… and {n} others", n=len(copies) - _NAMED))
        first = t(
            "Your other companies are in them, too. A new backup of what is left is made first."
        )
        asked.setInformativeText("\n".join([first, "", *names]))
        delete = asked.addButton(t("&Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(t("&Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.finished.connect(
            lambda _: self.copies_unwanted.emit() if asked.clickedButton() is delete else None
        )
        asked.open()
