"""The bulk files of Eurostat: a row for each series, a column for each year, cells with flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from digimaturity.errors import UserError
from digimaturity.packs.eurostat.cells import (
    CONFIDENTIAL,
    DIMENSIONS,
    Cell,
    Contents,
    Place,
    Wanted,
    flag_of,
    value_of,
    year_of,
)
from digimaturity.packs.eurostat.lines import lines_of

_HEADER = re.compile(r"(?P<dimensions>[a-z0-9_]+(?:,[a-z0-9_]+)*)\\(?:TIME_PERIOD|time)")
#: A value, small letters for what it is, and a capital letter for who may see it.
_CELL = re.compile(r"(?P<value>:|[0-9eE.+-]+)? ?(?P<flag>[a-z]{0,5})(?: ?@?(?P<secret>[CNP]))?")


def is_tsv(first_line: str) -> bool:
    """Whether a file with this first line is a bulk file."""
    return _HEADER.fullmatch(first_line.split("\t", maxsplit=1)[0].strip()) is not None


def read_tsv(stream: BinaryIO, path: Path, wanted: Wanted) -> Contents:
    """The contents; a bulk file names neither its data set nor its update.

    Of rows that are not wanted the cells are counted, not read.
    """
    lines = lines_of(stream, path)
    first, *years = [cell.strip() for cell in next(lines).split("\t")]
    found = _HEADER.fullmatch(first)
    dimensions = found["dimensions"].split(",") if found else []
    missing = [name for name in DIMENSIONS if dimensions.count(name) != 1]
    if missing:
        raise UserError("benchmark.columns", path=path, columns=missing)
    header = Place(path, 1)
    times = [year_of(year, header) for year in years]
    if len(set(times)) != len(times):
        raise UserError("benchmark.row", path=path, line=1)
    return Contents("TSV", "", "", "", _cells(lines, dimensions, times, (path, wanted)))


def _cells(
    lines: Iterator[str], dimensions: list[str], years: list[int], about: tuple[Path, Wanted]
) -> Iterator[Cell]:
    path, is_wanted = about
    places = [dimensions.index(name) for name in DIMENSIONS]
    freq = dimensions.index("freq") if "freq" in dimensions else None
    for line, text in enumerate(lines, start=2):
        here = Place(path, line)
        if not text.endswith("\n"):
            raise UserError("benchmark.cut_off", path=path, line=line)
        key, *cells = text.split("\t")
        codes = key.strip().split(",")
        if len(codes) != len(dimensions) or len(cells) != len(years):
            raise UserError("benchmark.row", path=path, line=line)
        if freq is not None and codes[freq] != "A":
            raise here.fault("freq", codes[freq])
        size, sector, code, unit, country = (codes[number] for number in places)
        if not is_wanted(size, sector, code, unit):
            yield Cell(size, sector, code, unit, country, 0, None, "", line, len(cells))
            continue
        for year, cell in zip(years, cells, strict=True):
            found = _CELL.fullmatch(cell.strip())
            if found is None or not found["value"]:
                raise here.fault(str(year), cell)
            flag = CONFIDENTIAL if found["secret"] else flag_of(found["flag"], here)
            value = value_of(found["value"], here)
            yield Cell(size, sector, code, unit, country, year, value, flag, line)
