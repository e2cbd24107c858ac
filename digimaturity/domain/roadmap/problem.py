"""The planning problem and its plan, as data (model, section 5).

Quarters are counted from 0, the first of the horizon. Loads and capacities are person-days a
quarter, by the ids of roles and of key people: both are resources here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Job:
    """A measure that shall be planned.

    `gain` is in points of the overall score, `quarters` how many it takes, `load` what it takes
    from each resource in each of these, `cost` in euros (None: nobody knows). It begins when all
    that it `requires` is done; `lock` is the quarter in which the user wants it to begin.
    """

    id: str
    gain: float
    quarters: int = 1
    load: Mapping[str, float] = field(default_factory=dict)
    cost: float | None = 0.0
    requires: tuple[str, ...] = ()
    lock: int | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """What runs already, a project or a measure that has begun: nothing about it is planned.

    It takes `load`, of each resource by quarter, and ends with quarter `quarters` - 1, which may
    lie after the horizon. It is there from quarter `begins` on: later than 0 for what is agreed on
    and has not begun yet.
    """

    id: str
    quarters: int
    load: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    begins: int = 0

    def runs(self, quarter: int) -> bool:
        """Whether it is one of the things that run in a quarter."""
        return self.begins <= quarter < self.quarters

    def takes(self, resource: str, quarter: int) -> float:
        """Person-days of a resource in a quarter."""
        loads = self.load.get(resource, ())
        return loads[quarter] if quarter < len(loads) else 0.0


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be planned within which limits.

    `capacity` has a value for each quarter; a resource without one is not limited. `parallel` is
    how many jobs and running things there may be in a quarter, `budget` euros for all jobs; None:
    not limited. `missing` are measures that others need and that nobody wants to do. `before` is
    an earlier plan, whose starts are kept as far as that costs little.
    """

    quarters: int
    jobs: tuple[Job, ...]
    running: tuple[Running, ...] = ()
    capacity: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    parallel: int | None = None
    budget: float | None = None
    missing: frozenset[str] = frozenset()
    before: Mapping[str, int] = field(default_factory=dict)


class Why(StrEnum):
    """What keeps a measure out of the plan."""

    #: It is needed for what it needs itself.
    CIRCLE = "circle"
    #: It needs a measure that nobody wants to do.
    MISSING = "missing"
    #: It needs a measure that does not fit itself.
    PREREQUISITE = "prerequisite"
    #: It takes longer than there are quarters, or than are left after what it needs.
    HORIZON = "horizon"
    #: A resource has too little time.
    CAPACITY = "capacity"
    #: As many things run as may run.
    PARALLEL = "parallel"
    #: It costs more than is left.
    BUDGET = "budget"
    #: There is a budget, and nobody knows what it costs.
    COST_UNKNOWN = "cost_unknown"
    #: The solver was stopped before it had looked at everything.
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Reason:
    """The binding reason: what keeps a measure out, or away from the quarter it is locked to.

    `by` is the resource, or the measure that it waits for. `needs` and `left` are person-days a
    quarter, euros, quarters or things at once, as `why` has it; `quarter` is where `left` was
    looked at: the place where least is lacking, and `also` are the other limits that bind at that
    place. With `alone`, it would not fit into an empty plan either.

    Of a lock that waits (`PREREQUISITE`), `by` is the measure that ends after its quarter, or that
    needs it earlier.
    """

    why: Why
    by: str = ""
    needs: float = 0.0
    left: float = 0.0
    quarter: int | None = None
    alone: bool = False
    also: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """When each measure begins, and why others do not.

    `value` is the sum of gain times quarters left after completion, `best` the value of the best
    plan found, `bound` the most that any plan can be worth. `moved` are measures that begin at
    another quarter than in the earlier plan. `unheld` are locks that cannot hold; their measures
    are planned elsewhere, or left out.
    """

    starts: Mapping[str, int]
    value: float
    best: float
    bound: float
    left_out: Mapping[str, Reason] = field(default_factory=dict)
    unheld: Mapping[str, Reason] = field(default_factory=dict)
    moved: tuple[str, ...] = ()

    @property
    def gap(self) -> float:
        """How far the best plan may be from the bound, as a share of the bound (0 to 1)."""
        if self.bound <= 0:
            return 0.0
        return max(0.0, (self.bound - self.best) / self.bound)

    @property
    def proven(self) -> bool:
        """Whether no plan can be worth more than `best`."""
        return self.gap <= PROVEN


#: Relative: what is nearer than this to the bound is as good as it.
PROVEN = 1e-6


@dataclass(frozen=True, slots=True)
class Overload:
    """A resource that running projects alone take more of than there is, in one quarter."""

    resource: str
    quarter: int
    load: float
    capacity: float
    by: tuple[str, ...]

    @property
    def share(self) -> float:
        """The load as a share of the capacity; infinite where there is none."""
        return self.load / self.capacity if self.capacity else float("inf")
