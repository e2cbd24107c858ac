"""Taking times and printing them against their floors and goals."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: milliseconds, and what it is held against.

    `floor` is the least any program could need, in ms, measured in the same run; `goal_ratio` the
    most that `ms` may be of it, `goal_ms` the most in itself.
    """

    name: str
    ms: float
    floor: float | None = None
    goal_ratio: float | None = None
    goal_ms: float | None = None

    @property
    def met(self) -> bool:
        """Whether every goal is met."""
        slow = self.goal_ms is not None and self.ms > self.goal_ms
        far = self.floor and self.goal_ratio and self.ms / self.floor > self.goal_ratio
        return not slow and not far

    def __str__(self) -> str:
        ratio = f"{self.ms / self.floor:6.2f} × {self.floor:.2f} ms" if self.floor else ""
        goals = [f"≤ {self.goal_ratio:g} ×"] if self.goal_ratio else []
        goals += [f"≤ {self.goal_ms:g} ms"] if self.goal_ms else []
        verdict = ("met" if self.met else "MISSED") if goals else ""
        return f"{self.name:<52}{self.ms:10.2f} ms  {ratio:<22}{' and '.join(goals):<22}{verdict}"


def median_ms(work: Callable[[], object], rounds: int = 30) -> float:
    """The median time of `work` over `rounds` calls after one that is not counted."""
    work()
    times = []
    gc.disable()
    try:
        for _ in range(rounds):
            began = time.perf_counter()
            work()
            times.append(time.perf_counter() - began)
    finally:
        gc.enable()
    return statistics.median(times) * 1000
