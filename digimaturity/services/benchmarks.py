"""Official figures that the user adds: look at files, take them over, list, remove."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from digimaturity.domain.official import BenchmarkData, Source
from digimaturity.domain.texts import Localized
from digimaturity.errors import UserError
from digimaturity.files import explained, write_folder
from digimaturity.packs.benchmark_writing import PackHead, pack_files
from digimaturity.packs.eurostat import (
    Change,
    Extract,
    ImportPlan,
    Skipped,
    Why,
    plan_import,
    read_extract,
    with_imported,
    without_dataset,
)
from digimaturity.packs.merging import figures_of, rank_of
from digimaturity.progress import Watch, unwatched
from digimaturity.services.packs import (
    IMPORTED,
    imported_benchmarks_dir,
    installed_benchmark_packs,
    installed_benchmarks,
    usable_questionnaires,
)

__all__ = [
    "SUFFIXES",
    "Change",
    "Extract",
    "ImportPlan",
    "InstalledDataset",
    "Skipped",
    "Why",
    "apply_import",
    "installed_datasets",
    "preview_import",
    "remove_dataset",
    "remove_imported",
]

#: What the file dialog offers: the published forms, plain and packed.
SUFFIXES = ("csv", "tsv", "json", "gz", "zip")

_LICENCE = "Eurostat reuse policy (CC BY 4.0)"
_NOTE = "Written by the program from files that were imported; another import writes it anew."


@dataclass(frozen=True, slots=True)
class InstalledDataset:
    """The figures of one source that count, in which survey years, and whether they were imported.

    A figure for which a newer one is installed does not count.
    """

    source: Source
    years: tuple[int, ...]
    figures: int
    imported: bool


def preview_import(
    files: Sequence[Path],
    *,
    updated: date | None = None,
    today: date | None = None,
    watch: Watch = unwatched,
) -> ImportPlan:
    """What importing these files of Eurostat's would change; nothing is changed.

    Args:
        files: Files in any of the published forms, plain or packed.
        updated: The day of the data, for files that do not say it.
        today: The present day, if not the computer's; no data can be younger.
        watch: Told from 0 to 1 how much is read; what it raises ends the reading.

    Raises:
        UserError: ``benchmark.*``: one of the files is of no use, so none is used.
    """
    _own()
    names = _technologies()
    today = today or datetime.now(UTC).date()
    extracts = []
    for number, file in enumerate(files):

        def told(done: float, before: int = number) -> None:
            watch((before + done) / len(files))

        extracts.append(read_extract(file, names.keys(), updated=updated, today=today, watch=told))
    return replace(plan_import(extracts, installed_benchmarks().data), names=names)


def apply_import(plan: ImportPlan) -> None:
    """Write what the plan would change into the user's own pack, whole or not at all.

    Raises:
        UserError: those of writing a folder, or ``benchmark.own_broken``.
    """
    if plan.changes:
        _write(with_imported(_own(), plan))


def remove_dataset(dataset: str) -> None:
    """Take a data set out of what was imported; what is shipped with the program stays.

    Raises:
        UserError: ``benchmark.not_imported`` when there is none, or those of writing a folder.
    """
    own = _own()
    if dataset not in {source.dataset for source in own.sources.values()}:
        raise UserError("benchmark.not_imported", dataset=dataset)
    _write(without_dataset(own, dataset))


def remove_imported() -> None:
    """Take out everything that was imported, even where its files are damaged."""
    folder = _folder()
    with explained(folder):
        if folder.exists():
            shutil.rmtree(folder)


def installed_datasets() -> tuple[InstalledDataset, ...]:
    """The figures that count, by their source: data sets by name, the newest update first."""
    data = installed_benchmarks().data
    imported = {
        key
        for pack in installed_benchmark_packs()
        if pack.folder.parent == imported_benchmarks_dir()
        for key in pack.loaded.data.sources
    }
    found = [
        InstalledDataset(
            source,
            tuple(sorted({one.year for one in figures_of(data) if one.source == key})),
            sum(one.source == key for one in figures_of(data)),
            key in imported,
        )
        for key, source in data.sources.items()
    ]
    newest_first = sorted(found, key=lambda one: rank_of(one.source), reverse=True)
    return tuple(
        sorted((one for one in newest_first if one.figures), key=lambda one: one.source.dataset)
    )


def _folder() -> Path:
    return imported_benchmarks_dir() / IMPORTED


def _own() -> BenchmarkData:
    """What was imported before; refuses to build on what is damaged."""
    folder = _folder()
    for pack in installed_benchmark_packs():
        if pack.folder == folder:
            if pack.loaded.problems:
                raise UserError("benchmark.own_broken", path=folder)
            return pack.loaded.data
    return BenchmarkData()


def _write(own: BenchmarkData) -> None:
    if not figures_of(own):
        remove_imported()
        return
    used = {figure.source for figure in figures_of(own)}
    newest = max(own.sources[key].updated for key in used)
    head = PackHead(IMPORTED, newest, _LICENCE, _NOTE)
    write_folder(_folder(), pack_files(head, own))


def _technologies() -> dict[str, Localized]:
    """The items of every installed index, with their names: these technologies are of interest."""
    return {
        item.code: item.name
        for questionnaire in usable_questionnaires().values()
        if questionnaire.index
        for item in questionnaire.index.items
    }
