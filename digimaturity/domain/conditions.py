"""Declarative conditions over answers, with three truth values: yes, no, not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

#: What a condition compares with: a level or number, yes/no, or the id of a chosen option.
Operand = float | bool | str

#: Looks up what is known of a question: level or number, yes/no, chosen options; None: not known.
Lookup = Callable[[str], "float | bool | frozenset[str] | None"]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The level or number of `question` is `value` or more (`strictly`: more)."""

    question: str
    value: float
    strictly: bool = False


@dataclass(frozen=True, slots=True)
class Equals:
    """`question` was answered with exactly this level, number, yes/no or option."""

    question: str
    value: Operand


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the parts holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of the parts holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = AtLeast | Equals | AnyOf | AllOf | Not


def holds(condition: Condition, known: Lookup) -> bool | None:
    """Whether `condition` holds, or None where the answers cannot tell (Kleene's strong logic)."""
    match condition:
        case AtLeast(question, value, strictly):
            return _at_least(known(question), value, strictly=strictly)
        case Equals(question, value):
            return _equals(known(question), value)
        case AnyOf(parts):
            return _any([holds(part, known) for part in parts])
        case AllOf(parts):
            return _not(_any([_not(holds(part, known)) for part in parts]))
        case Not(part):
            return _not(holds(part, known))


def questions_in(condition: Condition) -> Iterator[str]:
    """The ids of the questions that `condition` reads, in order, possibly repeated."""
    match condition:
        case AtLeast(question) | Equals(question):
            yield question
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from questions_in(part)
        case Not(part):
            yield from questions_in(part)


def _at_least(
    known: float | bool | frozenset[str] | None, value: float, *, strictly: bool
) -> bool | None:
    if known is None or isinstance(known, frozenset):
        return None
    return known > value if strictly else known >= value


def _equals(known: float | bool | frozenset[str] | None, value: Operand) -> bool | None:
    if known is None:
        return None
    if isinstance(known, frozenset):
        return value in known
    return known == value


def _any(truths: list[bool | None]) -> bool | None:
    if True in truths:
        return True
    return None if None in truths else False


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth
