"""What the charts of targets and of their follow-up show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class GapRow:
    """A score and the target it shall reach, of 0 to 100; `value` is None where it is not rated.

    `low` and `high` are given where the score has bounds, `baseline` is where it stood when the
    target was agreed on. `strong` rows are those of dimensions and of the whole; they have a mark
    where they come to by the targets of their areas. `hue` is the dimension's id and its place;
    None: the whole. `note` stands small below, `words` say all of it.
    """

    name: str
    value: float | None
    now: str
    words: str
    target: float | None = None
    goal: str = ""
    gap: str = ""
    baseline: float | None = None
    low: float | None = None
    high: float | None = None
    note: str = ""
    strong: bool = False
    hue: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class GapRows:
    """The rows with the heads of score, target and gap, and the words of both marks."""

    rows: tuple[GapRow, ...]
    heads: tuple[str, str, str]
    baseline: str
    target: str


@dataclass(frozen=True, slots=True)
class KpiPoint:
    """What was measured on a day."""

    day: date
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class KpiLine:
    """A figure over time, at least one value, by day; `aim` is what it shall reach.

    `ends` are those of the scale, and `foot` the lower one in words. `ticks` are the first and the
    last day in words, `words` say the whole in a sentence.
    """

    points: tuple[KpiPoint, ...]
    words: str
    ticks: tuple[str, str]
    ends: tuple[float, float]
    foot: str
    aim: float | None = None
    aim_label: str = ""
