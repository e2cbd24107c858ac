"""A list of applications on its way in: read in the worker, looked at, taken in as one step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import System
from digimaturity.services.systems_file.preview import Preview, look_into
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.slot import Slot
from digimaturity.ui.widgets.systems_preview import SystemsPreview

#: What is taken for a list when it is dropped.
_ENDINGS = frozenset({".csv", ".xlsx", ".tsv"})

#: A list, what it would bring, and the applications that it was compared with.
_Looked = tuple[Path, Preview, Mapping[str, System]]


class SystemsImport(Slot):
    """Shows what a list would bring; `turned` tells that there is one now, or no longer."""

    turned = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._looked: _Looked | None = None
        self.preview: SystemsPreview | None = None

    def choose(self) -> Path | None:
        """Ask for a list."""
        t = self._parts.t
        kinds = t("Tables ({endings})", endings="*.xlsx *.csv *.txt *.tsv")
        name, _ = QFileDialog.getOpenFileName(self, t("Import a list of applications"), "", kinds)
        return Path(name) if name else None

    def look_into(self, path: Path, year: int) -> None:
        """Read it, and show what it would bring; costs without a year are of that `year`."""
        read = partial(_read, path, self._parts.session.book, year)
        self._parts.tasks.run(read, self._seen, self._parts.shell.report)

    def keep_up(self, year: int) -> None:
        """Look once more where the applications are others by now."""
        if self._looked is not None and self._looked[2] != self._parts.session.book.systems:
            self.look_into(self._looked[0], year)

    def forget(self) -> None:
        """Show none."""
        self._show(None)

    def _seen(self, found: _Looked) -> None:
        self._show(found)
        self.turned.emit()

    def _show(self, looked: _Looked | None) -> None:
        self._looked = looked
        if looked is None:
            self.preview = None
        self.show_piece(looked, lambda one: self._made(*one[:2]))

    def _made(self, path: Path, found: Preview) -> QWidget:
        self.preview = SystemsPreview(self._parts, path.name, found)
        self.preview.accepted.connect(self._take)
        self.preview.left.connect(self._leave)
        return self.preview

    def _leave(self) -> None:
        self.forget()
        self.turned.emit()

    def _take(self) -> None:
        """Take the list in; it is still shown where that is not possible."""
        looked, self._looked = self._looked, None
        if looked is None:
            return
        entries = looked[1].entries
        shell, t = self._parts.shell, self._parts.t
        if shell.attempt(partial(self._parts.session.put_down_all, entries)) is None:
            self._looked = looked
            return
        self._leave()
        taken = t.plural(
            "One application was taken in.", "{n} applications were taken in.", len(entries)
        )
        shell.tell(taken, t("Ctrl+Z takes all of it back."))


def lists_in(event: QDropEvent) -> list[Path]:
    """The lists that are dragged, where there is nothing else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    fitting = [path for path in paths if path.suffix.lower() in _ENDINGS and path.is_file()]
    return fitting if len(fitting) == len(paths) else []


def _read(path: Path, book: PlanBook, year: int) -> _Looked:
    return path, look_into(path, book, year), book.systems
