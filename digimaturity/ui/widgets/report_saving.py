"""Saving what the preview shows, and the same record in other formats."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from digimaturity.domain.texts import text_in
from digimaturity.errors import UserError
from digimaturity.files import safe_name, write_whole
from digimaturity.i18n import Translator
from digimaturity.services.exports import Cut, Format, Order, exported
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.progress_line import ProgressLine

#: So much of a company's name (letters), that year and cut fit into the name of a file.
_NAME = 60


class SavingBox(QWidget):
    """Offers what there is once the preview shows it; until then it says that it is being made."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t = parts.t
        self._parts = parts
        self._order: Order | None = None
        self._pdf = b""
        self._saved_as: Path | None = None
        self._led = True
        self._stood: QWidget | None = None
        column = QVBoxLayout(self)
        self._state = label("", "small", wrap=True)
        column.addWidget(self._state)
        self._progress = ProgressLine(parts)
        column.addWidget(self._progress)
        self._save = button(t("&Save PDF …"), lambda: self._choose(Format.PDF), "primary")
        column.addWidget(self._save)
        self._others = QPushButton(t("In another forma&t …"))
        self._others.setAutoDefault(True)
        self._others.setMenu(self._menu(t))
        column.addWidget(self._others)
        self._open = button(t("&Open it"), self._open_saved)
        self._open.hide()
        column.addWidget(self._open)
        self.stand_alone(True)
        self.wait()

    def stand_alone(self, alone: bool) -> None:
        """At the foot of the page it has margins of its own; among the options it has theirs."""
        px, layout = self._parts.theme.px, self.layout()
        if layout is not None:
            margins = (px(32), px(16), px(24), px(20)) if alone else (0, 0, 0, 0)
            spaced(layout, *margins, gap=px(8))

    @property
    def ready(self) -> bool:
        """Whether the preview shows the report as it is now, so that it can be saved."""
        return self._save.isEnabled()

    def start(self) -> None:
        """The keyboard is where the report is saved, as soon as that is possible."""
        self._save.setFocus()
        self._led = self.ready
        self._stood = self.window().focusWidget()

    def wait(self) -> None:
        """The report is being made anew."""
        self._state.setText(self._parts.t("The report is being made …"))
        self._save.setEnabled(False)
        self._others.setEnabled(False)

    def offer(self, order: Order, pdf: bytes, words: str) -> None:
        """Let the user save what the preview shows, or the same in another format."""
        self._order, self._pdf = order, pdf
        self._state.setText(words)
        self._save.setEnabled(True)
        self._others.setEnabled(True)
        if not self._led:
            self._led = True
            if self.window().focusWidget() is self._stood:  # else somebody went on meanwhile
                self._save.setFocus()

    def suggested(self, form: Format = Format.PDF) -> Path:
        """Where the dialog begins: the folder of the last report, with a name for this one."""
        session, settings = self._parts.session, self._parts.shell.settings
        folder = saving_place(settings.report_folder)
        company, record, order = session.company, session.assessment, self._order
        t = order.t if order else self._parts.t
        name = order.evaluation.company.name if order else company.name if company else ""
        title = t(
            "{company} digital readiness {year}",
            company=name[:_NAME].strip(),
            year=record.day.year if record else "",
        )
        if record and record.part_of:  # not the name of the full questionnaire's report
            title = f"{title} {text_in(record.pack, t.language)}"
        if session.revision:
            title = f"{title} {t('revision {n}', n=session.revision)}"
        cut = order.cut if order and form in {Format.PDF, Format.WORD} else "full"
        return folder / f"{safe_name(' '.join([title, *_cut_words(cut, t)]))}.{form}"

    def save_as(self, path: Path, form: Format = Format.PDF) -> None:
        """Write what the preview shows in that format, whole or not at all."""
        order = self._order
        if order is None:
            return
        target = self._parts.shell.attempt(lambda: with_ending(path, f".{form}"))
        if target is None:
            return
        if form is Format.PDF:
            self._state.setText("")  # not that an earlier file is saved, should this one fail
            if self._parts.shell.attempt(lambda: _write(target, self._pdf)):
                self._written(target)
            return

        def job(progress: Progress) -> Path:
            return _write(target, exported(order, form, progress))

        def written(path: Path) -> None:  # told also when this page is gone by then
            if isValid(self):
                self._written(path)
            else:
                self._tell_saved(path)

        def failed(error: Exception) -> None:
            if isValid(self):
                self.give_up()
            self._parts.shell.report(error)

        self._state.setText("")
        writing = self._parts.tasks.watched(job, written, failed)
        words = self._parts.t("{name} is being written …", name=target.name)
        self._progress.follow(writing, words)

    def _menu(self, t: Translator) -> QMenu:
        menu = QMenu(self)
        for form, name in (
            (Format.WORD, t("The same as a &Word document …")),
            (Format.SLIDES, t("&Slides for the management meeting …")),
            (Format.TABLES, t("&Tables for Excel …")),
            (Format.DATA, t("Open &data (JSON) …")),
        ):
            menu.addAction(name, partial(self._choose, form))
        return menu

    def _choose(self, form: Format) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t = self._parts.t
        kinds = {
            Format.PDF: t("PDF files (*.pdf)"),
            Format.WORD: t("Word documents (*.docx)"),
            Format.SLIDES: t("PowerPoint slides (*.pptx)"),
            Format.TABLES: t("Excel workbooks (*.xlsx)"),
            Format.DATA: t("JSON files (*.json)"),
        }
        name, _ = QFileDialog.getSaveFileName(
            self, t("Save the report"), str(self.suggested(form)), kinds[form]
        )
        if name:
            self.save_as(Path(name), form)

    def _written(self, path: Path) -> None:
        self._saved_as = path
        self._open.show()
        self._state.setText(self._parts.t("Saved: {name}", name=path.name))
        self._tell_saved(path)

    def _tell_saved(self, path: Path) -> None:
        t, shell = self._parts.t, self._parts.shell
        shell.change_settings(report_folder=str(path.parent))
        shell.tell(t("The report is saved as {path}.", path=path))

    def give_up(self) -> None:
        """There is nothing to save."""
        self._state.setText("")

    def _open_saved(self) -> None:
        path = self._saved_as
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._parts.shell.report(UserError("report.no_program", name=path.name, path=path))


def _cut_words(cut: Cut, t: Translator) -> list[str]:
    match cut:
        case "board":
            return [t("one page")]
        case "staff":
            return [t("letter")]
    return []


def _write(path: Path, content: bytes) -> Path:
    write_whole(path, content)
    return path
