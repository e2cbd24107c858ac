"""What can be put down for a roadmap: sensible figures, texts that can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from digimaturity.domain.roadmap.book import Entry
from digimaturity.domain.roadmap.items import (
    FollowUp,
    KeptPlan,
    KeyPerson,
    KpiValue,
    Limits,
    OwnMeasure,
    Project,
    RoleCapacity,
    System,
    Target,
)
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.errors import UserError
from digimaturity.services.text import storable

#: No figure of a firm is larger (days, euros, points); more is a slip of the fingers.
LARGEST = 1e12
#: Quarters that can be planned.
MOST_QUARTERS = 20
#: Other years are slips of the fingers; far ones end the calendar while quarters are counted.
YEARS = range(1970, 2101)
_FULL = 100.0

T = TypeVar("T")


def check(entry: Entry) -> Entry:
    """The entry as it can be saved.

    Raises:
        UserError: ``plan.number`` (no figure from 0 to `LARGEST`; what a KPI measures may be
            below 0), ``plan.name`` (what has a name got none), ``plan.target`` (not 0 to 100),
            ``plan.weeks``, ``plan.share``, ``plan.quarters``, ``plan.year`` (none of
            `YEARS`, or a key of `RoleCapacity.differs` that is no quarter).
    """
    item = entry.item
    if item is None:
        return entry
    clean = _clean(item)
    match clean:
        case Target() if not 0 <= clean.score <= _FULL:
            raise UserError("plan.target")
        case Project() | System() | KeyPerson() if not clean.name.strip():
            raise UserError("plan.name")
        case OwnMeasure() if not clean.title.strip():
            raise UserError("plan.name")
        case OwnMeasure() if clean.weeks < 1:
            raise UserError("plan.weeks")
        case KeyPerson() if not 0 <= clean.share <= 1:
            raise UserError("plan.share")
        case Limits() if not 1 <= clean.quarters <= MOST_QUARTERS:
            raise UserError("plan.quarters", most=MOST_QUARTERS)
        case KeptPlan() if any(start >= MOST_QUARTERS for start in clean.starts.values()):
            raise UserError("plan.quarters", most=MOST_QUARTERS)
    return replace(entry, item=clean)


def _clean(given: Any, lowest: float = 0) -> Any:  # noqa: ANN401 - items hold texts, figures, and parts of both
    """The same with storable texts; figures, days and quarters are looked at on the way."""
    match given:
        case Enum():
            return given
        case str():
            return storable(given).replace("\0", "")
        case bool() | None:
            return given
        case int() | float():
            if not lowest <= given <= LARGEST:  # what is no number is neither
                raise UserError("plan.number")
            return given
        case date() | Quarter():
            return _in_years(given, given.year)
        case tuple():
            return tuple(_clean(one) for one in given)
        case Mapping():
            return {_key(key): _clean(one) for key, one in given.items()}
    if isinstance(given, RoleCapacity):
        _check_quarters(given.differs)
    # What a KPI measures may be below zero: a result, a temperature, a balance of opinions.
    lowest = -LARGEST if isinstance(given, KpiValue | FollowUp) else 0
    parts = {field.name: _clean(getattr(given, field.name), lowest) for field in fields(given)}
    return replace(given, **parts)


def _key(given: str | int) -> str | int:
    """An id or a year."""
    return storable(given) if isinstance(given, str) else _in_years(given, given)


def _check_quarters(differs: Iterable[str]) -> None:
    """Nobody types these keys; a file from elsewhere can have any."""
    for key in differs:
        try:
            year = Quarter.parsed(key).year
        except ValueError:
            year = 0
        _in_years(key, year)


def _in_years(given: T, year: int) -> T:
    if year not in YEARS:
        raise UserError("plan.year", first=YEARS[0], last=YEARS[-1])
    return given
