"""Scores and the index over the years: true to time, nothing hidden, no line where none belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.charts import index_years, trend_line, trend_panels
from digimaturity.charts.level_bands import levels_for
from digimaturity.charts.surface import Label, Point
from digimaturity.charts.trend_data import (
    DeedBar,
    IndexPoint,
    IndexYears,
    SurveyYear,
    TrendLine,
    TrendPanel,
    TrendPanels,
    TrendPoint,
)
from tests.charts.test_plan_charts import PALETTE, TITLE, _Box, _Drawn, in_order

WIDTHS = [165.0, 220.0, 300.0, 453.0, 620.0]
LEVELS = ("1 Anfang", "2 Aufbau", "3 Etabliert", "4 Integriert", "5 Führend und verbessert")
LEGEND = ("Auf gleicher Grundlage, über dieselben Fragen", "Voller Wert, wo er ein anderer ist")
BANDS = (("Sehr niedrig", "0–3"), ("Niedrig", "4–6"), ("Hoch", "7–9"), ("Sehr hoch", "10–12"))


class _Lines(_Drawn):
    """Remembers lines and where strong labels are, too."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(width, height)
        self.lines: list[tuple[float, float, str]] = []
        self.drawn: list[tuple[Point, Point]] = []
        self.bold: list[_Box] = []

    def put(self, label: Label) -> None:
        super().put(label)
        if label.strong and label.words:
            self.bold.append(self.labels[-1])

    def line(
        self,
        start: Point,
        end: Point,
        colour: str = "",
        weight: float = 0.5,
    ) -> None:
        super().line(start, end, colour, weight)
        self.lines.append((start[0], end[0], colour))
        if weight > 1:
            self.drawn.append((start, end))

    def dots(self, colour: str, *, hollow: bool) -> list[float]:
        """The middles of dots from left to right, but for those of a legend."""
        found = [one for one in self.boxes if one.what == f"{colour} {hollow}" and one.top > 20]
        return sorted((one.left + one.right) / 2 for one in found)


def point(day: date, value: float | None, full: float | None, version: str = "") -> TrendPoint:
    label, whole = ("" if one is None else f"{one:.0f}" for one in (value, full))
    return TrendPoint(day, str(day.year), value, label, full, whole, version)


def line(points: Sequence[TrendPoint], deeds: tuple[DeedBar, ...] = ()) -> TrendLine:
    more = "2 weitere davor" if deeds else ""
    return TrendLine(tuple(points), LEVELS, LEGEND, deeds, "Maßnahmen im selben Zeitraum", more)


def drawn(chart: TrendLine, width: float) -> _Lines:
    surface = _Lines(width, trend_line.height(chart, width))
    trend_line.draw(surface, chart)
    return surface


def deeds(first: date, years: int) -> tuple[DeedBar, ...]:
    """Long and short ones, done and running, of known and unknown time; some before and after."""
    days = 365 * years
    return tuple(
        DeedBar(
            str(n + 1),
            TITLE[: 8 + 9 * n],
            first + timedelta(days=(n * 97) % days - 60),
            first + timedelta(days=(n * 97) % days + 30 + 120 * (n % 4)),
            done=bool(n % 3),
            known=n % 4 != 1,
        )
        for n in range(8)
    )


YEARS = st.lists(
    st.tuples(
        st.integers(20, 700),
        st.none() | st.floats(0, 100),
        st.none() | st.floats(0, 100),
        st.booleans(),
    ),
    min_size=2,
    max_size=10,
)


@settings(max_examples=40)
@given(YEARS, st.sampled_from(WIDTHS))
def test_whatever_the_years_were_no_label_lies_upon_another(
    years: list[tuple[int, float | None, float | None, bool]], width: float
) -> None:
    day, points = date(2015, 1, 10), []
    for days, value, full, changed in years:
        day += timedelta(days=days)
        points.append(point(day, value, full, f"Version {day.year}" if changed else ""))
    chart = line(points, deeds(points[0].day, max(1, len(points) - 1)))
    surface = drawn(chart, width)
    values = [one.label for one in points if one.value is not None]
    assert sorted(one.what for one in surface.bold if one.left) == sorted(values)
    for one, other in combinations(surface.labels, 2):
        # Of many scores within weeks some have room nowhere; all else keeps clear.
        assert (one in surface.bold and other in surface.bold) or not one.upon(other)


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_ten_years_all_have_their_score_beside_their_mark(width: float) -> None:
    points = [
        point(date(2016 + n, 2 + n % 5, 3), 28 + 3 * n, 30 + 3 * n, "Version" * (n in (0, 4)))
        for n in range(10)
    ]
    surface = drawn(line(points, deeds(points[0].day, 9)), width)
    in_order(surface)
    for one in points:
        assert one.label in surface.strong


