"""Plans: never over a limit, the best there are, and like the earlier one where that costs little.

Small problems are compared with every plan there is.
"""

from __future__ import annotations

from hypothesis import given, settings

from digimaturity.domain.roadmap.problem import Problem
from digimaturity.planning import find_plan
from digimaturity.planning.finding import TOLERANCE
from tests.planning.make import all_plans, allowed, held, problems, staying, value

#: As far as floating-point sums may differ.
NEAR = 1e-6


@settings(max_examples=200)
@given(problems())
def test_the_plan_is_the_best_of_all_plans(problem: Problem) -> None:
    plan, plans = find_plan(problem), list(all_plans(problem))
    assert allowed(problem, plan.starts)

    locks = max(held(problem, one) for one in plans)
    assert held(problem, plan.starts) == locks
    plans = [one for one in plans if held(problem, one) == locks]

    best = max(value(problem, one) for one in plans)
    assert abs(plan.best - best) <= NEAR
    assert plan.proven
    assert plan.bound >= best - NEAR

    least = best * (1 - TOLERANCE) if problem.before else best
    plans = [one for one in plans if value(problem, one) >= least - NEAR]
    assert plan.value >= least - NEAR
    most = max(len(one) for one in plans)
    assert len(plan.starts) == most
    if problem.before:
        stay = max(staying(problem, one) for one in plans if len(one) == most)
        assert staying(problem, plan.starts) == stay


@settings(max_examples=100)
@given(problems(most=7, longest=6))
def test_each_measure_has_its_quarter_or_its_reason(problem: Problem) -> None:
    plan = find_plan(problem)
    assert allowed(problem, plan.starts)
    keys = {job.id for job in problem.jobs}
    assert set(plan.starts) | set(plan.left_out) == keys
    assert not set(plan.starts) & set(plan.left_out)
    locks = {job.id: job.lock for job in problem.jobs if job.lock is not None}
    assert set(plan.unheld) == {key for key, lock in locks.items() if plan.starts.get(key) != lock}
    moved = {key for key, start in problem.before.items() if plan.starts.get(key, start) != start}
    assert set(plan.moved) == moved & keys
