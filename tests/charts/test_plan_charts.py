"""Plan and load as charts: whatever is planned, nothing is cut off or lies upon something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import pytest

from digimaturity.charts import gantt, load_bars
from digimaturity.charts.fonts import text_width
from digimaturity.charts.plan_data import Gantt, GanttRow, LoadBars, LoadCell, LoadRow
from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.tokens import load_tokens

PALETTE = load_tokens().light
TITLE = "Die Kernprozesse gemeinsam aufzeichnen, von der Anfrage bis zur Zahlung"
HUES = (("it", 0), ("business", 1), ("culture", 2), ("leadership", 3), None)
WIDTHS = (156, 300, 379, 380, 453, 620)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    foot: float
    what: str

    def upon(self, other: _Box) -> bool:
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.foot, other.foot) - max(self.top, other.top)
        return min(wide, tall) > 0.6


class _Drawn(Surface):
    """Remembers what is drawn where."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height, self.palette = width, height, PALETTE
        self.labels: list[_Box] = []
        self.boxes: list[_Box] = []
        self.strong: list[str] = []

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        self.boxes.append(_Box(left, top, left + width, top + height, colour))

    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:
        for x, y in (start, end):
            self.boxes.append(_Box(x, y, x, y, colour or f"{weight}"))

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        x, y = centre
        what = f"{colour} {hollow}"
        self.boxes.append(_Box(x - radius, y - radius, x + radius, y + radius, what))

    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,
        weight: float = 1.2,
        fill: str = "",
        alpha: float = 1,
    ) -> None:
        (left, top), _, (right, foot), _ = points
        self.boxes.append(_Box(left, top, right, foot, f"{edge} {weight} {fill} {alpha}"))

    def put(self, label: Label) -> None:
        wide = self.text_width(label.words, label.size, strong=label.strong)
        wide = min(wide, label.room) if label.room else wide
        left = label.place[0] - label.shift * wide
        base = label.place[1]
        if label.words:
            top = base - 0.72 * label.size
            self.labels.append(_Box(left, top, left + wide, base + 0.2 * label.size, label.words))
        if label.strong:
            self.strong.append(label.words)

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        return text_width(words, size, strong=strong)


def names(count: int) -> tuple[str, ...]:
    return tuple(f"Q{place % 4 + 1} {26 + place // 4}" for place in range(count))


def plan(measures: int, quarters: int) -> Gantt:
    """Bars of every length at every place, with and without all that can stand beside them."""
    project = GanttRow("p", "", "ERP-Umstellung", 0, quarters + 3, "läuft", "", note="Ende offen")
    rows = [project, replace(project, key="o", name=TITLE, first=quarters - 1, note="")]
    for place in range(measures):
        first = place * 3 % quarters
        rows.append(
            GanttRow(
                f"m{place}",
                str(place + 1),
                TITLE[: 12 + place * 7 % 60],
                first,
                1 + place % (quarters - first),
                "Unternehmensführung",
                "",
                days="177,5",
                gain="+10,8",
                note="Beginn fest, vorher Q4 27" if place % 3 else "",
                hue=HUES[place % 5],
                fixed=bool(place % 3),
                before=(first + 2) % quarters if place % 3 else None,
            )
        )
    return Gantt(names(quarters), tuple(rows), "Tage", "Punkte")


def load(quarters: int) -> LoadBars:
    cells = tuple(
        LoadCell(place % 5 / 3, place % 3 / 10, f"{40 * place % 240} %", over=place % 5 == 4)
        for place in range(quarters)
    )
    row = LoadRow("it", "IT", "Grenze 40 Tage im Quartal", "am meisten in Q4 26: 40", cells, "")
    days = tuple(LoadCell(0, 0, f"{place}") for place in range(quarters))
    free = LoadRow("b", TITLE, TITLE, "Personentage je Quartal:", days, "", limited=False)
    words = ("was schon läuft", "geplante Maßnahmen", "über der Grenze", "Grenze")
    return LoadBars(names(quarters), (row, free, replace(row, name=TITLE, note=TITLE)), *words)


def in_order(drawn: _Drawn) -> None:
    """Everything is on the surface, and no words lie upon others."""
    for one in (*drawn.labels, *drawn.boxes):
        assert one.left >= -0.6, one
        assert one.right <= drawn.width + 0.6, one
        assert one.top >= -0.6, one
        assert one.foot <= drawn.height + 0.6, one
    for one, other in combinations(drawn.labels, 2):
        assert not one.upon(other), (one, other)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("measures", "quarters"), [(1, 4), (12, 8), (40, 12), (40, 20)])
