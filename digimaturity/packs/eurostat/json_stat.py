"""JSON-stat 2.0 as Eurostat's service answers: values by flat index, read in two passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

from digimaturity.errors import UserError
from digimaturity.packs.eurostat.cells import (
    DIMENSIONS,
    Cell,
    Contents,
    Place,
    Wanted,
    dataset_of,
    flag_of,
    updated_of,
    value_of,
    year_of,
)
from digimaturity.packs.eurostat.json_reading import (
    Event,
    events_of,
    members,
    passed,
    series,
    whole,
)

_TIME = "time"
_MOST_WANTED = 400_000
_BULKY = ("value", "status")


def is_json(first_line: str) -> bool:
    """Whether a file with this first line may be JSON."""
    return first_line.lstrip().startswith("{")


def read_json_stat(open_again: Callable[[], BinaryIO], path: Path, wanted: Wanted) -> Contents:
    """The contents; the values may stand before what they mean, so the file is read twice."""
    head = _head(events_of(open_again(), path), path)
    if head.get("class") != "dataset" or "value" not in head:
        raise UserError("benchmark.format", path=path)
    if head["value"] is not None:
        raise UserError("benchmark.shape", path=path)
    cube = _cube(head, path)
    extension = head.get("extension")
    name = extension.get("id") if isinstance(extension, dict) else None
    updated, title = head.get("updated"), head.get("label")
    return Contents(
        form="JSON-stat",
        dataset=dataset_of(name) if isinstance(name, str) else "",
        title=title if isinstance(title, str) else "",
        updated=updated_of(updated, Place(path, 0)) if isinstance(updated, str) else "",
        cells=_cells(events_of(open_again(), path), cube, wanted),
    )


def _head(events: Iterator[Event], path: Path) -> dict[str, Any]:
    """Every member of the document, without the long series."""
    return {
        key: passed(events, path) if key in _BULKY else whole(events, path)
        for key in members(events, path)
    }


@dataclass(frozen=True, slots=True)
class _Cube:
    """The codes of each dimension in their order, and where ours are among the dimensions."""

    path: Path
    codes: tuple[tuple[str, ...], ...]
    places: tuple[int, ...]
    years: tuple[int, ...]
    time: int
    cells: int
    #: So many neighbours differ only in country and year.
    block: int
    #: The flags of all values, where they are written once for all.
    status: str

    def at(self, index: int) -> tuple[str, str, str, str, str, int]:
        """Size, sector, code, unit, country and year of a cell."""
        if index >= self.cells:
            raise UserError("benchmark.shape", path=self.path)
        positions = [0] * len(self.codes)
        for number in range(len(self.codes) - 1, -1, -1):
            index, positions[number] = divmod(index, len(self.codes[number]))
        size, sector, code, unit, country = (
            self.codes[place][positions[place]] for place in self.places
        )
        return size, sector, code, unit, country, self.years[positions[self.time]]


def _cube(head: dict[str, Any], path: Path) -> _Cube:
    names, sizes, dimensions = head.get("id"), head.get("size"), head.get("dimension")
    if not isinstance(names, list) or not isinstance(dimensions, dict):
        raise UserError("benchmark.format", path=path)
    missing = [name for name in (*DIMENSIONS, _TIME) if names.count(name) != 1]
    if missing:
        raise UserError("benchmark.columns", path=path, columns=missing)
    codes = tuple(_codes(dimensions.get(name), str(name), path) for name in names)
    if sizes != [len(own) for own in codes]:
        raise UserError("benchmark.shape", path=path)
    place = {name: number for number, name in enumerate(names)}
    if "freq" in place and codes[place["freq"]] != ("A",):
        raise Place(path, 0).fault("freq", ",".join(codes[place["freq"]]))
    years = tuple(year_of(year, Place(path, 0)) for year in codes[place[_TIME]])
    ours = tuple(place[name] for name in DIMENSIONS)
    last = max(ours[:4])
    block = prod(sizes[last + 1 :])
    status = _flag(head.get("status"), Place(path, 0))
    return _Cube(path, codes, ours, years, place[_TIME], prod(sizes), block, status)


def _codes(dimension: object, name: str, path: Path) -> tuple[str, ...]:
    """The codes of a dimension in the order of their places."""
    category = dimension.get("category") if isinstance(dimension, dict) else None
    if not isinstance(category, dict):
        raise UserError("benchmark.columns", path=path, columns=[name])
    index = category.get("index", category.get("label"))
    if "index" not in category and isinstance(index, dict):
        index = list(index)  # the only code of a dimension need not be numbered
    if isinstance(index, list):
        index = {code: number for number, code in enumerate(index) if isinstance(code, str)}
    if not isinstance(index, dict) or not index:
        raise UserError("benchmark.columns", path=path, columns=[name])
    if sorted(index.values(), key=str) != sorted(range(len(index)), key=str):
        raise UserError("benchmark.shape", path=path)
    return tuple(sorted(index, key=lambda code: index[code]))


def _cells(events: Iterator[Event], cube: _Cube, wanted: Wanted) -> Iterator[Cell]:
    """Unwanted cells counted; wanted ones when both their values and flags are known."""
    values: dict[int, Any] = {}
    flags: dict[int, Any] = {}
    for key in members(events, cube.path):
        if key not in _BULKY:
            whole(events, cube.path)
            continue
        kept = values if key == "value" else flags
        for cell in _unwanted(series(events, cube.path), cube, wanted, kept):
            if key == "value":
                yield cell
    nowhere = Place(cube.path, 0)
    for index in sorted({*values, *flags}):
        value = _value(values.get(index), nowhere)
        flag = _flag(flags.get(index, cube.status), nowhere)
        yield Cell(*cube.at(index), value, flag, 0)


def _unwanted(
    found: Iterator[tuple[int, Any]], cube: _Cube, wanted: Wanted, kept: dict[int, Any]
) -> Iterator[Cell]:
    """Keep what is wanted; neighbours share what decides it, so they are counted together."""
    block, run, own = -1, 0, False
    cell = cube.at(0)
    for index, scalar in found:
        if index // cube.block != block:
            if run:
                yield Cell(*cell, None, "", 0, run)
            block, run, cell = index // cube.block, 0, cube.at(index)
            own = wanted(*cell[:4])
        if own:
            _keep(kept, index, scalar, cube)
        else:
            run += 1
    if run:
        yield Cell(*cell, None, "", 0, run)


def _keep(kept: dict[int, Any], index: int, scalar: object, cube: _Cube) -> None:
    if index in kept or index >= cube.cells:
        raise UserError("benchmark.shape", path=cube.path)
    if len(kept) >= _MOST_WANTED:
        raise UserError("benchmark.too_many", path=cube.path)
    kept[index] = scalar


def _value(scalar: object, place: Place) -> float | None:
    """A value as a number or as its text; None where there is none."""
    if isinstance(scalar, bool):
        raise place.fault("value", str(scalar))
    return value_of("" if scalar is None else str(scalar), place)


def _flag(scalar: object, place: Place) -> str:
    """The flags of a cell; that a value is missing (``:``) says the value."""
    if scalar is not None and not isinstance(scalar, str):
        raise place.fault("status", str(scalar))
    return flag_of((scalar or "").replace(":", ""), place)
