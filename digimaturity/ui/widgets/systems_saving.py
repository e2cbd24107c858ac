"""Saving the list of applications, or an empty one to fill in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from digimaturity.files import safe_name, write_whole
from digimaturity.services.systems_file.writing import csv_bytes, xlsx_bytes
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending

_WRITERS = {".xlsx": xlsx_bytes, ".csv": csv_bytes}


class SystemsSaving(QPushButton):
    """A button with a menu; `year` is that of the assessment, `listed`: there is a list to save."""

    def __init__(self, parts: Parts, year: int, *, listed: bool) -> None:
        t = parts.t
        super().__init__(t("E&xport …"))
        self._parts, self._year = parts, year
        self.setAutoDefault(True)
        menu = QMenu(self)
        if listed:
            self._offer(menu, t("This list for &Excel …"), ".xlsx", template=False)
            self._offer(menu, t("This list as &CSV …"), ".csv", template=False)
            menu.addSeparator()
        else:
            self.setText(t("Save a t&emplate …"))
        self._offer(menu, t("An empty list to fill in, for E&xcel …"), ".xlsx", template=True)
        self._offer(menu, t("An empty list to fill in, as CS&V …"), ".csv", template=True)
        self.setMenu(menu)

    def _offer(self, menu: QMenu, words: str, ending: str, *, template: bool) -> None:
        menu.addAction(words, partial(self._choose, ending, template=template))

    def _choose(self, ending: str, *, template: bool) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t, shell, session = self._parts.t, self._parts.shell, self._parts.session
        company = session.company.name if session.company and not template else ""
        title = t("{company} applications", company=company[:60]).strip()
        name = safe_name(title[:1].upper() + title[1:])
        start = saving_place(shell.settings.report_folder) / f"{name}{ending}"
        kinds = {".xlsx": t("Excel workbooks (*.xlsx)"), ".csv": t("CSV files (*.csv)")}
        words = t("Save the list of applications")
        chosen, _ = QFileDialog.getSaveFileName(self, words, str(start), kinds[ending])
        if chosen:
            self.save_as(Path(chosen), ending, template=template)

    def save_as(self, path: Path, ending: str, *, template: bool = False) -> None:
        """Write the list, or the template, whole or not at all."""
        t, shell = self._parts.t, self._parts.shell
        target = shell.attempt(lambda: with_ending(path, ending))
        if target is None:
            return
        systems = {} if template else self._parts.session.book.systems
        years = (self._year - 1, self._year) if template else (self._year,)
        content = _WRITERS[ending](systems, years, t)
        if shell.attempt(lambda: _written(target, content)):
            shell.change_settings(report_folder=str(target.parent))
            shell.tell(t("Saved: {path}", path=target))


def _written(path: Path, content: bytes) -> bool:
    write_whole(path, content)
    return True
