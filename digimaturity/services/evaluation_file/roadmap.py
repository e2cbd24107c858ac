"""The roadmap as open data: what was decided, when it begins, who carries it; no names."""

from __future__ import annotations

from typing import Any

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.landscape import landscape_of
from digimaturity.domain.roadmap.load import overloads, planned_load, running_load
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.roadmap.problem import Overload
from digimaturity.domain.roadmap.roadmap import Roadmap, scores_after
from digimaturity.report.plan_words import Placed, placed
from digimaturity.report.wording import ReportContext


def roadmap_part(evaluation: Evaluation, context: ReportContext) -> dict[str, Any] | None:
    """Null where nothing was put down. Projects, people and systems go by their ids alone."""
    roadmap = context.roadmap
    if roadmap is None or roadmap.book.empty:
        return None
    problem = roadmap.posed.problem
    places = placed(roadmap)
    after = scores_after(evaluation, roadmap, places)
    return {
        "first": str(roadmap.posed.first),
        "quarters": problem.quarters,
        "parallel": problem.parallel,
        "budget": problem.budget,
        "plan": _plan(roadmap),
        "overall_after": after.overall.shown,
        "measures": [
            _measure(roadmap, task, places.get(task.id)) for task in roadmap.posed.tasks.values()
        ],
        "declined": [key for key, one in roadmap.book.decisions.items() if not one.accepted],
        "load": [_load(roadmap, key) for key in problem.capacity],
        "overloads": [_overload(roadmap, one) for one in overloads(problem)],
        "projects": len(roadmap.book.projects),
        "applications": _applications(roadmap),
    }


def _plan(roadmap: Roadmap) -> dict[str, Any] | None:
    plan = roadmap.plan
    if plan is None:
        return None
    return {
        "value": plan.value,
        "best": plan.best,
        "bound": plan.bound,
        "gap": plan.gap,
        "proven": plan.proven,
    }


def _measure(roadmap: Roadmap, task: Task, one: Placed | None) -> dict[str, Any]:
    first = None if one is None else roadmap.posed.first.plus(one.first)
    reason = roadmap.plan.left_out.get(task.id) if roadmap.plan else None
    return {
        "id": task.id,
        "own": task.own is not None,
        "state": task.decision.state.value,
        "gain": task.gain,
        "person_days": {
            "management": task.effort.management,
            "it": task.effort.it,
            "business": task.effort.business,
        },
        "cost": task.cost,
        "first": None if first is None else str(first),
        "last": None if first is None or one is None else str(first.plus(one.quarters - 1)),
        "does_not_fit": None if reason is None else reason.why.value,
    }


def _load(roadmap: Roadmap, key: str) -> dict[str, Any]:
    problem, quarters = roadmap.posed.problem, range(roadmap.posed.problem.quarters)
    starts = roadmap.plan.starts if roadmap.plan else {}
    return {
        "resource": key,
        "limit": list(problem.capacity[key]),
        "running": [running_load(problem, key, quarter) for quarter in quarters],
        "planned": [planned_load(problem, starts, key, quarter) for quarter in quarters],
    }


def _overload(roadmap: Roadmap, one: Overload) -> dict[str, Any]:
    return {
        "resource": one.resource,
        "quarter": str(roadmap.posed.first.plus(one.quarter)),
        "load": one.load,
        "limit": one.capacity,
    }


def _applications(roadmap: Roadmap) -> dict[str, Any]:
    landscape = landscape_of(roadmap.book)
    return {
        "number": len(landscape.systems),
        "interfaces": len(landscape.links),
        "cost_year": landscape.costs.year,
        "cost": landscape.costs.total if landscape.costs.year is not None else None,
        "cost_known": landscape.costs.known,
        "islands": len(landscape.islands),
        "without_owner": len(landscape.orphans),
        "without_it": len(landscape.without_it),
    }
