"""What is wrong with a planning problem, by its schema and by what its entries say together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.answers_faults import Faults, nearest
from digimaturity.services.plan_file.schemas import validator

if TYPE_CHECKING:
    from jsonschema import ValidationError

#: The calendar has none later.
_LAST = Quarter(date.max.year, 4)


def against_schema(faults: Faults, document: object) -> None:
    """Note everything in which a document is not as its schema says, by place."""
    for error in sorted(validator("plan-problem").iter_errors(document), key=_order):
        where, limit = _where(error), error.validator_value
        match error.validator:
            case "required" | "additionalProperties":
                _keys(faults, error)
            case "type":
                wanted = (limit,) if isinstance(limit, str) else tuple(limit)
                faults.add(where, "kind", wanted=wanted)
            case "const":
                faults.add(where, "format", found=error.instance, expected=limit)
            case "pattern":
                faults.add(where, "quarter", found=error.instance)
            case code:  # minimum, maximum, minLength, maxLength, maxItems
                faults.add(where, str(code), limit=limit)


def _keys(faults: Faults, error: ValidationError) -> None:
    """The keys of an object that are missing, or that mean nothing there."""
    where = _where(error)
    found: Any = error.instance
    schema: Any = error.schema
    if error.validator == "required":
        # The library names one key in each error, in its words only.
        missing = (key for key in schema["required"] if error.message.startswith(repr(key)))
        faults.add(where, "missing", key=next(missing))
        return
    known = schema["properties"]
    for key in sorted(found.keys() - known.keys()):
        faults.add(where, "unknown_key", key=key, near=nearest(key, known))


def _order(error: ValidationError) -> tuple[str, ...]:
    return tuple(f"{part:09}" if isinstance(part, int) else part for part in error.absolute_path)


def _where(error: ValidationError) -> str:
    """The place in the file, such as ``measures[0].load.it``."""
    path = error.absolute_path
    names = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(names).removeprefix(".")


def across(faults: Faults, document: Mapping[str, Any]) -> None:
    """Note what contradicts something else: ids that are there twice or nowhere, short lists."""
    known: dict[str, str] = {}
    for where, key in _ids(document):
        if key in known:
            faults.add(where, "twice", key=key, other=known[key])
        known.setdefault(key, where)
    everything = known.keys() | set(document.get("missing", ()))
    measures = {one["id"] for one in document["measures"]}
    for where, key in _required(document):
        if key not in everything:
            faults.add(where, "unknown_id", key=key, near=nearest(key, everything))
    for key in document.get("before", {}):
        if key not in measures:
            faults.add(f"before.{key}", "unknown_id", key=key, near=nearest(key, measures))
    quarters = int(document["quarters"])
    if Quarter.parsed(document["first"]).since(_LAST) + quarters > 0:
        faults.add("quarters", "calendar")
    for where, days in _lists(document):
        if len(days) != quarters:
            faults.add(where, "length", found=len(days), expected=quarters)


def _ids(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part in ("measures", "running"):
        for n, one in enumerate(document.get(part, ())):
            yield f"{part}[{n}].id", one["id"]


def _required(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for n, one in enumerate(document["measures"]):
        for m, key in enumerate(one.get("requires", ())):
            yield f"measures[{n}].requires[{m}]", key


def _lists(document: Mapping[str, Any]) -> Iterator[tuple[str, list[float]]]:
    """Every list that has to have one number for each quarter."""
    found = [(f"capacity.{key}", days) for key, days in document.get("capacity", {}).items()]
    for n, one in enumerate(document.get("running", ())):
        found += [(f"running[{n}].load.{key}", days) for key, days in one.get("load", {}).items()]
    return ((where, days) for where, days in found if isinstance(days, list))
