"""Measures cover every question and both halves of the scale, and are concrete."""

from __future__ import annotations

import re

import pytest

from tests.content.likeness import too_alike
from tests.content.pack import AREAS, LANGUAGES, measures, readiness

#: No two pitfalls or titles may share so many words in the same order. Those of one author on
#: subjects of their own stay under 0.35 (pitfalls) and 0.5 (titles, which are short and share
#: their small words); a pitfall taken over with another noun has 0.7 and more.
PITFALLS, TITLES = 0.45, 0.6


def steps() -> set[tuple[str, int, int]]:
    """What is lifted: question, from level, to level."""
    return {
        (lift.question, lift.origin, lift.goal)
        for measure in readiness().measures
        for lift in measure.lifts
    }


def test_there_are_at_least_sixty_and_some_for_each_dimension() -> None:
    pack = readiness()
    assert len(pack.measures) >= 60
    for dimension in AREAS:
        own = [
            measure
            for measure in pack.measures
            if pack.dimension_of[pack.area_of[measure.lifts[0].question].id].id == dimension
        ]
        assert len(own) >= 12, dimension


@pytest.mark.parametrize(("origin", "goal"), [(2, 3), (4, 5)])
def test_every_question_has_a_measure_for_both_halves_of_the_scale(origin: int, goal: int) -> None:
    lifted = {question for question, start, end in steps() if (start, end) == (origin, goal)}
    assert lifted == {question.id for question in readiness().rated_questions}


def test_a_measure_lifts_up_to_three_questions_by_one_step() -> None:
    for measure in readiness().measures:
        assert len({lift.question for lift in measure.lifts}) == len(measure.lifts), measure.id
        assert 1 <= len(measure.lifts) <= 3, measure.id
        for lift in measure.lifts:
            assert (lift.origin, lift.goal) in {(2, 3), (3, 4), (4, 5)}, measure.id


def test_perception_gaps_raise_measures_of_collaboration() -> None:
    raised = {m.id: m.gap_rule for m in readiness().measures if m.gap_rule is not None}
    assert {"joint_team", "monthly_talk"} <= set(raised)
    for key, rule in raised.items():
        assert rule.factor > 1, key
        assert rule.gap_at_least == 25, key


@pytest.mark.parametrize(("language", "goal"), [("en", "goal"), ("de", "Ziel")])
def test_measures_are_concrete(language: str, goal: str) -> None:
    for measure in readiness().measures:
        assert len(measure.title[language]) <= 80, measure.id
        assert not measure.title[language].endswith("."), measure.id
        assert measure.what[language].endswith("."), measure.id
        assert len(measure.steps) == 3, measure.id
        assert all(step[language].endswith((".", "?")) for step in measure.steps), measure.id
        assert measure.pitfall[language].endswith("."), measure.id
        assert re.search(rf"\b{goal}\b", measure.kpi[language]), measure.id
        assert not measure.kpi[language].endswith("."), measure.id
        assert measure.lead is not None, measure.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_measures_warn_or_are_called_alike(language: str) -> None:
    pitfalls = [(key, measure.pitfall[language]) for key, measure in measures().items()]
    titles = [(key, measure.title[language]) for key, measure in measures().items()]
    assert too_alike(pitfalls, PITFALLS) == []
    assert too_alike(titles, TITLES) == []


def test_a_pitfall_taken_over_from_another_measure_would_be_found() -> None:
    pitfalls = [
        ("one", "A list that nobody keeps is wrong after two weeks. Name one person for it."),
        ("two", "A board that nobody keeps is wrong after a month. Name one person for it."),
        ("three", "Loyal customers praise whatever you show them. Invite two who complained."),
    ]
    assert [pair[:2] for pair in too_alike(pitfalls, PITFALLS)] == [("one", "two")]
