"""What shows that an answer is true: a note, and files."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.services.attachments import Attachment
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, spaced
from digimaturity.ui.widgets.comment_box import CommentBox
from digimaturity.ui.widgets.file_rows import FileRows


class EvidenceBox(QWidget):
    """Is seen while there is a note or a file, or while one is being written."""

    toggled = Signal(bool)
    files_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        px = theme.px
        self._read_only = False
        self._count = 0
        self.note = CommentBox(theme, t, t("This note is not saved yet."))
        self.note.ask(t("Evidence"), t("What shows it: a document, a figure, where to look"))
        self.note.toggled.connect(self._show)
        self.files = FileRows(theme, t)
        self._attach = button(t("Attach a file …"), self.files_asked.emit, "link", small=True)
        self._attach.setToolTip(t("Or drop files on the question. They are copied."))
        self._busy = ElidedLabel("small", middle=True)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        spaced(foot, 0, gap=px(16))
        foot.addWidget(self._attach)
        foot.addWidget(self._busy)
        foot.addStretch()
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(6))
        column.addWidget(self.note)
        column.addWidget(self.files)
        column.addWidget(self._foot)
        self.hide()

    def show_recorded(self, text: str) -> None:
        """Show the note that is recorded."""
        self.note.show_recorded(text)

    def show_files(self, files: tuple[Attachment, ...], *, read_only: bool) -> None:
        """Show the files that are attached."""
        self._count, self._read_only = len(files), read_only
        self.files.show_files(files, read_only=read_only)
        self._foot.setVisible(not read_only)
        self._show()

    def show_busy(self, words: str) -> None:
        """Say that files are being copied; empty: that is over."""
        self._busy.setText(words)
        self._show()

    def open(self) -> None:
        """Write."""
        self.show()
        self.note.open()

    def _show(self) -> None:
        seen = not self.note.isHidden() or self._count > 0 or bool(self._busy.text())
        self.setVisible(seen)
        self.toggled.emit(seen)
