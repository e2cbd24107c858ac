"""What is put down for a roadmap is read as it was written, and nothing odd can be put down."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.domain.catalogue import Effort, Role
from digimaturity.domain.roadmap.book import TYPES, Entry, Item, Part
from digimaturity.domain.roadmap.items import (
    FollowUp,
    KeyPerson,
    KpiValue,
    Limits,
    OwnMeasure,
    Project,
    RoleCapacity,
    SheetNote,
    System,
    Target,
)
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services.alias_book import hidden
from digimaturity.services.plan_checks import check
from digimaturity.services.plan_items import item_from_json, item_to_json
from tests.services.full_book import ENTRIES, full_book

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)

#: Values as the checks let them pass; built-in types are drawn from their annotations.
VALUES = {
    str: TEXTS,
    int: st.integers(1, 20),
    float: st.floats(0, 1),
    date: st.dates(date(1970, 1, 1), date(2100, 12, 31)),
    Quarter: st.builds(Quarter, st.integers(1970, 2100), st.integers(1, 4)),
}
for kind, values in VALUES.items():
    if kind is Quarter:
        st.register_type_strategy(kind, values)

ITEMS = st.sampled_from(list(Part)).flatmap(
    lambda part: st.tuples(st.just(part), st.from_type(TYPES[part]))
)


def test_the_example_leaves_no_field_out() -> None:
    """Else the tests that rest on it would miss a field that comes later."""
    assert {entry.part for entry in ENTRIES} == set(Part)
    for entry in ENTRIES:
        for field in fields(entry.item):  # type: ignore[arg-type]  # none of them is None
            said = getattr(entry.item, field.name)
            assert said not in (None, "", (), {}), (entry.part, field.name)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.part.value)
def test_every_item_is_read_as_it_was_written(entry: Entry) -> None:
    plain = json.loads(json.dumps(item_to_json(entry.item)))
    assert item_from_json(entry.part, plain) == entry.item == check(entry).item
    # A newer program's further fields are read over, wherever they are.
    assert item_from_json(entry.part, _with_more(plain)) == entry.item


def _with_more(plain: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(plain, list):
        return [_with_more(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    more = {key: _with_more(value) for key, value in plain.items()}
    # The keys of a mapping are ids, quarters and years: there, one more is one more entry.
    named = all(key.isidentifier() and key not in {"head", "it", "measure"} for key in plain)
    return {**more, "of_a_newer_one": [1]} if named else more


@given(ITEMS)
def test_whatever_is_put_down_is_read_as_it_was_written(given: tuple[Part, Item]) -> None:
    part, item = given
    try:
        saved = check(Entry(part, "", item)).item
    except UserError:
        return
    assert item_from_json(part, json.loads(json.dumps(item_to_json(saved)))) == saved
    assert check(Entry(part, "", saved)).item == saved


def test_an_older_item_has_what_is_usual_in_its_newer_fields() -> None:
    assert item_from_json(Part.TARGET, {"score": 60}) == Target(60)
    assert item_from_json(Part.PROJECT, {"name": "X"}) == Project("X")
    assert item_from_json(Part.LIMITS, {}) == Limits()


@pytest.mark.parametrize(
    ("part", "stored"),
    [
        (Part.TARGET, {}),
        (Part.TARGET, {"score": "60"}),
        (Part.TARGET, [60]),
        (Part.TARGET, {"score": 60, "agreed": "2026-02-30"}),
        (Part.DECISION, {"accepted": 1}),
        (Part.DECISION, {"accepted": True, "state": "lost"}),
        (Part.DECISION, {"accepted": True, "start": {"year": 2026, "number": 5}}),
        (Part.PERSON, {"name": "Ada", "role": "boss", "capacity": {"days": 1}}),
        (Part.SYSTEM, {"name": "X", "costs": {"last year": 1}}),
        (Part.SHEET, "text"),
    ],
)
def test_what_is_no_such_item_is_refused(part: Part, stored: Any) -> None:  # noqa: ANN401 - any JSON
    with pytest.raises(ValueError, match=r"plan|[Ee]xpected|missing|Invalid|quarter"):
        item_from_json(part, stored)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (Target(100.5), "plan.target"),
        (Target(nan), "plan.number"),
        (Target(60, agreed=date(9999, 1, 1)), "plan.year"),
        (Project("  "), "plan.name"),
        (Project("X", budget=-1), "plan.number"),
        (Project("X", load={"it": inf}), "plan.number"),
        (Project("X", ends=Quarter(9999, 4)), "plan.year"),
        (System(""), "plan.name"),
        (System("X", costs={99_999: 1}), "plan.year"),
        (OwnMeasure("", Effort(1, 1, 1), 1), "plan.name"),
        (OwnMeasure("X", Effort(1, 1, 1), 0), "plan.weeks"),
        (OwnMeasure("X", Effort(-1, 1, 1), 1), "plan.number"),
        (KeyPerson("Ada", Role.IT, RoleCapacity(1), 1.5), "plan.share"),
        (RoleCapacity(1e13), "plan.number"),
        (RoleCapacity(1, 0, {"2026-Q5": 1}), "plan.year"),
        (RoleCapacity(1, 0, {"9999-Q1": 1}), "plan.year"),
        (System("X", users=10**400), "plan.number"),
        (Limits(quarters=0), "plan.quarters"),
        (Limits(quarters=21), "plan.quarters"),
        (FollowUp(values=(KpiValue(date(2026, 1, 1), -inf),)), "plan.number"),
    ],
)
def test_what_cannot_be_planned_with_is_told(item: Item, code: str) -> None:
    part = next(part for part, kind in TYPES.items() if isinstance(item, kind))
    with pytest.raises(UserError) as caught:
        check(Entry(part, "x", item))
    assert caught.value.code == code


def test_texts_that_no_file_can_hold_are_mended() -> None:
    entry = check(Entry(Part.SHEET, "x", SheetNote("a\ud800b\0c")))
    assert entry.item == SheetNote("a\ufffdbc")
    loaded = check(Entry(Part.PROJECT, "x", Project("X", load={"a\ud800": 1})))
    assert loaded.item == Project("X", load={"a\ufffd": 1})


@pytest.mark.parametrize("language", ["en", "de"])
def test_other_names_hide_every_text(language: str) -> None:
    book = full_book()
    shown = hidden(book, Translator.load(language, paths.resources_dir() / "locale"))
    assert "Ada" in repr(book)
    assert [text for text in _texts(shown) if "Ada" in text] == []
    # What is counted stays: who has no owner and no goal is told so under other names, too.
    assert shown.projects["project"].owner
    assert not hidden(replace(book, projects={"p": Project("X")}), _plain()).projects["p"].owner
    assert shown.goals == book.goals
    assert shown.plan == book.plan


def _plain() -> Translator:
    return Translator.load("en", paths.resources_dir() / "locale")


def _texts(given: Any) -> Iterator[str]:  # noqa: ANN401 - items hold anything
    match given:
        case Enum():
            return
        case str():
            yield given
        case Mapping():
            for one in given.values():
                yield from _texts(one)
        case tuple():
            for one in given:
                yield from _texts(one)
    if is_dataclass(given):
        for field in fields(given):
            yield from _texts(getattr(given, field.name))
