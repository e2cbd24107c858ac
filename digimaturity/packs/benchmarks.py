"""Official figures: benchmark packs of one YAML file and two tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from digimaturity.domain.benchmark import AdoptionRate, BandShares, BenchmarkData, Source
from digimaturity.packs.cache import Entry
from digimaturity.packs.figures import bands_of, rates_of
from digimaturity.packs.folder import PACK, content_of
from digimaturity.packs.problems import Problem, from_plain, in_order, to_plain


@dataclass(frozen=True, slots=True)
class LoadedBenchmarks:
    """The figures of every faultless file, and what is wrong with the others.

    The file of a problem is relative to the folder of the benchmarks: ``eurostat/bands.csv``.
    """

    data: BenchmarkData
    problems: tuple[Problem, ...] = ()


def load_benchmarks(folder: Path, cache_dir: Path | None = None) -> LoadedBenchmarks:
    """Load every benchmark pack in `folder`. A bad file never raises, and is left out whole.

    Without a faultless pack.yaml the tables beside it are left out, too: a figure needs its source.
    """
    bands: list[BandShares] = []
    rates: list[AdoptionRate] = []
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for pack in sorted(path.parent for path in folder.glob(f"*/{PACK}")):
        own, faults = _sources(pack, cache_dir)
        faults += [
            Problem(f"{pack.name}/{PACK}", 1, "source.conflict", {"source": key})
            for key, source in (own or {}).items()
            if sources.get(key, source) != source
        ]
        known = None if faults or own is None else own
        own_bands, own_rates = _figures(pack, known, faults)
        problems += faults
        if known is not None:
            sources |= known
            bands += own_bands
            rates += own_rates
    return LoadedBenchmarks(BenchmarkData(tuple(bands), tuple(rates), sources), in_order(problems))


def _figures(
    pack: Path, sources: Mapping[str, Source] | None, faults: list[Problem]
) -> tuple[list[BandShares], list[AdoptionRate]]:
    bands: list[BandShares] = []
    rates: list[AdoptionRate] = []
    for table in ("bands.csv", "rates.csv"):
        name = f"{pack.name}/{table}"
        data = content_of(name, pack / table) if (pack / table).exists() else None
        if isinstance(data, Problem):
            faults.append(data)
        elif data is not None and table == "bands.csv":
            bands, read = bands_of(data, name, sources)
            faults += read.problems
        elif data is not None:
            rates, read = rates_of(data, name, sources)
            faults += read.problems
    return bands, rates


def _sources(pack: Path, cache_dir: Path | None) -> tuple[dict[str, Source] | None, list[Problem]]:
    """The sources of a pack by id, or None and why there are none."""
    name = f"{pack.name}/{PACK}"
    data = content_of(name, pack / PACK)
    if isinstance(data, Problem):
        return None, [data]
    entry = Entry(cache_dir, pack, sha256(data).hexdigest())
    kept = entry.read()
    if kept is None:
        kept = _read_sources(data, name)
        entry.write(kept)
    if kept["problems"]:
        return None, list(from_plain(kept["problems"]))
    return {key: Source(**fields) for key, fields in kept["sources"].items()}, []


def _read_sources(data: bytes, name: str) -> dict[str, Any]:
    # Only here YAML and JSON Schema are needed, which the start of the program must not wait for.
    from digimaturity.packs.nodes import parse_yaml
    from digimaturity.packs.schema import violations

    reading = parse_yaml(data, name)
    problems = list(reading.problems)
    if reading.root is not None:
        problems += [found.problem for found in violations(reading.root, "benchmark-pack")]
    if problems or reading.root is None:
        return {"problems": to_plain(problems)}
    fields = reading.root.plain()["sources"]
    sources = {key: asdict(Source(id=key, **own)) for key, own in fields.items()}
    return {"problems": [], "sources": sources}
