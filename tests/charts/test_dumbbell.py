"""How far viewpoints are apart: whatever they say, every mark and every figure can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, combinations_with_replacement

import pytest

from digimaturity.charts.data import Dot, Dumbbell, Dumbbells
from digimaturity.charts.dumbbell import draw, head_height, height, row_height
from digimaturity.charts.fonts import text_width
from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.tokens import load_tokens

VIEWS = (("management", "Geschäftsleitung"), ("it", "IT"), ("business", "Fachbereiche"))
WIDTHS = (237.0, 300.0, 371.0, 453.0, 475.0)
SENTENCE = (
    "Wie werden Zugriffsrechte vergeben, und wie werden sie wieder entzogen, wenn jemand geht?"
)


@dataclass(frozen=True, slots=True)
class Box:
    """What is drawn where, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def upon(self, other: Box) -> bool:
        """Whether one lies on the other by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(across, down) > 0.3


class Seen(Surface):
    """Remembers words, marks and level lines."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height, self.palette = width, height, load_tokens().light
        self.words: dict[Box, str] = {}
        self.marks: list[tuple[str, Box]] = []
        self.lines: list[tuple[Point, Point, float]] = []

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A square of colour is a mark; one of the page's is the ground of a figure."""
        if colour != self.palette.page:
            self.marks.append(("square", Box(left, top, left + width, top + height)))

    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:  # noqa: ARG002 - as a surface has it
        """Any line."""
        self.lines.append((start, end, weight))

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:  # noqa: ARG002 - as a surface has it
        """A mark."""
        (x, y), r = centre, radius
        self.marks.append(("circle", Box(x - r, y - r, x + r, y + r)))

    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,  # noqa: ARG002 - as a surface has it
        weight: float = 1.2,  # noqa: ARG002 - likewise
        fill: str = "",  # noqa: ARG002 - likewise
        alpha: float = 1,  # noqa: ARG002 - likewise
    ) -> None:
        """A mark."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.marks.append(("diamond", Box(min(xs), min(ys), max(xs), max(ys))))

    def put(self, label: Label) -> None:
        """As much of it as there is room for."""
        width = text_width(label.words, label.size, strong=label.strong)
        width = min(width, label.room) if label.room else width
        left, base = label.place[0] - label.shift * width, label.place[1]
        self.words[Box(left, base - 0.7 * label.size, left + width, base)] = label.words

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        """That of the bundled type."""
        return text_width(words, size, strong=strong)


def row(*values: float, name: str = "Sicherheit", weight: int = 2) -> Dumbbell:
    dots = tuple(
        Dot(view, value, f"{value:.0f}") for (view, _), value in zip(VIEWS, values, strict=False)
    )
    gap = max(values) - min(values)
    return Dumbbell(name, dots, f"stark · {gap:.0f}", weight)


def seen(width: float, *rows: Dumbbell) -> Seen:
    chart = Dumbbells(rows, VIEWS, "Abstand, Punkte")
    sheet = Seen(width, height(chart, width))
    draw(sheet, chart)
    return sheet


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["Sicherheit", SENTENCE])
def test_whatever_the_viewpoints_say_it_can_be_read(width: float, name: str) -> None:
    values = (0, 1, 3, 6, 12, 49, 50, 52, 88, 94, 97, 99, 100)
    for triple in combinations_with_replacement(values, 3):
        sheet = seen(width, row(*triple, name=name))
        boxes = list(sheet.words)
        assert all(box.left >= -0.1 and box.right <= width + 0.1 for box in boxes), triple
        assert all(box.top >= 0 and box.bottom <= sheet.height for box in boxes), triple
        upon = [one for one in combinations(boxes, 2) if one[0].upon(one[1])]
        assert not [(sheet.words[a], sheet.words[b]) for a, b in upon], triple
        own = [box for _, box in sheet.marks[3:]]  # behind those of the key
        assert not any(box.upon(mark) for box in boxes for mark in own), triple
        for one, other in combinations(own, 2):
            assert (one.top, one.left) != (other.top, other.left), triple
            middles = (one.left + one.right) / 2 - (other.left + other.right) / 2
            heights = (one.top + one.bottom) / 2 - (other.top + other.bottom) / 2
            assert max(abs(middles), abs(heights)) >= 7, triple  # neither hides the other


def test_every_viewpoint_has_a_form_of_its_own_here_as_in_the_key() -> None:
    sheet = seen(453, row(10, 50, 90))
    forms = [form for form, _ in sheet.marks]
    assert forms == ["diamond", "square", "circle"] * 2
    assert {"Geschäftsleitung", "IT", "Fachbereiche"} <= set(sheet.words.values())


def test_what_a_gap_is_worth_is_seen_without_colours() -> None:
    def thick(weight: int) -> float:
        (found,) = [
            heavy
            for start, end, heavy in seen(453, replace(row(10, 90), weight=weight)).lines
            if start[1] == end[1] and start[0] > 60 and end[0] < 440
        ]
        return found

    assert thick(0) < thick(1) < thick(2)


def test_a_mark_stands_at_its_score_on_the_scale_whatever_its_neighbours() -> None:
    sheet = seen(453, row(0, 100), row(50, 50, 50))
    centres = [(box.left + box.right) / 2 for _, box in sheet.marks[3:]]
    low, high, *middle = centres
    assert middle == pytest.approx([(low + high) / 2] * 3)
    ticks: dict[str, float] = {}
    for box, words in sheet.words.items():
        ticks.setdefault(words, (box.left + box.right) / 2)  # the scale is written first
    assert (low, high) == pytest.approx((ticks["0"], ticks["100"]), abs=0.1)


def test_a_long_question_is_told_to_its_end_and_its_rows_add_up() -> None:
    chart = Dumbbells((row(10, 90, name=SENTENCE),), VIEWS, "Abstand")
    for width in WIDTHS[1:]:
        written = " ".join(seen(width, *chart.rows).words.values())
        assert all(word in written for word in SENTENCE.split())
        parts = head_height(chart, width) + row_height(chart, chart.rows[0], width)
        assert parts == height(chart, width)
