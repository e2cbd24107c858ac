"""Percentile, quartiles and number of a sample: laws, and what is never told."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digimaturity.domain.sample import (
    LEAST,
    NoPercentile,
    Quartiles,
    percentile,
    quartiles,
    standing,
)

#: Points with few distinct values, so that there are ties; whole ones, so that sums are exact.
points = st.integers(0, 100).map(float) | st.sampled_from((0.0, 25.0, 50.0, 75.0, 100.0))
samples = st.lists(points, min_size=1, max_size=60).map(sorted)


def mirrored(peers: Sequence[float]) -> list[float]:
    return sorted(100 - value for value in peers)


@pytest.mark.parametrize(
    ("own", "expected"),
    [(5, 0), (10, 10), (15, 20), (20, 40), (30, 70), (40, 90), (45, 100)],
)
def test_the_percentile_counts_those_below_and_half_of_the_ties(
    own: float, expected: float
) -> None:
    assert percentile(own, [10, 20, 20, 30, 40]) == expected


@given(points, samples)
def test_it_is_the_formula_of_the_model_within_its_bounds(own: float, peers: list[float]) -> None:
    below, ties = sum(one < own for one in peers), sum(one == own for one in peers)
    found = percentile(own, peers)
    assert found == pytest.approx(100 * (below + ties / 2) / len(peers))
    assert 0 <= found <= 100


@given(points, points, samples)
def test_who_has_more_points_never_stands_lower(
    one: float, other: float, peers: list[float]
) -> None:
    low, high = sorted((one, other))
    assert percentile(low, peers) <= percentile(high, peers)


@given(points, st.integers(1, 40))
def test_among_equals_one_stands_in_the_middle(own: float, n: int) -> None:
    assert percentile(own, [own] * n) == 50


@given(points, samples, st.integers(1, 20))
def test_firms_equal_to_ours_draw_it_towards_the_middle(
    own: float, peers: list[float], more: int
) -> None:
    before = percentile(own, peers)
    after = percentile(own, sorted([*peers, *[own] * more]))
    assert abs(after - 50) <= abs(before - 50)
    assert (after - 50) * (before - 50) >= 0


@given(points, samples, st.integers(2, 4))
def test_a_sample_counted_several_times_says_the_same(
    own: float, peers: list[float], times: int
) -> None:
    assert percentile(own, sorted(peers * times)) == percentile(own, peers)
    assert quartiles(sorted(peers * times)) == quartiles(peers)


@given(points, samples)
def test_seen_from_the_other_end_everything_is_mirrored(own: float, peers: list[float]) -> None:
    assert percentile(100 - own, mirrored(peers)) == pytest.approx(100 - percentile(own, peers))
    found, mirror = quartiles(peers), quartiles(mirrored(peers))
    assert mirror == Quartiles(100 - found.upper, 100 - found.median, 100 - found.lower)


@pytest.mark.parametrize(
    ("peers", "expected"),
    [
        ([10, 20, 30, 40, 50], (20, 30, 40)),
        ([10, 20, 30, 40, 50, 60], (20, 35, 50)),
        ([10, 20, 30, 40, 50, 60, 70, 80], (25, 45, 65)),
        ([50] * 7, (50, 50, 50)),
    ],
)
def test_quartiles_by_definition_two_of_hyndman_and_fan(
    peers: list[float], expected: tuple[float, float, float]
) -> None:
    found = quartiles(peers)
    assert (found.lower, found.median, found.upper) == expected


@given(points, samples)
def test_a_percentile_never_contradicts_the_quartiles(own: float, peers: list[float]) -> None:
    found, place = quartiles(peers), percentile(own, peers)
    for quartile, share in ((found.lower, 25), (found.median, 50), (found.upper, 75)):
        assert own >= quartile or place <= share
        assert own <= quartile or place >= share


@given(samples)
def test_quartiles_are_in_order_within_the_sample(peers: list[float]) -> None:
    found = quartiles(peers)
    assert peers[0] <= found.lower <= found.median <= found.upper <= peers[-1]
    assert found.median == median(peers)


def test_nobody_has_neither_percentile_nor_quartiles() -> None:
    for work in (lambda: percentile(50, []), lambda: quartiles([])):
        with pytest.raises(ValueError, match="no peers"):
            work()


@given(st.none() | points, samples, st.booleans())
def test_under_five_nothing_is_told(own: float | None, peers: list[float], context: bool) -> None:
    assume(len(peers) < LEAST)
    found = standing(own, peers, context=context)
    assert (found.quartiles, found.percentile) == (None, None)
    assert (found.missing, found.n) == (NoPercentile.TOO_FEW, len(peers))


def test_from_five_on_everything_is_told() -> None:
    found = standing(30, [10, 20, 30, 40, 50])
    assert (found.n, found.quartiles, found.percentile) == (5, Quartiles(20, 30, 40), 50)
    assert found.missing is None


def test_peers_by_another_yardstick_give_no_percentile() -> None:
    found = standing(30, [10, 20, 30, 40, 50], context=True)
    assert (found.quartiles, found.percentile) == (Quartiles(20, 30, 40), None)
    assert found.missing is NoPercentile.CONTEXT


def test_who_is_not_rated_sees_the_peers_but_has_no_percentile() -> None:
    found = standing(None, [10, 20, 30, 40, 50])
    assert (found.quartiles, found.percentile) == (Quartiles(20, 30, 40), None)
    assert found.missing is NoPercentile.NOT_RATED
