"""Writes a schedule as Project XML: calendars, tasks with links, resources, and their work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from digimaturity.report.model.schedule import Kind, Look, Schedule, Task
from digimaturity.report.project.elements import (
    BEGIN,
    END,
    HOURS,
    NAMESPACE,
    at,
    hours,
    named,
    noted,
    put,
    share,
)
from digimaturity.report.project.people import calendars, resources
from digimaturity.report.working_time import working_days

#: What the numbers of the format mean.
_FIXED_DURATION, _IN_DAYS, _FINISH_TO_START = 1, 7, 1
_AS_SOON_AS_POSSIBLE, _MUST_START_ON, _NOT_BEFORE = 0, 2, 4
#: As MS Project itself writes it.
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: The version that writes it: of 2007.
_VERSION = 12


def project_bytes(schedule: Schedule) -> bytes:
    """The file; the same schedule gives the same bytes.

    A measure begins no earlier than planned, and after those it builds on; one that the user has
    set to a quarter must begin then. Work is in hours of days of eight.
    """
    root = Element("Project", xmlns=NAMESPACE)
    lines = tuple(_lines(schedule))
    _head(root, schedule, lines)
    numbers = {one.key: number for number, one in enumerate(schedule.resources, start=1)}
    calendars(root, schedule.resources)
    tasks = SubElement(root, "Tasks")
    for line in lines:
        _task(SubElement(tasks, "Task"), line, lines)
    resources(root, schedule.resources)
    _assignments(SubElement(root, "Assignments"), lines, numbers)
    indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=False)
    return _DECLARATION + content + b"\n"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the plan; `of` is what it tells of, None for a group of the lines below it."""

    number: int
    outline: str
    level: int
    title: str
    begin: date
    end: date
    of: Task | Look | None = field(default=None)

    @property
    def days(self) -> int:
        return 0 if isinstance(self.of, Look) else working_days(self.begin, self.end)


def _lines(schedule: Schedule) -> Iterator[_Line]:
    """The groups one after the other, each with what is in it; empty ones are left out."""
    words, number, place = schedule.words, 0, 0
    groups: Sequence[tuple[str, Sequence[Task | Look]]] = (
        (words.projects, [one for one in schedule.tasks if one.kind is Kind.PROJECT]),
        (words.measures, [one for one in schedule.tasks if one.kind is Kind.MEASURE]),
        (words.looks, schedule.looks),
    )
    for title, parts in groups:
        if not parts:
            continue
        number, place = number + 1, place + 1
        spans = [_span(part) for part in parts]
        begin, end = min(one for one, _ in spans), max(one for _, one in spans)
        yield _Line(number, str(place), 1, title, begin, end)
        for inner, part in enumerate(parts, start=1):
            number += 1
            name = part.title if isinstance(part, Task) else words.look.format(title=part.title)
            yield _Line(number, f"{place}.{inner}", 2, name, *_span(part), of=part)


def _span(part: Task | Look) -> tuple[date, date]:
    return (part.begin, part.end) if isinstance(part, Task) else (part.day, part.day)


def _head(root: Element, schedule: Schedule, lines: Sequence[_Line]) -> None:
    begin = min([schedule.first, *(line.begin for line in lines)])
    end = max([schedule.last, *(line.end for line in lines)])
    put(
        root,
        {
            "SaveVersion": _VERSION,
            "Name": named(schedule.title),
            "Title": named(schedule.title),
            "Company": named(schedule.company),
            "Author": named(schedule.author),
            "CreationDate": at(schedule.day, BEGIN),
            "LastSaved": at(schedule.day, BEGIN),
            "ScheduleFromStart": True,
            "StartDate": at(begin, BEGIN),
            "FinishDate": at(end, END),
            "CurrencyDigits": 2,
            "CurrencySymbol": "€",
            "CurrencyCode": "EUR",
            "CurrencySymbolPosition": 3,
            "CalendarUID": 1,
            "DefaultStartTime": BEGIN,
            "DefaultFinishTime": END,
            "MinutesPerDay": HOURS * 60,
            "MinutesPerWeek": HOURS * 60 * 5,
            "DaysPerMonth": 20,
            "DefaultTaskType": _FIXED_DURATION,
            "DurationFormat": _IN_DAYS,
            "WorkFormat": 3,
            "HonorConstraints": True,
            "NewTasksEffortDriven": False,
            "NewTasksEstimated": False,
            "WeekStartDay": 1,
        },
    )


def _task(element: Element, line: _Line, lines: Sequence[_Line]) -> None:
    task = line.of if isinstance(line.of, Task) else None
    finish = BEGIN if isinstance(line.of, Look) else END
    put(
        element,
        {
            "UID": line.number,
            "ID": line.number,
            "Name": named(line.title),
            "Type": _FIXED_DURATION,
            "IsNull": False,
            "CreateDate": at(line.begin, BEGIN),
            "WBS": line.outline,
            "OutlineNumber": line.outline,
            "OutlineLevel": line.level,
            "Priority": 500,
            "Start": at(line.begin, BEGIN),
            "Finish": at(line.end, finish),
            "Duration": hours(line.days),
            "DurationFormat": _IN_DAYS,
            "Work": hours(sum(one.days for one in task.shares) if task else 0),
            "EffortDriven": False,
            "Recurring": False,
            "Estimated": False,
            "Milestone": isinstance(line.of, Look),
            "Summary": line.of is None,
        },
    )
    if task is not None and task.cost:
        put(element, {"FixedCost": _cents(task.cost), "FixedCostAccrual": 3})
    constraint = _constraint(line)
    put(element, {"ConstraintType": constraint, "CalendarUID": -1})
    if constraint != _AS_SOON_AS_POSSIBLE:
        put(element, {"ConstraintDate": at(line.begin, BEGIN)})
    if line.of is not None and line.of.notes:
        put(element, {"Notes": noted(line.of.notes)})
    if task is not None:
        _links(element, task, lines)


def _constraint(line: _Line) -> int:
    match line.of:
        case None:
            return _AS_SOON_AS_POSSIBLE
        case Task(kind=Kind.MEASURE, begun=False, fixed=False):
            return _NOT_BEFORE
        case _:
            return _MUST_START_ON


def _links(element: Element, task: Task, lines: Sequence[_Line]) -> None:
    numbers = {line.of.key: line.number for line in lines if isinstance(line.of, Task)}
    for key in task.after:
        values = {"PredecessorUID": numbers[key], "Type": _FINISH_TO_START, "CrossProject": False}
        link = SubElement(element, "PredecessorLink")
        put(link, {**values, "LinkLag": 0, "LagFormat": _IN_DAYS})


def _cents(euros: float) -> str:
    return str(round(euros * 100))


def _assignments(parent: Element, lines: Sequence[_Line], numbers: dict[str, int]) -> None:
    number = 0
    for line in lines:
        if not isinstance(line.of, Task):
            continue
        for one in line.of.shares:
            number += 1
            put(
                SubElement(parent, "Assignment"),
                {
                    "UID": number,
                    "TaskUID": line.number,
                    "ResourceUID": numbers[one.resource],
                    "Finish": at(line.end, END),
                    "RemainingWork": hours(one.days),
                    "Start": at(line.begin, BEGIN),
                    "Units": share(one.days / line.days),
                    "Work": hours(one.days),
                    "WorkContour": 0,
                },
            )
