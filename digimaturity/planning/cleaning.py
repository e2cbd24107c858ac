"""Numbers that nobody can plan with, replaced before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf, isfinite, isnan

from digimaturity.domain.roadmap.problem import Job, Problem, Running


def cleaned(problem: Problem) -> Problem:
    """The problem with finite numbers from 0 on; the same one where it has no others.

    What a measure takes is infinite where it is no number, so that it does not fit; what there is
    of a resource or of money is then nothing. An unknown gain is none, an unknown cost unknown.
    """
    jobs = tuple(_job(job) for job in problem.jobs)
    capacity = {
        key: tuple(_limit(days) for days in limits) for key, limits in problem.capacity.items()
    }
    budget = problem.budget if problem.budget is None else _limit(problem.budget)
    running = tuple(_running(one) for one in problem.running)
    wanted = replace(problem, jobs=jobs, running=running, capacity=capacity, budget=budget)
    return problem if wanted == problem else wanted


def _job(job: Job) -> Job:
    gain = job.gain if isfinite(job.gain) and job.gain > 0 else 0.0
    cost = job.cost
    if cost is not None:
        cost = None if isnan(cost) else max(0.0, cost)
    return replace(job, gain=gain, cost=cost, load=_load(job.load))


def _running(one: Running) -> Running:
    load = {key: tuple(_taken(days) for days in taken) for key, taken in one.load.items()}
    return replace(one, load=load)


def _load(load: Mapping[str, float]) -> Mapping[str, float]:
    return {key: _taken(days) for key, days in load.items()}


def _taken(days: float) -> float:
    return inf if isnan(days) else max(0.0, days)


def _limit(value: float) -> float:
    return 0.0 if isnan(value) else max(0.0, value)
