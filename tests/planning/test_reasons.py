"""Reasons are true: what they name is lacking, and with it lifted there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import given, settings

from digimaturity.domain.roadmap.problem import Job, Plan, Problem, Reason, Running, Why
from digimaturity.planning import explained, find_plan
from tests.planning.make import allowed, problems

LIMITS = (Why.CAPACITY, Why.PARALLEL, Why.BUDGET)


@settings(max_examples=100)
@given(problems(most=6, longest=5))
def test_lifting_what_binds_makes_room_and_nothing_less_does(problem: Problem) -> None:
    plan = find_plan(problem)
    for job in problem.jobs:
        if job.id in plan.left_out:
            _left_out(problem, plan, job, plan.left_out[job.id])
        if job.id in plan.unheld and plan.unheld[job.id] != plan.left_out.get(job.id):
            _unheld(problem, plan, job, plan.unheld[job.id])


def _left_out(problem: Problem, plan: Plan, job: Job, reason: Reason) -> None:
    if reason.why in LIMITS:
        starts = {} if reason.alone else plan.starts
        ready = _earliest(problem, job) if reason.alone else _ready(problem, plan.starts, job)
        places = range(ready, problem.quarters - job.quarters + 1)
        _binds(problem, starts, job, places, reason)
    else:
        _stands_in_the_way(problem, plan, job, reason)


def _stands_in_the_way(problem: Problem, plan: Plan, job: Job, reason: Reason) -> None:
    match reason.why:
        case Why.CIRCLE:
            seen = {job.id}
            by = reason.by
            while by not in seen:
                seen.add(by)
                by = plan.left_out[by].by
            assert reason.by in job.requires
            assert plan.left_out[reason.by].why is Why.CIRCLE
        case Why.MISSING:
            assert reason.by in problem.missing.intersection(job.requires)
        case Why.PREREQUISITE:
            assert reason.by in job.requires
            assert reason.by in plan.left_out
        case Why.COST_UNKNOWN:
            assert job.cost is None
            assert problem.budget is not None
        case Why.HORIZON:
            assert reason.needs == job.quarters > reason.left
            if not reason.alone:
                ready = _ready(problem, plan.starts, job)
                assert reason.left == problem.quarters - ready
        case _:
            raise AssertionError(reason)


def _unheld(problem: Problem, plan: Plan, job: Job, reason: Reason) -> None:
    assert job.lock is not None
    if reason.why in LIMITS:
        others = {} if reason.alone else {k: s for k, s in plan.starts.items() if k != job.id}
        _binds(problem, others, job, [job.lock], reason)
    elif reason.why is Why.HORIZON:
        assert not 0 <= job.lock <= problem.quarters - job.quarters
    else:
        assert reason.why is Why.PREREQUISITE
        if reason.by in job.requires:
            late = _ready(problem, plan.starts, job) > job.lock
            assert late or reason.by in plan.left_out
        else:
            (user,) = (other for other in problem.jobs if other.id == reason.by)
            assert job.id in user.requires
            assert plan.starts[user.id] < job.lock + job.quarters


def _binds(
    problem: Problem, starts: Mapping[str, int], job: Job, places: Iterable[int], reason: Reason
) -> None:
    """With all that is named lifted there is room at one of the places, with one less nowhere."""
    limits, places = [reason, *reason.also], list(places)
    assert _fits(_lifted(problem, limits), starts, job, places)
    for one in limits:
        less = [other for other in limits if other is not one]
        assert not _fits(_lifted(problem, less), starts, job, places)


def _fits(problem: Problem, starts: Mapping[str, int], job: Job, places: Iterable[int]) -> bool:
    """Whether it has room at one of these places, whatever it requires."""
    free = replace(
        problem, jobs=tuple(replace(one, requires=()) for one in problem.jobs), missing=frozenset()
    )
    return any(allowed(free, {**starts, job.id: place}) for place in places)


def _lifted(problem: Problem, limits: Iterable[Reason]) -> Problem:
    for one in limits:
        more = one.needs - one.left
        match one.why:
            case Why.CAPACITY:
                days = tuple(day + more for day in problem.capacity[one.by])
                problem = replace(problem, capacity={**problem.capacity, one.by: days})
            case Why.PARALLEL:
                problem = replace(problem, parallel=round((problem.parallel or 0) + more))
            case _:
                problem = replace(problem, budget=(problem.budget or 0) + more)
    return problem


def _earliest(problem: Problem, job: Job) -> int:
    """When it is ready in an empty plan, in which what it requires begins as early as it can."""
    jobs = {one.id: one for one in problem.jobs}
    ready = _ready(problem, {}, job)
    for other in (jobs[key] for key in job.requires if key in jobs):
        start = _earliest(problem, other)
        while not _fits(problem, {}, other, [start]):
            start += 1
        ready = max(ready, start + other.quarters)
    return ready


def _ready(problem: Problem, starts: Mapping[str, int], job: Job) -> int:
    ends = {one.id: one.quarters for one in problem.running}
    ends |= {one.id: starts[one.id] + one.quarters for one in problem.jobs if one.id in starts}
    return max((ends[key] for key in job.requires if key in ends), default=0)


def test_the_place_where_least_is_lacking_is_told() -> None:
    job = Job("a", 1, 2, {"it": 5, "anna": 4})
    capacity = {"it": (4.0, 9, 9, 2), "anna": (9.0, 3, 1, 9)}
    problem = Problem(4, (job,), (Running("p", 1, {"it": (1.0,)}),), capacity)
    reason = find_plan(problem).left_out["a"]
    assert (reason.by, reason.needs, reason.left, reason.quarter) == ("anna", 4, 1, 2)
    assert reason.alone
    assert not reason.also
    wider = replace(problem, capacity={"it": (4.0, 9, 9, 2), "anna": (9.0, 3, 9, 9)})
    (reason,) = find_plan(wider).left_out.values()
    assert (reason.by, reason.left, reason.quarter) == ("anna", 3, 1)


def test_a_kept_plan_that_has_room_left_says_that_it_was_not_looked_for() -> None:
    problem = Problem(2, (Job("a", 1), Job("b", 1, lock=1)))
    plan = explained(problem, {"a": 0}, 1, 1)
    assert plan.left_out["b"].why is Why.TIME
    assert plan.unheld["b"].why is Why.TIME
