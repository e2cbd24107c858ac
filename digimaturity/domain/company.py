"""The firm that is assessed: country, sector and size, as official statistics cut them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: NACE Rev. 2 sections that Eurostat's survey of ICT use covers: C-J and L-N (and group 95.1).
SURVEYED_SECTIONS = frozenset("CDEFGHIJLMN")


class SizeClass(StrEnum):
    """Number of persons employed, by the classes of the EU's business statistics."""

    MICRO = "0-9"
    SMALL = "10-49"
    MEDIUM = "50-249"
    LARGE = "GE250"


class TurnoverBand(StrEnum):
    """Yearly turnover in millions of euros, by the EU's limits for small and medium-sized firms.

    Commission Recommendation 2003/361/EC, Annex, Article 2: micro up to 2, small up to 10, medium
    up to 50. An upper limit belongs to its band.
    """

    UP_TO_2 = "0-2"
    UP_TO_10 = "2-10"
    UP_TO_50 = "10-50"
    OVER_50 = "GT50"


@dataclass(frozen=True, slots=True)
class Company:
    """What the model needs to know of a firm; None where it was not said.

    `country` is Eurostat's code (``DE``, ``EL``), `section` a NACE Rev. 2 section letter.
    """

    name: str = ""
    country: str | None = None
    section: str | None = None
    employees: int | None = None
    turnover: TurnoverBand | None = None

    @property
    def size_class(self) -> SizeClass | None:
        """The size class of the number of employees."""
        if self.employees is None:
            return None
        return size_class_of(self.employees)


def size_class_of(employees: int) -> SizeClass:
    """The size class of a firm with that many persons employed (>= 0)."""
    for floor, size in (
        (250, SizeClass.LARGE),
        (50, SizeClass.MEDIUM),
        (10, SizeClass.SMALL),
    ):
        if employees >= floor:
            return size
    return SizeClass.MICRO
