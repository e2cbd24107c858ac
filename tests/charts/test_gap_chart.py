"""Targets, and figures over time, as charts: each mark at its place, nothing cut off or hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.charts import gap_chart, kpi_line
from digimaturity.charts.gap_data import GapRow, GapRows, KpiLine, KpiPoint
from tests.charts.test_plan_charts import PALETTE, _Drawn, in_order

NAME = "Zusammenarbeit von Informationstechnik und Fachbereichen"


def area(value: float | None, target: float | None) -> GapRow:
    now = "nicht bewertet" if value is None else f"{value:.0f}"
    return GapRow(
        NAME,
        value,
        now,
        "",
        target=target,
        goal="" if target is None else f"{target:.0f}",
        gap="erreicht",
        baseline=20,
        low=value,
        high=value if value is None else 100.0,
        note=f"100 % des Weges · vereinbart am 3. März 2026 · {NAME}",
        hue=("it", 0),
    )


def chart() -> GapRows:
    """Eighteen areas with every pair of score and target that lie close or far apart."""
    values = (0.0, 37.0, 100.0, None)
    rows = [area(value, target) for value in values for target in (None, 0.0, 40.0, 100.0)]
    strong = replace(rows[1], strong=True, note="", hue=None, low=None, high=None)
    return GapRows((strong, *rows, strong), ("jetzt", "Ziel", "fehlt"), "bei Vereinbarung", "Ziel")


@pytest.mark.parametrize("width", [165.0, 300.0, 359.0, 360.0, 453.0, 620.0])
def test_eighteen_areas_can_be_read_at_any_width(width: float) -> None:
    shown = chart()
    drawn = _Drawn(width, gap_chart.height(shown, width))
    gap_chart.draw(drawn, shown)
    in_order(drawn)
    heads = [one.what for one in drawn.labels][:5]
    assert heads == ["bei Vereinbarung", "Ziel", "jetzt", "Ziel", "fehlt"]


@pytest.mark.parametrize("width", [200.0, 453.0])
def test_bar_tick_and_diamond_stand_at_their_points(width: float) -> None:
    row = replace(area(50.0, 75.0), low=None, high=None)
    drawn = _Drawn(width, gap_chart.row_height(row, width))
    gap_chart.draw_row(drawn, row, 0.0)
    columns = gap_chart.Columns.of(width)
    (bar,) = [one for one in drawn.boxes if one.what == PALETTE.it and one.foot - one.top > 4]
    assert (bar.left, bar.right) == pytest.approx((columns.at(0), columns.at(50)))
    diamond = drawn.boxes[-1]
    assert diamond.left == pytest.approx(columns.at(75))  # its upper corner
    ticks = [one for one in drawn.boxes if one.what == PALETTE.ink]
    assert {one.left for one in ticks} == {columns.at(20)}
    assert columns.points(columns.at(75)) == pytest.approx(75)


@given(
    st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 2)), min_size=1, max_size=12),
    st.none() | st.floats(-1e6, 1e6).map(lambda value: round(value, 2)),
)
def test_a_figure_over_time_stays_within_its_scale(values: list[float], aim: float | None) -> None:
    low, high = kpi_line.ends([*values, *([] if aim is None else [aim])])
    assert low < high
    assert all(low <= value <= high for value in (*values, *([] if aim is None else [aim])))
    first = date(2026, 1, 1)
    points = tuple(
        KpiPoint(first + timedelta(days=29 * n), value, f"{value:g}")
        for n, value in enumerate(values)
    )
    line = KpiLine(points, "", ("1. Januar 2026", ""), (low, high), "0", aim, "Zielwert 5")
    drawn = _Drawn(350, kpi_line.height(350))
    kpi_line.draw(drawn, line)
    in_order(drawn)


def test_the_scale_begins_at_zero_unless_that_would_hide_the_change() -> None:
    assert kpi_line.ends([12, 9.5, 4]) == (0, 12)
    low, high = kpi_line.ends([97.2, 98.9])
    assert 90 < low <= 97.2
    assert 98.9 <= high < 100
    assert kpi_line.ends([5]) != (5, 5)
