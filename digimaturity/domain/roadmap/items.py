"""What a company puts down for its roadmap; each is one item, saved as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from digimaturity.domain.catalogue import Effort, Lift, Role
from digimaturity.domain.roadmap.quarters import Quarter


@dataclass(frozen=True, slots=True)
class Target:
    """The score that management agreed on for an area, why, and when.

    `score` and `baseline` are points from 0 to 100; `baseline` is where the area stood that day.
    """

    score: float
    baseline: float | None = None
    reason: str = ""
    agreed: date | None = None


class State(StrEnum):
    """How far a measure is."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class MeasureDecision:
    """What management decided about a measure of the catalogue, or about one of its own.

    `reason` is why it was declined, adapted or dropped. What is None is as the catalogue says:
    `effort` in person-days, `weeks`, `cost` in euros besides working time. `people` are the
    person-days that key people work on it, by their ids; others have their usual share. `start`
    is the quarter in which the user wants it to begin; `began` and `ended` are what became of it.
    `told_in` is the assessment (its id) at whose beginning management last said how far it is:
    that it has not begun yet would leave no other trace.
    """

    accepted: bool
    reason: str = ""
    decided: date | None = None
    owner: str = ""
    kpi: str = ""
    effort: Effort | None = None
    weeks: int | None = None
    cost: float | None = None
    people: Mapping[str, float] = field(default_factory=dict)
    start: Quarter | None = None
    state: State = State.PLANNED
    began: Quarter | None = None
    ended: Quarter | None = None
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A measure that the firm added; what it lifts, it says itself, and the engine its gain.

    `requires` are ids of measures that have to be done before.
    """

    title: str
    effort: Effort
    weeks: int
    what: str = ""
    kpi: str = ""
    cost: float = 0.0
    lead: Role | None = None
    lifts: tuple[Lift, ...] = ()
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KpiValue:
    """What was measured on a day."""

    day: date
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What was found when somebody looked at a measure again."""

    day: date
    said: str


@dataclass(frozen=True, slots=True)
class Afterwards:
    """The review after the end: what it brought, what was learned, whether it was worth it."""

    day: date
    brought: str = ""
    learned: str = ""
    reached: bool | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a measure or a project goes: figures over time, reviews, and what remained.

    `unit` is that of the KPI, `aim` the value it shall reach, `next_review` when to look again.
    """

    unit: str = ""
    aim: float | None = None
    values: tuple[KpiValue, ...] = ()
    next_review: date | None = None
    reviews: tuple[Review, ...] = ()
    afterwards: Afterwards | None = None


class Verdict(StrEnum):
    """What shall become of a running project."""

    CONTINUE = "continue"
    MERGE = "merge"
    PAUSE = "pause"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Project:
    """Something that runs already.

    `load` is in person-days a quarter, by the ids of roles and of key people, whose days are among
    those of their role; `budget` in euros. It runs from `begins` (None: for long) to the end of
    `ends` (None: nobody knows). `systems` are ids of systems that it touches or brings, `use` what
    those are for (`uses.py`). What is None, nobody knows: whether IT is `with_it`, whether it buys
    a `cloud` service, whether management set it among its `priorities`. `verdict` is what
    management decided; a paused or stopped one takes nobody's time.
    """

    name: str
    owner: str = ""
    goal: str = ""
    kpi: str = ""
    with_it: bool | None = None
    cloud: bool | None = None
    priorities: bool | None = None
    budget: float | None = None
    load: Mapping[str, float] = field(default_factory=dict)
    begins: Quarter | None = None
    ends: Quarter | None = None
    systems: tuple[str, ...] = ()
    use: str = ""
    verdict: Verdict | None = None
    reason: str = ""

    @property
    def active(self) -> bool:
        """Whether it takes anybody's time."""
        return self.verdict not in (Verdict.PAUSE, Verdict.STOP)


class Exchange(StrEnum):
    """How data get from one system into another."""

    AUTOMATIC = "automatic"
    FILE = "file"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Interface:
    """Data go from the system that has it to the system `to` (its id)."""

    to: str
    how: Exchange = Exchange.AUTOMATIC
    what: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """An application of the firm.

    `use` is what it is for (a key of `uses.py`), `purpose` the same in the firm's own words.
    `costs` are euros by year, `since` is the year from which on it is used. None: nobody knows; so
    for `with_it`, whether it was bought with IT.
    """

    name: str
    owner: str = ""
    use: str = ""
    purpose: str = ""
    vendor: str = ""
    costs: Mapping[int, float] = field(default_factory=dict)
    users: int | None = None
    with_it: bool | None = None
    cloud: bool | None = None
    interfaces: tuple[Interface, ...] = ()
    notes: str = ""
    since: int | None = None


@dataclass(frozen=True, slots=True)
class RoleCapacity:
    """Person-days a quarter of all who have a role, and how many of them daily business takes.

    `differs` has the days left for change in quarters in which they are others (by ``2026-Q2``).
    """

    days: float
    daily: float = 0.0
    differs: Mapping[str, float] = field(default_factory=dict)

    def left(self, quarter: Quarter) -> float:
        """Person-days for projects and measures in a quarter, never below zero."""
        return max(0.0, self.differs.get(str(quarter), self.days - self.daily))


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """Somebody whom everything needs; the days are among those of the role.

    `share` (0 to 1) of what a measure takes from the role lands on this person.
    """

    name: str
    role: Role
    capacity: RoleCapacity
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The frame of the plan.

    `parallel` is how many projects and measures may run in a quarter (None: the usual number for
    the firm's size, 0: no limit). `budget` is in euros for all measures of the plan; None: not
    limited. `first` is its first quarter (None: the one after the assessment).
    """

    parallel: int | None = None
    budget: float | None = None
    quarters: int = 8
    first: Quarter | None = None


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What the firm says itself on one element of its IT strategy."""

    text: str


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The plan as it was found last: of which problem, and when each measure begins.

    `digest` is that of the problem, `bound` the most that any plan could be worth.
    """

    digest: str
    first: Quarter
    starts: Mapping[str, int]
    value: float
    bound: float
    best: float
