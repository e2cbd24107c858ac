"""The roadmap as dates: what calendars and programs for project management take up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a task is."""

    MEASURE = "measure"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Share:
    """Person-days that a task takes of a resource, in all of its quarters together."""

    resource: str
    days: float


@dataclass(frozen=True, slots=True)
class Task:
    """A measure or a running project from its first to its last working day.

    `begun` says that it runs already, `open_end` that nobody knows when it ends: `end` is then the
    end of the plan. `after` are keys of tasks that have to be done before. `fixed` says that the
    user wants it to begin then. `cost` is in euros, besides working time; None: nobody knows.
    """

    key: str
    kind: Kind
    title: str
    begin: date
    end: date
    notes: str
    shares: tuple[Share, ...] = ()
    after: tuple[str, ...] = ()
    begun: bool = False
    open_end: bool = False
    fixed: bool = False
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A day on which somebody looks at a measure or project again."""

    key: str
    title: str
    day: date
    notes: str


@dataclass(frozen=True, slots=True)
class Available:
    """How much of a working day a resource has for change, from one day to another.

    `units` is 1 for one whole person.
    """

    begin: date
    end: date
    units: float


@dataclass(frozen=True, slots=True)
class Resource:
    """A role, without the key people in it, or a key person; no `times`: nobody said."""

    key: str
    name: str
    group: str
    times: tuple[Available, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduleWords:
    """What stands beside the dates."""

    begins: str
    ends: str
    look: str
    measures: str
    projects: str
    looks: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """All dates of a roadmap in one language.

    `day` is that of the newest thing that is known of it, by which a calendar tells newer from
    older; `first` and `last` are the days on which the plan begins and ends. Tasks come in the
    order of their beginnings, projects first.
    """

    language: str
    title: str
    company: str
    author: str
    day: date
    first: date
    last: date
    words: ScheduleWords
    tasks: tuple[Task, ...]
    looks: tuple[Look, ...]
    resources: tuple[Resource, ...]
