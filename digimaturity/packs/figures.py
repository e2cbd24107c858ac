"""The rows of a benchmark pack's two tables as figures of the domain."""

from __future__ import annotations

from collections.abc import Collection
from math import fsum

from digimaturity.domain.indices import Band
from digimaturity.domain.official import AdoptionRate, BandShares
from digimaturity.domain.population import Population
from digimaturity.packs.tables import Row, Table, read_table

BANDS = (
    *("index", "version", "year", "country", "size_class", "sector"),
    *("band", "share", "flag", "n", "source"),
)
RATES = ("code", "year", "country", "size_class", "sector", "share", "flag", "n", "source")

#: Size classes in which official figures come, by persons employed.
SIZES = ("10-49", "50-249", "10-249", "GE250", "GE10")

#: Published shares are rounded; their sum may miss 100 by this much.
ROUNDING = 0.5

_FIRST_YEAR, _LAST_YEAR = 1990, 2200
_MOST_FIRMS = 1_000_000_000


def bands_of(
    data: bytes, name: str, sources: Collection[str] | None
) -> tuple[list[BandShares], Table]:
    """The distributions in a table ``bands.csv``; those that lack a band are left out.

    `sources` are the ids that a row may name; None where they are not known.
    """
    table = read_table(data, name, BANDS)
    groups: dict[tuple[object, ...], dict[str, Row]] = {}
    for row in table.rows:
        key = (row.text("index"), row.text("version"), _year(row), _population(row))
        band = row.choice("band", [band.value for band in Band])
        _share(row)
        _provenance(row, sources)
        first = groups.setdefault(key, {}).setdefault(band, row)
        if first is not row:
            table.fault(row.line, "csv.duplicate", first=first.line)
    if table.problems:
        return [], table
    whole = [rows for rows in groups.values() if len(rows) == len(Band)]
    shares = [_band_shares([rows[band] for band in Band]) for rows in whole]
    return ([], table) if table.problems else (shares, table)


def rates_of(
    data: bytes, name: str, sources: Collection[str] | None
) -> tuple[list[AdoptionRate], Table]:
    """The adoption rates in a table ``rates.csv``."""
    table = read_table(data, name, RATES)
    seen: dict[tuple[object, ...], Row] = {}
    rates = []
    for row in table.rows:
        rate = AdoptionRate(
            code=row.text("code", r"[A-Za-z][A-Za-z0-9_]{0,59}"),
            year=_year(row),
            population=_population(row),
            share=_share(row),
            source=_provenance(row, sources),
            flag=row.cells["flag"],
            n=_firms(row),
        )
        rates.append(rate)
        first = seen.setdefault((rate.code, rate.year, rate.population), row)
        if first is not row:
            table.fault(row.line, "csv.duplicate", first=first.line)
    return ([], table) if table.problems else (rates, table)


def _band_shares(rows: list[Row]) -> BandShares:
    """One distribution of its four rows, which must say the same of where they come from."""
    first = rows[0]
    shares = {band: _share(row) for band, row in zip(Band, rows, strict=True)}
    total = fsum(shares.values())
    if abs(total - 100) > ROUNDING:
        first.table.fault(first.line, "bands.sum", sum=round(total, 2))
    if len({(row.cells["source"], row.cells["n"]) for row in rows}) > 1:
        first.table.fault(first.line, "bands.mixed")
    return BandShares(
        index=first.cells["index"],
        version=first.cells["version"],
        year=_year(first),
        population=_population(first),
        shares=shares,
        source=first.cells["source"],
        flags={
            band: row.cells["flag"]
            for band, row in zip(Band, rows, strict=True)
            if row.cells["flag"]
        },
        n=_firms(first),
    )


def _population(row: Row) -> Population:
    return Population(
        row.text("country", r"[A-Z]{2}([A-Z0-9_]{0,10})"),
        row.choice("size_class", SIZES),
        row.text("sector", r"[A-U]?") or None,
    )


def _year(row: Row) -> int:
    return row.whole("year", _FIRST_YEAR, _LAST_YEAR)


def _share(row: Row) -> float:
    return row.number("share", 0, 100)


def _firms(row: Row) -> int | None:
    return row.whole("n", 1, _MOST_FIRMS) if row.cells["n"] else None


def _provenance(row: Row, sources: Collection[str] | None) -> str:
    """The source, whose flag and number of firms are checked with it."""
    _firms(row)
    row.text("flag", r"[a-z]{0,5}")
    source = row.text("source")
    if source and sources is not None and source not in sources:
        row.table.fault(row.line, "csv.source", source=source)
    return source
