"""A benchmark pack as files: the sources as YAML, the figures as two tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from digimaturity.domain.indices import Band
from digimaturity.domain.official import BenchmarkData, SeriesBreak, Source
from digimaturity.domain.population import Population
from digimaturity.packs.figures import BANDS, RATES, SIZES
from digimaturity.packs.merging import figures_of


@dataclass(frozen=True, slots=True)
class PackHead:
    """What a pack says of itself; `note` is a comment at its beginning."""

    id: str
    version: str
    licence: str
    note: str = ""


def pack_files(head: PackHead, data: BenchmarkData) -> dict[str, bytes]:
    """The files of a pack with these figures, by name; the same figures make the same bytes.

    Only sources that a figure names are written.
    """
    used = {figure.source for figure in figures_of(data)}
    sources = {key: source for key, source in data.sources.items() if key in used}
    files = {"pack.yaml": _head(head, sources, data.breaks)}
    if data.bands:
        files["bands.csv"] = _table(BANDS, _band_rows(data))
    if data.rates:
        files["rates.csv"] = _table(RATES, _rate_rows(data))
    return files


def _head(head: PackHead, sources: Mapping[str, Source], breaks: Iterable[SeriesBreak]) -> bytes:
    # Only here YAML is needed, which the start of the program must not wait for.
    import yaml

    steps = [asdict(step) for step in breaks]
    content = {
        "id": head.id,
        "version": head.version,
        "licence": head.licence,
        **({"breaks": steps} if steps else {}),
        "sources": {
            key: {
                "publisher": source.publisher,
                "title": source.title,
                "dataset": source.dataset,
                "updated": source.updated,
                "licence": source.licence,
                "url": source.url,
                "evidence": source.evidence,
            }
            for key, source in sorted(sources.items())
        },
    }
    note = "".join(f"# {line}\n" for line in head.note.splitlines())
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    return (note + text).encode()


def _band_rows(data: BenchmarkData) -> Iterable[tuple[object, ...]]:
    order = list(Band)
    by_group = sorted(
        data.bands, key=lambda one: (one.index, one.version, one.year, _order(one.population))
    )
    for shares in by_group:
        group = shares.population
        for band in order:
            yield (
                *(shares.index, shares.version, shares.year),
                *(group.country, group.size_class, group.sector or "", band.value),
                *(_plain(shares.shares[band]), shares.flags.get(band, "")),
                *(shares.n or "", shares.source),
            )


def _rate_rows(data: BenchmarkData) -> Iterable[tuple[object, ...]]:
    for rate in sorted(data.rates, key=lambda one: (one.code, one.year, _order(one.population))):
        group = rate.population
        yield (
            *(rate.code, rate.year, group.country, group.size_class, group.sector or ""),
            *(_plain(rate.share), rate.flag, rate.n or "", rate.source),
        )


def _table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def _order(group: Population) -> tuple[str, int, str]:
    """By country, then by size as the office lists them, then by sector."""
    return group.country, SIZES.index(group.size_class), group.sector or ""


def _plain(share: float) -> str:
    """With as many decimals as were published."""
    return f"{share:.10f}".rstrip("0").rstrip(".")
