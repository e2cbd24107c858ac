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


class Role(StrEnum):
    """Who in the firm does the work."""

    MANAGEMENT = "management"
    IT = "it"
    BUSINESS = "business"


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

    It acts when the perception gap of any of `questions`, or of any of `areas`, reaches
    `gap_at_least` score points.
    """

    questions: tuple[str, ...]
    gap_at_least: float
    factor: float
    areas: tuple[str, ...] = ()


def planned_as(size: SizeClass | None) -> SizeClass:
    """The class whose effort, weeks and cost hold for a firm of `size`.

    Measures are planned for 10-49, 50-249 and 250+ employees. The smallest of these also stands
    for 0-9; an unknown size is taken as 50-249, the middle of those we write for.
    """
    if size is SizeClass.MICRO:
        return SizeClass.SMALL
    return size or SizeClass.MEDIUM


@dataclass(frozen=True, slots=True)
class Measure:
    """One recommendation.

    `effort` (person-days), `weeks` (duration) and `cost` have an entry for 10-49, 50-249 and 250+
    employees. `at_size` says how it looks in a firm of one of these sizes, where that differs.
    `lead` is who leads it.
    """

    id: str
    title: Localized
    what: Localized
    steps: tuple[Localized, ...]
    kpi: Localized
    lifts: tuple[Lift, ...]
    effort: Mapping[SizeClass, Effort]
    weeks: Mapping[SizeClass, int]
    cost: Mapping[SizeClass, CostBand]
    requires: tuple[str, ...] = ()
    pitfall: Localized = field(default_factory=dict)
    at_size: Mapping[SizeClass, Localized] = field(default_factory=dict)
    lead: Role | None = None
    gap_rule: GapRule | None = None
    sources: tuple[str, ...] = ()

    def effort_for(self, size: SizeClass | None) -> Effort:
        """Effort in a firm of that size."""
        return self.effort[planned_as(size)]

    def weeks_for(self, size: SizeClass | None) -> int:
        """Weeks from the first step to the end in a firm of that size."""
        return self.weeks[planned_as(size)]

    def cost_for(self, size: SizeClass | None) -> CostBand:
        """Money that a firm of that size spends besides its own working time."""
        return self.cost[planned_as(size)]

    def at(self, size: SizeClass | None) -> Localized:
        """How it looks in a firm of that size; empty where nothing differs or none is known."""
        return {} if size is None else self.at_size.get(planned_as(size), {})
