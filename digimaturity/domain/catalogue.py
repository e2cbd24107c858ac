"""The measures that a pack offers: what to do, whom it takes, what it lifts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from digimaturity.domain.company import SizeClass
from digimaturity.domain.texts import Localized


class CostBand(StrEnum):
    """Money spent besides the firm's own working time."""

    NONE = "none"
    UNDER_5K = "under_5k"
    UNDER_25K = "under_25k"
    UNDER_100K = "under_100k"
    OVER_100K = "over_100k"


@dataclass(frozen=True, slots=True)
class Lift:
    """A measure brings `question` from level `origin` (or below) to level `goal`."""

    question: str
    origin: int
    goal: int


@dataclass(frozen=True, slots=True)
class Effort:
    """Person-days by role."""

    management: float
    it: float
    business: float

    @property
    def total(self) -> float:
        """Person-days of all roles together."""
        return self.management + self.it + self.business


@dataclass(frozen=True, slots=True)
class GapRule:
    """Raises a measure's priority by `factor` where viewpoints differ.

    It acts when the perception gap of any of `questions` reaches `gap_at_least` score points.
    """

    questions: tuple[str, ...]
    gap_at_least: float
    factor: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One recommendation. `effort` has an entry for 10-49, 50-249 and 250+ employees."""

    id: str
    title: Localized
    what: Localized
    steps: tuple[Localized, ...]
    kpi: Localized
    lifts: tuple[Lift, ...]
    effort: Mapping[SizeClass, Effort]
    weeks: int
    cost: CostBand
    requires: tuple[str, ...] = ()
    pitfall: Localized = field(default_factory=dict)
    gap_rule: GapRule | None = None
    sources: tuple[str, ...] = ()

    def effort_for(self, size: SizeClass | None) -> Effort:
        """Effort in a firm of that size; the smallest class also stands for 0-9 employees.

        An unknown size is taken as 50-249, the middle of those we write for.
        """
        if size is SizeClass.MICRO:
            return self.effort[SizeClass.SMALL]
        return self.effort[size or SizeClass.MEDIUM]
