"""What is compared for other programs: as a table for Excel, and as text on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from digimaturity.files import safe_name, write_whole
from digimaturity.report.comparison_text import as_text
from digimaturity.report.comparison_words import Told
from digimaturity.ui.compare_reading import Loaded
from digimaturity.ui.compare_rows import CompareRow
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.basics import button
from digimaturity.ui.widgets.progress_line import ProgressLine

#: So much of a name (letters), that what it is fits into the file's name.
_NAME = 60


class CompareSaving(ProgressLine):
    """Two `buttons`; seen as long as a file is being written.

    `loaded` gives what is compared, `rows` what is shown of it.
    """

    def __init__(
        self,
        parts: Parts,
        loaded: Callable[[], Loaded | None],
        rows: Callable[[], Sequence[CompareRow]],
    ) -> None:
        super().__init__(parts)
        t = parts.t
        self._loaded, self._rows = loaded, rows
        self.buttons = (
            button(t("Save as &table (XLSX) …"), self.choose),
            button(t("&Copy as text"), self.copy),
        )

    @property
    def _told(self) -> Told | None:
        loaded = self._loaded()
        return loaded.told if loaded is not None else None

    def copy(self) -> None:
        """Put what is shown on the clipboard."""
        told = self._told
        if told is None:
            return
        words = [row.words for row in self._rows()]
        QGuiApplication.clipboard().setText(as_text(told, words))
        self._parts.shell.tell(self._parts.t("The comparison is on the clipboard."))

    def suggested(self) -> Path:
        """Where the dialog begins."""
        t, told = self._parts.t, self._told
        name = told.b.company[:_NAME].strip() if told is not None else ""
        title = t("{company} comparison").format(company=name)
        folder = saving_place(self._parts.shell.settings.report_folder)
        return folder / f"{safe_name(title)}.xlsx"

    def choose(self) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t = self._parts.t
        name, _ = QFileDialog.getSaveFileName(
            self,
            t("Save the comparison"),
            str(self.suggested()),
            t("Excel workbooks (*.xlsx)"),
        )
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the whole comparison, whatever is shown of it."""
        shell, told = self._parts.shell, self._told
        target: Path | None = shell.attempt(lambda: with_ending(path, ".xlsx"))
        if target is None or told is None:
            return

        def job(_progress: Progress) -> Path:
            from digimaturity.report.workbook.comparison import comparison_book
            from digimaturity.report.workbook.writing import book_bytes

            write_whole(target, book_bytes(comparison_book(told)))
            return target

        writing = self._parts.tasks.watched(job, self._written, shell.report)
        self.follow(writing, self._parts.t("{name} is being written …", name=target.name))

    def _written(self, path: Path) -> None:
        """Told also when the page is gone by then."""
        shell = self._parts.shell
        shell.change_settings(report_folder=str(path.parent))
        shell.tell(self._parts.t("Saved as {path}.", path=path))
