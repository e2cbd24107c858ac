"""Elements of Project XML, and how dates, times and texts are written in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from digimaturity.report.xml_text import xml_text

NAMESPACE = "http://schemas.microsoft.com/project"
#: Working hours of a day.
HOURS = 8
#: The most letters of a name, and of the notes of a task.
_LONGEST_NAME, _LONGEST_NOTES = 255, 32_000
#: When the working day begins and ends.
BEGIN, END = "08:00:00", "17:00:00"

Value = str | int | bool


def put(parent: Element, values: Mapping[str, Value]) -> None:
    """Add an element for each value, in that order."""
    for name, value in values.items():
        SubElement(parent, name).text = str(int(value)) if isinstance(value, bool) else str(value)


def named(text: str) -> str:
    """A name: one line, no longer than programs take."""
    return " ".join(xml_text(text).split())[:_LONGEST_NAME] or "–"


def noted(text: str) -> str:
    """Notes: several lines."""
    return xml_text(text)[:_LONGEST_NOTES]


def at(day: date, time: str) -> str:
    """A moment, in nobody's time zone in particular."""
    return f"{day.isoformat()}T{time}"


def hours(days: float) -> str:
    """Days as a duration in working time: to the minute."""
    minutes = round(days * HOURS * 60)
    return f"PT{minutes // 60}H{minutes % 60}M0S"


def share(units: float) -> str:
    """A part of somebody's time; 1 is a whole person."""
    return f"{units:.4f}".rstrip("0").rstrip(".") or "0"
