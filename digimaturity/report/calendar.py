"""The dates of a roadmap as a calendar: begins and ends of measures and projects, and reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from digimaturity.report.ical import Calendar, Entry, ical_bytes, uid_of, whole_uids
from digimaturity.report.model.schedule import Kind, Look, Schedule, Task


def calendar_bytes(schedule: Schedule) -> bytes:
    """The file; the same schedule gives the same bytes.

    An entry has the same UID in every version of the roadmap of a firm. Of what runs already only
    the end is told.
    """
    calendar = Calendar(
        "roadmap", schedule.title, schedule.language, schedule.day, tuple(_entries(schedule))
    )
    return ical_bytes(calendar)


def expected(schedule: Schedule) -> dict[str, int]:
    """How many entries of each kind the calendar of this schedule has."""
    return {
        "calendars": 1,
        "begins": sum(not task.begun for task in schedule.tasks),
        "ends": sum(not task.open_end for task in schedule.tasks),
        "reviews": len(schedule.looks),
    }


def found(content: bytes) -> dict[str, int]:
    """The same counts of a finished file, by the beginnings of its UIDs."""
    kinds = {"begin": "begins", "end": "ends", "review": "reviews"}
    calendars, uids = whole_uids(content)
    counts = {"calendars": calendars, **dict.fromkeys(kinds.values(), 0)}
    for uid in uids:
        counts[kinds[uid.partition("-")[0]]] += 1
    return counts


def _entries(schedule: Schedule) -> Iterator[Entry]:
    for task in schedule.tasks:
        yield from _of_task(schedule, task)
    yield from (_of_look(schedule, look) for look in schedule.looks)


def _of_task(schedule: Schedule, task: Task) -> Iterator[Entry]:
    words, measure = schedule.words, task.kind is Kind.MEASURE
    category = words.measures if measure else words.projects

    def entry(kind: str, day: date, title: str) -> Entry:
        uid = uid_of(kind, schedule.company, task.key)
        return Entry(uid, day, title.format(title=task.title), category, task.notes)

    if not task.begun:
        yield entry("begin", task.begin, words.begins)
    if not task.open_end:
        yield entry("end", task.end, words.ends)


def _of_look(schedule: Schedule, look: Look) -> Entry:
    words = schedule.words
    uid = uid_of("review", schedule.company, look.key)
    return Entry(uid, look.day, words.look.format(title=look.title), words.looks, look.notes)
