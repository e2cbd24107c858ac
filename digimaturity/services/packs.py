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
    """Every questionnaire that is installed, broken ones with their problems."""
    return _installed_packs(paths.questionnaires_dir(), paths.cache_dir())


def usable_questionnaires() -> Mapping[str, Questionnaire]:
    """The questionnaires that assessments can be taken with, by id."""
    loaded = (pack.loaded.questionnaire for pack in installed_packs())
    return {questionnaire.id: questionnaire for questionnaire in loaded if questionnaire}


def installed_benchmarks() -> LoadedBenchmarks:
    """All official figures that are installed, and the problems of broken files."""
    return _load_benchmarks(paths.questionnaires_dir() / "benchmarks", paths.cache_dir())


def installed_benchmark_packs() -> tuple[InstalledBenchmarks, ...]:
    """Every folder of official figures, broken ones with their problems."""
    return _installed_benchmark_packs(paths.questionnaires_dir() / "benchmarks", paths.cache_dir())
