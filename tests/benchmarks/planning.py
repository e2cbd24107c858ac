"""Planning anew after a small change: 40 measures, 12 quarters, 6 roles or persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import highspy
import numpy as np
from highspy import _core

from digimaturity.domain.roadmap.problem import Problem
from digimaturity.planning import find_plan
from digimaturity.planning.choices import choices
from digimaturity.planning.rows import rows_of
from tests.benchmarks.measure import Figure, median_ms
from tests.planning.make import firm

#: As people who do little else would have it, and as it is where everybody is short.
KINDS = {"half of the year planned": 0.5, "everybody short": 1.0}


def figures() -> Iterator[Figure]:
    """The floor is HiGHS on the same limits without whole numbers; the name tells the gap."""
    for name, ease in KINDS.items():
        problem = _scaled(firm(3), ease)
        plan = find_plan(problem)
        again = replace(_scaled(problem, 1.02), before=plan.starts)
        gap = find_plan(again).gap
        ms = median_ms(partial(find_plan, again), rounds=5)
        floor = median_ms(partial(_relaxed, again), rounds=5)
        yield Figure(f"plan again: {name}, gap {gap:.1%}", ms, floor, goal_ms=1000)


def _scaled(problem: Problem, by: float) -> Problem:
    capacity = {key: tuple(day * by for day in days) for key, days in problem.capacity.items()}
    return replace(problem, capacity=capacity)


def _relaxed(problem: Problem) -> None:
    found = choices(problem)
    jobs = {job.id: job for job in found.jobs}
    places = [(key, start) for key in jobs for start in found.starts[key]]
    columns = {place: n for n, place in enumerate(places)}
    rows, count = rows_of(problem, found, columns), len(places)
    programme = highspy.HighsLp()
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.num_col_, programme.num_row_ = count, len(rows.most)
    programme.col_cost_ = np.array(
        [jobs[key].gain * (problem.quarters - start - jobs[key].quarters) for key, start in places]
    )
    programme.col_lower_, programme.col_upper_ = np.zeros(count), np.ones(count)
    programme.row_lower_ = np.full(len(rows.most), -highspy.kHighsInf)
    programme.row_upper_ = np.array(rows.most)
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = np.array(rows.begins, dtype=np.int32)
    programme.a_matrix_.index_ = np.array(rows.columns, dtype=np.int32)
    programme.a_matrix_.value_ = np.array(rows.factors)
    highs = _core._Highs()
    highs.setOptionValue("output_flag", False)
    highs.passModel(programme)
    highs.run()
