"""The readiness pack and the Eurostat figures keep what the maturity model promises its readers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from digimaturity.domain.benchmark import Population
from digimaturity.domain.catalogue import Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.conditions import questions_in
from digimaturity.domain.indices import Band
from digimaturity.domain.questionnaire import Drive, Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.texts import Localized
from digimaturity.packs import load_benchmarks, load_pack

ROOT = Path(__file__).resolve().parent.parent / "questionnaires"
LANGUAGES = ("en", "de")

AREAS = {
    "it": ("foundations", "security", "integration", "data", "partnership"),
    "business": ("processes", "customers", "value_chain", "offerings", "portfolio"),
    "culture": ("collaboration", "skills", "openness", "agility"),
    "leadership": ("strategy", "governance", "commitment", "steering"),
}

CLAIMS = {
    f"{text}-{number}"
    for text, last in {"MIL": 8, "KR": 7, "SUI": 9, "REB": 10, "ALI": 11}.items()
    for number in range(1, last + 1)
}

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


@cache
def readiness() -> Questionnaire:
    """The shipped pack; loading it proves that both languages have exactly the same keys."""
    loaded = load_pack(ROOT / "readiness")
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return loaded.questionnaire


def anchored() -> list[Question]:
    """All questions with five described levels: the rated ones and the strategy follow-ups."""
    pack = readiness()
    return [*pack.rated_questions, *(element.question for element in pack.strategy)]


def asked() -> list[Question]:
    """Every question that has texts of its own, facts included."""
    return [*anchored(), *readiness().facts]


def prose() -> Iterator[tuple[str, Localized]]:
    """Every sentence of the pack with the place where it stands."""
    for question in asked():
        yield question.id, question.text
        yield f"{question.id} why", question.why
        yield f"{question.id} evidence", question.evidence
        yield from ((f"{question.id} wording", text) for text in question.wordings.values())
        yield from ((f"{question.id} level", text) for text in question.levels)
    for measure in readiness().measures:
        texts = (measure.title, measure.what, *measure.steps, measure.kpi, measure.pitfall)
        yield from ((measure.id, text) for text in texts)


def test_it_has_the_areas_of_the_model_with_three_questions_each() -> None:
    pack = readiness()
    assert {d.id: tuple(a.id for a in d.areas) for d in pack.dimensions} == AREAS
    assert {area.id: len(area.questions) for area in pack.areas} == dict.fromkeys(
        (area for areas in AREAS.values() for area in areas), 3
    )
    assert all(q.kind is Kind.LEVELS and len(q.levels) == 5 for q in anchored())


def test_ids_of_rated_questions_name_their_area() -> None:
    for question in readiness().rated_questions:
        assert question.id.split(".")[0] == readiness().area_of[question.id].id


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_levels_are_different_and_of_readable_length(language: str) -> None:
    for question in anchored():
        anchors = [level[language] for level in question.levels]
        assert len({anchor.casefold() for anchor in anchors}) == 5, question.id
        for anchor in anchors:
            assert 40 <= len(anchor) <= 220, (question.id, anchor)
            assert anchor.endswith("."), (question.id, anchor)


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_differ_in_kind_not_in_degree(language: str) -> None:
    degrees = {"en": r"\b(partly|partially|mostly|fully)\b", "de": r"\b(teilweise|größtenteils)\b"}
    for question in anchored():
        words = [
            set(re.findall(r"\w{4,}", level[language].casefold())) for level in question.levels
        ]
        for lower, higher in pairwise(words):
            common = len(lower & higher) / min(len(lower), len(higher))
            assert common < 0.6, (question.id, lower & higher)
        for level in question.levels:
            assert not re.search(degrees[language], level[language], re.IGNORECASE), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_tell_deeds_not_plans(language: str) -> None:
    plans = {
        "en": r"\b(is|are) (planned to|intended)\b",
        "de": r"\bgeplant, dass|\bsoll(en)? künftig\b",
    }
    for question in anchored():
        for level in question.levels:
            assert not re.search(plans[language], level[language], re.IGNORECASE), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_asks_and_explains(language: str) -> None:
    for question in asked():
        for text in (question.text, *question.wordings.values()):
            assert text[language].endswith("?"), question.id
            assert len(text[language]) <= 130, question.id
        assert question.why[language].endswith("."), question.id
        assert question.evidence[language].endswith("."), question.id


def test_german_is_polite_and_english_is_not_left_in_it() -> None:
    for place, text in prose():
        assert not re.search(
            r"\b(du|dich|dir|dein\w*|euch|eure\w*)\b", text["de"], re.IGNORECASE
        ), place
        assert text["de"] != text["en"], place
        assert not re.search(r"\b(the|and|with)\b", text["de"]), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_keep_to_the_typography_of_their_language(language: str) -> None:
    stray = re.compile(
        r"[\"'] |\.\.|  | [,;.?]|—|–" if language == "de" else r"\"|\.\.|  | [,;.?]|—|–|„"
    )
    for place, text in prose():
        assert not stray.search(text[language]), (place, text[language])
        assert text[language] == text[language].strip(), place


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


def test_every_claim_is_turned_into_a_question_or_a_measure() -> None:
    questions = [set(question.sources) for question in asked()]
    named = [*questions, *(set(measure.sources) for measure in readiness().measures)]
    assert all(named)
    assert set().union(*named) == CLAIMS


def test_measures_help_low_and_middle_levels_in_every_dimension() -> None:
    pack = readiness()
    reached = {
        (pack.dimension_of[pack.area_of[lift.question].id].id, lift.origin)
        for measure in pack.measures
        for lift in measure.lifts
    }
    assert reached >= {(dimension, origin) for dimension in AREAS for origin in (2, 3)}


def test_a_measure_lifts_by_one_level_from_below() -> None:
    for measure in readiness().measures:
        assert all(lift.goal == lift.origin + 1 for lift in measure.lifts), measure.id


def test_a_middle_measure_builds_on_the_one_for_the_level_below() -> None:
    pack = readiness()
    by_id = {measure.id: measure for measure in pack.measures}
    for measure in pack.measures:
        before = {lift.question for key in measure.requires for lift in by_id[key].lifts}
        for lift in measure.lifts:
            assert lift.origin == 2 or lift.question in before, (measure.id, lift.question)


def test_no_measure_waits_for_itself() -> None:
    by_id = {measure.id: measure for measure in readiness().measures}
    for measure in by_id.values():
        assert measure.id not in _all_before(measure, by_id)


def test_larger_firms_take_more_days_and_small_ones_few() -> None:
    for measure in readiness().measures:
        small, medium, large = (
            measure.effort[size] for size in (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)
        )
        assert 0 < small.total < medium.total < large.total, measure.id
        assert small.total <= 25, measure.id
        assert 1 <= measure.weeks <= 26, measure.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_measures_are_concrete(language: str) -> None:
    for measure in readiness().measures:
        assert len(measure.title[language]) <= 80, measure.id
        assert len(measure.steps) == 3, measure.id
        assert measure.pitfall[language].endswith("."), measure.id
        goal = {"en": "goal", "de": "Ziel"}[language]
        assert re.search(rf"\b{goal}\b", measure.kpi[language]), measure.id
        assert not measure.kpi[language].endswith("."), measure.id


def test_perception_gaps_raise_measures_of_collaboration() -> None:
    raised = {m.id: m.gap_rule for m in readiness().measures if m.gap_rule is not None}
    assert {"joint_team", "monthly_talk"} <= set(raised)
    for key, rule in raised.items():
        assert rule.factor > 1, key
        assert rule.gap_at_least == 25, key


GERMANY = {
    "10-49": (29.01, 37.83, 25.21, 7.94),
    "50-249": (11.88, 30.18, 39.66, 18.29),
    "10-249": (26.45, 36.69, 27.38, 9.49),
    "GE250": (2.04, 14.24, 44.56, 39.16),
}


@pytest.mark.parametrize("size", GERMANY)
def test_index_shares_of_germany_are_as_published(size: str) -> None:
    figures = load_benchmarks(ROOT / "benchmarks")
    assert figures.problems == ()
    (shares,) = [b for b in figures.data.bands if b.population == Population("DE", size)]
    assert (shares.index, shares.version, shares.year) == ("dii", "3", 2025)
    assert tuple(shares.shares[band] for band in Band) == GERMANY[size]
    assert figures.data.sources[shares.source].evidence == "A"


@pytest.mark.parametrize(
    ("code", "country", "share", "evidence"),
    [
        ("E_CC", "DE", 52.85, "A"),
        ("E_CC1_SI", "DE", 45.04, "A"),
        ("E_DA", "DE", 36.20, "A"),
        ("E_AI_TANY", "DE", 24.93, "A"),
        ("E_ERP1", "DE", 42.0, "C"),
        ("E_CRM1", "DE", 28.6, "C"),
        ("E_ERP1", "EU27_2020", 45.2, "C"),
    ],
)
def test_adoption_rates_are_as_published(
    code: str, country: str, share: float, evidence: str
) -> None:
    data = load_benchmarks(ROOT / "benchmarks").data
    (rate,) = [
        r for r in data.rates if r.code == code and r.population == Population(country, "10-249")
    ]
    assert (rate.year, rate.share) == (2025, share)
    assert data.sources[rate.source].evidence == evidence


def test_band_shares_add_up_to_all_firms() -> None:
    bands = load_benchmarks(ROOT / "benchmarks").data.bands
    assert len({b.population.country for b in bands}) == 34
    for shares in bands:
        assert abs(sum(shares.shares.values()) - 100) <= 0.5, shares.population


def test_every_index_item_with_a_published_rate_is_one_that_is_asked() -> None:
    codes = {rate.code for rate in load_benchmarks(ROOT / "benchmarks").data.rates}
    assert codes == {"E_CC", "E_CC1_SI", "E_DA", "E_AI_TANY", "E_ERP1", "E_CRM1"}


def _all_before(measure: Measure, by_id: dict[str, Measure]) -> set[str]:
    """The ids of everything that must be done before `measure`, directly or through others."""
    found: set[str] = set()
    open_ends = list(measure.requires)
    while open_ends:
        key = open_ends.pop()
        if key not in found:
            found.add(key)
            open_ends.extend(by_id[key].requires)
    return found
