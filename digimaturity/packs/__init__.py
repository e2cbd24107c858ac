"""YAML and official files -> domain objects, or problems with file and line."""

from digimaturity.packs.benchmarks import (
    InstalledBenchmarks,
    LoadedBenchmarks,
    installed_benchmark_packs,
    load_benchmarks,
)
from digimaturity.packs.document import document_of, fingerprint_of
from digimaturity.packs.loading import InstalledPack, LoadedPack, installed_packs, load_pack
from digimaturity.packs.problems import Problem
from digimaturity.packs.revival import questionnaire_from_document

__all__ = [
    "InstalledBenchmarks",
    "InstalledPack",
    "LoadedBenchmarks",
    "LoadedPack",
    "Problem",
    "document_of",
    "fingerprint_of",
    "installed_benchmark_packs",
    "installed_packs",
    "load_benchmarks",
    "load_pack",
    "questionnaire_from_document",
]
