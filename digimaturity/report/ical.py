"""A calendar file (iCalendar, RFC 5545) of all-day entries, which take nobody's time.

Written here rather than by a library: a dozen properties, whose values are dates and escaped texts,
need none, and the same entries must give the same bytes. An independent reader holds it in tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from digimaturity.report.xml_text import xml_text

#: Bytes of a line before it is folded (RFC 5545, 3.1).
_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_SEPARATOR = re.compile(r"\r\n[ \t]")
#: Characters that a text may not hold (RFC 5545, 3.3.11), besides those that XML forbids, too.
_CONTROL = re.compile("[\x7f]")
#: Hours from the beginning of a day after which a calendar speaks up, some days before.
_MORNING = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One day with what it is for.

    `uid` is the same in every version of the file, so that a calendar that takes up a newer one
    moves the entry (see `uid_of`). So many days before, on the morning, an `alarm` goes off; None:
    never.
    """

    uid: str
    day: date
    title: str
    category: str
    notes: str = ""
    alarm: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Entries under a title, in one language; `product` names who writes them, `day` is of when."""

    product: str
    title: str
    language: str
    day: date
    entries: tuple[Entry, ...]


def uid_of(kind: str, owner: str, key: str) -> str:
    """Another one for each kind, firm and thing, the same each time; no name can be read in it."""
    own = uuid5(NAMESPACE_URL, f"{owner}\n{key}")
    return f"{kind}-{own}@digimaturity"


def ical_bytes(calendar: Calendar) -> bytes:
    """The file; the same calendar gives the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//digimaturity//{calendar.product}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(calendar.title)}",
    ]
    for entry in calendar.entries:
        lines += _event(calendar, entry)
    lines.append("END:VCALENDAR")
    return "".join(map(_folded, lines)).encode()


def whole_uids(content: bytes) -> tuple[int, list[str]]:
    """Of a finished file the number of calendars, and the UIDs of its whole entries."""
    lines = _SEPARATOR.sub("", content.decode()).split("\r\n")
    whole = min(lines.count("BEGIN:VEVENT"), lines.count("END:VEVENT"))
    uids = [line.removeprefix("UID:") for line in lines if line.startswith("UID:")]
    return lines.count("END:VCALENDAR"), uids[:whole]


def _event(calendar: Calendar, entry: Entry) -> Iterator[str]:
    language, title = calendar.language, _text(entry.title)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{_day(calendar.day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    if entry.day < date.max:  # without an end it lasts that day, too (RFC 5545, 3.6.1)
        yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY;LANGUAGE={language}:{title}"
    if entry.notes:
        yield f"DESCRIPTION;LANGUAGE={language}:{_text(entry.notes)}"
    yield f"CATEGORIES:{_text(entry.category)}"
    yield "TRANSP:TRANSPARENT"
    if entry.alarm is not None:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{title}"
        yield f"TRIGGER:{_before(entry.alarm)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """Eight digits, in the first centuries, too."""
    return day.isoformat().replace("-", "")


def _before(days: int) -> str:
    """From the morning, so many days before, to the beginning of the day itself."""
    if days == 0:
        return f"PT{_MORNING}H"
    return f"-P{days - 1}DT{24 - _MORNING}H" if days > 1 else f"-PT{24 - _MORNING}H"


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
