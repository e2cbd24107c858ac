"""The map of applications: nothing lies on a box, nothing is cut off, many are told in words."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

import pytest
from matplotlib.text import Text

from digimaturity import paths
from digimaturity.charts.landscape_data import LandscapeMap
from digimaturity.charts.landscape_layout import TALL, Layout, layout_of
from digimaturity.charts.landscape_map import figure, height
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import Exchange, Interface, System
from digimaturity.domain.roadmap.landscape import Landscape, landscape_of
from digimaturity.domain.roadmap.uses import USES
from digimaturity.i18n import Translator
from digimaturity.report.landscape_map import MOST, OF_MORE, fitting_map, map_of, map_words
from digimaturity.tokens import load_tokens

T = Translator.load("en", paths.resources_dir() / "locale")


def _landscape(count: int, seed: int = 1) -> Landscape:
    dice = Random(seed)  # noqa: S311 - no secrets here
    keys = [f"s{number}" for number in range(count)]
    systems = {}
    for key in keys:
        links = tuple(
            Interface(dice.choice(keys), dice.choice(list(Exchange)))
            for _ in range(dice.choice((0, 0, 1, 1, 2, 3)))
        )
        use, with_it = dice.choice(list(USES)), dice.choice((True, False, None))
        systems[key] = System(f"Suite {key}", use=use, with_it=with_it, interfaces=links)
    return landscape_of(PlanBook(systems=systems))


def _crosses(found: Layout) -> list[tuple[str, tuple[float, float]]]:
    """Every box that a line runs through, with a corner of that line."""
    crossed = []
    for _, points in found.lines:
        for (x1, y1), (x2, y2) in pairwise(points):
            assert x1 == x2 or y1 == y2
            for key, box in found.boxes.items():
                across = max(x1, x2) > box.left + 0.01 and min(x1, x2) < box.left + box.width - 0.01
                down = max(y1, y2) > box.top + 0.01 and min(y1, y2) < box.top + TALL - 0.01
                if across and down:
                    crossed.append((key, (x1, y1)))
    return crossed


@pytest.mark.parametrize("width", [150.0, 300.0, 453.0, 800.0])
@pytest.mark.parametrize(("count", "seed"), [(1, 1), (7, 2), (30, 3), (32, 4), (90, 5)])
def test_boxes_are_apart_and_no_line_runs_through_one(count: int, seed: int, width: float) -> None:
    shown = map_of(_landscape(count, seed), T)
    found = layout_of(shown, width)
    assert len(found.boxes) == (count if count <= MOST else OF_MORE)
    assert len(found.lines) == len(shown.edges)
    for box in found.boxes.values():
        assert box.left >= found.left
        assert box.left + box.width <= width + 0.01
        assert box.top + TALL <= found.height <= height(shown, width)
    for one, other in combinations(found.boxes.values(), 2):
        assert abs(one.left - other.left) >= one.width or abs(one.top - other.top) >= TALL
    assert _crosses(found) == []


def test_on_paper_as_many_are_drawn_as_there_is_room_for() -> None:
    landscape = _landscape(32, 4)
    counts = []
    for room in (2000.0, 500.0, 300.0):
        shown = fitting_map(landscape, T, 453, room)
        assert height(shown, 453) <= room
        counts.append(sum(len(lane.nodes) for lane in shown.lanes))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 32
    assert counts[-1] > 0


def test_a_line_begins_and_ends_at_its_own_boxes() -> None:
    shown = map_of(_landscape(30), T)
    found = layout_of(shown, 453)
    for edge, points in found.lines:
        for key, (x, y) in ((edge.origin, points[0]), (edge.to, points[-1])):
            box = found.boxes[key]
            assert box.left - 0.01 <= x <= box.left + box.width + 0.01
            assert box.top - 0.01 <= y <= box.top + TALL + 0.01


def _marked(shown: LandscapeMap) -> dict[str, tuple[bool, bool, bool]]:
    return {
        node.name: (node.without_it, node.orphan, node.island)
        for lane in shown.lanes
        for node in lane.nodes
    }


def test_the_map_marks_what_was_found_and_says_it_in_words() -> None:
    systems = {
        "erp": System("ERP", owner="Ada", use="erp", interfaces=(Interface("fin"),)),
        "fin": System("Books", owner="Bo", use="accounting", interfaces=(Interface("erp"),)),
        "shop": System("Shop", use="web_shop", with_it=False),
    }
    landscape = landscape_of(PlanBook(systems=systems))
    shown = map_of(landscape, T)
    assert _marked(shown) == {
        "Shop": (True, True, True),
        "ERP": (False, False, False),
        "Books": (False, False, False),
    }
    # There and back in one line.
    assert [(edge.origin, edge.to, edge.back) for edge in shown.edges] == [("erp", "fin", True)]
    assert map_words(landscape, T) == ("3 applications, 2 interfaces (2 automatic). Islands: Shop.")


def test_of_many_the_rest_is_named_and_it_is_drawn_as_a_picture() -> None:
    shown = map_of(_landscape(90), T)
    assert any("more" in lane.more for lane in shown.lanes)
    drawn = figure(shown, 453, load_tokens().light)
    words = {text.get_text() for text in drawn.findobj(Text)}
    assert any(word.startswith("Besides:") for word in words)
    assert {"carried by hand", "bought without IT", "without an owner"} <= words
