"""Two logs of one company's roadmap: compared, merged by the law of answers, and copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import uuid4

from digimaturity.domain.roadmap.book import Part
from digimaturity.services.client_package.merging import Choose, Known, merged
from digimaturity.services.client_package.preview import ComparedRoadmap
from digimaturity.store.history import Line
from digimaturity.store.records import Json, PlanLine

#: An id that `plan_book.new_key` made; those of measures, areas and roles are the same everywhere.
_OWN_KEY = re.compile("[0-9a-f]{32}")


def merged_roadmap(
    ours: Iterable[PlanLine], theirs: Iterable[PlanLine], choose: Choose, moment: str
) -> Iterator[PlanLine]:
    """The lines to add to `ours`, so that it holds both logs, and what was chosen holds."""
    for line in merged(map(_as_line, ours), map(_as_line, theirs), choose, moment):
        yield PlanLine(line.aspect, line.question, line.old, line.new, line.at, line.by)


def compared_roadmap(ours: Sequence[PlanLine], theirs: Sequence[PlanLine]) -> ComparedRoadmap:
    """How the two stand to each other."""
    known, there = Known(map(_as_line, ours)), Known(map(_as_line, theirs))
    missing = sum(known.lacks(_as_line(line)) for line in theirs)
    mine, other = _standing(known), _standing(there)
    return ComparedRoadmap(
        differing=sum(mine[place] != other[place] for place in mine.keys() & other.keys()),
        only_there=len(other.keys() - mine.keys()),
        only_here=len(mine.keys() - other.keys()),
        lines=missing,
    )


def with_new_keys(lines: Sequence[PlanLine]) -> tuple[PlanLine, ...]:
    """The same with new ids for all items of one's own, also where others lead to them."""
    old = {line.key for line in lines if _OWN_KEY.fullmatch(line.key)}
    new = {key: uuid4().hex for key in sorted(old)}
    return tuple(
        PlanLine(
            line.part,
            new.get(line.key, line.key),
            _renamed(line.old, new),
            _renamed(line.new, new),
            line.at,
            line.by,
        )
        for line in lines
    )


def _as_line(line: PlanLine) -> Line:
    """As a line of an answer log, in which the group speaks of a place."""
    return Line("", None, line.key, line.part, line.old, line.new, line.at, line.by)


def _standing(known: Known) -> dict[tuple[str, str], Json]:
    """What stands in each place; the plan is found, not put down."""
    return {
        (part, key): held.value
        for (_, key, part), held in known.holding.last.items()
        if held.value is not None and part != Part.PLAN
    }


def _renamed(value: Any, new: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON
    match value:
        case str():
            return new.get(value, value)
        case dict():
            return {new.get(key, key): _renamed(one, new) for key, one in value.items()}
        case list():
            return [_renamed(one, new) for one in value]
    return value
