"""Taking a key person away: what names this person then names the role alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from digimaturity.domain.roadmap.book import Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import Project


def leaving(book: PlanBook, key: str) -> tuple[Entry, ...]:
    """What to put down so that nobody with this key carries anything any more; one step.

    The days of a project stay those of the role: the work is still there, whoever does it.
    """
    return (*_projects(book, key), *_decisions(book, key), Entry(Part.PERSON, key, None))


def _projects(book: PlanBook, key: str) -> Iterator[Entry]:
    for project_key, project in book.projects.items():
        if key in project.load:
            yield Entry(Part.PROJECT, project_key, _without(book, project, key))


def _without(book: PlanBook, project: Project, key: str) -> Project:
    load = dict(project.load)
    person = book.people.get(key)
    if person is not None:
        carried = fsum(
            load.get(other, 0.0) for other, one in book.people.items() if one.role is person.role
        )
        if carried > load.get(person.role.value, 0.0):
            load[person.role.value] = carried
    del load[key]
    return replace(project, load=load)


def _decisions(book: PlanBook, key: str) -> Iterator[Entry]:
    for measure, decision in book.decisions.items():
        if key in decision.people:
            people = {other: days for other, days in decision.people.items() if other != key}
            yield Entry(Part.DECISION, measure, replace(decision, people=people))
