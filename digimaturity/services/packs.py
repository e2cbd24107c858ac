"""The questionnaires and benchmarks that are installed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.files import restore_folder
from digimaturity.packs import InstalledPack, LoadedPack, Problem
from digimaturity.packs import installed_packs as _installed_packs
from digimaturity.packs import load_pack as check_pack
from digimaturity.packs.benchmarks import InstalledBenchmarks, LoadedBenchmarks
from digimaturity.packs.benchmarks import installed_benchmark_packs as _installed_benchmark_packs
from digimaturity.packs.benchmarks import load_benchmarks as _load_benchmarks

__all__ = [
    "InstalledBenchmarks",
    "InstalledPack",
    "LoadedBenchmarks",
    "LoadedPack",
    "Problem",
    "check_pack",
    "imported_benchmarks_dir",
    "installed_benchmark_packs",
    "installed_benchmarks",
    "installed_packs",
    "usable_questionnaires",
]

#: The pack, among those the user has added, that imported files go into.
IMPORTED = "imported"


def installed_packs() -> tuple[InstalledPack, ...]:
    """Every questionnaire that is installed, broken ones with their problems.

    First those that are shipped, then the user's own, which may select from those that are shipped.
    """
    shipped, own = paths.questionnaires_dir(), paths.own_questionnaires_dir()
    return (
        *_installed_packs(shipped, paths.cache_dir()),
        *_installed_packs(own, paths.cache_dir(), shipped),
    )


def usable_questionnaires() -> Mapping[str, Questionnaire]:
    """The questionnaires that assessments can be taken with, by id; of two the one that is shipped.

    Each whole one is followed by those that are a part of it, so that the first is the usual one.
    """
    loaded: dict[str, Questionnaire] = {}
    for pack in installed_packs():
        if pack.loaded.questionnaire is not None:
            loaded.setdefault(pack.id, pack.loaded.questionnaire)
    places = list(loaded)

    def place(questionnaire: Questionnaire) -> tuple[int, bool, int]:
        whole = questionnaire.part_of or questionnaire.id
        of = places.index(whole) if whole in places else len(places)
        return of, bool(questionnaire.part_of), places.index(questionnaire.id)

    return {found.id: found for found in sorted(loaded.values(), key=place)}


def imported_benchmarks_dir() -> Path:
    """The folder of the benchmark packs that the user has added; it need not exist yet."""
    return paths.data_dir() / "benchmarks"


def installed_benchmarks() -> LoadedBenchmarks:
    """All figures that are installed, shipped and added, and the problems of broken files."""
    _settled()
    shipped = paths.questionnaires_dir() / "benchmarks"
    return _load_benchmarks(shipped, paths.cache_dir(), also=(imported_benchmarks_dir(),))


def installed_benchmark_packs() -> tuple[InstalledBenchmarks, ...]:
    """Every folder of official figures, broken ones with their problems."""
    _settled()
    folders = (paths.questionnaires_dir() / "benchmarks", imported_benchmarks_dir())
    cache = paths.cache_dir()
    return tuple(pack for one in folders for pack in _installed_benchmark_packs(one, cache))


def _settled() -> None:
    """Put right what a crash while writing may have left; where that fails, it is not shown."""
    with suppress(OSError):
        restore_folder(imported_benchmarks_dir() / IMPORTED)
