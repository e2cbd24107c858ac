"""Whether any answers at all can make a condition hold.

Every question is reduced to the few answers between which the conditions can tell. All of their
combinations are tried, so that "no" is certain; where they are too many, the answer is "yes".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import isfinite

from digimaturity.domain.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    holds,
    questions_in,
)
from digimaturity.domain.questionnaire import Kind
from digimaturity.packs.structure import Site

#: So many combinations are tried before a condition gets the benefit of the doubt.
_PATIENCE = 3000

Answer = float | bool | frozenset[str]


Operands = Mapping[str, frozenset[float | bool | str]]


@dataclass(frozen=True, slots=True)
class Setting:
    """The questions of a pack, when they are shown, and with what they are compared.

    `operands` must hold those of `shown_if` and of every condition that is tried.
    """

    questions: Mapping[str, Site]
    shown_if: Mapping[str, Condition]
    operands: Operands


def operands_of(conditions: Iterable[Condition]) -> Operands:
    """Everything with which the conditions compare each question."""
    found: dict[str, set[float | bool | str]] = {}
    for condition in conditions:
        for question, value in _comparisons(condition):
            found.setdefault(question, set()).add(value)
    return {question: frozenset(values) for question, values in found.items()}


@dataclass(frozen=True, slots=True)
class _State:
    """Conditions that must all hold, under answers of which None means "never to be known"."""

    goals: tuple[Condition, ...]
    answers: Mapping[str, Answer | None]


def possible(condition: Condition, setting: Setting) -> bool:
    """False only where no answers to the questions that are then shown make `condition` hold."""
    stack = [_State((condition,), {})]
    for _ in range(_PATIENCE):
        if not stack:
            return False
        state = stack.pop()
        truths = [holds(goal, state.answers.get) for goal in state.goals]
        if all(truths):
            return True
        if False not in truths:
            stack.extend(_next(state, setting))
    return True


def _next(state: _State, setting: Setting) -> Iterator[_State]:
    """The same with one more question answered in each way that makes a difference."""
    asked = (key for goal in state.goals for key in questions_in(goal))
    key = next((key for key in asked if key not in state.answers), None)
    if key is None:
        return
    yield _State(state.goals, {**state.answers, key: None})
    shown_if = setting.shown_if.get(key)
    goals = state.goals if shown_if is None else (*state.goals, shown_if)
    for answer in _answers(setting.questions[key], setting.operands[key]):
        yield _State(goals, {**state.answers, key: answer})


def _comparisons(condition: Condition) -> Iterator[tuple[str, float | bool | str]]:
    match condition:
        case AtLeast(question, value) | Equals(question, value):
            yield question, value
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from _comparisons(part)
        case _:
            yield from _comparisons(condition.part)


def _answers(site: Site, operands: frozenset[float | bool | str]) -> Iterator[Answer]:
    match site.kind:
        case Kind.YES_NO:
            yield from (False, True)
        case Kind.ONE_OF:
            yield from (frozenset({option}) for option in site.options or ())
        case Kind.MANY_OF:
            named = sorted(operand for operand in operands if isinstance(operand, str))
            for size in range(len(named) + 1):
                yield from map(frozenset, combinations(named, size))
        case Kind.LEVELS | Kind.NUMBER:
            numbers = sorted(float(operand) for operand in operands if not isinstance(operand, str))
            yield from _numbers(numbers, site.bounds or (numbers[0], numbers[-1]))


def _numbers(operands: list[float], bounds: tuple[float, float]) -> Iterator[float]:
    """Each operand, and a number in each gap beside and between them, within the bounds.

    Several respondents make means, so that levels, too, are any number within their bounds.
    """
    lowest, highest = bounds
    points = [
        lowest if isfinite(lowest) else operands[0] - 1,
        *operands,
        highest if isfinite(highest) else operands[-1] + 1,
    ]
    between = [(left + right) / 2 for left, right in pairwise(points)]
    yield from (point for point in (*points, *between) if lowest <= point <= highest)
