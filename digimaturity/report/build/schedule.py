"""The dates of a roadmap, worded: measures, running projects, reviews, and who works on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import fsum

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.forecast import spans_of
from digimaturity.domain.roadmap.items import FollowUp, Project
from digimaturity.domain.roadmap.posing import Task as Planned
from digimaturity.domain.roadmap.problem import Running
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.build.cover import sender
from digimaturity.report.model.schedule import (
    Available,
    Kind,
    Look,
    Resource,
    Schedule,
    ScheduleWords,
    Share,
    Task,
)
from digimaturity.report.roadmap_words import euro_words, role_names, title_of
from digimaturity.report.wording import Wording
from digimaturity.report.working_time import first_working_day, last_working_day, working_days


def schedule(w: Wording, roadmap: Roadmap) -> Schedule:
    """All that has a date. Pure: the same input gives an equal schedule."""
    t, first = w.t, roadmap.posed.first
    last, by = first.plus(roadmap.posed.problem.quarters - 1), sender(w)
    return Schedule(
        t.language,
        t("{company}: roadmap", company=w.company),
        w.company,
        by.label if by else w.company,
        newest_day(w, roadmap),
        first_working_day(first),
        last_working_day(last),
        ScheduleWords(
            begins=t("Begin: {title}"),
            ends=t("End: {title}"),
            look=t("Review: {title}"),
            measures=t("Measures"),
            projects=t("Running projects"),
            looks=t("Reviews"),
        ),
        (*_projects(w, roadmap), *_measures(w, roadmap)),
        tuple(_looks(w, roadmap)),
        tuple(_resources(w, roadmap)),
    )


def newest_day(w: Wording, roadmap: Roadmap) -> date:
    """The newest day that what was put down names as past, or that of the assessment."""
    book = roadmap.book
    said: list[date | None] = [w.context.day]
    said += [one.agreed for one in book.targets.values()]
    said += [one.decided for one in book.decisions.values()]
    for follow in book.follow_ups.values():
        said += [one.day for one in follow.values]
        said += [one.day for one in follow.reviews]
        said.append(follow.afterwards.day if follow.afterwards else None)
    return max(day for day in said if day is not None)


def _projects(w: Wording, roadmap: Roadmap) -> Iterator[Task]:
    first, quarters = roadmap.posed.first, roadmap.posed.problem.quarters
    running = {one.id: one for one in roadmap.posed.problem.running}
    for key, project in roadmap.book.projects.items():
        if key not in running:  # paused, stopped, or over
            continue
        begins = project.begins or first
        ends = max(begins, project.ends or first.plus(quarters - 1))
        yield Task(
            key,
            Kind.PROJECT,
            project.name,
            first_working_day(begins),
            last_working_day(ends),
            _notes(_about_project(w, project)),
            _shares(roadmap, _in_all(running[key], begins, ends)),
            begun=begins <= first,
            open_end=project.ends is None,
        )


def _measures(w: Wording, roadmap: Roadmap) -> Iterator[Task]:
    spans = spans_of(roadmap)
    jobs = {job.id: job for job in roadmap.posed.problem.jobs}
    running = {one.id: one for one in roadmap.posed.problem.running}
    unheld = roadmap.plan.unheld if roadmap.plan else {}
    for key, (begins, ends) in spans.items():
        task = roadmap.posed.tasks[key]
        load = (
            {name: days * task.quarters for name, days in jobs[key].load.items()}
            if key in jobs
            else _in_all(running[key], begins, ends)
        )
        yield Task(
            key,
            Kind.MEASURE,
            title_of(roadmap, key, w.t),
            first_working_day(begins),
            last_working_day(ends),
            _notes(_about_measure(w, task)),
            _shares(roadmap, load),
            tuple(one for one in task.measure.requires if one in spans),
            begun=key in running,
            fixed=task.decision.start is not None and key not in unheld,
            cost=task.cost,
        )


def _about_measure(w: Wording, task: Planned) -> Iterator[tuple[str, str]]:
    t = w.t
    yield "", w.text(task.measure.what)
    yield t("Owner"), task.decision.owner
    yield t("KPI"), task.decision.kpi or w.text(task.measure.kpi)
    yield t("Effort"), w.effort(task.effort)
    yield t("Cost, at most"), euro_words(t, task.cost) if task.cost else ""


def _about_project(w: Wording, project: Project) -> Iterator[tuple[str, str]]:
    t = w.t
    yield t("Goal"), project.goal
    yield t("Owner"), project.owner
    yield t("KPI"), project.kpi
    yield t("Budget"), "" if project.budget is None else euro_words(t, project.budget)
    yield "", t("Nobody knows when it ends.") if project.ends is None else ""


def _notes(parts: Iterable[tuple[str, str]]) -> str:
    """One line for each thing that is known."""
    said = ((label, text.strip()) for label, text in parts)
    return "\n".join(f"{label}: {text}" if label else text for label, text in said if text)


def _looks(w: Wording, roadmap: Roadmap) -> Iterator[Look]:
    """In the order of their days; of measures that were declined there is nothing to review."""
    known = {*roadmap.posed.tasks, *roadmap.book.projects}
    dated = [
        (follow.next_review, key, follow)
        for key, follow in roadmap.book.follow_ups.items()
        if follow.next_review is not None and key in known
    ]
    for day, key, follow in sorted(dated, key=lambda one: (one[0], one[1])):
        notes = _notes(_about_look(w, roadmap, key, follow))
        yield Look(key, title_of(roadmap, key, w.t), day, notes)


def _about_look(
    w: Wording, roadmap: Roadmap, key: str, follow: FollowUp
) -> Iterator[tuple[str, str]]:
    t, task, project = w.t, roadmap.posed.tasks.get(key), roadmap.book.projects.get(key)
    newest = max(follow.values, key=lambda one: one.day, default=None)
    if task is not None:
        yield t("KPI"), task.decision.kpi or w.text(task.measure.kpi)
        yield t("Owner"), task.decision.owner
    elif project is not None:
        yield t("KPI"), project.kpi
        yield t("Owner"), project.owner
    if newest is not None:
        value = _measured(w, newest.value, follow.unit)
        yield t("Last measured"), t("{value} on {day}", value=value, day=t.date(newest.day))


def _measured(w: Wording, value: float, unit: str) -> str:
    digits = 0 if float(value).is_integer() else 2
    return f"{w.t.number(value, digits)} {unit}".strip()


def _in_all(running: Running, begins: Quarter, ends: Quarter) -> Mapping[str, float]:
    """Person-days of all its quarters, those before and after the plan as well, by resource."""
    quarters = ends.since(begins) + 1
    return {key: max(loads, default=0.0) * quarters for key, loads in running.load.items()}


def _shares(roadmap: Roadmap, load: Mapping[str, float]) -> tuple[Share, ...]:
    """The days of each resource; those of key people are taken out of their role's."""
    own = dict(load)
    for key, person in roadmap.book.people.items():
        role = person.role.value
        own[role] = own.get(role, 0.0) - load.get(key, 0.0)
    return tuple(Share(key, days) for key, days in own.items() if days > 0)


def _resources(w: Wording, roadmap: Roadmap) -> Iterator[Resource]:
    """The roles first; where key people are named, a role is what remains of it without them."""
    book, names = roadmap.book, role_names(w.t)
    for role in Role:
        people = [key for key, one in book.people.items() if one.role is role]
        name = w.t("{role}, others", role=names[role]) if people else names[role]
        yield Resource(role.value, name, names[role], _times(roadmap, role.value, people))
    for key, person in book.people.items():
        yield Resource(key, person.name, names[person.role], _times(roadmap, key, ()))


def _times(roadmap: Roadmap, key: str, without: Iterable[str]) -> tuple[Available, ...]:
    """For each quarter of the plan; nothing where nobody said how many days there are."""
    capacity, first = roadmap.posed.problem.capacity, roadmap.posed.first
    if key not in capacity:
        return ()
    found = []
    for number, quarter in enumerate(first.following(roadmap.posed.problem.quarters)):
        days = capacity[key][number] - fsum(capacity[one][number] for one in without)
        whole = working_days(quarter.first_day, quarter.last_day)
        found.append(Available(quarter.first_day, quarter.last_day, max(0.0, days) / whole))
    return tuple(found)
