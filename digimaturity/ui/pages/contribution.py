"""Giving the scores of a finished assessment to a peer group: what leaves, and saving it."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from digimaturity.errors import UserError
from digimaturity.services.changes import ChangeKind
from digimaturity.services.contributions import Preview, explanation, preview, save
from digimaturity.services.messages import sentence
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending
from digimaturity.ui.widgets.basics import button, label, row_of

_SUFFIX = ".json"
_WIDTH = 640


class _WholeText(QPlainTextEdit):
    """A text to be read, as high as all its lines at whatever width."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines; of plain text a document's height is told in lines."""
        super().resizeEvent(event)
        lines = self.document().documentLayout().documentSize().height()
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        self.setFixedHeight(ceil(lines * self.fontMetrics().lineSpacing() + around))


class ContributionPage(ColumnPage):
    """The text that is shown is the very content of the file that is saved."""

    concerned_by: ClassVar = frozenset({ChangeKind.ASSESSMENT, ChangeKind.COMPANY})

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._preview: Preview | None = None
        self._first: QWidget | None = None

    def fill(self) -> None:
        """Show what leaves, or why nothing can."""
        t = self.parts.t
        self.heading(
            t("Give your scores to a peer group"),
            t(
                "Somebody you trust, such as a chamber or a mentor, gathers the scores of many "
                "firms and publishes only what is true of at least five of them. You save a file "
                "and send it yourself; the program sends nothing."
            ),
        )
        self._preview = None
        try:
            self._preview = self._scores()
        except UserError as error:
            self._refuse(error)
        if self._preview is not None:
            self._show(self._preview)

    def start(self) -> None:
        """The keyboard is at the text, so that whoever saves it has come past it."""
        if self._first is not None:
            self._first.setFocus()
            self._scroll.verticalScrollBar().setValue(0)

    def _scores(self) -> Preview | None:
        """What would be given; None where the page has said already why nothing is."""
        session, t = self.parts.session, self.parts.t
        if self.parts.shell.settings.sample:
            self._back(t("The sample company is made up. Its scores would spoil a peer group."))
            return None
        if session.workspace is None or session.assessment is None:
            return None
        if session.revision:
            self._back(t("This is shown as it was signed off. Go back to the present state first."))
            return None
        return preview(session.workspace, session.assessment_id)

    def _refuse(self, error: UserError) -> None:
        message = sentence(error, self.parts.t)
        self._back(message.what, message.what_to_do)

    def _back(self, *paragraphs: str) -> None:
        for place, words in enumerate(paragraphs):
            self.column.addWidget(self.words(words, "" if place else "strong"))
        text = self.parts.t("&Back to the overview")
        self._first = button(text, lambda: self.parts.shell.go("overview"))
        self.column.addLayout(row_of(self._first))

    def _show(self, shown: Preview) -> None:
        t = self.parts.t
        first, *further = explanation(t)
        self.column.addWidget(self.words(first, "strong"))
        for words in further:
            self.column.addWidget(self.words(words))
        name = t("The whole file, word for word")
        self.column.addWidget(label(name, "large", wrap=True))
        text = _WholeText(shown.content.decode())
        text.setAccessibleName(name)
        self._first = text
        self.column.addWidget(text)
        back = button(t("&Back to the overview"), lambda: self.parts.shell.go("overview"), "link")
        save = button(t("&Save the file …"), self._choose, "primary")
        self.column.addLayout(row_of(save, back))

    def _choose(self) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t = self.parts.t
        if self._preview is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self,
            t("Save the scores"),
            str(saving_place() / self._preview.name),
            t("Scores for a peer group (*.json)"),
        )
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write what is shown, whole or not at all, and say where it lies."""
        t, shown = self.parts.t, self._preview
        if shown is None:
            return
        target = self.parts.shell.attempt(lambda: with_ending(path, _SUFFIX))
        workspace = self.parts.session.workspace
        if workspace is None or target is None:
            return

        def write() -> bool:
            save(workspace, shown, target)
            return True

        if self.parts.shell.attempt(write):
            self._preview = replace(shown, new=False)
            self.parts.shell.tell(
                t("The file is saved as {path}.", path=target),
                t("Send it to the publisher of the peer group, or delete it: nobody has it yet."),
            )
