"""Which firms a figure is about, and whom a firm is compared with (model, section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from digimaturity.domain.company import Company, SizeClass

#: Eurostat's codes: the whole Union; all firms with 10 to 249 employees; all with 10 or more.
EU = "EU27_2020"
ALL_SMALL_AND_MEDIUM = "10-249"
ALL_SURVEYED = "GE10"

#: Of samples: firms of every country, and of every size.
ANYWHERE = ""
ANY_SIZE = ""

_SIZES = {
    **{size.value: frozenset({size}) for size in SizeClass},
    ALL_SMALL_AND_MEDIUM: frozenset({SizeClass.SMALL, SizeClass.MEDIUM}),
    ALL_SURVEYED: frozenset({SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE}),
}


@dataclass(frozen=True, slots=True)
class Population:
    """Which firms a figure is about.

    `sector` None: all sectors together (of official figures: all surveyed). Only samples have the
    empty `country` (`ANYWHERE`) and the empty `size_class` (`ANY_SIZE`).
    """

    country: str
    size_class: str
    sector: str | None = None

    def includes(self, country: str | None, section: str | None, size: SizeClass | None) -> bool:
        """Whether a firm belongs here; what is not known of it does not count as a match."""
        return (
            self.country in (ANYWHERE, country)
            and (self.sector is None or self.sector == section)
            and (self.size_class == ANY_SIZE or size in _SIZES[self.size_class])
        )


@dataclass(frozen=True, slots=True)
class PeerChoice:
    """What the user wants the peers to share with the firm; all False: every firm there is."""

    country: bool = True
    sector: bool = True
    size: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """What is shared, in words for files: ``("country", "size")``."""
        flags = {"country": self.country, "sector": self.sector, "size": self.size}
        return tuple(name for name, wanted in flags.items() if wanted)

    @staticmethod
    def of(names: Iterable[str]) -> PeerChoice:
        """The inverse of `names`; ValueError for any other word."""
        wanted = set(names)
        if unknown := wanted - {"country", "sector", "size"}:
            raise ValueError(sorted(unknown))
        return PeerChoice("country" in wanted, "sector" in wanted, "size" in wanted)

    def covers(self, other: PeerChoice) -> bool:
        """Whether `other` asks for nothing that this one does not ask for."""
        return set(other.names) <= set(self.names)


class Basis(StrEnum):
    """Why it is this peer group.

    OWN: the firm's own country, sector and size. CHOSEN: exactly what the user asked for.
    FALLBACK: a wider one, since the one that was meant has no figures.
    """

    OWN = "own"
    CHOSEN = "chosen"
    FALLBACK = "fallback"


#: From most to least specific (model, section 3).
_AUTOMATIC: tuple[PeerChoice, ...] = (
    PeerChoice(),
    PeerChoice(sector=False),
    PeerChoice(size=False),
    PeerChoice(sector=False, size=False),
    PeerChoice(country=False, sector=False),
    PeerChoice(country=False, sector=False, size=False),
)


def peer_groups(company: Company, choice: PeerChoice | None = None) -> tuple[Population, ...]:
    """Of official figures, from most to least specific: the order in which they are looked for.

    Country, sector and size; country and size; country and sector; country; EU and size; EU.
    With a `choice` it is what was chosen, then what is wider than that.
    "All sizes" means 10-249 for a firm of that size, and where nothing is published about these,
    every firm surveyed, since nearly all of them are of that size. For any other firm, and where
    the user chose all sizes, it means every firm surveyed.
    """
    sizes: tuple[str, ...] = (ALL_SURVEYED,)
    if _small_or_medium(company) and (choice is None or choice.size):
        sizes = (ALL_SMALL_AND_MEDIUM, ALL_SURVEYED)
    return _groups(company, choice, EU, sizes)


def every_group(company: Company) -> frozenset[Population]:
    """All groups of official figures that the firm can be compared with, whatever is chosen."""
    flags = (False, True)
    choices = [PeerChoice(*wanted) for wanted in product(flags, flags, flags)]
    return frozenset(group for choice in (None, *choices) for group in peer_groups(company, choice))


def sample_groups(company: Company, choice: PeerChoice | None = None) -> tuple[Population, ...]:
    """The same order for samples, whose widest groups are firms of every country.

    "All sizes" means 10-249 for a firm of that size, from 10 on for a larger one, otherwise every
    firm; where the user chose all sizes, it means every firm.
    """
    size = ANY_SIZE
    if choice is None or choice.size:
        if _small_or_medium(company):
            size = ALL_SMALL_AND_MEDIUM
        elif company.size_class is SizeClass.LARGE:
            size = ALL_SURVEYED
    return _groups(company, choice, ANYWHERE, (size,))


def _small_or_medium(company: Company) -> bool:
    return company.size_class in _SIZES[ALL_SMALL_AND_MEDIUM]


def basis_of(
    population: Population, groups: tuple[Population, ...], choice: PeerChoice | None
) -> Basis:
    """Why `population`, one of `groups`, was taken."""
    if population != groups[0]:
        return Basis.FALLBACK
    return Basis.OWN if choice is None else Basis.CHOSEN


def _groups(
    company: Company, choice: PeerChoice | None, anywhere: str, all_sizes: tuple[str, ...]
) -> tuple[Population, ...]:
    order = _AUTOMATIC
    if choice is not None:
        order = (choice, *(wider for wider in _AUTOMATIC if choice.covers(wider)))
    known = company.size_class
    groups = (
        Population(
            (company.country if shared.country else None) or anywhere,
            size,
            company.section if shared.sector else None,
        )
        for shared in order
        for size in ((known.value,) if shared.size and known is not None else all_sizes)
    )
    return tuple(dict.fromkeys(groups))
