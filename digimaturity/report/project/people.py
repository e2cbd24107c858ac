"""Who works on a plan, in Project XML, and the days on which they work."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from digimaturity.report.model.schedule import Resource
from digimaturity.report.project.elements import BEGIN, END, at, named, put, share

#: Sunday is 1, Saturday 7.
_WEEK, _WORKDAYS = range(1, 8), range(2, 7)
_TIMES = ((BEGIN, "12:00:00"), ("13:00:00", END))
#: The calendar that holds for all.
STANDARD = 1
_WORK, _INITIALS = 1, 3


def calendars(root: Element, people: Sequence[Resource]) -> None:
    """Monday to Friday for all, and for each resource a calendar that follows it."""
    parent = SubElement(root, "Calendars")
    standard = SubElement(parent, "Calendar")
    put(standard, {"UID": STANDARD, "Name": "Standard", "IsBaseCalendar": True})
    put(standard, {"BaseCalendarUID": -1})
    days = SubElement(standard, "WeekDays")
    for number in _WEEK:
        day = SubElement(days, "WeekDay")
        put(day, {"DayType": number, "DayWorking": number in _WORKDAYS})
        if number in _WORKDAYS:
            times = SubElement(day, "WorkingTimes")
            for begin, end in _TIMES:
                put(SubElement(times, "WorkingTime"), {"FromTime": begin, "ToTime": end})
    for number, one in enumerate(people, start=1):
        own = SubElement(parent, "Calendar")
        put(own, {"UID": STANDARD + number, "Name": named(one.name), "IsBaseCalendar": False})
        put(own, {"BaseCalendarUID": STANDARD})


def resources(root: Element, people: Sequence[Resource]) -> None:
    """Each with its share of a working day; where nobody said how much there is, a whole one."""
    parent = SubElement(root, "Resources")
    for number, one in enumerate(people, start=1):
        element = SubElement(parent, "Resource")
        name = named(one.name)
        put(
            element,
            {
                "UID": number,
                "ID": number,
                "Name": name,
                "Type": _WORK,
                "IsNull": False,
                "Initials": name[:_INITIALS],
                "Group": named(one.group),
                "MaxUnits": share(max((time.units for time in one.times), default=1.0)),
                "CalendarUID": STANDARD + number,
            },
        )
        if one.times:
            periods = SubElement(element, "AvailabilityPeriods")
            for time in one.times:
                values = {
                    "AvailableFrom": at(time.begin, "00:00:00"),
                    "AvailableTo": at(time.end, "23:59:00"),
                    "AvailableUnits": share(time.units),
                }
                put(SubElement(periods, "AvailabilityPeriod"), values)
