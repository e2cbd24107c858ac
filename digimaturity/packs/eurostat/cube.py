"""What the flat index of a value in JSON-stat means: its place among the dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from digimaturity.errors import UserError
from digimaturity.packs.eurostat.cells import DIMENSIONS, Place, flag_of, year_of

_TIME = "time"


@dataclass(frozen=True, slots=True)
class Cube:
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


def cube_of(head: dict[str, Any], path: Path) -> Cube:
    """The cube that the members of a document describe.

    Raises:
        UserError: ``benchmark.format``, ``benchmark.columns``, ``benchmark.shape`` or
            ``benchmark.cell``.
    """
    names, sizes, dimensions = head.get("id"), head.get("size"), head.get("dimension")
    if not isinstance(names, list) or not isinstance(dimensions, dict):
        raise UserError("benchmark.format", path=path)
    if not all(isinstance(name, str) for name in names):
        raise UserError("benchmark.format", path=path)
    missing = [name for name in (*DIMENSIONS, _TIME) if names.count(name) != 1]
    if missing:
        raise UserError("benchmark.columns", path=path, columns=missing)
    codes = tuple(_codes(dimensions.get(name), name, path) for name in names)
    if sizes != [len(own) for own in codes]:
        raise UserError("benchmark.shape", path=path)
    place = {name: number for number, name in enumerate(names)}
    if "freq" in place and codes[place["freq"]] != ("A",):
        raise Place(path, 0).fault("freq", ",".join(codes[place["freq"]]))
    years = tuple(year_of(year, Place(path, 0)) for year in codes[place[_TIME]])
    ours = tuple(place[name] for name in DIMENSIONS)
    last = max(ours[:4])
    block = prod(sizes[last + 1 :])
    status = status_of(head.get("status"), Place(path, 0))
    return Cube(path, codes, ours, years, place[_TIME], prod(sizes), block, status)


def _codes(dimension: object, name: str, path: Path) -> tuple[str, ...]:
    """The codes of a dimension in the order of their places."""
    category = dimension.get("category") if isinstance(dimension, dict) else None
    if not isinstance(category, dict):
        raise UserError("benchmark.columns", path=path, columns=[name])
    index = category.get("index", category.get("label"))
    if "index" not in category and isinstance(index, dict) and len(index) == 1:
        index = list(index)  # the only code of a dimension need not be numbered
    if isinstance(index, list):
        index = {code: number for number, code in enumerate(index) if isinstance(code, str)}
    if not isinstance(index, dict) or not index:
        raise UserError("benchmark.columns", path=path, columns=[name])
    if sorted(index.values(), key=str) != sorted(range(len(index)), key=str):
        raise UserError("benchmark.shape", path=path)
    return tuple(sorted(index, key=lambda code: index[code]))


def status_of(scalar: object, place: Place) -> str:
    """The flags of a cell; that a value is missing (``:``) says the value."""
    if scalar is not None and not isinstance(scalar, str):
        raise place.fault("status", str(scalar))
    return flag_of((scalar or "").replace(":", ""), place)
