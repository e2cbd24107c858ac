"""Plans: never over a limit, the best there are, and like the earlier one where that costs little.

Small problems are compared with every plan there is.
"""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from itertools import pairwise
from math import inf, nan
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.domain.roadmap.load import freed_by, overloads
from digimaturity.domain.roadmap.problem import Job, Problem, Reason, Running, Why
from digimaturity.planning import find_plan, finding, fitting_without
from digimaturity.planning.choices import choices
from digimaturity.planning.finding import TOLERANCE
from digimaturity.planning.model import Model
from tests.planning.make import all_plans, allowed, firm, held, problems, staying, value

#: As far as floating-point sums may differ.
NEAR = 1e-6


@settings(max_examples=120)
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


@settings(max_examples=50)
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


@settings(max_examples=50)
@given(problems(most=6, longest=5), st.randoms())
def test_the_order_of_measures_does_not_matter_and_twice_is_the_same(
    problem: Problem, dice: random.Random
) -> None:
    plan = find_plan(problem)
    assert find_plan(problem) == plan
    mixed = replace(problem, jobs=tuple(dice.sample(problem.jobs, len(problem.jobs))))
    other = find_plan(mixed)
    assert abs(other.best - plan.best) <= NEAR
    assert len(other.starts) == len(plan.starts)


def test_a_small_change_of_input_moves_few_bars() -> None:
    problem = firm(1, measures=14, quarters=6, resources=3)
    plan = find_plan(problem)
    assert plan.proven
    less = {key: tuple(day * 0.97 for day in days) for key, days in problem.capacity.items()}
    again = find_plan(replace(problem, capacity=less, before=plan.starts))
    assert len(again.moved) <= 2
    assert find_plan(replace(problem, before=plan.starts)).moved == ()


def test_500_measures_end_by_the_limit_with_the_gap_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "TIME_LIMIT", 0.0)
    problem = firm(1, measures=500, quarters=20)
    plan = find_plan(problem)
    assert allowed(problem, plan.starts)
    assert plan.starts
    assert set(plan.starts) | set(plan.left_out) == {job.id for job in problem.jobs}
    assert 0 < plan.gap < 1
    assert plan.bound >= plan.best >= plan.value > 0


def test_numbers_that_nobody_can_plan_with_reach_no_solver() -> None:
    odd = (
        Job("endless", 1, load={"it": nan}),
        Job("unknown", nan, load={"it": 1}),
        Job("negative", -1, load={"it": -5}, cost=-1),
        Job("dear", 1, cost=inf),
        Job("nothing", 1, quarters=0),
    )
    problem = Problem(2, odd, (), {"it": (1.0, nan)}, budget=0)
    plan = find_plan(problem)
    assert plan.starts == {"unknown": 0, "negative": 0}
    assert plan.value == plan.bound == 0
    assert {key: one.why for key, one in plan.left_out.items()} == {
        "endless": Why.CAPACITY,
        "dear": Why.BUDGET,
        "nothing": Why.HORIZON,
    }


def test_a_chain_of_500_measures_is_planned_from_its_beginning() -> None:
    jobs = tuple(Job(f"m{n}", 1, requires=(f"m{n - 1}",) if n else ()) for n in range(500))
    plan = find_plan(Problem(4, jobs))
    assert plan.starts == {"m0": 0, "m1": 1, "m2": 2, "m3": 3}
    assert plan.left_out["m4"].why is Why.HORIZON
    assert plan.left_out["m499"] == Reason(Why.PREREQUISITE, "m498")


def test_others_go_on_while_the_solver_looks_for_a_plan() -> None:
    problem = firm(1)
    gains = {job.id: job.gain for job in problem.jobs}
    model = Model(problem, choices(problem))
    turns = [monotonic()]
    with ThreadPoolExecutor(1) as pool:
        looking = pool.submit(model.best, lambda key, _: gains[key], {}, 0.5)
        while not looking.done():
            wait([looking], timeout=0.005)
            turns.append(monotonic())
    # Were it to let nobody in, this would be one long pause.
    longest = max(later - earlier for earlier, later in pairwise(turns))
    assert longest < (turns[-1] - turns[0]) / 2


def test_what_pausing_frees() -> None:
    running = (Running("p", 2, {"it": (8.0, 8)}), Running("q", 1, {"it": (4.0,)}))
    jobs = (Job("a", 1, load={"it": 6}), Job("b", 1, load={"it": 5}), Job("c", 1, requires=("p",)))
    problem = Problem(2, jobs, running, {"it": (9.0, 9)})
    (over,) = overloads(problem)
    assert (over.quarter, over.load, over.by) == (0, 12, ("p", "q"))
    freed = freed_by(problem, "p")
    assert freed.overloads == (over,)
    assert freed.days == {"it": (8, 8)}
    plan = find_plan(problem)
    assert not plan.starts
    assert fitting_without(problem, plan, "p") == ("a", "b")


def test_what_has_to_move_takes_nothing_with_it() -> None:
    """Each of five teams has two measures in an order that is a little worse than the other."""
    jobs, before = [Job("to_move", 5, load={"anna": 1})], {"to_move": 1}
    for team in "vwxyz":
        jobs += [Job(f"better_{team}", 1.001, load={team: 1}), Job(team, 1, load={team: 1})]
        before |= {f"better_{team}": 1, team: 0}
    capacity = dict.fromkeys(("anna", *"vwxyz"), (1.0,) * 4)
    plan = find_plan(Problem(4, tuple(jobs), (), capacity, before=before))
    assert plan.starts == before | {"to_move": 0}
    assert plan.moved == ("to_move",)
    assert plan.value < plan.best
