"""What is said to keep a measure from beginning earlier really does."""

from __future__ import annotations

from hypothesis import given, settings

from digimaturity.domain.roadmap.placing import held_back
from digimaturity.domain.roadmap.problem import Job, Problem, Why
from digimaturity.planning import find_plan

from .make import allowed, problems


@settings(max_examples=60, deadline=None)
@given(problems(longest=5))
def test_a_measure_is_held_back_exactly_where_it_cannot_begin_earlier(problem: Problem) -> None:
    starts = find_plan(problem).starts
    for key, start in starts.items():
        if start > 0:
            earlier = {**starts, key: start - 1}
            assert (held_back(problem, starts, key) is None) is allowed(problem, earlier), key


def test_what_it_waits_for_is_named_before_who_has_no_time() -> None:
    first = Job("a", 1.0, load={"it": 5.0})
    second = Job("b", 2.0, load={"it": 5.0}, requires=("a",))
    other = Job("c", 1.0, load={"it": 3.0})
    problem = Problem(3, (first, second, other), capacity={"it": (6.0, 6.0, 6.0)})
    starts = {"a": 0, "b": 1, "c": 2}
    waits, lacks = (held_back(problem, starts, key) for key in "bc")
    assert waits is not None
    assert (waits.why, waits.by, waits.quarter) == (Why.PREREQUISITE, "a", 0)
    assert lacks is not None
    assert (lacks.by, lacks.needs, lacks.left, lacks.quarter) == ("it", 3.0, 1.0, 1)
