"""SDMX-CSV as Eurostat writes it, with labels beside the codes or without."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from digimaturity.errors import UserError
from digimaturity.packs.eurostat.cells import (
    CONFIDENTIAL,
    DIMENSIONS,
    SECRET,
    Cell,
    Contents,
    Place,
    dataset_of,
    flag_of,
    updated_of,
    value_of,
    year_of,
)
from digimaturity.packs.eurostat.lines import lines_of

_UPDATED = "LAST UPDATE"
_NEEDED = (*DIMENSIONS, "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG")
_ORIGIN = ("DATAFLOW", "STRUCTURE_ID", "STRUCTURE_NAME", _UPDATED)
_BEGINNINGS = ("DATAFLOW", "STRUCTURE")


def is_sdmx_csv(first_line: str) -> bool:
    """Whether a file with this first line is SDMX-CSV."""
    return first_line.replace('"', "").startswith(tuple(f"{name}," for name in _BEGINNINGS))


def is_resaved(first_line: str) -> bool:
    """Whether it was SDMX-CSV until a spreadsheet saved it with semicolons."""
    return first_line.replace('"', "").startswith(tuple(f"{name};" for name in _BEGINNINGS))


def read_sdmx_csv(stream: BinaryIO, path: Path) -> Contents:
    """The contents, as far as the first row tells; the cells come while they are asked for."""
    rows = _rows(stream, path)
    _, heads = next(rows)
    if len(heads) == 1:  # each line in quotes
        raise UserError("benchmark.resaved", path=path)
    header = [_code(head) for head in heads]
    if header != heads:  # each cell holds its code and its name: ``A: Annual``
        coded = [number for number, name in enumerate(header) if name != "OBS_VALUE"]
        rows = _coded(rows, [number for number in coded if header[number] not in _ORIGIN])
    names = "STRUCTURE_ID" if header[0] == "STRUCTURE" else "DATAFLOW"
    missing = [name for name in (names, *_NEEDED) if name not in header]
    repeated = [name for name in header if header.count(name) > 1 and name in (*_NEEDED, names)]
    if missing or repeated:
        raise UserError("benchmark.columns", path=path, columns=missing or repeated)
    place = {name: number for number, name in enumerate(header)}
    first = next(rows, None)
    if first is None:
        raise UserError("benchmark.empty", path=path)
    line, row = first
    dataset = row[place[names]]
    updated = row[place[_UPDATED]] if _UPDATED in place else ""
    return Contents(
        form="SDMX-CSV",
        dataset=dataset_of(dataset),
        title=row[place["STRUCTURE_NAME"]] if "STRUCTURE_NAME" in place else "",
        updated=updated_of(updated, Place(path, line)) if updated else "",
        cells=_cells(chain([first], rows), place, (names, dataset, updated), path),
    )


def _cells(
    rows: Iterator[tuple[int, list[str]]],
    place: dict[str, int],
    origin: tuple[str, str, str],
    path: Path,
) -> Iterator[Cell]:
    """Every row as a cell; all of them must be of the data set and update of the first."""
    names, dataset, updated = origin
    of_dataset, of_update = place[names], place.get(_UPDATED)
    freq, secret = place.get("freq"), place.get("CONF_STATUS")
    dimensions = [place[name] for name in DIMENSIONS]
    time, value, flag = place["TIME_PERIOD"], place["OBS_VALUE"], place["OBS_FLAG"]
    for line, row in rows:
        here = Place(path, line)
        if row[of_dataset] != dataset or (of_update is not None and row[of_update] != updated):
            raise UserError("benchmark.mixed", path=path, line=line)
        if freq is not None and row[freq] != "A":
            if len(row[freq]) > 1:
                raise UserError("benchmark.labels", path=path, value=row[freq][:40])
            raise here.fault("freq", row[freq])
        published, flags = value_of(row[value], here), flag_of(row[flag], here)
        if secret is not None and row[secret].upper() in SECRET:
            published, flags = None, CONFIDENTIAL
        size, sector, code, unit, country = (row[number] for number in dimensions)
        year = year_of(row[time], here)
        yield Cell(size, sector, code, unit, country, year, published, flags, line)


def _code(text: str) -> str:
    """The code in ``geo: Geopolitical entity``; a text without a name as it stands."""
    return text.split(":", 1)[0].rstrip()


def _coded(
    rows: Iterator[tuple[int, list[str]]], columns: list[int]
) -> Iterator[tuple[int, list[str]]]:
    """The rows without the names in those columns."""
    for line, row in rows:
        for column in columns:
            row[column] = _code(row[column])
        yield line, row


def _rows(stream: BinaryIO, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line, all as many as the first has; no cell goes over a line's end."""
    reader = csv.reader(lines_of(stream, path), strict=True)
    line, width = 0, 0
    try:
        for row in reader:
            line += 1
            width = width or len(row)
            if len(row) != width or reader.line_num != line:
                raise UserError("benchmark.row", path=path, line=line)
            yield line, row
    except csv.Error as error:
        raise UserError("benchmark.row", path=path, line=line + 1) from error
