"""Gain against effort: each mark is seen whole, and no word lies on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import dist

import pytest

from digimaturity.charts.apart import Box
from digimaturity.charts.fonts import text_width
from digimaturity.charts.impact_effort import ImpactEffort, Spot, draw, height
from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.tokens import load_tokens

GROUPS = ("it", "business", "culture", "leadership")
WIDTHS = (237.0, 475.0)


class Seen(Surface):
    """Remembers words, round marks and others, each with its fill."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height, self.palette = width, height, load_tokens().light
        self.words: list[tuple[str, Box]] = []
        self.marks: list[tuple[Box, bool]] = []

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """No chart of this kind fills boxes."""

    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:
        """Lines may run anywhere."""

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:  # noqa: ARG002 - as a surface has it
        """A round mark; the point to which a line leads is none."""
        (x, y), r = centre, radius
        if r > 2:
            self.marks.append((Box(x - r, y - r, x + r, y + r), not hollow))

    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,  # noqa: ARG002 - as a surface has it
        weight: float = 1.2,  # noqa: ARG002 - as a surface has it
        fill: str = "",
        alpha: float = 1,  # noqa: ARG002 - as a surface has it
    ) -> None:
        """Any other mark."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        filled = fill != self.palette.page
        self.marks.append((Box(min(xs), min(ys), max(xs), max(ys)), filled))

    def put(self, label: Label) -> None:
        """Words within their room."""
        wide = self.text_width(label.words, label.size, strong=label.strong)
        wide = min(wide, label.room or wide)
        left = label.place[0] - label.shift * wide
        base = label.place[1]
        self.words.append((label.words, Box(left, base - 0.72 * label.size, left + wide, base)))

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        """As the type has it."""
        return text_width(words, size, strong=strong)


def chart_of(count: int, *, same: bool = False) -> ImpactEffort:
    """As many measures, spread like real ones, or all in one place."""
    spots = tuple(
        Spot(
            str(n),
            f"Measure {n} with a name as long as names are",
            20.0 if same else float((5, 8, 12, 15, 20, 33, 60, 113)[n * n % 8]),
            0.4 if same else (0.0, 0.4, 0.5, 0.8, 1.0, 3.1)[n * 5 % 6],
            GROUPS[n % 4],
            n % 4,
            n % 3 == 0,
        )
        for n in range(1, count + 1)
    )
    groups = tuple((key, place, key) for place, key in enumerate(GROUPS))
    days = tuple((float(one), str(one)) for one in (5, 10, 20, 50, 100, 200))
    gains = tuple((float(one), str(one)) for one in (0, 1, 2, 3, 4))
    names = "Gain in points", "Person-days", "filled: accepted", "hollow: open"
    return ImpactEffort(spots, groups, *names, days, gains)


def drawn(chart: ImpactEffort, width: float) -> Seen:
    sheet = Seen(width, height(chart, width))
    draw(sheet, chart)
    return sheet


def numbered(sheet: Seen, chart: ImpactEffort) -> dict[str, tuple[Box, bool]]:
    """The mark in which each number stands."""
    numbers = {one.number for one in chart.spots}
    found = {}
    for words, box in sheet.words:
        around = [(mark, filled) for mark, filled in sheet.marks if box.within(mark)]
        if words in numbers and around:
            (found[words],) = around
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "chart", [chart_of(1), chart_of(15), chart_of(40), chart_of(40, same=True)]
)
def test_every_measure_is_seen_whole_with_its_number(chart: ImpactEffort, width: float) -> None:
    sheet = drawn(chart, width)
    found = numbered(sheet, chart)
    assert len(found) == len(chart.spots)
    assert {key for key, (_, filled) in found.items() if filled} == {
        one.number for one in chart.spots if one.filled
    }
    for (one, _), (other, _) in combinations(found.values(), 2):
        assert not one.upon(other)
    for mark, _ in found.values():
        assert mark.within(Box(0, 0, sheet.width, sheet.height))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("chart", [chart_of(5), chart_of(15), chart_of(40)])
def test_no_title_lies_on_anything(chart: ImpactEffort, width: float) -> None:
    sheet = drawn(chart, width)
    names = {one.name for one in chart.spots}
    titles = [(words, box) for words, box in sheet.words if words in names]
    assert titles or width < 300, "where there is room, titles stand"
    others = [box for words, box in sheet.words if words not in names]
    obstacles = [*(mark for mark, _ in sheet.marks), *others]
    for words, title in titles:
        assert title.within(Box(0, 0, sheet.width, sheet.height)), words
        assert not any(title.upon(one) for one in obstacles), words
    for (_, one), (_, other) in combinations(titles, 2):
        assert not one.upon(other)


def test_more_gain_stands_higher_and_more_effort_further_right() -> None:
    spot = chart_of(1).spots[0]
    spots = (
        replace(spot, number="1", days=10, gain=1),
        replace(spot, number="2", days=20, gain=1),
        replace(spot, number="3", days=40, gain=2),
    )
    chart = replace(chart_of(1), spots=spots)
    middle = {
        key: ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        for key, (box, _) in numbered(drawn(chart, 475), chart).items()
    }
    assert middle["2"][0] - middle["1"][0] == pytest.approx(middle["3"][0] - middle["2"][0])
    assert middle["1"][1] == pytest.approx(middle["2"][1])
    assert middle["3"][1] < middle["2"][1]


def test_a_mark_moves_no_further_than_it_has_to() -> None:
    same = chart_of(2, same=True)
    sheet = drawn(same, 475)
    one, other = (box for box, _ in numbered(sheet, same).values())
    assert dist((one.left, one.top), (other.left, other.top)) < 30