@pytest.mark.parametrize("width", WIDTHS[2:])
def test_scores_that_jump_up_and_down_have_labels_beside_line_and_marks(width: float) -> None:
    points = [
        point(date(2018 + n, 3, 3), 45 + 9 * (-1) ** n, 45 + 9 * (-1) ** n + n % 3)
        for n in range(7)
    ]
    surface = drawn(line(points), width)
    in_order(surface)
    taken = [one for one in surface.boxes if one.what.startswith(f"{PALETTE.accent} ")]
    taken += [
        _Box(x - 0.5, y - 0.5, x + 0.5, y + 0.5, "line")
        for start, end in surface.drawn
        for x, y in (between(start, end, step / 60) for step in range(61))
    ]
    for label in surface.labels:
        assert not [one for one in taken if one.upon(label)], label


def between(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def test_years_stand_true_to_time_and_in_their_order() -> None:
    days = [date(2020, 1, 1), date(2021, 1, 1), date(2024, 1, 1)]
    surface = drawn(line([point(day, 40, 40) for day in days]), 453)
    first, second, third = surface.dots(PALETTE.accent, hollow=False)
    assert (third - second) / (second - first) == pytest.approx(3, rel=0.01)


def test_where_nothing_is_rated_the_line_is_interrupted() -> None:
    values = (40.0, 42.0, None, 50.0, 55.0)
    points = [point(date(2020 + n, 3, 1), one, one) for n, one in enumerate(values)]
    surface = drawn(line(points), 453)
    x = surface.dots(PALETTE.accent, hollow=False)
    joined = [(a, b) for a, b, colour in surface.lines if colour == PALETTE.accent and b - a > 15]
    assert joined == [(x[0], x[1]), (x[2], x[3])]


def test_the_full_score_stands_hollow_beside_where_it_is_another() -> None:
    points = [point(date(2024, 3, 1), 41, 41), point(date(2025, 3, 1), 44, 52)]
    surface = drawn(line(points), 453)
    (full,) = surface.dots(PALETTE.secondary, hollow=True)
    assert 0 < full - surface.dots(PALETTE.accent, hollow=False)[-1] < 10
    labels = [one.what for one in surface.labels]
    assert labels.count("41") == 1
    assert {"44", "52"} <= set(labels)


def test_another_questionnaire_is_marked_at_the_year_that_it_came_with() -> None:
    points = [point(date(2022 + n, 3, 1), 40, 40) for n in range(3)]
    points = [replace(points[0], version="Version 1"), points[1], points[2]]
    plain = drawn(line(points), 453)
    changed = drawn(line([*points[:2], replace(points[2], version="Version 2")]), 453)
    assert not [one for one in plain.lines if one[2] == PALETTE.neutral]
    dashes = {one[0] for one in changed.lines if one[2] == PALETTE.neutral}
    assert dashes == {changed.dots(PALETTE.accent, hollow=False)[-1]}
    assert "Version 2" in [one.what for one in changed.labels]


def test_measures_are_bars_from_when_to_when_on_the_same_line_of_time() -> None:
    first, last = date(2024, 1, 1), date(2026, 1, 1)
    ran = DeedBar("1", "Kurz", first, date(2025, 1, 1), done=True)
    runs = replace(ran, number="2", done=False, last=last)
    surface = drawn(line([point(first, 40, 40), point(last, 50, 50)], (ran, runs)), 453)
    start, end = surface.dots(PALETTE.accent, hollow=False)
    (bar,) = [one for one in surface.boxes if one.what == PALETTE.neutral]
    assert (bar.left, bar.right) == pytest.approx((start, (start + end) / 2), abs=0.5)
    (outline,) = [one for one in surface.boxes if one.what.startswith(f"{PALETTE.rule} 0.7 ")]
    assert (outline.left, outline.right) == pytest.approx((start, end))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_the_levels_shown_hold_all_scores_and_are_at_least_three(scores: list[float]) -> None:
    low, high = levels_for(scores)
    assert low % 20 == high % 20 == 0
    assert 0 <= low <= min(scores)
    assert max(scores) <= high <= 100
    assert high - low >= 60


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 4, 7])
def test_small_trends_are_on_one_scale_and_keep_their_names(width: float, count: int) -> None:
    days = [date(2018 + n, 3, 1) for n in range(8)]
    hues = ("it", "business", "culture", "leadership")
    panels = tuple(
        TrendPanel(
            f"{TITLE[: 20 + n]}",
            (hues[n % 4], n % 4),
            tuple(point(day, 20 + 5 * n + k, 22 + 5 * n + k) for k, day in enumerate(days)),
        )
        for n in range(count)
    )
    chart = TrendPanels(panels, LEGEND)
    surface = _Lines(width, trend_panels.height(chart, width))
    trend_panels.draw(surface, chart)
    in_order(surface)
    for n, panel in enumerate(panels):
        dots = surface.dots(PALETTE.dimension(*panel.hue), hollow=False)
        assert len(dots) == 8 * len(range(n % 4, count, 4))
        assert {panel.points[0].label, panel.points[-1].label} <= set(surface.strong)


