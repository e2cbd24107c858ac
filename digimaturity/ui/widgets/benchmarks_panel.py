"""The figures that firms are compared with: what is installed, and the import of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from digimaturity.domain.official import BenchmarkData
from digimaturity.services.benchmark_words import Words, dataset_words, plan_words
from digimaturity.services.benchmarks import (
    SUFFIXES,
    ImportPlan,
    InstalledDataset,
    Stopped,
    apply_import,
    installed_datasets,
    preview_import,
    remove_dataset,
    remove_imported,
)
from digimaturity.services.packs import (
    IMPORTED,
    InstalledBenchmarks,
    imported_benchmarks_dir,
    installed_benchmark_packs,
    installed_benchmarks,
)
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, emptied, label, line, plain, row_of, spaced

_POLL = 100


@dataclass(slots=True)
class _Reading:
    """How far the worker has come with the files, and whether it is to stop."""

    done: float = 0.0
    stopped: bool = False

    def watch(self, done: float) -> None:
        """Called by the worker."""
        self.done = done
        if self.stopped:
            raise Stopped


@dataclass(frozen=True, slots=True)
class _Installed:
    datasets: tuple[InstalledDataset, ...]
    packs: tuple[InstalledBenchmarks, ...]


class BenchmarksPanel(QWidget):
    """Lists the data sets; a file is looked at first, and taken over when the user says so.

    `shown` carries what there is to see or to press now, for the page to scroll to.
    """

    shown = Signal(QWidget)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._reading = _Reading()
        px = parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(16))
        self._list = QVBoxLayout()
        spaced(self._list, 0, gap=px(8))
        column.addLayout(self._list)
        self._below = QVBoxLayout()
        spaced(self._below, 0, gap=px(8))
        column.addLayout(self._below)
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL)
        self._timer.timeout.connect(self._tell_progress)
        self._offer()
        self._look()

    def look_at(self, files: Sequence[Path]) -> None:
        """Read the files and show what importing them would change."""
        self.stop_reading()
        t = self._parts.t
        reading = self._reading = _Reading()
        emptied(self._below)
        names = ", ".join(path.name for path in files)
        self._below.addWidget(label(t("Reading {files} …", files=names), wrap=True))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("Progress"))
        self._below.addWidget(self._bar)
        stop = button(t("&Cancel"), self._stop)
        self._below.addLayout(row_of(stop))
        self._lead_to(stop)
        self._timer.start()
        chosen = tuple(files)
        self._parts.tasks.run(
            lambda: (reading, preview_import(chosen, watch=reading.watch)),
            self._show_plan,
            self._failed,
        )

    def stop_reading(self) -> None:
        """End the reading, where there is one."""
        if self._timer.isActive():
            self._stop()

    def _look(self) -> None:
        self._parts.tasks.run(_installed, self._show_installed, self._parts.shell.report)

    def _offer(self) -> None:
        """The way to a file."""
        t = self._parts.t
        emptied(self._below)
        self._import = button(t("&Import a file …"), self._choose)
        self._below.addLayout(row_of(self._import))
        words = t(
            "A table from Eurostat’s data browser as SDMX-CSV, TSV or JSON, also packed. You can "
            "drop it on this page, too. Before anything changes you see what would."
        )
        self._below.addWidget(label(words, "small", wrap=True))

    def _choose(self) -> None:
        t = self._parts.t
        kinds = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self, t("Import figures"), "", t("Files of Eurostat ({kinds})", kinds=kinds)
        )
        if names:
            self.look_at([Path(name) for name in names])

    def _stop(self) -> None:
        self._reading.stopped = True
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._offer()
        self._lead_to(self._import)

    def _lead_to(self, widget: QWidget) -> None:
        """Put the keyboard there, and let it be seen."""
        widget.setFocus()
        self.shown.emit(widget)

    def _tell_progress(self) -> None:
        self._bar.setValue(round(self._reading.done * 100))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            return
        self._end()
        self._parts.shell.report(error)

    def _show_plan(self, found: tuple[_Reading, ImportPlan]) -> None:
        """What would change, to take over or to leave."""
        reading, plan = found
        if reading.stopped or reading is not self._reading:
            return
        self._timer.stop()
        t = self._parts.t
        emptied(self._below)
        card, column = self._card()
        for words in plan_words(plan, t):
            column.addLayout(self._block(words))
        self._below.addWidget(card)
        leave = button(t("Lea&ve as it is"), self._end)
        if plan.changes:
            take = button(t("Ta&ke over"), lambda: self._apply(plan), "primary")
            self._below.addLayout(row_of(take, leave))
            self._lead_to(take)
        else:
            column.addWidget(label(t("There is nothing to change."), "strong", wrap=True))
            self._below.addLayout(row_of(leave))
            self._lead_to(leave)

    def _apply(self, plan: ImportPlan) -> None:
        emptied(self._below)

        def job() -> BenchmarkData:
            apply_import(plan)
            return installed_benchmarks().data

        self._parts.tasks.run(job, self._applied, self._failed)

    def _applied(self, figures: BenchmarkData) -> None:
        self._changed(figures)
        self._parts.shell.tell(self._parts.t("The figures have been imported."))

    def _remove(self, dataset: str | None) -> None:
        def job() -> BenchmarkData:
            if dataset is None:
                remove_imported()
            else:
                remove_dataset(dataset)
            return installed_benchmarks().data

        self._parts.tasks.run(job, self._removed, self._failed)

    def _removed(self, figures: BenchmarkData) -> None:
        self._changed(figures)
        self._parts.shell.tell(self._parts.t("The imported figures have been removed."))

    def _changed(self, figures: BenchmarkData) -> None:
        self._parts.session.take_figures(figures)
        self._end()
        self._look()

    def _show_installed(self, found: _Installed) -> None:
        emptied(self._list)
        if found.datasets:
            card, column = self._card()
            for number, one in enumerate(found.datasets):
                if number:
                    column.addWidget(line())
                self._dataset(column, one)
            self._list.addWidget(card)
        for pack in found.packs:
            if pack.loaded.problems:
                self._list.addWidget(self._faulty(pack))

    def _dataset(self, column: QVBoxLayout, one: InstalledDataset) -> None:
        t = self._parts.t
        row = QHBoxLayout()
        row.addLayout(self._block(dataset_words(one, t)), stretch=1)
        if one.imported:
            dataset = one.source.dataset
            remove = button(t("Remove"), lambda: self._remove(dataset), "link", small=True)
            remove.setAccessibleName(t("Remove {dataset}", dataset=plain(dataset)))
            row.addWidget(remove)
        column.addLayout(row)

    def _faulty(self, pack: InstalledBenchmarks) -> QWidget:
        t = self._parts.t
        card, column = self._card()
        column.addWidget(label(pack.folder.name, "strong", wrap=True))
        words = t("These figures have faults; what is faulty is not used:")
        column.addWidget(label(words, "bad", wrap=True))
        for problem in pack.loaded.problems:
            place = f"{problem.file}:{problem.line}  {problem.sentence(t)}"
            column.addWidget(label(place, "small", wrap=True))
        if pack.folder == imported_benchmarks_dir() / IMPORTED:
            column.addLayout(row_of(button(t("Remove"), lambda: self._remove(None))))
        return card

    def _block(self, words: Words) -> QVBoxLayout:
        """A sentence with its details close below it."""
        column = QVBoxLayout()
        spaced(column, 0, gap=self._parts.theme.px(2))
        column.addWidget(label(words.sentence, "strong", wrap=True))
        for detail in words.details:
            column.addWidget(label(detail, "small", wrap=True))
        return column

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        px = self._parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(8))
        return card, column


def _installed() -> _Installed:
    return _Installed(installed_datasets(), installed_benchmark_packs())
