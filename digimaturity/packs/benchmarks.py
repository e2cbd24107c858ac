"""Official figures: benchmark packs of one YAML file and two tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from digimaturity.domain.indices import Band
from digimaturity.domain.official import (
    AdoptionRate,
    BandShares,
    BenchmarkData,
    SeriesBreak,
    Source,
)
from digimaturity.domain.population import Population
from digimaturity.packs.cache import Entry
from digimaturity.packs.folder import PACK, PackFolder, content_of
from digimaturity.packs.merging import merged
from digimaturity.packs.problems import Problem, from_plain, in_order, to_plain

_BANDS, _RATES = "bands.csv", "rates.csv"

#: Bytes; all that Eurostat publishes of the survey, for every country, is about a third of it.
LARGEST_TABLE = 20_000_000


@dataclass(frozen=True, slots=True)
class LoadedBenchmarks:
    """The figures of every faultless file, and what is wrong with the others.

    The file of a problem is relative to the folder of the benchmarks: ``eurostat/bands.csv``.
    """

    data: BenchmarkData
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class InstalledBenchmarks:
    """A pack in the folder of the benchmarks; of a broken one only what is not broken is used."""

    folder: Path
    loaded: LoadedBenchmarks


def installed_benchmark_packs(
    folder: Path, cache_dir: Path | None = None
) -> tuple[InstalledBenchmarks, ...]:
    """Every folder in `folder` that holds a pack.yaml, in the order of the names.

    A name that begins with a point is one of a folder that is just being written.
    """
    found = sorted(path.parent for path in folder.glob(f"[!.]*/{PACK}"))
    return tuple(InstalledBenchmarks(path, _load(path, cache_dir)) for path in found)


def load_benchmarks(
    folder: Path, cache_dir: Path | None = None, *, also: Iterable[Path] = ()
) -> LoadedBenchmarks:
    """Load every benchmark pack in `folder`, then in those of `also`, the user's own.

    A bad file never raises, and is left out whole. Without a faultless pack.yaml the tables beside
    it are left out, too: a figure needs its source. Of the same figure in several packs the one
    counts that `merging.merged` chooses: official before second-hand, then the newest update.
    """
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    usable: list[BenchmarkData] = []
    packs = [pack for one in (folder, *also) for pack in installed_benchmark_packs(one, cache_dir)]
    for pack in packs:
        own, name = pack.loaded, f"{pack.folder.name}/{PACK}"
        problems += own.problems
        conflicts = [
            Problem(name, 1, "source.conflict", {"source": key})
            for key, source in own.data.sources.items()
            if sources.get(key, source) != source
        ]
        problems += conflicts
        if not conflicts:
            sources |= own.data.sources
            usable.append(own.data)
    return LoadedBenchmarks(merged(usable), in_order(problems))


def _load(path: Path, cache_dir: Path | None) -> LoadedBenchmarks:
    """One pack, from the cache where none of its files changed."""
    files = _files(path)
    entry = Entry(cache_dir, path, files.key)
    kept = entry.read()
    if kept is not None:
        return _revived(kept)
    loaded = _compiled(files, path.name)
    entry.write(_plain(loaded))
    return loaded


def _files(path: Path) -> PackFolder:
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in (PACK, _BANDS, _RATES):
        if (path / file).exists():
            content = content_of(f"{path.name}/{file}", path / file, LARGEST_TABLE)
            if isinstance(content, Problem):
                problems.append(content)
            else:
                files[file] = content
    return PackFolder(files, tuple(problems))


def _compiled(files: PackFolder, pack: str) -> LoadedBenchmarks:
    from digimaturity.packs.figures import bands_of, rates_of

    problems = list(files.problems)
    sources: Mapping[str, Source] | None = None
    breaks: tuple[SeriesBreak, ...] = ()
    if PACK in files.files:
        head, faults = _head(files.files[PACK], f"{pack}/{PACK}")
        problems += faults
        if head is not None:
            sources = {key: Source(id=key, **own) for key, own in head["sources"].items()}
            breaks = _breaks(head)
    bands: list[BandShares] = []
    rates: list[AdoptionRate] = []
    if _BANDS in files.files:
        bands, table = bands_of(files.files[_BANDS], f"{pack}/{_BANDS}", sources)
        problems += table.problems
    if _RATES in files.files:
        rates, table = rates_of(files.files[_RATES], f"{pack}/{_RATES}", sources)
        problems += table.problems
    if sources is None:
        return LoadedBenchmarks(BenchmarkData(), tuple(problems))
    data = BenchmarkData(tuple(bands), tuple(rates), sources, breaks)
    return LoadedBenchmarks(data, tuple(problems))


def _breaks(head: Mapping[str, Any]) -> tuple[SeriesBreak, ...]:
    return tuple(SeriesBreak(**step) for step in head.get("breaks", ()))


def _head(data: bytes, name: str) -> tuple[Mapping[str, Any] | None, list[Problem]]:
    """What a pack says of itself, or None and why it says nothing of use."""
    # Only here YAML and JSON Schema are needed, which the start of the program must not wait for.
    from digimaturity.packs.nodes import parse_yaml
    from digimaturity.packs.schema import violations

    reading = parse_yaml(data, name)
    problems = list(reading.problems)
    if reading.root is not None:
        problems += [found.problem for found in violations(reading.root, "benchmark-pack")]
    if problems or reading.root is None:
        return None, problems
    head: Mapping[str, Any] = reading.root.plain()
    return head, []


def _plain(loaded: LoadedBenchmarks) -> dict[str, Any]:
    return {**plain_figures(loaded.data), "problems": to_plain(loaded.problems)}


def _revived(kept: Mapping[str, Any]) -> LoadedBenchmarks:
    return LoadedBenchmarks(figures_from(kept), from_plain(kept["problems"]))


def plain_figures(data: BenchmarkData) -> dict[str, Any]:
    """Figures as plain JSON."""
    return asdict(data)


def figures_from(kept: Mapping[str, Any]) -> BenchmarkData:
    """The inverse of `plain_figures`; LookupError, TypeError or ValueError for anything else."""
    bands = tuple(
        BandShares(
            **{
                **fields,
                "population": Population(**fields["population"]),
                "shares": {Band(band): share for band, share in fields["shares"].items()},
                "flags": {Band(band): flag for band, flag in fields["flags"].items()},
            }
        )
        for fields in kept["bands"]
    )
    rates = tuple(
        AdoptionRate(**{**fields, "population": Population(**fields["population"])})
        for fields in kept["rates"]
    )
    sources = {key: Source(**fields) for key, fields in kept["sources"].items()}
    return BenchmarkData(bands, rates, sources, _breaks(kept))
