"""The figures that firms are compared with: what is installed, and the import of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from digimaturity.domain.official import BenchmarkData
from digimaturity.services.benchmark_words import dataset_words, plan_words
from digimaturity.services.benchmarks import (
    SUFFIXES,
    ImportPlan,
    InstalledDataset,
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
from digimaturity.ui.tasks import Progress
from digimaturity.ui.widgets.basics import button, emptied, label, plain, row_of
from digimaturity.ui.widgets.import_panel import ImportPanel


@dataclass(frozen=True, slots=True)
class _Installed:
    datasets: tuple[InstalledDataset, ...]
    packs: tuple[InstalledBenchmarks, ...]


class BenchmarksPanel(ImportPanel):
    """Lists the data sets; a file is looked at first, and taken over when the user says so."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._offer()
        self._look()

    def look_at(self, files: Sequence[Path]) -> None:
        """Read the files and show what importing them would change."""
        self.stop_reading()
        chosen = tuple(files)

        def job(progress: Progress) -> ImportPlan:
            return preview_import(chosen, watch=progress)

        names = ", ".join(path.name for path in files)
        reading = self.parts.tasks.watched(job, self._show_plan, self._failed, self._end)
        self.wait_for(reading, self.parts.t("Reading {files} …", files=names))

    def stop_reading(self) -> None:
        """End the reading, where there is one."""
        self.progress.call_off()

    def _look(self) -> None:
        self.parts.tasks.run(_installed, self._show_installed, self.parts.shell.report)

    def _offer(self) -> None:
        """The way to a file."""
        t = self.parts.t
        words = t(
            "A table from Eurostat’s data browser as SDMX-CSV, TSV or JSON, also packed. You can "
            "drop it on this page, too. Before anything changes you see what would."
        )
        self._import = self.offer(t("&Import a file …"), self._choose, words)

    def _choose(self) -> None:
        t = self.parts.t
        kinds = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        kinds = t("Files of Eurostat ({kinds})", kinds=kinds)
        if files := self.chosen_files(t("Import figures"), kinds):
            self.look_at(files)

    def _end(self) -> None:
        if not self.progress.running:  # or else other files are being read by now
            self._offer()
            self.lead_to(self._import)

    def _failed(self, error: Exception) -> None:
        self._end()
        self.parts.shell.report(error)

    def _show_plan(self, plan: ImportPlan) -> None:
        """What would change, to take over or to leave."""
        if self.progress.running:
            return
        t = self.parts.t
        emptied(self.below)
        card, column = self.card()
        for words in plan_words(plan, t):
            column.addLayout(self.block(words.sentence, words.details))
        self.below.addWidget(card)
        leave = button(t("Lea&ve as it is"), self._end)
        if plan.changes:
            take = button(t("Ta&ke over"), lambda: self._apply(plan), "primary")
            self.below.addLayout(row_of(take, leave))
            self.lead_to(take)
        else:
            column.addWidget(label(t("There is nothing to change."), "strong", wrap=True))
            self.below.addLayout(row_of(leave))
            self.lead_to(leave)

    def _apply(self, plan: ImportPlan) -> None:
        emptied(self.below)

        def job() -> BenchmarkData:
            apply_import(plan)
            return installed_benchmarks().data

        self.parts.tasks.run(job, self._applied, self._failed)

    def _applied(self, figures: BenchmarkData) -> None:
        self._changed(figures)
        self.parts.shell.tell(self.parts.t("The figures have been imported."))

    def _remove(self, dataset: str | None) -> None:
        def job() -> BenchmarkData:
            if dataset is None:
                remove_imported()
            else:
                remove_dataset(dataset)
            return installed_benchmarks().data

        self.parts.tasks.run(job, self._removed, self._failed)

    def _removed(self, figures: BenchmarkData) -> None:
        self._changed(figures)
        self.parts.shell.tell(self.parts.t("The imported figures have been removed."))

    def _changed(self, figures: BenchmarkData) -> None:
        self.parts.session.take_figures(figures)
        self._end()
        self._look()

    def _show_installed(self, found: _Installed) -> None:
        emptied(self.list)
        if found.datasets:
            card, _ = self.card(*map(self._dataset, found.datasets))
            self.list.addWidget(card)
        for pack in found.packs:
            if pack.loaded.problems:
                self.list.addWidget(self._faulty(pack))

    def _dataset(self, one: InstalledDataset) -> QHBoxLayout:
        t, words = self.parts.t, dataset_words(one, self.parts.t)
        row = QHBoxLayout()
        row.addLayout(self.block(words.sentence, words.details), stretch=1)
        if one.imported:
            dataset = one.source.dataset
            remove = button(t("Remove"), lambda: self._remove(dataset), "link", small=True)
            remove.setAccessibleName(t("Remove {dataset}", dataset=plain(dataset)))
            row.addWidget(remove)
        return row

    def _faulty(self, pack: InstalledBenchmarks) -> QWidget:
        t = self.parts.t
        card, column = self.card()
        column.addWidget(label(pack.folder.name, "strong", wrap=True))
        words = t("These figures have faults; what is faulty is not used:")
        column.addWidget(label(words, "bad", wrap=True))
        for problem in pack.loaded.problems:
            place = f"{problem.file}:{problem.line}  {problem.sentence(t)}"
            column.addWidget(label(place, "small", wrap=True))
        if pack.folder == imported_benchmarks_dir() / IMPORTED:
            column.addLayout(row_of(button(t("Remove"), lambda: self._remove(None))))
        return card


def _installed() -> _Installed:
    return _Installed(installed_datasets(), installed_benchmark_packs())
