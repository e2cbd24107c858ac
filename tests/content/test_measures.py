"""Measures cover every question and both halves of the scale, and are concrete."""

from __future__ import annotations

import re

import pytest

from digimaturity.domain.catalogue import GapRule
from digimaturity.domain.consolidation import NOTABLE_GAP
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


#: The areas in which IT, departments and management have to act together.
TOGETHER = (
    *("portfolio", "collaboration", "openness", "agility"),
    *("strategy", "governance", "commitment", "steering"),
)

#: Questions of other areas of which the same holds.
ALSO_TOGETHER = {
    *("integration.selection", "integration.landscape", "processes.needs"),
    *("partnership.it_strategy", "partnership.process_advice"),
    *("skills.key_users", "skills.bridge"),
}

#: Claims of both sides acting together, and of one that does not see the work of the other.
OF_BOTH_SIDES = {
    *("KR-2", "KR-3", "KR-4", "KR-5", "KR-6", "KR-7", "REB-2", "REB-4", "REB-5", "REB-6"),
    *("MIL-1", "MIL-4", "MIL-5", "MIL-6", "SUI-4", "SUI-5", "SUI-8", "SUI-9", "REB-8", "REB-9"),
    *("ALI-2", "ALI-3", "ALI-5", "ALI-7", "ALI-8", "ALI-9", "ALI-10", "ALI-11"),
}


def rules() -> dict[str, GapRule]:
    """The rules by the id of their measure."""
    return {key: one.gap_rule for key, one in measures().items() if one.gap_rule is not None}


def test_a_rule_acts_from_one_level_of_difference() -> None:
    for key, rule in rules().items():
        assert (rule.gap_at_least, rule.factor) == (NOTABLE_GAP, 1.5), key
        assert OF_BOTH_SIDES & set(measures()[key].sources), key


def test_a_gap_in_what_is_done_together_raises_a_measure_on_both_halves() -> None:
    pack = readiness()
    asked = {one.id for one in pack.rated_questions if pack.area_of[one.id].id in TOGETHER}
    for origin in (2, 4):
        raised = {
            lift.question
            for key, rule in rules().items()
            for lift in measures()[key].lifts
            if lift.question in rule.questions and lift.origin == origin
        }
        assert asked | ALSO_TOGETHER <= raised, (asked | ALSO_TOGETHER) - raised


def test_a_gap_in_any_area_raises_a_measure_that_brings_people_to_one_table() -> None:
    by_area = {area: key for key, rule in rules().items() for area in rule.areas}
    assert set(by_area) == {area.id for area in readiness().areas}
    assert set(by_area.values()) == {"joint_team", "monthly_talk", "swap_days", "planning_day"}


def test_what_one_side_does_alone_is_not_raised() -> None:
    for alone in ("restore_test", "it_deputy", "learning_days", "interface_standard"):
        assert alone not in rules()


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
