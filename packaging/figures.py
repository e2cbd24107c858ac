"""Write the official benchmark pack from a table of figures, with the importer's own writer.

    make figures TABLE=figures.csv

The table has one figure a row, with source_id, indicator, year, country, size_class, sector, unit,
value, n and flag; other columns are ignored. `SOURCES` says which of its sources are taken and what
is printed about them. Official figures come first: a second-hand one is taken only where there is
no official one, and only of the newest survey.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from digimaturity.domain.indices import Band
from digimaturity.domain.official import (
    AdoptionRate,
    BandShares,
    BenchmarkData,
    SeriesBreak,
    Source,
)
from digimaturity.domain.population import Population
from digimaturity.packs.benchmark_writing import PackHead, pack_files
from digimaturity.packs.eurostat import codes
from digimaturity.packs.eurostat.extract import source_of
from digimaturity.packs.merging import merged

PACK = Path(__file__).parent.parent / "questionnaires" / "benchmarks" / "eurostat"
UPDATED = "2026-02-27"
SECOND_HAND = "C"

#: The index counts one item otherwise than in the survey before: a trend over the step is broken.
BREAKS = (
    SeriesBreak(codes.INDEX, "3", 2023),  # data analytics in place of the Internet of Things
    SeriesBreak(codes.INDEX, "3", 2025),  # a website in place of two or more social media
)
_NOTE = """\
Written by packaging/figures.py. Survey years before 2025 counted another list of items: see breaks.
The source isoc_eb_iip was read second-hand from a transcript of 20 March 2026: context only."""


def _of_table(dataset: str) -> Source:
    return replace(source_of(dataset, UPDATED), id=dataset)


#: By the table's own ids; several of them may have been read from the same data set.
SOURCES: Mapping[str, Source] = {
    "estat_dii": _of_table("isoc_e_dii"),
    "estat_dii_api": _of_table("isoc_e_dii"),
    "estat_ai": _of_table("isoc_eb_ai"),
    "estat_ain2": _of_table("isoc_eb_ain2"),
    "estat_cloud": _of_table("isoc_cicce_use"),
    "estat_das": _of_table("isoc_eb_das"),
    "estat_ai_sme": replace(source_of("isoc_eb_ai", "2026"), id="isoc_eb_ai-earlier"),
    "estat_comp23": Source(
        "comprehensive-2023",
        codes.PUBLISHER,
        "ICT usage in enterprises, comprehensive database 2023",
        "comprehensive database",
        "2024-07",
        codes.LICENCE,
        "https://ec.europa.eu/eurostat/web/digital-economy-and-society/database/"
        "comprehensive-database",
    ),
    "se_ebus_2020": Source(
        "e-business-2020",
        codes.PUBLISHER,
        "Statistics Explained: E-business integration",
        "isoc_ciweb, isoc_eb_iip",
        "2020-09",
        codes.LICENCE,
        "https://ec.europa.eu/eurostat/statistics-explained/index.php?title=E-business_integration",
        evidence="B",
    ),
    "estat_iip_transcript": replace(_of_table("isoc_eb_iip"), evidence=SECOND_HAND),
}
NEWEST = 2025

Row = dict[str, str]


def main() -> int:
    """Write the pack and say what it holds."""
    parser = argparse.ArgumentParser(description="Write the official benchmark pack.")
    parser.add_argument("table", type=Path)
    parser.add_argument("--out", type=Path, default=PACK)
    options = parser.parse_args()
    with options.table.open(encoding="utf-8", newline="") as file:
        data = data_of(csv.DictReader(file))
    options.out.mkdir(parents=True, exist_ok=True)
    head = PackHead("eurostat", UPDATED, codes.LICENCE, _NOTE)
    for name, content in pack_files(head, data).items():
        (options.out / name).write_bytes(content)
    print(f"{len(data.bands)} distributions and {len(data.rates)} rates in {options.out}")
    return 0


def data_of(rows: Iterable[Row]) -> BenchmarkData:
    """The figures of the table that firms are compared with."""
    taken = [row for row in rows if _fits(row)]
    sources = {source.id: source for source in SOURCES.values()}
    rates = [_rate(row) for row in taken if row["indicator"] in codes.ITEMS]
    official = [rate for rate in rates if sources[rate.source].evidence != SECOND_HAND]
    context = [rate for rate in rates if rate not in official and rate.year == NEWEST]
    packs = (context, official)
    found = merged(BenchmarkData(rates=tuple(own), sources=sources) for own in packs)
    return replace(found, bands=tuple(_distributions(taken)), breaks=BREAKS)


def _fits(row: Row) -> bool:
    sector = row["sector"] == codes.ALL_SECTORS or row["sector"] in codes.SECTIONS
    group = row["size_class"] in codes.SIZES and sector
    return row["source_id"] in SOURCES and row["unit"] == "% of enterprises" and group


def _distributions(rows: Iterable[Row]) -> Iterable[BandShares]:
    """The distributions of the version that questionnaires ask for, if they have every band."""
    found: dict[tuple[str, int, Population], dict[Band, Row]] = {}
    for row in rows:
        band = codes.band_of(row["indicator"])
        if band is not None and band[0] == BREAKS[0].version:
            key = (band[0], int(row["year"]), _population(row))
            found.setdefault(key, {})[band[1]] = row
    for (version, year, population), bands in found.items():
        if len(bands) == len(Band):
            yield BandShares(
                codes.INDEX,
                version,
                year,
                population,
                {band: float(bands[band]["value"]) for band in Band},
                SOURCES[bands[Band.LOW]["source_id"]].id,
                {band: bands[band]["flag"] for band in Band if bands[band]["flag"]},
            )


def _rate(row: Row) -> AdoptionRate:
    return AdoptionRate(
        row["indicator"],
        int(row["year"]),
        _population(row),
        float(row["value"]),
        SOURCES[row["source_id"]].id,
        row["flag"],
        int(row["n"]) if row["n"] else None,
    )


def _population(row: Row) -> Population:
    sector = None if row["sector"] == codes.ALL_SECTORS else row["sector"]
    return Population(row["country"], row["size_class"], sector)


if __name__ == "__main__":
    sys.exit(main())
