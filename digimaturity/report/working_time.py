"""Days from Monday to Friday; holidays differ from place to place, and are not known here."""

from __future__ import annotations

from datetime import date, timedelta

from digimaturity.domain.roadmap.quarters import Quarter

_FRIDAY = 4
_DAY = timedelta(days=1)


def first_working_day(quarter: Quarter) -> date:
    """The first working day of a quarter."""
    day = quarter.first_day
    while day.weekday() > _FRIDAY:
        day += _DAY
    return day


def last_working_day(quarter: Quarter) -> date:
    """The last working day of a quarter."""
    day = quarter.last_day
    while day.weekday() > _FRIDAY:
        day -= _DAY
    return day


def working_days(begin: date, end: date) -> int:
    """How many working days there are, both ends counted."""
    days = (end - begin).days + 1
    return sum((begin + step * _DAY).weekday() <= _FRIDAY for step in range(days))
