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


def population_of(cell: Cell) -> Population:
    """The same group in the words of the model."""
    country, section, size = cell
    return Population(country, size, section or None)


def cell_of(population: Population) -> Cell:
    """The inverse of `population_of`."""
    return population.country, population.sector or ANY_SECTION, population.size_class
