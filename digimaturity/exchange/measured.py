"""What contributions are held against: the figures of one questionnaire, and by what it scores."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cached_property
from hashlib import sha256
from math import fsum

from digimaturity.canonical import canonical
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.sample import OVERALL, Figure, Key
from digimaturity.domain.yardstick import yardsticks

#: Places among the points of what makes a dimension or the whole, each with its share of it.
Parts = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Measured:
    """A questionnaire as far as peers are concerned.

    `fingerprint` tells what is scored and how, not in which words: a corrected text keeps it, a
    changed question, weight or index does not. `index` is the id of its index, `items` the number
    of its items; empty and 0 where there is none. `sums` tell for the whole and each dimension its
    place among the points, and of what it is the mean.
    """

    pack: str
    version: str
    fingerprint: str
    dimensions: tuple[str, ...]
    areas: tuple[str, ...]
    sums: tuple[tuple[int, Parts], ...]
    index: str = ""
    items: int = 0

    @cached_property
    def dimension_set(self) -> frozenset[str]:
        """The ids of the dimensions."""
        return frozenset(self.dimensions)

    @cached_property
    def area_set(self) -> frozenset[str]:
        """The ids of the areas."""
        return frozenset(self.areas)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The figures in the order of a contribution's points; an index comes last."""
        return (
            OVERALL,
            *((Figure.DIMENSION, key) for key in self.dimensions),
            *((Figure.AREA, key) for key in self.areas),
            *(((Figure.INDEX, self.index),) if self.index else ()),
        )


def measured(questionnaire: Questionnaire) -> Measured:
    """What peers need to know of a questionnaire."""
    dimensions, areas = questionnaire.dimensions, questionnaire.areas
    places = {area.id: 1 + len(dimensions) + place for place, area in enumerate(areas)}
    parts = [[(1 + place, dim.weight) for place, dim in enumerate(dimensions)]]
    parts += [[(places[area.id], area.weight) for area in dim.areas] for dim in dimensions]
    index = questionnaire.index
    return Measured(
        questionnaire.id,
        questionnaire.version,
        fingerprint_of(questionnaire),
        tuple(dimension.id for dimension in dimensions),
        tuple(area.id for area in areas),
        tuple((place, _shares(part)) for place, part in enumerate(parts)),
        index.id if index else "",
        len(index.items) if index else 0,
    )


def fingerprint_of(questionnaire: Questionnaire) -> str:
    """SHA-256 over the yardsticks of all figures: equal where every score means the same."""
    found = yardsticks(questionnaire)
    return sha256(
        canonical(sorted([_plain(key), _plain(own)] for key, own in found.items()))
    ).hexdigest()


def _shares(parts: list[tuple[int, float]]) -> Parts:
    whole = fsum(weight for _, weight in parts)
    return tuple((place, weight / whole) for place, weight in parts)


def _plain(value: Hashable) -> str:
    """One text for one value, whatever the order in which a set happens to be kept."""
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(map(_plain, value)))}}}"
    if isinstance(value, tuple):
        return f"({','.join(map(_plain, value))})"
    if is_dataclass(value):
        inner = ",".join(_plain(getattr(value, field.name)) for field in fields(value))
        return f"{type(value).__name__}({inner})"
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return repr(float(value))
    return repr(value)
