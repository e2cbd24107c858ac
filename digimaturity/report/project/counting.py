"""What a file for project management must hold, and what it holds when it is opened again."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from digimaturity.report.model.schedule import Kind, Schedule
from digimaturity.report.project.elements import NAMESPACE


def expected(schedule: Schedule) -> dict[str, int]:
    """How many lines, links, resources and assignments the schedule has."""
    groups = {one.kind for one in schedule.tasks}
    return {
        "groups": len(groups) + bool(schedule.looks),
        "tasks": len(schedule.tasks),
        "reviews": len(schedule.looks),
        "links": sum(len(one.after) for one in schedule.tasks if one.kind is Kind.MEASURE),
        "resources": len(schedule.resources),
        "assignments": sum(len(one.shares) for one in schedule.tasks),
    }


def found(content: bytes) -> dict[str, int]:
    """The same counts of a finished file.

    Raises:
        xml.etree.ElementTree.ParseError: It is no XML.
    """
    root = ET.fromstring(content)  # noqa: S314 - our own file, just written

    def count(path: str) -> int:
        return len(root.findall("/".join(f"{{{NAMESPACE}}}{step}" for step in path.split("/"))))

    tasks = root.findall(f"{{{NAMESPACE}}}Tasks/{{{NAMESPACE}}}Task")
    groups = sum(one.findtext(f"{{{NAMESPACE}}}Summary") == "1" for one in tasks)
    reviews = sum(one.findtext(f"{{{NAMESPACE}}}Milestone") == "1" for one in tasks)
    return {
        "groups": groups,
        "tasks": len(tasks) - groups - reviews,
        "reviews": reviews,
        "links": count("Tasks/Task/PredecessorLink"),
        "resources": count("Resources/Resource"),
        "assignments": count("Assignments/Assignment"),
    }
