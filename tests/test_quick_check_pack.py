"""The quick check is the whole questionnaire in short: one question an area, and all facts."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from digimaturity.domain.questionnaire import Drive, Questionnaire, Viewpoint
from digimaturity.packs import load_pack

ROOT = Path(__file__).resolve().parent.parent / "questionnaires"

#: A question takes so long (seconds), and all of them together less than that (minutes).
PACE, LONGEST = 20, 12


@cache
def pack(name: str) -> Questionnaire:
    loaded = load_pack(ROOT / name)
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return loaded.questionnaire


def test_it_asks_one_question_an_area_under_the_same_id() -> None:
    quick, whole = pack("quick-check"), pack("readiness")
    assert (quick.id, quick.part_of) == ("quick-check", "readiness")
    assert len(quick.rated_questions) == 18
    assert [area.id for area in quick.areas] == [area.id for area in whole.areas]
    assert {len(area.questions) for area in quick.areas} == {1}
    assert all(whole.by_id[question.id] == question for question in quick.rated_questions)


def test_it_has_the_facts_and_the_index_of_the_whole_questionnaire_and_nothing_beside() -> None:
    quick, whole = pack("quick-check"), pack("readiness")
    assert (quick.facts, quick.index) == (whole.facts, whole.index)
    assert (quick.strategy, quick.plans, quick.decisions) == ((), (), ())


def test_it_takes_less_than_twelve_minutes() -> None:
    quick = pack("quick-check")
    asked = len(quick.rated_questions) + len(quick.facts)
    assert asked * PACE < LONGEST * 60


def test_every_firm_and_every_viewpoint_can_answer_it() -> None:
    for question in pack("quick-check").rated_questions:
        assert set(question.viewpoints) == set(Viewpoint), question.id
        assert not question.may_not_apply, question.id
        assert question.show_if is None, question.id


def test_both_drives_rest_on_equally_many_questions() -> None:
    drives = Counter(question.drive for question in pack("quick-check").rated_questions)
    assert (drives[Drive.IT], drives[Drive.BUSINESS]) == (3, 3)


@pytest.mark.parametrize(("language", "name"), [("en", "Quick check"), ("de", "Kurzcheck")])
def test_it_speaks_both_languages(language: str, name: str) -> None:
    quick = pack("quick-check")
    assert quick.languages == ("en", "de")
    assert quick.name[language] == name
    for question in (*quick.rated_questions, *quick.facts):
        assert question.text[language].endswith("?"), question.id
        assert all(level[language] for level in question.levels), question.id


def test_every_question_has_a_measure_that_lifts_it_to_the_middle() -> None:
    quick = pack("quick-check")
    lifted = {
        lift.question
        for measure in quick.measures
        for lift in measure.lifts
        if (lift.origin, lift.goal) == (2, 3)
    }
    assert lifted == {question.id for question in quick.rated_questions}
