"""Measures that lift nothing, cost no time, or wait for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digimaturity.domain.questionnaire import Kind
from digimaturity.packs.circles import circles, starting_with
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem, nearest
from digimaturity.packs.structure import Site, Structure, number_at, place_of


def measure_problems(files: Iterable[Node], structure: Structure) -> Iterator[Problem]:
    """Everything that is wrong with the measures beyond their form."""
    for root in files:
        listed = root.get("measures")
        for measure in listed.items() if listed else ():
            yield from _lift_problems(measure, structure)
            yield from _effort_problems(measure)
            yield from _gap_rule_problems(measure, structure)
    yield from _requirement_problems(structure)


def _lift_problems(measure: Node, structure: Structure) -> Iterator[Problem]:
    lifted: dict[str, int] = {}
    lifts = measure.get("lifts")
    for lift in lifts.items() if lifts else ():
        question = lift.get("question")
        if question is None or not isinstance(question.value, str):
            continue
        first = lifted.setdefault(question.value, question.line)
        if first != question.line:
            yield question.problem("lift.duplicate", question=question.value, first=first)
        site = structure.questions.get(question.value)
        if site is None:
            yield from _unknown(question, structure)
        elif site.kind not in (None, Kind.LEVELS):
            yield question.problem("lift.kind", question=site.id, kind=str(site.kind))
        else:
            yield from _range_problems(lift, site)


def _range_problems(lift: Node, site: Site) -> Iterator[Problem]:
    origin, goal = number_at(lift, "from"), number_at(lift, "to")
    if origin is None or goal is None:
        return
    node = lift.fields()["to"]
    if goal <= origin:
        yield node.problem("lift.order", origin=origin, goal=goal)
    elif site.levels is not None and goal > site.levels:
        yield node.problem("lift.beyond", question=site.id, goal=goal, levels=site.levels)


def _effort_problems(measure: Node) -> Iterator[Problem]:
    effort = measure.get("effort")
    for size, node in (effort.fields() if effort else {}).items():
        days = [number_at(node, role) for role in ("management", "it", "business")]
        if all(day == 0 for day in days):
            yield node.problem("effort.zero", size=size)


def _gap_rule_problems(measure: Node, structure: Structure) -> Iterator[Problem]:
    rule = measure.get("gap_rule")
    questions = rule.get("questions") if rule else None
    for node in questions.items() if questions else ():
        if not isinstance(node.value, str):
            continue
        site = structure.questions.get(node.value)
        if site is None:
            yield from _unknown(node, structure)
        elif not site.scored:
            yield node.problem("gap_rule.kind", question=site.id, kind=str(site.kind))
    areas = rule.get("areas") if rule else None
    for node in areas.items() if areas and structure.complete else ():
        if isinstance(node.value, str) and node.value not in structure.areas:
            near = nearest(node.raw, structure.areas)
            yield node.problem("gap_rule.area", area=node.raw, suggestion=near)


def _unknown(node: Node, structure: Structure) -> Iterator[Problem]:
    if structure.complete:
        near = nearest(node.raw, structure.questions)
        yield node.problem("question.unknown", question=node.raw, suggestion=near)


def _requirement_problems(structure: Structure) -> Iterator[Problem]:
    waits_for: dict[str, list[str]] = {}
    for key, measure in structure.measures.items():
        requires = measure.get("requires")
        waits_for[key] = [node.raw for node in requires.items()] if requires else []
        for node in requires.items() if requires else ():
            unknown = isinstance(node.value, str) and node.value not in structure.measures
            if unknown and structure.measures_complete:
                near = nearest(node.raw, structure.measures)
                yield node.problem("measure.unknown", measure=node.raw, suggestion=near)
    for circle in circles(waits_for):
        first = min(circle, key=lambda key: _position(structure.measures[key]))
        node = structure.measures[first].fields()["requires"]
        yield node.problem("measure.circle", path=starting_with(circle, first))


def _position(measure: Node) -> tuple[str, int]:
    place = place_of(measure)
    return place.file, place.line
