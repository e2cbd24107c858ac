"""The document of a pack: complete, canonical, and read back to an equal questionnaire."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.canonical import canonical
from digimaturity.domain.catalogue import CostBand, Effort, GapRule, Lift, Measure, Role
from digimaturity.domain.company import SizeClass
from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Condition, Equals, Not
from digimaturity.domain.questionnaire import (
    Area,
    Decision,
    Dimension,
    Drive,
    IndexDefinition,
    IndexItem,
    Kind,
    Leadership,
    Option,
    Plan,
    Question,
    Questionnaire,
    StrategyElement,
    Viewpoint,
)
from digimaturity.domain.texts import DecisionAdvice, ProfileReading, Term
from digimaturity.errors import UserError
from digimaturity.packs import (
    document_of,
    fingerprint_of,
    load_pack,
    questionnaire_from_document,
)
from tests.packs.conftest import SMALL

LANGUAGES = ("en", "de")
PLANNED = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)

T = TypeVar("T")

#: The fingerprint of the small pack as it was before questions had a prompt for the talk.
BEFORE_TALK = "d570b8189025d2f8c9b16cafa103a715491731d2c476455f0798a3f20a909976"

ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}(\.[a-z0-9_]{1,8})?", fullmatch=True)
words = st.text(min_size=1, max_size=12)
numbers = st.floats(min_value=0.001, max_value=1e6) | st.integers(1, 100).map(float)
texts = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, words))
perhaps: st.SearchStrategy[dict[str, str]] = st.just({}) | texts


def tuples(of: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, min_size=least, max_size=2).map(tuple)


comparisons: st.SearchStrategy[Condition] = st.builds(
    AtLeast, ids, numbers, st.booleans()
) | st.builds(Equals, ids, numbers | st.booleans() | words)
conditions = st.recursive(
    comparisons,
    lambda inner: (
        st.builds(AnyOf, tuples(inner, 1))
        | st.builds(AllOf, tuples(inner, 1))
        | st.builds(Not, inner)
    ),
    max_leaves=4,
)
questions = st.builds(
    Question,
    id=ids,
    kind=st.sampled_from(Kind),
    text=texts,
    why=perhaps,
    evidence=perhaps,
    talk=perhaps,
    levels=tuples(texts),
    options=tuples(st.builds(Option, ids, perhaps, numbers | st.just(0.0))),
    weight=numbers,
    show_if=st.none() | conditions,
    may_not_apply=st.booleans(),
    viewpoints=st.permutations(list(Viewpoint)).map(tuple),
    wordings=st.dictionaries(st.sampled_from(Viewpoint), texts),
    drive=st.none() | st.sampled_from(Drive),
    unit=st.none() | words,
    minimum=st.none() | st.just(0.0) | numbers,
    maximum=st.none() | numbers,
    sources=tuples(words),
    replaces=tuples(ids),
)
areas = st.builds(Area, ids, texts, perhaps, tuples(questions), numbers, tuples(texts))
efforts = st.builds(Effort, numbers, numbers, numbers)


def by_size(values: st.SearchStrategy[T]) -> st.SearchStrategy[dict[SizeClass, T]]:
    return st.fixed_dictionaries(dict.fromkeys(PLANNED, values))


measures = st.builds(
    Measure,
    id=ids,
    title=texts,
    what=texts,
    steps=tuples(texts, 1),
    kpi=texts,
    lifts=tuples(st.builds(Lift, ids, st.integers(1, 4), st.integers(2, 5)), 1),
    effort=by_size(efforts),
    weeks=by_size(st.integers(1, 99)),
    cost=by_size(st.sampled_from(CostBand)),
    at_size=st.dictionaries(st.sampled_from(PLANNED), texts),
    lead=st.none() | st.sampled_from(Role),
    requires=tuples(ids),
    pitfall=perhaps,
    gap_rule=st.none() | st.builds(GapRule, tuples(ids, 1), numbers, numbers, tuples(ids)),
    sources=tuples(words),
)
indices = st.builds(
    IndexDefinition,
    id=ids,
    version=words,
    year=st.integers(2015, 2030),
    items=tuples(st.builds(IndexItem, ids, texts, conditions), 1),
    bands=st.just((4, 7, 10)),
    basic_from=st.integers(1, 12),
)
forms = st.dictionaries(st.sampled_from(LANGUAGES), tuples(words, 1))
questionnaires = st.builds(
    Questionnaire,
    id=ids,
    version=words,
    languages=st.just(LANGUAGES),
    name=texts,
    level_names=tuples(texts),
    dimensions=tuples(
        st.builds(Dimension, ids, texts, perhaps, tuples(areas), numbers, tuples(texts))
    ),
    strategy=tuples(st.builds(StrategyElement, ids, questions)),
    facts=tuples(questions),
    index=st.none() | indices,
    decisions=tuples(
        st.builds(Decision, ids, texts, st.builds(DecisionAdvice, perhaps, perhaps, perhaps))
    ),
    measures=tuples(measures),
    plans=tuples(st.builds(Plan, ids, questions)),
    profiles=st.dictionaries(
        st.sampled_from(Leadership), st.builds(ProfileReading, texts, texts, texts)
    ),
    glossary=tuples(st.builds(Term, ids, texts, texts, forms)),
    part_of=st.just("") | ids,
    licence=st.just("") | words,
    fingerprint=st.just(""),
)


def reread(document: Mapping[str, Any]) -> Questionnaire:
    """What comes back after the document was stored as text, whatever the order of its keys."""
    return questionnaire_from_document(json.loads(json.dumps(document, sort_keys=True)))


@settings(max_examples=25, deadline=None)
@given(questionnaires)
def test_a_questionnaire_survives_its_document(questionnaire: Questionnaire) -> None:
    document = document_of(questionnaire)
    again = reread(document)
    assert replace(again, fingerprint="") == questionnaire
    assert document_of(again) == document
    assert canonical(document_of(again)) == canonical(document)


def test_a_pack_survives_its_document() -> None:
    loaded = load_pack(SMALL)
    assert loaded.document is not None
    assert loaded.questionnaire is not None
    again = reread(loaded.document)
    assert again == loaded.questionnaire
    assert list(again.name) == ["en", "de"]
    assert again.fingerprint == fingerprint_of(loaded.document)
    assert len(again.fingerprint) == 64


def test_equal_numbers_have_one_form() -> None:
    loaded = load_pack(SMALL)
    assert loaded.document is not None
    weights = [dimension["weight"] for dimension in loaded.document["dimensions"]]
    assert json.dumps(weights) == "[2, 1]"


def test_without_talk_and_advice_a_document_keeps_the_fingerprint_of_its_day(pack: Path) -> None:
    """An assessment of an older program has neither, and is the same to a newer one."""
    for language in LANGUAGES:
        for name, pattern in (
            ("questions", r"    talk: .*\n"),
            ("pack", r", advice: \{.*\}(?=\})"),
        ):
            path = pack / language / f"{name}.yaml"
            path.write_text(re.sub(pattern, "", path.read_text("utf-8")), "utf-8")
    loaded = load_pack(pack)
    assert loaded.document is not None
    assert loaded.questionnaire is not None
    said = json.dumps(loaded.document)
    assert "talk" not in said
    assert "advice" not in said
    assert fingerprint_of(loaded.document) == BEFORE_TALK
    assert loaded.questionnaire.by_id["security.restore"].talk == {}
    assert all(decision.advice == DecisionAdvice() for decision in loaded.questionnaire.decisions)


FACT = {"id": "a", "kind": "text", "text": {}, "viewpoints": [], "weight": 1}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "digimaturity-questionnaire/2"}, "questionnaire.newer"),
        ({"format": None}, "questionnaire.newer"),
        ({"languages": None}, "questionnaire.damaged"),
        ({"dimensions": [{"id": "x"}]}, "questionnaire.damaged"),
        ({"facts": [1]}, "questionnaire.damaged"),
        ({"facts": [{**FACT, "weight": "x"}]}, "questionnaire.damaged"),
        ({"facts": [{**FACT, "kind": "scale"}]}, "questionnaire.damaged"),
        ({"facts": [{**FACT, "show_if": {"a": 1}}]}, "questionnaire.damaged"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(change: dict[str, Any], code: str) -> None:
    document = load_pack(SMALL).document
    with pytest.raises(UserError) as refused:
        questionnaire_from_document({**(document or {}), **change})
    assert refused.value.code == code
