"""A plan as a document that people and programs can read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import fsum, isfinite
from typing import Any

from digimaturity import __version__
from digimaturity.domain.roadmap.load import (
    at_once,
    freed_by,
    overloads,
    planned_load,
    running_load,
)
from digimaturity.domain.roadmap.problem import Job, Overload, Plan, Reason
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.plan_file.reading import PlanFile
from digimaturity.services.plan_file.schemas import validator

FORMAT = "digimaturity-plan/1"


def written(document: Mapping[str, Any]) -> bytes:
    """The file of a document, in UTF-8.

    Raises:
        jsonschema.ValidationError: The document is not what the schema promises; a fault of ours.
    """
    validator("plan").validate(document)
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    # Halves of characters, which JSON can name, become question marks: no file can hold them.
    return text.encode("utf-8", "replace") + b"\n"


def plan_document(
    file: PlanFile, plan: Plan, would_fit: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """The plan of a file; `would_fit` are the measures that fit when something running is paused.

    What is not among these, nobody looked at.

    Schema: ``plan.schema.json``.
    """
    first, problem = file.first, file.problem
    return {
        "format": FORMAT,
        "made_by": {"name": "digimaturity", "version": __version__},
        "first": str(first),
        "quarters": problem.quarters,
        "status": _status(plan),
        "proven": plan.proven,
        "value": plan.value,
        "best": plan.best,
        "bound": plan.bound,
        "gap": plan.gap,
        "measures": [_measure(first, plan, job) for job in problem.jobs],
        "loads": list(_loads(file, plan)),
        "at_once": [
            {
                "quarter": _quarter(first, quarter),
                "running": at_once(problem, {}, quarter),
                "planned": at_once(problem, plan.starts, quarter) - at_once(problem, {}, quarter),
                "limit": problem.parallel,
            }
            for quarter in range(problem.quarters)
        ],
        "cost": {
            "planned": fsum(job.cost or 0 for job in problem.jobs if job.id in plan.starts),
            "budget": problem.budget,
        },
        "overloads": [_overload(first, one) for one in overloads(problem)],
        "pausing": [_pausing(file, one.id, would_fit.get(one.id)) for one in problem.running],
    }


def _status(plan: Plan) -> str:
    if not plan.proven:
        return "time_limit"
    return "optimal" if plan.starts else "empty"


def _measure(first: Quarter, plan: Plan, job: Job) -> dict[str, Any]:
    start = plan.starts.get(job.id)
    return {
        "id": job.id,
        "start": None if start is None else _quarter(first, start),
        "end": None if start is None else _quarter(first, start + job.quarters - 1),
        "moved": job.id in plan.moved,
        "reason": _reason(first, plan.left_out.get(job.id)),
        "lock_not_held": _reason(first, plan.unheld.get(job.id)),
    }


def _reason(first: Quarter, reason: Reason | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    return {
        "why": reason.why.value,
        "by": reason.by,
        "needs": reason.needs if isfinite(reason.needs) else None,
        "left": reason.left if isfinite(reason.left) else None,
        "quarter": None if reason.quarter is None else _quarter(first, reason.quarter),
        "alone": reason.alone,
        "also": [_reason(first, one) for one in reason.also],
    }


def _loads(file: PlanFile, plan: Plan) -> Iterator[dict[str, Any]]:
    for key, limits in file.problem.capacity.items():
        for quarter, days in enumerate(limits):
            yield {
                "resource": key,
                "quarter": _quarter(file.first, quarter),
                "capacity": days,
                "running": running_load(file.problem, key, quarter),
                "planned": planned_load(file.problem, plan.starts, key, quarter),
            }


def _overload(first: Quarter, one: Overload) -> dict[str, Any]:
    return {
        **_place(first, one),
        "load": one.load,
        "capacity": one.capacity,
        "share": one.share if isfinite(one.share) else None,
        "by": list(one.by),
    }


def _pausing(file: PlanFile, key: str, would_fit: tuple[str, ...] | None) -> dict[str, Any]:
    freed = freed_by(file.problem, key)
    return {
        "id": key,
        "ends": [_place(file.first, one) for one in freed.overloads],
        "eases": [_place(file.first, one) for one in freed.eased],
        "days": [
            {"resource": resource, "quarter": _quarter(file.first, quarter), "days": taken}
            for resource, days in freed.days.items()
            for quarter, taken in enumerate(days)
            if taken
        ],
        "would_fit": None if would_fit is None else list(would_fit),
    }


def _place(first: Quarter, one: Overload) -> dict[str, Any]:
    return {"resource": one.resource, "quarter": _quarter(first, one.quarter)}


def _quarter(first: Quarter, quarter: int) -> str:
    return str(first.plus(quarter))
