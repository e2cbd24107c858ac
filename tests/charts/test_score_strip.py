"""The scores of many firms on one scale: no dot hides another, and no score is lost."""

from itertools import combinations
from math import dist

import pytest

from digimaturity.charts.score_strip import MOST_DOTS, draw, height, strip_of
from digimaturity.charts.sheet import Sheet
from digimaturity.charts.surface import Point
from digimaturity.domain.sample import quartiles
from digimaturity.tokens import load_tokens

PALETTE = load_tokens().light


class Drawn(Sheet):
    """Remembers dots and boxes."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(width, height, PALETTE)
        self.dots: list[tuple[Point, float, str]] = []
        self.boxes: list[tuple[float, float, float, float, str]] = []

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Draw it, too."""
        self.boxes.append((left, top, width, height, colour))
        super().box(left, top, width, height, colour)

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        """Draw it, too."""
        self.dots.append((centre, radius, colour))
        super().dot(centre, radius, colour, hollow=hollow)


def drawn(values: tuple[float, ...], own: int | None = None, width: float = 145) -> Drawn:
    strip = strip_of(values, quartiles(values) if len(values) > 4 else None)
    sheet = Drawn(width, height(strip, width))
    draw(sheet, strip, own)
    return sheet


@pytest.mark.parametrize("values", [(50.0,), (0.0, 0.0, 100.0), tuple([47.0] * 30 + [48.0] * 30)])
def test_each_dot_is_seen_whole(values: tuple[float, ...]) -> None:
    sheet = drawn(values)
    assert len(sheet.dots) == len(values)
    for (one, radius, _), (other, _, _) in combinations(sheet.dots, 2):
        assert dist(one, other) >= 2 * radius
    for (x, y), radius, _ in sheet.dots:
        assert radius <= x <= sheet.width - radius
        assert radius <= y <= sheet.height


def test_one_score_is_pointed_out_once() -> None:
    sheet = drawn((10.0, 46.6, 47.4, 90.0), own=47)
    assert [colour for _, _, colour in sheet.dots].count(PALETTE.accent) == 1


def test_many_scores_become_bars_as_high_as_they_are_many() -> None:
    values = tuple(sorted([1.0] * 10 + [52.0] * MOST_DOTS + [100.0] * 5))
    sheet = drawn(values, own=52)
    bars = {round(left): (tall, colour) for left, _, _, tall, colour in sheet.boxes[1:]}
    assert not sheet.dots
    assert len(bars) == 3
    low, middle, high = (bars[place] for place in sorted(bars))
    assert low[0] / middle[0] == pytest.approx(10 / MOST_DOTS)
    assert high[0] / middle[0] == pytest.approx(5 / MOST_DOTS)
    assert middle[1] == PALETTE.accent
