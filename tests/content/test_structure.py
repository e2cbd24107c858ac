"""The pack has the dimensions, areas, questions and follow-ups of the maturity model."""

from __future__ import annotations

from collections import Counter

import pytest

from digimaturity.domain.conditions import questions_in
from digimaturity.domain.questionnaire import Drive, Kind, Viewpoint
from tests.content.pack import AREAS, LANGUAGES, anchored, asked, readiness

ITEMS = {
    "E_IUSE_GT50",
    "E_ISPDF1_GE30",
    "E_WEB",
    "E_SM1_ANY",
    "E_CC",
    "E_CC1_SI",
    "E_ERP1",
    "E_CRM1",
    "E_DA",
    "E_AI_TANY",
    "E_ESELL",
    "E_AWS_GT1_B2C_GT10WS",
}


def test_it_has_the_areas_of_the_model_with_three_questions_each() -> None:
    pack = readiness()
    assert {d.id: tuple(a.id for a in d.areas) for d in pack.dimensions} == AREAS
    assert [len(areas) for areas in AREAS.values()] == [5, 5, 4, 4]
    assert {len(area.questions) for area in pack.areas} == {3}
    assert len(pack.rated_questions) == 54
    assert all(q.kind is Kind.LEVELS and len(q.levels) == 5 for q in anchored())


def test_ids_of_rated_questions_name_their_area() -> None:
    for question in readiness().rated_questions:
        assert question.id.split(".")[0] == readiness().area_of[question.id].id


def test_it_is_written_in_english_and_german() -> None:
    assert readiness().languages == LANGUAGES


def test_wordings_speak_to_viewpoints_that_are_asked() -> None:
    for question in asked():
        assert set(question.wordings) <= {Viewpoint.IT, Viewpoint.BUSINESS}, question.id
        for wording in question.wordings.values():
            assert all(wording[language] != question.text[language] for language in LANGUAGES)


@pytest.mark.parametrize("drive", list(Drive))
def test_six_questions_tell_each_drive_over_several_dimensions(drive: Drive) -> None:
    pack = readiness()
    tagged = [q for q in pack.rated_questions if q.drive is drive]
    assert len(tagged) == 6
    assert len({pack.dimension_of[pack.area_of[q.id].id].id for q in tagged}) >= 3


def test_only_what_a_sound_firm_can_lack_may_not_apply() -> None:
    assert {q.id for q in asked() if q.may_not_apply} == {
        "value_chain.delivery",
        "value_chain.partners",
    }


def test_six_elements_of_an_it_strategy_follow_up_on_its_existence() -> None:
    pack = readiness()
    assert [element.id for element in pack.strategy] == [
        "overview",
        "budget",
        "projects",
        "resources",
        "environment",
        "risk_benefit",
    ]
    for element in pack.strategy:
        assert element.question.show_if is not None
        assert set(questions_in(element.question.show_if)) == {"partnership.it_strategy"}


def test_twelve_index_items_are_answered_by_thirteen_facts() -> None:
    pack = readiness()
    assert pack.index is not None
    assert (pack.index.id, pack.index.version, pack.index.year) == ("dii", "3", 2025)
    assert {item.code for item in pack.index.items} == ITEMS
    assert len(pack.facts) == 13
    used = {question for item in pack.index.items for question in questions_in(item.yes_if)}
    assert used == {fact.id for fact in pack.facts}
    assert Counter(fact.kind for fact in pack.facts) == {Kind.YES_NO: 8, Kind.NUMBER: 5}
    assert all(fact.unit for fact in pack.facts if fact.kind is Kind.NUMBER)


def test_twelve_decisions_are_mapped() -> None:
    assert len(readiness().decisions) == 12


def test_eight_plans_are_asked_apart_from_the_state() -> None:
    pack = readiness()
    assert len(pack.plans) == len({plan.area for plan in pack.plans}) == 8
    for plan in pack.plans:
        question = plan.question
        assert question.id == f"plan.{plan.area}"
        assert question.kind is Kind.ONE_OF
        assert not question.scored, question.id
        steps = [option.id for option in question.options]
        assert steps == ["none", "wanted", "decided", "running"], question.id
        for language in LANGUAGES:
            assert len({option.text[language] for option in question.options}) == 4, question.id
