"""The dates of a roadmap as a calendar (iCalendar, RFC 5545): all-day entries, nobody's time taken.

Written here rather than by a library: a dozen properties, whose values are dates and escaped texts,
need none, and the same roadmap must give the same bytes. An independent reader holds it in tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from digimaturity.report.model.schedule import Kind, Look, Schedule, Task
from digimaturity.report.xml_text import xml_text

#: Bytes of a line before it is folded (RFC 5545, 3.1).
_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_SEPARATOR = re.compile(r"\r\n[ \t]")
#: Characters that a text may not hold (RFC 5545, 3.3.11), besides those that XML forbids, too.
_CONTROL = re.compile("[\x7f]")


def calendar_bytes(schedule: Schedule) -> bytes:
    """The file; the same schedule gives the same bytes.

    An entry has the same UID in every version of the roadmap of a firm, so that a calendar that
    takes up a newer one moves it. Of what runs already only the end is told.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//digimaturity//roadmap//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(schedule.title)}",
    ]
    for entry in _entries(schedule):
        lines += _event(schedule, entry)
    lines.append("END:VCALENDAR")
    return "".join(map(_folded, lines)).encode()


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
    lines = _SEPARATOR.sub("", content.decode()).split("\r\n")
    kinds = {"begin": "begins", "end": "ends", "review": "reviews"}
    counts = {"calendars": lines.count("END:VCALENDAR"), **dict.fromkeys(kinds.values(), 0)}
    whole = min(lines.count("BEGIN:VEVENT"), lines.count("END:VEVENT"))
    for uid in [line for line in lines if line.startswith("UID:")][:whole]:
        counts[kinds[uid.removeprefix("UID:").partition("-")[0]]] += 1
    return counts


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    key: str
    day: date
    title: str
    category: str
    notes: str


def _entries(schedule: Schedule) -> Iterator[_Entry]:
    for task in schedule.tasks:
        yield from _of_task(schedule, task)
    yield from (_of_look(schedule, look) for look in schedule.looks)


def _of_task(schedule: Schedule, task: Task) -> Iterator[_Entry]:
    words, measure = schedule.words, task.kind is Kind.MEASURE
    category = words.measures if measure else words.projects
    if not task.begun:
        title = words.begins.format(title=task.title)
        yield _Entry("begin", task.key, task.begin, title, category, task.notes)
    if not task.open_end:
        title = words.ends.format(title=task.title)
        yield _Entry("end", task.key, task.end, title, category, task.notes)


def _of_look(schedule: Schedule, look: Look) -> _Entry:
    words = schedule.words
    title = words.look.format(title=look.title)
    return _Entry("review", look.key, look.day, title, words.looks, look.notes)


def _event(schedule: Schedule, entry: _Entry) -> Iterator[str]:
    # Another one for each firm and measure, the same each time; no name can be read in it.
    own = uuid5(NAMESPACE_URL, f"{schedule.company}\n{entry.key}")
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.kind}-{own}@digimaturity"
    yield f"DTSTAMP:{schedule.day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY;LANGUAGE={schedule.language}:{_text(entry.title)}"
    if entry.notes:
        yield f"DESCRIPTION;LANGUAGE={schedule.language}:{_text(entry.notes)}"
    yield f"CATEGORIES:{_text(entry.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A text as a value; control characters cannot stand in one."""
    return _CONTROL.sub("", xml_text(text)).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line in pieces of 75 bytes, no letter torn apart; with its end."""
    pieces, piece, room = [], "", _LONGEST
    for char in line:
        size = len(char.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LONGEST - 1  # after the space that goes before what goes on
        piece, room = piece + char, room - size
    return "\r\n ".join([*pieces, piece]) + "\r\n"
