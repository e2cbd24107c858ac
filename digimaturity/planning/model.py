"""The planning problem as an integer programme, handed to HiGHS as arrays.

A column is one for "this measure begins in this quarter", and is 0 or 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite

import highspy
import numpy as np
from highspy import _core

from digimaturity.domain.roadmap.problem import Problem
from digimaturity.planning.choices import Choices
from digimaturity.planning.rows import rows_of

#: What makes a search repeatable, and quick for plans: `greedy` finds as good ones as HiGHS's own
#: searches within a search, which take half of the time. Measured, as are the others.
_OPTIONS: Mapping[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_detect_symmetry": False,
    "mip_allow_restart": False,
    "mip_pscost_minreliable": 2,
}

#: The largest value in an objective: HiGHS's tolerances are absolute, a millionth.
_LARGEST = 1000.0

#: What a measure is worth when it begins in a quarter.
Worth = Callable[[str, int], float]


@dataclass(frozen=True, slots=True)
class Found:
    """The starts of the best plan found, and the most that any can be worth (None: not known)."""

    starts: Mapping[str, int]
    bound: float | None


class Model:
    """The programme of a problem, which is solved for one objective after the other."""

    def __init__(self, problem: Problem, found: Choices) -> None:
        places = [(job.id, start) for job in found.jobs for start in found.starts[job.id]]
        self.places = places
        self._column = {place: column for column, place in enumerate(places)}
        self._highs = _core._Highs()  # noqa: SLF001 - the class without threads and callbacks
        for name, value in _OPTIONS.items():
            self._highs.setOptionValue(name, value)
        rows, count = rows_of(problem, found, self._column), len(places)
        programme = highspy.HighsLp()
        programme.sense_ = highspy.ObjSense.kMaximize
        programme.num_col_, programme.num_row_ = count, len(rows.most)
        programme.col_cost_ = np.zeros(count)
        programme.col_lower_, programme.col_upper_ = np.zeros(count), np.ones(count)
        programme.row_lower_ = np.full(len(rows.most), -highspy.kHighsInf)
        programme.row_upper_ = np.array(rows.most, dtype=np.float64)
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.start_ = np.array(rows.begins, dtype=np.int32)
        programme.a_matrix_.index_ = np.array(rows.columns, dtype=np.int32)
        programme.a_matrix_.value_ = np.array(rows.factors, dtype=np.float64)
        programme.integrality_ = [highspy.HighsVarType.kInteger] * count
        self._highs.passModel(programme)

    def fix(self, starts: Mapping[str, int]) -> None:
        """Let measures begin in these quarters."""
        columns = np.array([self._column[place] for place in starts.items()], dtype=np.int32)
        ones = np.ones(len(columns))
        self._highs.changeColsBounds(len(columns), columns, ones, ones)

    def require(self, worth: Worth, least: float) -> None:
        """Let a plan be worth at least so much."""
        factors = {n: worth(*place) for n, place in enumerate(self.places)}
        columns = [n for n, factor in factors.items() if factor]
        scale = max((abs(factors[n]) for n in columns), default=1.0)
        values = np.array([factors[n] / scale for n in columns])
        indices = np.array(columns, dtype=np.int32)
        self._highs.addRow(least / scale, highspy.kHighsInf, len(columns), indices, values)

    def best(self, worth: Worth, known: Mapping[str, int], seconds: float) -> Found:
        """The plan worth most; `known` is one that is allowed."""
        costs = np.array([worth(*place) for place in self.places])
        scale = _LARGEST / (float(costs.max(initial=0.0)) or 1.0)
        count = len(costs)
        self._highs.changeColsCost(count, np.arange(count, dtype=np.int32), costs * scale)
        solution = highspy.HighsSolution()
        solution.col_value = [float(known.get(key) == start) for key, start in self.places]
        self._highs.setSolution(solution)
        self._highs.setOptionValue("time_limit", seconds)
        self._highs.run()
        return Found(self._starts(), self._bound(scale))

    def _starts(self) -> Mapping[str, int]:
        values = self._highs.getSolution().col_value
        taken: Iterable[int] = (n for n, value in enumerate(values) if value > 0.5)  # noqa: PLR2004 - 0 or 1
        return dict(self.places[n] for n in taken)

    def _bound(self, scale: float) -> float | None:
        bound = self._highs.getInfo().mip_dual_bound
        return bound / scale if isfinite(bound) else None
