"""The groups of firms that a peer pack tells of: cells of country, section and size, and sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from digimaturity.domain.company import SizeClass
from digimaturity.domain.population import (
    ALL_SMALL_AND_MEDIUM,
    ALL_SURVEYED,
    ANY_SIZE,
    ANYWHERE,
    Population,
)
from digimaturity.exchange.contribution import Cell

#: Stands for every section.
ANY_SECTION = ""

#: Every firm of the pack.
EVERYBODY: Cell = (ANYWHERE, ANY_SECTION, ANY_SIZE)

_S = SizeClass
#: The sums that each size class is part of.
_SIZE_SUMS: Mapping[str, tuple[str, ...]] = {
    _S.MICRO: (ANY_SIZE,),
    _S.SMALL: (ALL_SMALL_AND_MEDIUM, ALL_SURVEYED, ANY_SIZE),
    _S.MEDIUM: (ALL_SMALL_AND_MEDIUM, ALL_SURVEYED, ANY_SIZE),
    _S.LARGE: (ALL_SURVEYED, ANY_SIZE),
}

#: For country, section and size: the sums that a category is part of.
_SUMS = (
    lambda _country: (ANYWHERE,),
    lambda _section: (ANY_SECTION,),
    lambda size: _SIZE_SUMS[size],
)

#: The sums that each sum of sizes is part of.
_WIDER_SUMS: Mapping[str, tuple[str, ...]] = {
    ALL_SMALL_AND_MEDIUM: (ALL_SURVEYED, ANY_SIZE),
    ALL_SURVEYED: (ANY_SIZE,),
    ANY_SIZE: (),
}

#: The codes of all sizes and sums of sizes.
SIZES = frozenset({*_SIZE_SUMS, ALL_SMALL_AND_MEDIUM, ALL_SURVEYED, ANY_SIZE})


def sums_of(dimension: int, category: str) -> tuple[str, ...]:
    """The sums that a country (0), section (1) or size class (2) is part of."""
    return _SUMS[dimension](category)


def groups_of(cell: Cell) -> Iterator[Cell]:
    """The cell itself, and every sum that its firms are part of."""
    country, section, size = cell
    return product(
        (country, *sums_of(0, country)), (section, *sums_of(1, section)), (size, *sums_of(2, size))
    )


def short_sum(firms: Mapping[Cell, int]) -> Cell | None:
    """A group that cannot be: it has fewer firms than one in it, or than its parts together."""
    parts: dict[tuple[int, Cell], int] = {}
    for group, n in firms.items():
        for whole in _around(group):
            if firms.get(whole, n) < n:
                return whole
            apart = [place for place in range(3) if whole[place] != group[place]]
            if len(apart) == 1 and (apart != [2] or group[2] in _SIZE_SUMS):
                together = parts[apart[0], whole] = parts.get((apart[0], whole), 0) + n
                if firms.get(whole, together) < together:
                    return whole
    return None


def _around(group: Cell) -> Iterator[Cell]:
    """Every group that has all firms of this one, itself included."""
    country, section, size = group
    sizes = _SIZE_SUMS.get(size) or _WIDER_SUMS[size]
    return product(
        dict.fromkeys((country, ANYWHERE)), dict.fromkeys((section, ANY_SECTION)), (size, *sizes)
    )


def population_of(cell: Cell) -> Population:
    """The same group in the words of the model."""
    country, section, size = cell
    return Population(country, size, section or None)


def cell_of(population: Population) -> Cell:
    """The inverse of `population_of`."""
    return population.country, population.sector or ANY_SECTION, population.size_class
