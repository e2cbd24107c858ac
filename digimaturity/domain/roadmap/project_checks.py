"""What is found in running projects: the island, the duplicate, the orphan (REB-2, REB-8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.landscape import landscape_of
from digimaturity.domain.roadmap.load import overloads
from digimaturity.domain.roadmap.problem import Overload, Problem
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.uses import USES, use_of


class Kind(StrEnum):
    """What can be found in a project, the gravest first."""

    #: A cloud service is being bought without IT.
    ISLAND = "island"
    #: It touches or brings systems that exchange data with no other, though their use calls for it.
    UNLINKED = "unlinked"
    #: Another project that runs is for the same use.
    SAME_PROJECT = "same_project"
    #: A system that it does not touch serves the same use.
    SAME_SYSTEM = "same_system"
    #: It is among those that take more of somebody's time than there is.
    OVERLOADS = "overloads"
    #: Management did not set it among its priorities.
    NOT_WANTED = "not_wanted"
    #: It was to end before now.
    PAST_END = "past_end"
    #: IT is not in it; whether it is a cloud service is another matter.
    WITHOUT_IT = "without_it"
    NO_OWNER = "no_owner"
    NO_KPI = "no_kpi"
    #: Nobody said whether it is among the priorities.
    PRIORITY_OPEN = "priority_open"
    #: Nobody said whether IT is in it.
    IT_OPEN = "it_open"
    #: Nobody said how many days it takes from whom: the plan takes it for nothing.
    LOAD_OPEN = "load_open"
    #: Who answers for it is a key person, and nobody said how many days: the plan counts none.
    OWNER_DAYS_OPEN = "owner_days_open"
    #: Nobody said when it ends: the plan lets it run on.
    END_OPEN = "end_open"
    BUDGET_OPEN = "budget_open"


class Weight(StrEnum):
    """How a finding counts."""

    #: Something is wrong.
    WRONG = "wrong"
    #: Something is lacking that a project needs.
    LACKING = "lacking"
    #: A question that nobody has answered; it never counts against the project.
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `others` are ids of systems or, for `SAME_PROJECT`, of projects."""

    kind: Kind
    weight: Weight
    others: tuple[str, ...] = ()
    overloads: tuple[Overload, ...] = ()


def findings_of(
    book: PlanBook, problem: Problem, today: Quarter
) -> Mapping[str, tuple[Finding, ...]]:
    """What is found in each active project, the gravest first; `problem` is that of the book.

    A paused or stopped one has none: management has decided. What nobody knows is a question.
    """
    checking = _Checking(
        book,
        {key: one for key, one in book.projects.items() if one.active},
        frozenset(landscape_of(book).islands),
        overloads(problem),
        today,
    )
    return {key: tuple(checking.all(key)) for key in checking.projects}


@dataclass(frozen=True, slots=True)
class _Checking:
    book: PlanBook
    projects: Mapping[str, Project]
    islands: frozenset[str]
    overloads: tuple[Overload, ...]
    today: Quarter

    def all(self, key: str) -> Iterator[Finding]:
        project = self.projects[key]
        yield from self._alone(project)
        yield from self._twice(key, project)
        mine = tuple(one for one in self.overloads if key in one.by)
        if mine:
            yield Finding(Kind.OVERLOADS, Weight.WRONG, overloads=mine)
        if project.priorities is False:
            yield Finding(Kind.NOT_WANTED, Weight.WRONG)
        if project.ends is not None and project.ends < self.today:
            yield Finding(Kind.PAST_END, Weight.WRONG)
        yield from _lacking(project)
        yield from _open(self.book, project)

    def _alone(self, project: Project) -> Iterator[Finding]:
        if project.with_it is False and project.cloud is True:
            yield Finding(Kind.ISLAND, Weight.WRONG)
        islands = tuple(one for one in project.systems if one in self.islands)
        if islands:  # with IT in it, it may be there to link them
            weight = Weight.WRONG if project.with_it is False else Weight.OPEN
            yield Finding(Kind.UNLINKED, weight, islands)

    def _twice(self, key: str, project: Project) -> Iterator[Finding]:
        """Of uses that a firm can have several systems for, it is only asked."""
        if project.use not in USES or project.use == "other":
            return
        weight = Weight.WRONG if use_of(project.use).single else Weight.OPEN
        others = tuple(
            other for other, one in self.projects.items() if other != key and one.use == project.use
        )
        if others:
            yield Finding(Kind.SAME_PROJECT, weight, others)
        there = tuple(
            one
            for one, system in self.book.systems.items()
            if system.use == project.use and one not in project.systems
        )
        if there:
            yield Finding(Kind.SAME_SYSTEM, weight, there)


def _lacking(project: Project) -> Iterator[Finding]:
    if project.with_it is False and project.cloud is not True:
        yield Finding(Kind.WITHOUT_IT, Weight.LACKING)
    if not project.owner.strip():
        yield Finding(Kind.NO_OWNER, Weight.LACKING)
    if not project.kpi.strip():
        yield Finding(Kind.NO_KPI, Weight.LACKING)


def _open(book: PlanBook, project: Project) -> Iterator[Finding]:
    unknown = {
        Kind.PRIORITY_OPEN: project.priorities is None,
        Kind.IT_OPEN: project.with_it is None,
        Kind.LOAD_OPEN: not project.load,
        Kind.OWNER_DAYS_OPEN: bool(project.load) and _owner_untold(book, project),
        Kind.END_OPEN: project.ends is None,
        Kind.BUDGET_OPEN: project.budget is None,
    }
    return (Finding(kind, Weight.OPEN) for kind, is_open in unknown.items() if is_open)


def _owner_untold(book: PlanBook, project: Project) -> bool:
    """Whether the owner is a key person without days; ``Ada`` is ``Ada (head of IT)``, too."""
    owner = project.owner.strip().casefold()
    keys = [
        key
        for key, person in book.people.items()
        if owner in {person.name.strip().casefold(), person.name.split("(")[0].strip().casefold()}
    ]
    return bool(owner and keys) and not any(key in project.load for key in keys)
