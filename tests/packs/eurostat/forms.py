"""The same cells written in each of the forms in which Eurostat publishes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from digimaturity.packs.eurostat import Extract, read_extract
from digimaturity.packs.eurostat.cells import Cell

DATA = Path(__file__).parent / "data"
UPDATED = "2026-12-14"

#: Cells of other codes: size, sector, code, unit, country, year, value, flag.
Cells = Sequence[Cell]


def cell(code: str, value: float | None, flag: str = "", **other: Any) -> Cell:
    """A cell on small and medium German firms of all sectors in 2025, unless told."""
    usual = Cell("10-249", "C10-S951_X_K", code, "PC_ENT", "DE", 2025, value, flag, 0)
    return usual._replace(**other)


def distribution(shares: Sequence[float], **other: Any) -> list[Cell]:
    """The four cells of a distribution, version 3."""
    codes = ("E_DI3_VLO", "E_DI3_LO", "E_DI3_HI", "E_DI3_VHI")
    return [cell(code, share, **other) for code, share in zip(codes, shares, strict=True)]


def as_csv(cells: Cells, dataset: str = "isoc_e_dii") -> bytes:
    """SDMX-CSV without labels."""
    header = (
        "DATAFLOW,LAST UPDATE,freq,size_emp,nace_r2,indic_is,unit,geo,"
        "TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"
    )
    first = (f"ESTAT:{dataset.upper()}(1.0)", "14/12/26 23:00:00", "A")
    rows = [
        (*first, c.size, c.sector, c.code, c.unit, c.country, c.year, _text(c.value), c.flag, "")
        for c in cells
    ]
    return _rows([header.split(","), *rows])


def as_labelled_csv(cells: Cells, dataset: str = "isoc_e_dii") -> bytes:
    """SDMX-CSV with labels; it does not say when its data were updated."""
    names = ("freq", "size_emp", "nace_r2", "indic_is", "unit", "geo", "TIME_PERIOD")
    header = ["STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME"]
    for name in (*names, "OBS_VALUE", "OBS_FLAG", "CONF_STATUS"):
        header += [name, f"Label, of {name}"]
    rows = []
    for c in cells:
        row = ["dataflow", f"ESTAT:{dataset.upper()}(1.0)", "A table, of enterprises"]
        values = ("A", c.size, c.sector, c.code, c.unit, c.country, c.year, _text(c.value))
        for value in (*values, c.flag, ""):
            row += [str(value), f"What “{value}” means, in words"]
        rows.append(row)
    return _rows([header, *rows])


def as_tsv(cells: Cells, _dataset: str = "") -> bytes:
    """The bulk form, which names neither data set nor update."""
    years = sorted({c.year for c in cells})
    series: dict[tuple[str, ...], dict[int, str]] = {}
    for c in cells:
        key = ("A", c.size, c.sector, c.code, c.unit, c.country)
        value = ":" if c.value is None else repr(c.value)
        series.setdefault(key, {})[c.year] = f"{value} {c.flag}"
    lines = [
        "\t".join(
            ["freq,size_emp,nace_r2,indic_is,unit,geo\\TIME_PERIOD", *(f"{y} " for y in years)]
        )
    ]
    for codes, values in series.items():
        lines.append("\t".join([",".join(codes), *(values.get(year, ": ") for year in years)]))
    return ("\n".join(lines) + "\n").encode()


def as_json_stat(cells: Cells, dataset: str = "isoc_e_dii") -> bytes:
    """JSON-stat, with what the flat indices mean behind the values."""
    names = ("freq", "size_emp", "nace_r2", "indic_is", "unit", "geo", "time")
    keys = [("A", c.size, c.sector, c.code, c.unit, c.country, str(c.year)) for c in cells]
    places = [
        {code: number for number, code in enumerate(dict.fromkeys(own))}
        for own in zip(*keys, strict=True)
    ]
    value: dict[str, float] = {}
    status: dict[str, str] = {}
    for key, c in zip(keys, cells, strict=True):
        index = 0
        for number, place in enumerate(places):
            index = index * len(place) + place[key[number]]
        if c.value is not None:
            value[str(index)] = c.value
        if c.flag or c.value is None:
            status[str(index)] = (":" if c.value is None else "") + c.flag
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": "A table",
        "source": "ESTAT",
        "updated": f"{UPDATED}T23:00:00+0100",
        "value": value,
        "status": status,
        "id": list(names),
        "size": [len(place) for place in places],
        "dimension": {
            name: {"label": name, "category": {"index": place, "label": {}}}
            for name, place in zip(names, places, strict=True)
        },
        "extension": {"id": dataset.upper()},
    }
    return json.dumps(document, separators=(",", ":")).encode()


def as_zip(content: bytes, name: str = "table.csv") -> bytes:
    """Packed with its name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name, (2026, 12, 20, 8, 0, 0))
        archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def as_gz(content: bytes) -> bytes:
    """Packed without a date."""
    return gzip.compress(content, mtime=0)


FORMS: Mapping[str, Callable[[Cells, str], bytes]] = {
    "csv": as_csv,
    "labelled": as_labelled_csv,
    "tsv": as_tsv,
    "json": as_json_stat,
}
PACKINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "zip": as_zip,
    "gz": as_gz,
}


def read(folder: Path, content: bytes, name: str = "table") -> Extract:
    """What the bytes state; read under a name that tells nothing."""
    from datetime import date

    path = folder / name
    path.write_bytes(content)
    return read_extract(path, updated=date.fromisoformat(UPDATED), today=date(2027, 1, 1))


def _text(value: float | None) -> str:
    return "" if value is None else repr(value)


def _rows(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
