"""Quarters of a year, the steps in which a roadmap is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

#: Quarters of a year, months and weeks of a quarter.
QUARTERS, MONTHS, WEEKS = 4, 3, 13


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year; `number` is 1 to 4."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= QUARTERS or not 1 <= self.year <= date.max.year:
            raise ValueError(f"no quarter: {self.year}, {self.number}")

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @classmethod
    def parsed(cls, text: str) -> Quarter:
        """From ``2026-Q2``. Raises `ValueError` for anything else."""
        year, dash, number = text.partition("-Q")
        if not (dash and year.isascii() and year.isdigit() and number in {"1", "2", "3", "4"}):
            raise ValueError(f"no quarter: {text!r}")
        return cls(int(year), int(number))

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.number}"

    def plus(self, quarters: int) -> Quarter:
        """So many quarters later; earlier where it is negative."""
        year, number = divmod(self.year * QUARTERS + self.number - 1 + quarters, QUARTERS)
        return Quarter(year, number + 1)

    def since(self, other: Quarter) -> int:
        """How many quarters later than `other` it is; negative where it is earlier."""
        return (self.year - other.year) * QUARTERS + self.number - other.number

    def following(self, count: int) -> Iterator[Quarter]:
        """This quarter and those after it, `count` in all."""
        return (self.plus(step) for step in range(count))

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return date.fromordinal(self.plus(1).first_day.toordinal() - 1)


def quarters_for(weeks: float) -> int:
    """So many quarters are taken up by something of so many weeks; at least one."""
    return max(1, -int(-weeks // WEEKS))
