"""Where a mentor's clients stand: the latest score of each, its change, and all of them in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digimaturity.domain.peers import Rated
from digimaturity.domain.sample import LEAST, OVERALL, Figure, Quartiles, quartiles
from digimaturity.domain.scoring import maturity_level, shown_points

#: A year after it was finished, an assessment is due again.
MONTHS_BETWEEN = 12

#: An assessment up to so many days before the day chosen for the next one is that next one.
_EARLY = 183


class NoChange(StrEnum):
    """Why no change is told.

    FIRST: there is no finished assessment of an earlier year. YARDSTICK: earlier ones were
    measured by another questionnaire. NOT_RATED: too little was answered, now or then.
    """

    FIRST = "first"
    YARDSTICK = "yardstick"
    NOT_RATED = "not_rated"


@dataclass(frozen=True, slots=True)
class ClientScore:
    """The latest finished assessment of a firm.

    `points` are 0..100 as they are shown, `level` 1..5; None where it is not rated. `change` is
    the difference of the points shown to those of the day `since`, in an earlier year.
    """

    day: date
    points: int | None = None
    level: int | None = None
    change: int | None = None
    since: date | None = None
    missing: NoChange | None = None


@dataclass(frozen=True, slots=True)
class WeakArea:
    """An area with the median of its scores over `n` firms."""

    id: str
    median: float
    n: int


@dataclass(frozen=True, slots=True)
class PortfolioSummary:
    """The latest scores of the firms measured by the yardstick that most of them share.

    `values` have one score a firm, in rising order. `quartiles` are None under five firms, as are
    `weakest` areas, weakest first. `other` firms were only measured by another yardstick, `unrated`
    ones answered too little; firms without a finished assessment are in none of these numbers.
    """

    values: tuple[float, ...] = ()
    quartiles: Quartiles | None = None
    weakest: tuple[WeakArea, ...] = ()
    other: int = 0
    unrated: int = 0


def due_day(last: date) -> date:
    """A year later: of 29 February the 28th, and nothing after the last day that there is."""
    if last.year == date.max.year:
        return date.max
    try:
        return last.replace(year=last.year + MONTHS_BETWEEN // 12)
    except ValueError:
        return last.replace(year=last.year + MONTHS_BETWEEN // 12, day=28)


def next_day(last: date | None, chosen: date | None) -> date | None:
    """When a firm is to be assessed next: on the day `chosen` for it, else a year after the `last`.

    A day that is not after the last time has been met. None: never assessed, and nothing chosen.
    """
    if chosen is not None and (last is None or chosen > last):
        return chosen
    return None if last is None else due_day(last)


def is_met(chosen: date, day: date) -> bool:
    """Whether the assessment of that `day` is the one for which the other day was chosen."""
    return (chosen - day).days <= _EARLY


def client_score(history: Sequence[Rated]) -> ClientScore:
    """What the finished assessments of one firm, newest first and at least one, tell of it.

    The change is told against the newest assessment of an earlier year by the same yardstick.
    """
    latest = history[0]
    points, level = _shown(latest), overall_level(latest)
    earlier = [one for one in history if one.day.year < latest.day.year]
    same = [one for one in earlier if _yardstick(one) == _yardstick(latest)]
    before = next((one for one in same if OVERALL in one.values), None)
    if before is not None and points is not None:
        change = points - shown_points(before.values[OVERALL])
        return ClientScore(latest.day, points, level, change, before.day)
    missing = NoChange.FIRST
    if earlier:
        missing = NoChange.NOT_RATED if same else NoChange.YARDSTICK
    return ClientScore(latest.day, points, level, missing=missing)


def overall_level(rated: Rated) -> int | None:
    """The overall level, capped by the weakest dimension (model, section 2); None: not rated."""
    if OVERALL not in rated.values:
        return None
    dimensions = [value for (kind, _), value in rated.values.items() if kind is Figure.DIMENSION]
    own = maturity_level(rated.values[OVERALL])
    return min([own, *(maturity_level(value) + 1 for value in dimensions)])


def summary_of(histories: Iterable[Sequence[Rated]], weakest: int = 3) -> PortfolioSummary:
    """All firms in sum; each history is one firm's, newest first and not empty.

    Firms are counted by the yardstick that most of them were ever measured by, so that a quick
    check done later does not take a firm out. `weakest` is how many areas are told.
    """
    firms = [_by_yardstick(history) for history in histories]
    shared = Counter(yardstick for firm in firms for yardstick in firm)
    if not shared:
        return PortfolioSummary()
    # Of two that are as frequent, the one met first: that of the newest assessments.
    common, _ = shared.most_common(1)[0]
    counted = [firm[common] for firm in firms if common in firm]
    values = sorted(one.values[OVERALL] for one in counted if OVERALL in one.values)
    enough = len(values) >= LEAST
    return PortfolioSummary(
        tuple(values),
        quartiles(values) if enough else None,
        _weakest(counted)[:weakest] if enough else (),
        other=len(firms) - len(counted),
        unrated=len(counted) - len(values),
    )


def _weakest(counted: Sequence[Rated]) -> tuple[WeakArea, ...]:
    columns: dict[str, list[float]] = {}
    for one in counted:
        for (kind, key), value in one.values.items():
            if kind is Figure.AREA:
                columns.setdefault(key, []).append(value)
    areas = [
        WeakArea(key, quartiles(sorted(column)).median, len(column))
        for key, column in columns.items()
        if len(column) >= LEAST
    ]
    return tuple(sorted(areas, key=lambda area: area.median))


def _by_yardstick(history: Sequence[Rated]) -> Mapping[Hashable, Rated]:
    """The newest assessment by each yardstick."""
    found: dict[Hashable, Rated] = {}
    for one in history:
        found.setdefault(_yardstick(one), one)
    return found


def _yardstick(rated: Rated) -> Hashable:
    return rated.asked.yardsticks[OVERALL]


def _shown(rated: Rated) -> int | None:
    return shown_points(rated.values[OVERALL]) if OVERALL in rated.values else None
