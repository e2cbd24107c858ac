"""What charts of several years show: scores, measures done, and the index among other firms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One assessment: `value` like for like and `full` as it was scored, both 0 to 100 or None.

    `name` stands at the axis. `version` is told below it where the questionnaire is the first one,
    or another than the time before.
    """

    day: date
    name: str
    value: float | None
    label: str
    full: float | None
    full_label: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class DeedBar:
    """A measure and from when to when it ran.

    `done` ones are filled; of those that are not `known` to the day only the period is drawn.
    """

    number: str
    name: str
    first: date
    last: date
    done: bool
    known: bool = True


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The overall score over the years; `levels` names the maturity levels, the lowest first.

    `legend` says what the line and what the hollow marks are; empty where there are none.
    `deeds_head` stands above the measures, `more` below them.
    """

    points: tuple[TrendPoint, ...]
    levels: tuple[str, ...]
    legend: tuple[str, str]
    deeds: tuple[DeedBar, ...] = ()
    deeds_head: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class TrendPanel:
    """One dimension or area over the years; `hue` is the dimension's id and its place."""

    name: str
    hue: tuple[str, int]
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class TrendPanels:
    """Several of them beside each other, on one scale; `legend` as that of the line."""

    panels: tuple[TrendPanel, ...]
    legend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class IndexPoint:
    """The firm's index on a day: the lowest and the highest band that it may be in, from 0.

    `definition` tells by what it was counted; only points of the same one are joined.
    """

    day: date
    label: str
    low: int
    high: int
    definition: str


@dataclass(frozen=True, slots=True)
class SurveyYear:
    """The share of firms (per cent) in each band in a survey year, the lowest band first."""

    year: int
    shares: tuple[float, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexYears:
    """The firm's index over the years; behind it how firms alike are distributed over the bands.

    `bands` are names and ranges, the lowest first. From each of the years in `breaks` on other
    items were counted than before. `legend` says what the dots and what the bars are.
    """

    bands: tuple[tuple[str, str], ...]
    points: tuple[IndexPoint, ...]
    surveys: tuple[SurveyYear, ...]
    breaks: tuple[int, ...]
    legend: tuple[str, str]
