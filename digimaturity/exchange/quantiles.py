"""What is told of the scores of a group: quantiles, coarse enough that no firm shows through.

Never told is how many firms have which score. Such counts add up from group to group, so whoever
subtracts them learns of small groups, score by score, even where their size is hidden. Quantiles do
not add up. Between two of them there are always five firms or more, or else they are rounded to
five points: what is told of a score is then true of several possible scores of several firms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digimaturity.domain.distribution import Distribution
from digimaturity.domain.sample import LEAST, Figure, Key

QUARTILES = (25, 50, 75)
DECILES = (10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90)

#: From so many firms on there are five between two quartiles, so that these are told exactly; and
#: between a decile and a quartile, so that deciles are told, too.
EXACT_FROM = 4 * LEAST
DECILES_FROM = 20 * LEAST

#: Points to which values are rounded in small groups; an index has no more than a dozen.
COARSE = 5
COARSE_INDEX = 2


def distribution(key: Key, histogram: Sequence[int], firms: int) -> Distribution | None:
    """What is told of a figure in a group of that many `firms`; None under five rated ones.

    `histogram` counts the firms at each whole point. Where not all firms are rated, the number of
    those that are is rounded down to a multiple of five: differences of it tell nothing then.
    """
    n = sum(histogram)
    if n < LEAST:
        return None
    coarse = COARSE_INDEX if key[0] is Figure.INDEX else COARSE
    step = 1 if n >= EXACT_FROM else coarse
    percents = DECILES if n >= DECILES_FROM else QUARTILES
    told = Distribution(n if n == firms else n - n % LEAST, step, {})
    points = dict(zip(percents, _quantiles(histogram, n, percents), strict=True))
    return Distribution(
        told.n, step, {percent: told.coarse(point) for percent, point in points.items()}
    )


def _quantiles(histogram: Sequence[int], n: int, percents: Sequence[int]) -> Iterator[int]:
    """For each share of `n` firms, rising, the smallest point that it does not exceed."""
    point, reached = 0, histogram[0]
    for percent in percents:
        while 100 * reached < percent * n:
            point += 1
            reached += histogram[point]
        yield point