def index(points: Sequence[tuple[int, int, int, str]], breaks: tuple[int, ...] = ()) -> IndexYears:
    """Points by year, lowest and highest band, and definition; surveys of every second year."""
    return IndexYears(
        BANDS,
        tuple(IndexPoint(date(y, 3, 5), f"{3 * a}–{3 * b}", a, b, d) for y, a, b, d in points),
        tuple(
            SurveyYear(year, (30.0, 2.0, 60.0, 8.0), ("30 %", "2 %", "60 %", "8 %"))
            for year in (2020, 2022, 2024)
        ),
        breaks,
        ("Dieses Unternehmen: genutzte Technologien", "Anteil der Unternehmen in jedem Band"),
    )


def years_joined(chart: IndexYears) -> list[tuple[int, int]]:
    """Which years a line joins."""
    surface = _Lines(453, index_years.height(chart, 453))
    index_years.draw(surface, chart)
    dots = surface.dots(PALETTE.accent, hollow=False) + surface.dots(PALETTE.accent, hollow=True)
    x = dict(zip(sorted(set(dots)), (one.day.year for one in chart.points), strict=True))
    found = [one for one in surface.lines if one[2] == PALETTE.accent and one[1] - one[0] > 5]
    return [(x[start], x[end]) for start, end, _ in found]


def test_no_line_leads_over_a_break_or_to_another_yardstick() -> None:
    alike = [(2021, 0, 0, "a"), (2022, 1, 1, "a"), (2023, 1, 2, "a"), (2024, 2, 2, "a")]
    assert years_joined(index(alike)) == [(2021, 2022), (2022, 2023), (2023, 2024)]
    assert years_joined(index(alike, (2023,))) == [(2021, 2022), (2023, 2024)]
    other = [(*one[:3], "a" if one[0] < 2023 else "b") for one in alike]
    assert years_joined(index(other)) == [(2021, 2022), (2023, 2024)]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_index_can_be_read_at_any_width(width: float) -> None:
    chart = index([(2015 + n, n % 3, min(3, n % 3 + n % 2), "ab"[n > 4]) for n in range(10)])
    surface = _Lines(width, index_years.height(chart, width))
    index_years.draw(surface, chart)
    in_order(surface)
    assert {name for name, _ in BANDS} <= {one.what for one in surface.labels}


def test_an_official_bar_is_as_high_as_its_share() -> None:
    chart = index([(2023, 1, 1, "a"), (2024, 2, 2, "a")])
    surface = _Lines(453, index_years.height(chart, 453))
    index_years.draw(surface, chart)
    bars = [one for one in surface.boxes if one.what == PALETTE.neutral_soft and one.top > 20]
    heights = sorted({round(one.foot - one.top, 6) for one in bars[:12]})  # then grounds of labels
    assert [one / heights[-1] for one in heights] == pytest.approx([2 / 60, 8 / 60, 0.5, 1])
