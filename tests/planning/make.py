"""Planning problems for tests: drawn at random, and every plan there is of a small one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import strategies as st

from digimaturity.domain.roadmap.load import at_once, planned_load, running_load, value_of
from digimaturity.domain.roadmap.problem import Job, Problem, Running

RESOURCES = ("it", "management", "anna")

#: Person-days are counted in halves: what two measures take together is often just what there is.
DAYS = st.integers(0, 12).map(lambda halves: halves / 2)


@st.composite
def jobs(draw: st.DrawFn, number: int, quarters: int) -> tuple[Job, ...]:
    """Measures that may need each other, in circles too, and be longer than the horizon."""
    keys = [f"m{n}" for n in range(number)]
    return tuple(
        Job(
            key,
            gain=draw(st.integers(0, 8)) / 4,
            quarters=draw(st.integers(1, 3)),
            load=draw(st.dictionaries(st.sampled_from((*RESOURCES, "nobody")), DAYS, max_size=3)),
            cost=draw(st.sampled_from([0.0, 0.0, 500.0, 2000.0, None])),
            requires=tuple(draw(st.lists(st.sampled_from([*keys, "p0", "gone"]), max_size=1))),
            lock=draw(st.one_of(st.none(), st.none(), st.integers(-1, quarters))),
        )
        for key in keys
    )


@st.composite
def problems(draw: st.DrawFn, *, most: int = 4, longest: int = 4) -> Problem:
    """Small problems with every kind of limit, and with limits that contradict each other."""
    quarters = draw(st.integers(1, longest))
    limits = st.tuples(*[DAYS] * quarters)
    taken = st.dictionaries(
        st.sampled_from(RESOURCES), limits.map(lambda d: tuple(x / 3 for x in d))
    )
    planned = draw(jobs(draw(st.integers(1, most)), quarters))
    return Problem(
        quarters,
        planned,
        tuple(
            Running(
                f"p{n}", draw(st.integers(1, quarters + 1)), draw(taken), draw(st.integers(0, 2))
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        draw(st.dictionaries(st.sampled_from(RESOURCES), limits)),
        draw(st.one_of(st.none(), st.integers(0, 3))),
        draw(st.one_of(st.none(), st.sampled_from([0.0, 1000.0, 2500.0, 4000.0]))),
        frozenset(draw(st.sampled_from([(), ("gone",)]))),
        draw(
            st.dictionaries(st.sampled_from([job.id for job in planned]), st.integers(0, quarters))
        ),
    )


def allowed(problem: Problem, starts: Mapping[str, int]) -> bool:
    """Whether a plan keeps to every limit: said anew, not by the code under test."""
    jobs_ = {job.id: job for job in problem.jobs}
    ends = {one.id: one.quarters for one in problem.running}
    ends |= {key: start + jobs_[key].quarters for key, start in starts.items()}
    for key, start in starts.items():
        job = jobs_[key]
        if start < 0 or start + job.quarters > problem.quarters:
            return False
        for other in job.requires:
            known = other in jobs_ or other in ends
            if other in problem.missing or (known and ends.get(other, start + 1) > start):
                return False
    if problem.budget is not None:
        costs = [jobs_[key].cost for key in starts]
        known_costs = [cost for cost in costs if cost is not None]
        if len(known_costs) < len(costs) or sum(known_costs) > problem.budget + 1e-6:
            # A budget that is spent already keeps nothing out that costs nothing.
            return False
    return all(_within(problem, starts, quarter) for quarter in range(problem.quarters))


def _within(problem: Problem, starts: Mapping[str, int], quarter: int) -> bool:
    """Only what measures add counts: running projects may be over a limit by themselves."""
    added = at_once(problem, starts, quarter) - at_once(problem, {}, quarter)
    limit = problem.parallel
    if added and limit is not None and at_once(problem, starts, quarter) > limit:
        return False
    for key, limits in problem.capacity.items():
        load = planned_load(problem, starts, key, quarter)
        if load > 0 and load + running_load(problem, key, quarter) > limits[quarter] + 1e-6:
            return False
    return True


def all_plans(problem: Problem) -> Iterator[Mapping[str, int]]:
    """Every plan that keeps to every limit."""
    places = [(None, *range(problem.quarters - job.quarters + 1)) for job in problem.jobs]
    for choice in product(*places):
        starts = {
            job.id: start
            for job, start in zip(problem.jobs, choice, strict=True)
            if start is not None
        }
        if allowed(problem, starts):
            yield starts


def held(problem: Problem, starts: Mapping[str, int]) -> int:
    """How many locks hold."""
    return sum(job.lock is not None and starts.get(job.id) == job.lock for job in problem.jobs)


def staying(problem: Problem, starts: Mapping[str, int]) -> int:
    """How many measures begin when they did in the earlier plan."""
    return sum(starts.get(key) == start for key, start in problem.before.items())


def value(problem: Problem, starts: Mapping[str, int]) -> float:
    """What a plan is worth."""
    return value_of(problem, starts)


def firm(seed: int, measures: int = 40, quarters: int = 12, resources: int = 6) -> Problem:
    """What a firm might want: measures of one to four quarters, people who can do two thirds."""
    dice = random.Random(seed)  # noqa: S311 - fixed examples, no secret
    keys = [f"r{n}" for n in range(resources)]
    planned = []
    for n in range(measures):
        load = {key: round(dice.uniform(0.5, 12), 1) for key in keys if dice.random() < 0.6}
        needs = (f"m{dice.randrange(n)}",) if n and dice.random() < 0.4 else ()
        planned.append(
            Job(
                f"m{n}",
                gain=round(dice.uniform(0.05, 2.5), 3),
                quarters=dice.choice([1, 1, 1, 2, 2, 3, 4]),
                load=load,
                cost=dice.choice([0.0, 5_000.0, 25_000.0, 100_000.0]),
                requires=needs,
            )
        )
    total = {key: sum(job.load.get(key, 0) * job.quarters for job in planned) for key in keys}
    capacity = {
        key: tuple(
            round(total[key] / quarters * dice.uniform(0.5, 0.9), 1) for _ in range(quarters)
        )
        for key in keys
    }
    running = Running("p", 3, {key: (days[0] / 5,) * 3 for key, days in capacity.items()})
    budget = 0.7 * sum(job.cost or 0 for job in planned)
    return Problem(quarters, tuple(planned), (running,), capacity, 4, budget)
