"""The six elements of an IT strategy (SUI-2): what is there of each, and what nobody said yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.catalogue import Role
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.forecast import Forecast, forecast, running_projects
from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.roadmap import Roadmap


class Element(StrEnum):
    """The elements, by the ids that questionnaires and notes have for them."""

    OVERVIEW = "overview"
    BUDGET = "budget"
    PROJECTS = "projects"
    RESOURCES = "resources"
    ENVIRONMENT = "environment"
    RISK_BENEFIT = "risk_benefit"


class Missing(StrEnum):
    """What an element lacks."""

    #: Mission and values, in the firm's own words.
    MISSION = "mission"
    #: No area has a target.
    GOALS = "goals"
    #: Applications whose cost nobody put down; or there are no applications at all.
    RUNNING_COST = "running_cost"
    #: Running projects without a budget.
    BUDGETS = "budgets"
    #: Projects with a budget, of which nobody knows when they begin or end.
    DATES = "dates"
    #: Planned measures whose cost nobody knows.
    PRICES = "prices"
    #: How much may be spent in all.
    FRAME = "frame"
    #: Neither a measure is accepted nor does a project run.
    PROJECTS = "projects"
    #: Projects without a goal, without a KPI, without an owner, without an end.
    PROJECT_GOALS = "project_goals"
    PROJECT_KPIS = "project_kpis"
    PROJECT_OWNERS = "project_owners"
    PROJECT_ENDS = "project_ends"
    #: Planned measures without an owner.
    OWNERS = "owners"
    #: Roles of which nobody said how many days they have.
    CAPACITY = "capacity"
    #: Nobody is named whom everything needs.
    PEOPLE = "people"
    #: No application is put down.
    TOOLS = "tools"
    #: The firm itself is not rated yet.
    INSIDE = "inside"
    #: Laws, markets, suppliers: in the firm's own words.
    OUTSIDE = "outside"
    #: There is no plan whose gain could be told.
    BENEFIT = "benefit"
    #: Risks, in the firm's own words.
    RISKS = "risks"


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing; `of` are ids of the items that lack it, none where it is the whole."""

    what: Missing
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetElement:
    """One element: the firm's own words, and what it lacks."""

    element: Element
    note: str
    lacks: tuple[Lack, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class StrategySheet:
    """All six, in their usual order, and the years that the budget looks at."""

    elements: tuple[SheetElement, ...]
    forecast: Forecast

    @property
    def complete(self) -> int:
        """How many elements lack nothing."""
        return sum(one.complete for one in self.elements)


#: What the outline of a running project can lack.
_GAPS_OF_PROJECTS: Mapping[Missing, Callable[[Project], bool]] = {
    Missing.PROJECT_GOALS: lambda one: not one.goal.strip(),
    Missing.PROJECT_KPIS: lambda one: not one.kpi.strip(),
    Missing.PROJECT_OWNERS: lambda one: not one.owner.strip(),
    Missing.PROJECT_ENDS: lambda one: one.ends is None,
}


def strategy_sheet(evaluation: Evaluation, roadmap: Roadmap) -> StrategySheet:
    """What the strategy of a firm consists of so far. Pure; nothing is made up."""
    book, ahead = roadmap.book, forecast(roadmap)
    lacking = {
        Element.OVERVIEW: _overview(book),
        Element.BUDGET: _budget(book, ahead),
        Element.PROJECTS: _projects(roadmap),
        Element.RESOURCES: _resources(book),
        Element.ENVIRONMENT: _environment(evaluation, book),
        Element.RISK_BENEFIT: _risk_benefit(roadmap),
    }
    elements = tuple(
        SheetElement(element, note_of(book, element), tuple(lacks))
        for element, lacks in lacking.items()
    )
    return StrategySheet(elements, ahead)


def note_of(book: PlanBook, element: Element) -> str:
    """What the firm says itself on an element."""
    note = book.sheet.get(element.value)
    return note.text.strip() if note else ""


def _overview(book: PlanBook) -> Iterator[Lack]:
    if not note_of(book, Element.OVERVIEW):
        yield Lack(Missing.MISSION)
    if not book.targets:
        yield Lack(Missing.GOALS)


def _budget(book: PlanBook, ahead: Forecast) -> Iterator[Lack]:
    if ahead.unknown_systems or not book.systems:
        yield Lack(Missing.RUNNING_COST, ahead.unknown_systems)
    if ahead.unbudgeted:
        yield Lack(Missing.BUDGETS, ahead.unbudgeted)
    if ahead.undated:
        yield Lack(Missing.DATES, ahead.undated)
    if ahead.unpriced:
        yield Lack(Missing.PRICES, ahead.unpriced)
    if book.limits.budget is None:
        yield Lack(Missing.FRAME)


def _projects(roadmap: Roadmap) -> Iterator[Lack]:
    running = running_projects(roadmap)
    if not running and not roadmap.posed.tasks:
        yield Lack(Missing.PROJECTS)
    for what, lacking in _GAPS_OF_PROJECTS.items():
        of = tuple(key for key, one in running.items() if lacking(one))
        if of:
            yield Lack(what, of)
    planned = roadmap.plan.starts if roadmap.plan else {}
    tasks = roadmap.posed.tasks
    ownerless = tuple(key for key in planned if not tasks[key].decision.owner.strip())
    if ownerless:
        yield Lack(Missing.OWNERS, ownerless)


def _resources(book: PlanBook) -> Iterator[Lack]:
    unknown = tuple(role.value for role in Role if role.value not in book.roles)
    if unknown:
        yield Lack(Missing.CAPACITY, unknown)
    if not book.people:
        yield Lack(Missing.PEOPLE)
    if not book.systems:
        yield Lack(Missing.TOOLS)


def _environment(evaluation: Evaluation, book: PlanBook) -> Iterator[Lack]:
    if not (evaluation.strengths or evaluation.weaknesses):
        yield Lack(Missing.INSIDE)
    if not note_of(book, Element.ENVIRONMENT):
        yield Lack(Missing.OUTSIDE)


def _risk_benefit(roadmap: Roadmap) -> Iterator[Lack]:
    if roadmap.plan is None or not roadmap.plan.starts:
        yield Lack(Missing.BENEFIT)
    if not note_of(roadmap.book, Element.RISK_BENEFIT):
        yield Lack(Missing.RISKS)
