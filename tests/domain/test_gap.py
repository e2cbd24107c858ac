"""Gaps and targets: no credit for overshoot, totals by the engine, suggestions by their rules."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.population import Basis, Population
from digimaturity.domain.provenance import Difference, Origin, Provenance
from digimaturity.domain.roadmap.gap import (
    AreaGap,
    area_weights,
    gap_analysis,
    scores_at,
)
from digimaturity.domain.roadmap.items import Target
from digimaturity.domain.roadmap.suggested_targets import Rule, suggestions
from digimaturity.domain.sample import PeerSample, Quartiles, Standing
from digimaturity.domain.scoring import Score
from tests.domain.make import (
    any_questionnaire,
    any_responses,
    area,
    dimension,
    levels,
    questionnaire,
    said,
)

points = st.integers(0, 100).map(float)


@st.composite
def any_evaluation(draw: st.DrawFn) -> Evaluation:
    asked = draw(any_questionnaire())
    return evaluate(asked, draw(any_responses(asked)))


def at(value: float) -> Score:
    return Score(value, value, value, 1.0, rated=True, level=1)


@given(points, points, st.none() | points)
def test_overshoot_and_falling_behind_are_never_credit(
    now: float, goal: float, baseline: float | None
) -> None:
    one = AreaGap("a", at(now), Target(goal, baseline))
    assert one.gap == max(0, goal - now)
    assert one.reached is not None
    assert 0 <= one.reached <= 1
    assert (one.reached == 1) == (one.gap == 0)
    if baseline is None or baseline >= goal:
        assert one.progress is None
    else:
        assert one.progress is not None
        assert 0 <= one.progress <= 1
        assert (one.progress == 1) == (now >= goal)
        assert one.fell == (now < baseline)
        assert (one.progress == 0) == (now <= baseline)


@given(any_evaluation(), st.data())
def test_the_whole_weighs_areas_as_the_score_does(found: Evaluation, data: st.DataObject) -> None:
    goals = {one.id: data.draw(points) for one in found.questionnaire.areas}
    targets = {key: Target(goal, data.draw(points)) for key, goal in goals.items()}
    analysis = gap_analysis(found, targets)
    for whole in (analysis.reached, analysis.progress):
        assert whole is None or 0 <= whole <= 1
    if analysis.reached == 1:
        assert all(one.gap == 0 for one in analysis.counted)
    weights = area_weights(found.questionnaire, found.scores)
    scored = found.scores.areas
    overall = fsum(weight * (scored[key].value or 0) for key, weight in weights.items())
    assert not weights or overall == pytest.approx(found.overall.value, abs=1e-8)


@given(any_evaluation(), st.data())
def test_with_all_targets_reached_each_area_stands_there(
    found: Evaluation, data: st.DataObject
) -> None:
    goals = {one.id: data.draw(points) for one in found.questionnaire.areas}
    after = scores_at(found, goals)
    for key, before in found.scores.areas.items():
        now = after.areas[key].value
        if before.shown is None:
            assert now == before.value  # nobody knows where it stands, so nobody lifts it
        else:
            assert now == pytest.approx(max(before.shown, goals[key]), abs=1e-8)


def test_a_target_of_an_area_that_is_gone_is_kept_and_not_counted() -> None:
    found = evaluate(questionnaire(dimension("d", area("a", levels("q")))), said({"q": 3}))
    analysis = gap_analysis(found, {"a": Target(60, 40), "gone": Target(100)})
    assert analysis.unknown == {"gone": Target(100)}
    assert analysis.progress == 0.5
    assert [one.area for one in analysis.counted] == ["a"]


def a_firm(*answers: tuple[int, ...]) -> Evaluation:
    """A dimension for each tuple, with an area of one question for each answer."""
    asked = questionnaire(
        *(
            dimension(f"d{d}", *(area(f"d{d}a{a}", levels(f"d{d}a{a}q")) for a in range(len(own))))
            for d, own in enumerate(answers)
        )
    )
    given_answers = {
        f"d{d}a{a}q": level for d, own in enumerate(answers) for a, level in enumerate(own)
    }
    return evaluate(asked, said(given_answers))


def test_the_next_level_is_suggested_below_the_highest() -> None:
    found = suggestions(a_firm((1, 3, 5)), Rule.NEXT_LEVEL)
    assert {key: (one.score, one.level) for key, one in found.items()} == {
        "d0a0": (20, 2),
        "d0a1": (60, 4),
    }


def test_the_weakest_link_is_what_caps_the_level() -> None:
    """Two dimensions at level 5, one at level 1: only its weakest areas are lifted."""
    firm = a_firm((5, 5), (5, 5), (1, 1, 2))
    assert firm.overall.capped
    found = suggestions(firm, Rule.WEAKEST_LINK)
    assert {key: one.score for key, one in found.items()} == {"d2a0": 18, "d2a1": 18}
    assert all(one.caps and one.level == 2 and one.dimension == "d2" for one in found.values())


@given(any_evaluation(), st.sampled_from((Rule.NEXT_LEVEL, Rule.WEAKEST_LINK)))
def test_suggestions_lift_what_they_say(found: Evaluation, rule: Rule) -> None:
    made = suggestions(found, rule)
    assume(made)
    after = scores_at(found, {key: one.score for key, one in made.items()})
    for key, one in made.items():
        before = found.scores.areas[key].shown
        assert before is not None
        assert before < one.score <= 100
        lifted = after.dimensions[one.dimension] if one.dimension else after.areas[key]
        assert lifted.level is not None
        assert one.level is not None
        assert lifted.level >= one.level
    if rule is Rule.WEAKEST_LINK and found.overall.capped:
        assert after.overall.level is not None
        assert found.overall.level is not None
        held = {one.dimension for one in made.values()}
        low = min(one.level or 9 for one in found.scores.dimensions.values())
        if held == {k for k, one in found.scores.dimensions.items() if one.level == low}:
            assert after.overall.level > found.overall.level


def test_the_upper_quartile_is_that_of_peers_by_the_same_yardstick() -> None:
    firm = a_firm((2, 2, 5), (3,))
    own = Provenance(Origin.CLIENTS, Population("DE", "50-249"), 2026, n=9)
    other = replace(own, difference=Difference.OTHER_QUESTIONNAIRE)
    nothing = Standing(50, 2)

    def sample(of: Provenance, upper: float) -> PeerSample:
        there = Standing(50, 9, Quartiles(20, 40, upper))
        areas = {"d0a0": there, "d0a2": there, "d0a1": nothing, "d1a0": nothing}
        return PeerSample(of, Basis.OWN, there, {"d0": there, "d1": nothing}, areas)

    firm = replace(firm, benchmark=Benchmark(samples=(sample(other, 90), sample(own, 60.4))))
    found = suggestions(firm, Rule.UPPER_QUARTILE)
    assert {key: (one.score, one.dimension) for key, one in found.items()} == {
        "d0a0": (61, ""),
        "d0a1": (61, "d0"),
    }
    assert all(one.peers is not None and one.peers.n == 9 for one in found.values())
