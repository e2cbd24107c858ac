"""Reads a planning problem and lists every fault in it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digimaturity.domain.roadmap.problem import Job, Problem, Running
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.services.answers_faults import Faults
from digimaturity.services.plan_file.faults import across, against_schema

#: No planning problem is that large (bytes).
LARGEST = 20_000_000

#: More faults than this help nobody.
MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A planning problem and the quarter from which on it counts."""

    first: Quarter
    problem: Problem


def read_problem(path: Path) -> PlanFile:
    """Read and check a file.

    Raises:
        UserError: ``plan_file.missing``, ``plan_file.too_large``, ``plan_file.invalid`` with every
            fault (`AnswersProblem`) in `problems`, or what the system says.
    """
    if not path.is_file():
        raise UserError("plan_file.missing", path=path)
    if path.stat().st_size > LARGEST:
        raise UserError("plan_file.too_large", path=path)
    with explained(path):
        content = path.read_bytes()
    try:
        return parse_problem(content)
    except UserError as error:
        raise UserError(error.code, **error.details, path=path) from None


def parse_problem(content: bytes) -> PlanFile:
    """The problem in these bytes.

    Raises:
        UserError: ``plan_file.invalid``.
    """
    faults = Faults()
    document: Any = faults.decoded(content)
    if not faults.problems:
        against_schema(faults, document)
    if not faults.problems:
        across(faults, document)
    if faults.problems:
        raise UserError("plan_file.invalid", problems=tuple(faults.problems[:MOST_PROBLEMS]))
    return _plan_file(document)


def _plan_file(document: Mapping[str, Any]) -> PlanFile:
    first, quarters = Quarter.parsed(document["first"]), int(document["quarters"])
    before = {
        key: Quarter.parsed(start).since(first) for key, start in document.get("before", {}).items()
    }
    parallel = document.get("parallel")
    problem = Problem(
        quarters=quarters,
        jobs=tuple(_job(one, first) for one in document["measures"]),
        running=tuple(_running(one, first, quarters) for one in document.get("running", ())),
        capacity={key: _days(days, quarters) for key, days in document.get("capacity", {}).items()},
        parallel=None if parallel is None else int(parallel),
        budget=document.get("budget"),
        missing=frozenset(document.get("missing", ())),
        before=before,
    )
    return PlanFile(first, problem)


def _job(one: Mapping[str, Any], first: Quarter) -> Job:
    lock = one.get("lock")
    return Job(
        id=one["id"],
        gain=one["gain"],
        quarters=int(one.get("quarters", 1)),
        load=one.get("load", {}),
        cost=one.get("cost", 0.0),
        requires=tuple(one.get("requires", ())),
        lock=None if lock is None else Quarter.parsed(lock).since(first),
    )


def _running(one: Mapping[str, Any], first: Quarter, quarters: int) -> Running:
    """What ends nobody knows when is still there after the horizon."""
    ends = one.get("ends")
    lasts = quarters + 1 if ends is None else max(0, Quarter.parsed(ends).since(first) + 1)
    load = {key: _days(days, quarters)[:lasts] for key, days in one.get("load", {}).items()}
    return Running(one["id"], lasts, load)


def _days(days: float | Iterable[float], quarters: int) -> tuple[float, ...]:
    return tuple(days) if isinstance(days, Iterable) else (days,) * quarters
