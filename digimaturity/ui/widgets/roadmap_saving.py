"""Saving the roadmap for other programs: a menu of formats, and how far the file is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from digimaturity.files import safe_name, write_whole
from digimaturity.i18n import Translator
from digimaturity.services.roadmap_files import RoadmapFormat, roadmap_file
from digimaturity.ui.roadmap_order import roadmap_order
from digimaturity.ui.saving_place import saving_place, with_ending
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.progress_line import ProgressLine

#: So much of a company's name (letters), that what it is and the year fit into the file's name.
_NAME = 60


class RoadmapSaver(ProgressLine):
    """Asks where to, writes, and is seen as long as that goes on."""

    def suggested(self, form: RoadmapFormat) -> Path:
        """Where the dialog begins: the folder of the last report, with a name for this file."""
        session, t = self._parts.session, self._parts.t
        name = session.company.name if session.company else ""
        year = session.assessment.day.year if session.assessment else ""
        words = (
            t("{company} IT strategy {year}")
            if form is RoadmapFormat.STRATEGY
            else t("{company} roadmap {year}")
        )
        title = words.format(company=name[:_NAME].strip(), year=year)
        folder = saving_place(self._parts.shell.settings.report_folder)
        return folder / f"{safe_name(title)}.{form}"

    def choose(self, form: RoadmapFormat) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        if not self._parts.shell.settled():  # what is being typed belongs to it
            return
        t = self._parts.t
        kinds = {
            RoadmapFormat.TABLES: t("Excel workbooks (*.xlsx)"),
            RoadmapFormat.CALENDAR: t("Calendars (*.ics)"),
            RoadmapFormat.PROJECT: t("Project XML (*.xml)"),
            RoadmapFormat.STRATEGY: t("Word documents (*.docx)"),
        }
        name, _ = QFileDialog.getSaveFileName(
            self, t("Save the roadmap"), str(self.suggested(form)), kinds[form]
        )
        if name:
            self.save_as(Path(name), form)

    def save_as(self, path: Path, form: RoadmapFormat) -> None:
        """Write the roadmap as it is now in that format, whole or not at all."""
        shell = self._parts.shell
        target: Path | None = shell.attempt(lambda: with_ending(path, f".{form}"))
        order = shell.attempt(lambda: roadmap_order(self._parts))
        if target is None or order is None:
            return

        def job(progress: Progress) -> Path:
            write_whole(target, roadmap_file(order, form, progress))
            return target

        writing = self._parts.tasks.watched(job, self._written, shell.report)
        self.follow(writing, self._parts.t("{name} is being written …", name=target.name))

    def _written(self, path: Path) -> None:
        """Told also when the page is gone by then."""
        shell = self._parts.shell
        shell.change_settings(report_folder=str(path.parent))
        shell.tell(self._parts.t("Saved as {path}.", path=path))


def save_menu(saver: RoadmapSaver, t: Translator) -> QPushButton:
    """A button that opens the menu of formats."""
    made = QPushButton(t("Save as …"))
    made.setAutoDefault(True)
    made.setAccessibleName(t("Save the roadmap as …"))
    menu = QMenu(made)
    for form, name in _names(t).items():
        menu.addAction(name, partial(saver.choose, form))
    made.setMenu(menu)
    return made


def _names(t: Translator) -> dict[RoadmapFormat, str]:
    return {
        RoadmapFormat.TABLES: t("&Tables for Excel …"),
        RoadmapFormat.CALENDAR: t("&Calendar with all dates …"),
        RoadmapFormat.PROJECT: t("&Project file for MS Project or ProjectLibre …"),
        RoadmapFormat.STRATEGY: t("IT strategy as a &Word document …"),
    }
