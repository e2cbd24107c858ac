"""What the applications cost: by field and use, for each user, and over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import fsum

from digimaturity.domain.roadmap.items import System
from digimaturity.domain.roadmap.uses import use_of

#: A year counts as put down when at least this share of the systems with any cost has one in it.
PUT_DOWN = 0.5


@dataclass(frozen=True, slots=True)
class Sum:
    """Euros a year of the systems of one field or use; `known` of `systems` have a cost."""

    key: str
    euros: float
    known: int
    systems: int


@dataclass(frozen=True, slots=True)
class Step:
    """From one year to a later one, like for like: only systems whose cost is known in both.

    `added` came after the first of the years and cost `added_euros` in the later one. `missing`
    have a cost in one of both years only, and nobody said that they came in between.
    """

    year: int
    later: int
    systems: tuple[str, ...]
    before: float
    after: float
    added: tuple[str, ...] = ()
    added_euros: float = 0.0
    missing: tuple[str, ...] = ()

    @property
    def growth(self) -> float | None:
        """Per cent, like for like; None where it cost nothing before."""
        return (self.after - self.before) / self.before * 100 if self.before else None


@dataclass(frozen=True, slots=True)
class Costs:
    """Costs of the newest year that is put down (`PUT_DOWN`); None: no cost is known at all.

    `by_system` are euros by id, `per_user` euros for each user by id, the dearest first, where
    both are known. `steps` lead from each year that is put down to the next. `counts` tell how
    many of today's systems were there at the end of each year, of the `dated` whose year is known.
    """

    year: int | None = None
    total: float = 0.0
    systems: int = 0
    by_system: Mapping[str, float] = field(default_factory=dict)
    by_field: tuple[Sum, ...] = ()
    by_use: tuple[Sum, ...] = ()
    per_user: Mapping[str, float] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    dated: int = 0
    counts: tuple[tuple[int, int], ...] = ()

    @property
    def known(self) -> int:
        """Of how many systems the cost is known."""
        return len(self.by_system)


def costs_of(systems: Mapping[str, System]) -> Costs:
    """The costs as far as they were put down; no year is made up."""
    years = _years(systems)
    year = years[-1] if years else None
    costs = (
        {key: one.costs[year] for key, one in systems.items() if year in one.costs} if year else {}
    )
    each = {
        key: euros / users
        for key, euros in costs.items()
        if (users := systems[key].users) and euros
    }
    dated = sorted(one.since for one in systems.values() if one.since is not None)
    return Costs(
        year=year,
        total=fsum(costs.values()),
        systems=len(systems),
        by_system=costs,
        by_field=_sums(systems, costs, lambda one: use_of(one.use).field.value),
        by_use=_sums(systems, costs, lambda one: use_of(one.use).key),
        per_user=dict(sorted(each.items(), key=lambda pair: -pair[1])),
        steps=tuple(_step(systems, *pair) for pair in pairwise(years)),
        dated=len(dated),
        counts=tuple((one, sum(came <= one for came in dated)) for one in sorted(set(dated))),
    )


def _years(systems: Mapping[str, System]) -> list[int]:
    """The years that are put down, in order: a single figure for next year is no year's costs."""
    told = [one.costs for one in systems.values() if one.costs]
    counts = Counter(year for costs in told for year in costs)
    return sorted(year for year, count in counts.items() if count >= PUT_DOWN * len(told))


def _sums(
    systems: Mapping[str, System], costs: Mapping[str, float], key_of: Callable[[System], str]
) -> tuple[Sum, ...]:
    """The dearest first."""
    groups: dict[str, list[str]] = {}
    for key, system in systems.items():
        groups.setdefault(key_of(system), []).append(key)
    sums = [
        Sum(
            group,
            fsum(known := [costs[key] for key in keys if key in costs]),
            len(known),
            len(keys),
        )
        for group, keys in groups.items()
    ]
    return tuple(sorted(sums, key=lambda one: (-one.euros, -one.systems, one.key)))


def _step(systems: Mapping[str, System], year: int, later: int) -> Step:
    both, added, missing = [], [], []
    for key, system in systems.items():
        known = year in system.costs, later in system.costs
        if all(known):
            both.append(key)
        elif known[1] and system.since is not None and system.since > year:
            added.append(key)
        elif any(known):
            missing.append(key)
    return Step(
        year,
        later,
        tuple(both),
        fsum(systems[key].costs[year] for key in both),
        fsum(systems[key].costs[later] for key in both),
        tuple(added),
        fsum(systems[key].costs[later] for key in added),
        tuple(missing),
    )
