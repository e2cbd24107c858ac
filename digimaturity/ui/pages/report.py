"""The report: its language at the left, the real PDF at the right, and saving it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QDesktopServices, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from digimaturity import paths
from digimaturity.domain.texts import text_in
from digimaturity.errors import UserError
from digimaturity.files import write_whole
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.services.reports import report_bytes
from digimaturity.ui.drawn_peers import want_peers
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field

_SIDE = 264

#: Width of a page in the preview (pixels at 100 %).
_SHEET = 760


class ReportPage(Page):
    """The preview is the very file that is saved."""

    compares: ClassVar[bool] = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._made = 0
        self._pdf: bytes | None = None
        self._saved_as: Path | None = None
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        ground = self._view.palette()
        ground.setColor(QPalette.ColorRole.Dark, parts.theme.colour("rail"))
        self._view.setPalette(ground)
        self._view.setAccessibleName(parts.t("Preview of the report"))
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._left())
        row.addWidget(self._view, stretch=1)

    @property
    def document(self) -> QPdfDocument:
        """What the preview shows."""
        return self._document

    @property
    def ready(self) -> bool:
        """Whether the preview shows the report as it is now, so that it can be saved."""
        return self._save.isEnabled()

    def choose_language(self, code: str) -> None:
        """Make the report in another language."""
        self._language.setCurrentIndex(LANGUAGES.index(code))
        self.refresh()

    def refresh(self) -> None:
        """Make the report anew in the worker; the older preview stays until it is there.

        First the clients that the firm is compared with are drawn, if they are not known yet.
        """
        session = self.parts.session
        evaluation, context = (
            session.evaluation,
            session.report_context(sample=self.parts.shell.settings.mode == "sample"),
        )
        if evaluation is None:
            return
        self._made += 1
        number, translator = self._made, self._translator()
        self._save.setEnabled(False)
        self._state.setText(self.parts.t("The report is being made …"))
        if not want_peers(self.parts):
            return
        self.parts.tasks.run(
            lambda: (number, report_bytes(evaluation, context, translator)),
            self._show,
            self.parts.shell.report,
        )

    def _show(self, made: tuple[int, bytes]) -> None:
        number, pdf = made
        if number != self._made:
            return  # something was changed meanwhile, and a newer one is on its way
        t, page = self.parts.t, self._view.pageNavigator().currentPage()
        self._pdf = pdf
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._zoom()
        pages = self._document.pageCount()
        if 0 < page < pages:
            self._view.pageNavigator().jump(page, self._view.pageNavigator().currentLocation())
        words = t.plural("{n} page", "{n} pages", pages)
        self._state.setText(words)
        self._view.setAccessibleDescription(words)
        self._save.setEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages keep a size at which they can be read."""
        super().resizeEvent(event)
        self._zoom()

    def _zoom(self) -> None:
        """As wide as there is room, but no wider than a sheet held in the hand."""
        points = self._document.pagePointSize(0).width()
        if points <= 0:
            return
        room = self._view.width() - 64
        width = min(room, self.parts.theme.px(_SHEET))
        # Qt counts a zoom of 1 as the size on paper at the screen's own density.
        dots = self._view.screen().logicalDotsPerInch()
        self._view.setZoomFactor(width / (points * dots / 72))

    def _left(self) -> QWidget:
        t, px = self.parts.t, self.parts.theme.px
        side = QFrame()
        side.setObjectName("areas")
        side.setFixedWidth(px(_SIDE))
        column = QVBoxLayout(side)
        spaced(column, px(32), px(24), px(24), px(24), gap=px(16))
        column.addWidget(label(t("Report"), "title"))
        self._language = ChoiceBox(self.parts.theme)
        for code, name in (("en", "English"), ("de", "Deutsch")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(LANGUAGES.index(t.language))
        self._language.activated.connect(lambda _place: self.refresh())
        column.addWidget(Field(self.parts.theme, t("&Language of the report"), self._language))
        self._save = button(t("&Save PDF …"), self._choose, "primary")
        self._save.setEnabled(False)
        column.addWidget(self._save)
        self._open = button(t("&Open it"), self._open_saved)
        self._open.hide()
        column.addWidget(self._open)
        self._state = label("", "small", wrap=True)
        column.addWidget(self._state)
        column.addStretch()
        return side

    def start(self) -> None:
        """The keyboard is where the report is saved."""
        self._save.setFocus()

    def _translator(self) -> Translator:
        code = str(self._language.currentData())
        if code == self.parts.t.language:
            return self.parts.t
        return Translator.load(code, paths.resources_dir() / "locale")

    def _choose(self) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t = self.parts.t
        name, _ = QFileDialog.getSaveFileName(
            self, t("Save the report"), str(self.suggested()), t("PDF files (*.pdf)")
        )
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the report that is shown, whole or not at all."""
        pdf = self._pdf
        if pdf is None:
            return
        chosen = path
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        if path != chosen and path.exists():  # the dialog has asked about another name
            self.parts.shell.report(UserError("file.exists", path=path))
            return
        if self.parts.shell.attempt(_written(path, pdf)):
            self._saved_as = path
            self.parts.shell.change_settings(report_folder=str(path.parent))
            self._open.show()
            self.parts.shell.tell(self.parts.t("The report is saved as {path}.", path=path))

    def suggested(self) -> Path:
        """Where the dialog begins: the folder of the last report, with a name for this one."""
        session, t = self.parts.session, self._translator()
        folder = saving_place(self.parts.shell.settings.report_folder)
        name = session.company.name if session.company else ""
        record = session.assessment
        year = record.day.year if record else ""
        title = t("{company} digital readiness {year}", company=name, year=year)
        if record and record.part_of:  # not the name of the full questionnaire's report
            title = f"{title} {text_in(record.pack, t.language)}"
        return folder / f"{safe_name(title)}.pdf"

    def _open_saved(self) -> None:
        if self._saved_as is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_as)))


def safe_name(title: str) -> str:
    """`title` without what some system does not allow in the name of a file."""
    cleaned = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    return re.sub(r"\s+", " ", cleaned).strip(" .")[:120] or "report"


def _written(path: Path, content: bytes) -> Callable[[], bool]:
    def write() -> bool:
        write_whole(path, content)
        return True

    return write
