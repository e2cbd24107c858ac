"""What can be put down for a roadmap: sensible figures, texts that can be kept."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from math import isfinite
from typing import Any

from digimaturity.domain.roadmap.book import Entry
from digimaturity.domain.roadmap.items import KeyPerson, Limits, OwnMeasure, Project, System, Target
from digimaturity.errors import UserError
from digimaturity.services.text import storable

#: No figure of a firm is larger (days, euros, points); more is a slip of the fingers.
LARGEST = 1e12
#: Quarters that can be planned.
MOST_QUARTERS = 20
_FULL = 100.0


def check(entry: Entry) -> Entry:
    """The entry as it can be saved.

    Raises:
        UserError: ``plan.number`` (no figure from 0 to `LARGEST`), ``plan.name`` (what has a name
            got none), ``plan.target`` (not 0 to 100), ``plan.share``, ``plan.quarters``.
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
    return replace(entry, item=clean)


def _clean(given: Any) -> Any:  # noqa: ANN401 - items hold texts, figures, and parts of both
    """The same with storable texts; figures are looked at on the way."""
    match given:
        case Enum():
            return given
        case str():
            return storable(given)
        case bool() | None:
            return given
        case int() | float():
            if not (isfinite(given) and 0 <= given <= LARGEST):
                raise UserError("plan.number")
            return given
        case tuple():
            return tuple(_clean(one) for one in given)
        case dict():
            return {key: _clean(one) for key, one in given.items()}
    if is_dataclass(given) and not isinstance(given, type):
        parts = {field.name: _clean(getattr(given, field.name)) for field in fields(given)}
        return replace(given, **parts)
    return given
