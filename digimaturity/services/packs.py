"""The questionnaires and benchmarks that are installed."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.packs import (
    InstalledBenchmarks,
    InstalledPack,
    LoadedBenchmarks,
    LoadedPack,
    Problem,
)
from digimaturity.packs import installed_benchmark_packs as _installed_benchmark_packs
from digimaturity.packs import installed_packs as _installed_packs
from digimaturity.packs import load_benchmarks as _load_benchmarks
from digimaturity.packs import load_pack as check_pack

__all__ = [
    "InstalledBenchmarks",
    "InstalledPack",
    "LoadedBenchmarks",
    "LoadedPack",
    "Problem",
    "check_pack",
    "installed_benchmark_packs",
    "installed_benchmarks",
    "installed_packs",
    "usable_questionnaires",
]


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


def installed_benchmarks() -> LoadedBenchmarks:
    """All official figures that are installed, and the problems of broken files."""
    return _load_benchmarks(paths.questionnaires_dir() / "benchmarks", paths.cache_dir())


def installed_benchmark_packs() -> tuple[InstalledBenchmarks, ...]:
    """Every folder of official figures, broken ones with their problems."""
    return _installed_benchmark_packs(paths.questionnaires_dir() / "benchmarks", paths.cache_dir())
