"""Conditions that refer to nothing, cannot fit, run in circles, or can never hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

from digimaturity.domain.conditions import Condition, questions_in
from digimaturity.domain.questionnaire import Kind
from digimaturity.packs.circles import circles, in_turn, starting_with
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem, nearest
from digimaturity.packs.reachability import Operands, Setting, operands_of, possible
from digimaturity.packs.revival import condition_from_document
from digimaturity.packs.structure import Site, Structure

#: So many questions may be shown one because of the other; the answers are read as deep.
_LONGEST_CHAIN = 50

_OPERATORS = ("at_least", "more_than", "equals")


@dataclass(slots=True)
class ConditionChecks:
    """Checks all conditions of a pack; the faults are in `problems`.

    `broken` holds the ids of nodes against which the schema has something already.
    """

    structure: Structure
    broken: frozenset[int]
    problems: list[Problem] = field(default_factory=list)

    def run(self, pack: Node) -> list[Problem]:
        """Check every condition."""
        shown = self._sound_show_ifs()
        items = self._sound_items(pack)
        sound = [condition for _, condition in (*shown.values(), *items)]
        setting = self._setting(shown, operands_of(sound))
        for node, condition in items:
            if not possible(condition, setting):
                self.problems.append(node.problem("condition.never_yes"))
        return self.problems

    def _sound_items(self, pack: Node) -> list[tuple[Node, Condition]]:
        index = pack.get("index")
        items = index.get("items") if index else None
        nodes = [item.get("yes_if") for item in items.items()] if items else []
        return [(node, known) for node in nodes if node and (known := self._sound(node))]

    def _sound_show_ifs(self) -> dict[str, tuple[Node, Condition]]:
        found = {}
        for site in self.structure.questions.values():
            node = site.node.get("show_if")
            condition = self._sound(node) if node else None
            if node and condition:
                found[site.id] = (node, condition)
        return found

    def _straight(self, shown: dict[str, tuple[Node, Condition]]) -> dict[str, Condition]:
        """The conditions that are part of no circle."""
        straight = {key: condition for key, (_, condition) in shown.items()}
        for circle in circles({key: questions_in(entry) for key, entry in straight.items()}):
            first = min(circle, key=lambda key: shown[key][0].line)
            path = starting_with(circle, first)
            self.problems.append(shown[first][0].problem("condition.circle", path=path))
            for key in circle:
                del straight[key]
        return straight

    def _setting(self, shown: dict[str, tuple[Node, Condition]], operands: Operands) -> Setting:
        """The conditions that can hold; one that cannot is not held against those that read it."""
        straight = self._straight(shown)
        reachable: dict[str, Condition] = {}
        setting = Setting(self.structure.questions, reachable, operands)
        depths: dict[str, int] = {}
        for key in in_turn({key: questions_in(entry) for key, entry in straight.items()}):
            node, condition = shown[key]
            depths[key] = 1 + max(depths.get(other, 0) for other in questions_in(condition))
            if depths[key] == _LONGEST_CHAIN + 1:
                self.problems.append(node.problem("condition.deep", limit=_LONGEST_CHAIN))
            elif depths[key] <= _LONGEST_CHAIN and possible(condition, setting):
                reachable[key] = condition
            elif depths[key] <= _LONGEST_CHAIN:
                self.problems.append(node.problem("condition.never", question=key))
        return setting

    def _sound(self, node: Node) -> Condition | None:
        """The condition at `node` where nothing is wrong with any part of it."""
        faults: list[Problem] = []
        whole = not any(id(part) in self.broken for part in node.all())
        for part in node.all():
            if "question" in part.fields():
                found = self._leaf(part)
                faults += found or []
                whole = whole and found == []
        self.problems += faults
        return condition_from_document(node.plain()) if whole else None

    def _leaf(self, node: Node) -> list[Problem] | None:
        """What is wrong with a comparison; None where nobody can say."""
        question = node.get("question")
        operator = next((name for name in _OPERATORS if name in node.fields()), None)
        if question is None or operator is None or not isinstance(question.value, str):
            return None
        site = self.structure.questions.get(question.value)
        if site is None:
            if not self.structure.complete:
                return None
            near = nearest(question.value, self.structure.questions)
            return [question.problem("question.unknown", question=question.value, suggestion=near)]
        operand = node.fields()[operator]
        if site.kind is None or id(operand) in self.broken:
            return None
        return _misfits(site, operator, operand)


def _misfits(site: Site, operator: str, operand: Node) -> list[Problem] | None:
    """Why the question can never be compared so, or never have such an answer."""
    counts = site.kind in (Kind.LEVELS, Kind.NUMBER)
    if site.kind is Kind.TEXT or (operator != "equals" and not counts):
        return [
            operand.problem(
                "condition.kind", question=site.id, kind=str(site.kind), operator=operator
            )
        ]
    if counts:
        return _outside(site, operator, operand)
    if site.kind is Kind.YES_NO:
        fits = isinstance(operand.value, bool)
        return [] if fits else [operand.problem("condition.yes_no", question=site.id)]
    if site.options is None:
        return None
    if operand.value in site.options:
        return []
    return [
        operand.problem(
            "condition.option",
            question=site.id,
            option=operand.raw,
            options=list(site.options),
            suggestion=nearest(operand.raw, site.options),
        )
    ]


def _outside(site: Site, operator: str, operand: Node) -> list[Problem] | None:
    value = operand.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return [operand.problem("condition.number", question=site.id)]
    if site.bounds is None:
        return None
    lowest, highest = site.bounds
    fits = lowest <= value < highest if operator == "more_than" else lowest <= value <= highest
    if operator == "equals" and site.kind is Kind.LEVELS:
        fits = fits and float(value).is_integer()
    if fits:
        return []
    return [
        operand.problem(
            "condition.range",
            question=site.id,
            value=operand.raw,
            lowest=lowest if isfinite(lowest) else "−∞",
            highest=highest if isfinite(highest) else "∞",
        )
    ]
