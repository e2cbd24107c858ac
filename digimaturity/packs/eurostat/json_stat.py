"""JSON-stat 2.0 as Eurostat's service answers: values by flat index, read in two passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from digimaturity.errors import UserError
from digimaturity.packs.eurostat.cells import (
    Cell,
    Contents,
    Place,
    Wanted,
    dataset_of,
    updated_of,
    value_of,
)
from digimaturity.packs.eurostat.cube import Cube, cube_of, status_of
from digimaturity.packs.eurostat.json_reading import (
    Event,
    events_of,
    members,
    passed,
    series,
    whole,
)

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
    cube = cube_of(head, path)
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


def _cells(events: Iterator[Event], cube: Cube, wanted: Wanted) -> Iterator[Cell]:
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
        flag = status_of(flags.get(index, cube.status), nowhere)
        yield Cell(*cube.at(index), value, flag, 0)


def _unwanted(
    found: Iterator[tuple[int, Any]], cube: Cube, wanted: Wanted, kept: dict[int, Any]
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


def _keep(kept: dict[int, Any], index: int, scalar: object, cube: Cube) -> None:
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