def test_whatever_is_planned_every_bar_can_be_read(
    measures: int, quarters: int, width: float
) -> None:
    chart = plan(measures, quarters)
    drawn = _Drawn(width, gantt.height(chart, width))
    gantt.draw(drawn, chart)
    in_order(drawn)
    words = " ".join(one.what for one in drawn.labels)
    for row in chart.rows[2:]:
        assert row.name.split()[0] in words
    hues = {PALETTE.dimension(*row.hue) if row.hue else PALETTE.neutral for row in chart.rows}
    bars = [one for one in drawn.boxes if one.what in hues and one.foot - one.top > 5]
    assert len(bars) >= len(chart.rows)  # words upon a bar have a ground of the same colour
    for bar in bars:  # words beside a bar do not hide it
        grounds = [one for one in drawn.boxes if one.what == PALETTE.page and one.upon(bar)]
        assert all(one.right - one.left < 5 for one in grounds), bar


def test_a_long_plan_goes_on_upon_another_page_and_loses_no_row() -> None:
    chart = plan(40, 8)
    parts = gantt.pages(chart, 453, 500)
    assert len(parts) > 1
    assert [row for part in parts for row in part.rows] == list(chart.rows)
    assert all(gantt.height(part, 453) <= 500 for part in parts)
    begun, *others = gantt.pages(chart, 453, 500, 200)
    assert [row for part in (begun, *others) for row in part.rows] == list(chart.rows)
    assert 100 < gantt.height(begun, 453) <= 200 < gantt.height(others[0], 453) <= 500
    people = load(8)
    assert [row for part in load_bars.pages(people, 453, 90) for row in part.rows] == list(
        people.rows
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("quarters", [4, 8, 12, 20])
def test_every_load_can_be_read_and_too_much_is_told_first(quarters: int, width: float) -> None:
    chart = load(quarters)
    drawn = _Drawn(width, load_bars.height(chart, width))
    load_bars.draw(drawn, chart)
    in_order(drawn)
    too_much = [cell.label for cell in chart.rows[0].cells if cell.over]
    assert set(too_much) & set(drawn.strong) or not too_much
    if width >= 453 and quarters <= 12:
        shown = [one.what for one in drawn.labels]
        assert all(cell.label in shown for row in chart.rows for cell in row.cells)


@pytest.mark.parametrize("quarters", [8, 9, 10])
def test_too_much_in_quarters_beside_each_other_is_told_of_each(quarters: int) -> None:
    much = LoadCell(1.25, 0, "125 %", over=True), LoadCell(1.04, 0, "104 %", over=True)
    cells = (*much, *(LoadCell(0.4, 0, "40 %") for _ in range(quarters - 2)))
    chart = load(quarters)
    chart = replace(chart, rows=(replace(chart.rows[0], cells=cells),))
    drawn = _Drawn(453, load_bars.height(chart, 453))
    load_bars.draw(drawn, chart)
    in_order(drawn)
    assert {"125 %", "104 %"} <= {one.what for one in drawn.labels}


def test_who_has_no_limit_is_drawn_without_one() -> None:
    chart = load(8)
    free = replace(chart, rows=chart.rows[1:2])
    drawn = _Drawn(453, load_bars.height(free, 453))
    load_bars.draw(drawn, free)
    below = [one for one in drawn.boxes if one.top > load_bars.heads_height(free, 453)]
    bars = {PALETTE.accent, PALETTE.bad, PALETTE.neutral, PALETTE.ink}
    assert not [one for one in below if one.what in bars]


@pytest.mark.parametrize("quarters", [6, 8, 9, 12, 13])
@pytest.mark.parametrize("width", WIDTHS)
def test_either_every_quarter_is_named_or_the_first_of_each_year(
    quarters: int, width: float
) -> None:
    shown = replace(plan(1, quarters), rows=())
    drawn = _Drawn(width, gantt.height(shown, width))
    gantt.draw_heads(drawn, shown)

    heads = [one.what for one in drawn.labels if one.what.startswith("Q")]

    years = names(quarters)[::4]
    once = [name if name in years else name[:2] for name in names(quarters)]
    assert heads in (list(names(quarters)), once, list(years))
    if width >= 380 and quarters <= 8:
        assert len(heads) == quarters
