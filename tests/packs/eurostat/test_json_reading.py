"""JSON read piece by piece says what the whole says, and refuses what is none."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity.errors import UserError
from digimaturity.packs.eurostat import gathering, json_reading, json_stat
from digimaturity.packs.eurostat.json_reading import (
    Event,
    events_of,
    members,
    passed,
    series,
    whole,
)
from tests.packs.eurostat.forms import as_csv, as_json_stat, cell, distribution, read

texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(texts, values, max_size=5)
layouts = st.sampled_from([{}, {"indent": 2}, {"separators": (",", ":"), "ensure_ascii": False}])


PATH = Path("x")


def events(text: str | bytes) -> Iterator[Event]:
    return events_of(io.BytesIO(text if isinstance(text, bytes) else text.encode()), PATH)


def taken(text: str | bytes) -> dict[str, Any]:
    found = events(text)
    return {key: whole(found, PATH) for key in members(found, PATH)}


def refused(text: str | bytes) -> str:
    with pytest.raises(UserError) as caught:
        taken(text)
    return caught.value.code.removeprefix("benchmark.")


@given(documents, layouts, st.integers(1, 40), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_what_is_read_is_what_was_written(
    document: dict[str, Any], layout: dict[str, Any], chunk: int, mark: bytes
) -> None:
    text = mark + json.dumps(document, **layout).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_reading, "_CHUNK", chunk)
        assert taken(text) == document


# The parser takes a form feed for a space, which changes no meaning.
@given(
    documents,
    st.integers(0, 10**6),
    st.characters(max_codepoint=127, exclude_characters="\f\v"),
)
def test_what_is_no_json_is_refused(document: dict[str, Any], place: int, put: str) -> None:
    text = json.dumps(document)
    at = place % (len(text) + 1)
    changed = text[:at] + put + text[at:]
    try:
        json.loads(changed)
    except ValueError:
        assert refused(changed) in ("json", "cut_off", "format", "key_twice")


@given(documents, st.integers(0, 10**6))
def test_a_document_that_is_cut_is_told_to_be_just_that(
    document: dict[str, Any], place: int
) -> None:
    text = json.dumps(document)
    assert refused(text[: place % len(text)]) == "cut_off" or not text[: place % len(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"v": {}}', []),
        ('{"v": []}', []),
        ('{"v": {"0": 1.5, "7": null, "3": "a"}}', [(0, 1.5), (7, None), (3, "a")]),
        ('{"v": [1.5, null, "a"]}', [(0, 1.5), (1, None), (2, "a")]),
        ('{"v": "e"}', []),
    ],
)
def test_a_series_is_a_list_or_an_object_of_numbers(
    text: str, found: list[tuple[int, object]]
) -> None:
    one = events(text)
    assert [list(series(one, PATH)) for _ in members(one, PATH)] == [found]


@pytest.mark.parametrize(
    "text",
    ['{"v": [[1]]}', '{"v": {"a": 1}}', '{"v": {"1": {}}}', '{"v": {"-1": 1}}', '{"v": {"²": 1}}'],
)
def test_any_other_series_is_refused(text: str) -> None:
    one = events(text)
    with pytest.raises(UserError, match=r"benchmark\.shape"):
        [list(series(one, PATH)) for _ in members(one, PATH)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "format"),
        ("{1: 2}", "json"),
        ('{"a": 1 "b": 2}', "json"),
        ('{"a": [1,]}', "json"),
        ('{"a": "\\x"}', "json"),
        ('{"a": NaN}', "json"),
        ('{"a": 1e999}', "json"),
        ('{"a": ' + "9" * 5000 + "}", "json"),
        ('{"a": 1} {"b": 2}', "json"),
        (b'{"a": "\xff"}', "json"),
        (b'{"a": "\xed\xa0\x80"}', "json"),
        ('{"a": 1, "a": 2}', "key_twice"),
        ('{"a": {"b": 1, "b": 2}}', "key_twice"),
        ('{"a": ' + "[" * 30 + "]" * 30 + "}", "boundless"),
        ('{"a": ' + "[" * 100_000, "boundless"),
        ('{"a": [' + "0," * 200_001 + "0]}", "boundless"),
        ('{"a": "' + "x" * 2_000_000 + '"}', "boundless"),
    ],
)
def test_what_makes_no_sense_or_is_boundless_is_refused(text: str | bytes, code: str) -> None:
    assert refused(text) == code


def test_what_is_passed_over_must_be_a_series() -> None:
    for text in ('{"a": [[]]}', '{"a": ' + "[" * 30 + "]" * 30 + "}", '{"a": {"b": {}}}'):
        one = events(text)
        with pytest.raises(UserError, match=r"benchmark\.shape"):
            [passed(one, PATH) for _ in members(one, PATH)]


def test_values_and_codes_may_be_lists(tmp_path: Path) -> None:
    table = [cell("E_CC", 50.5), cell("E_DA", 40.5, "b")]
    document = json.loads(as_json_stat(table, "isoc_eb_das"))
    plain = read(tmp_path, json.dumps(document).encode())
    document["value"] = [50.5, 40.5]
    document["status"] = ["", "b"]
    document["dimension"]["indic_is"]["category"]["index"] = ["E_CC", "E_DA"]
    del document["dimension"]["geo"]["category"]["index"]  # a single code need not be numbered
    document["dimension"]["geo"]["category"]["label"] = {"DE": "Germany"}
    assert read(tmp_path, json.dumps(document).encode()).rates == plain.rates


def test_one_status_may_hold_for_all_values(tmp_path: Path) -> None:
    table = [cell("E_CC", 50.5), cell("E_DA", None), cell("E_DA", 40.5, year=2023)]
    document = json.loads(as_json_stat(table, "isoc_eb_das")) | {"status": "e"}
    found = read(tmp_path, json.dumps(document).encode())
    assert [(rate.code, rate.share, rate.flag) for rate in found.rates] == [
        ("E_CC", 50.5, "e"),
        ("E_DA", 40.5, "e"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": None}, "format"),
        ({"id": [[], "size_emp", "nace_r2", "indic_is", "unit", "geo", "time"]}, "format"),
        ({"dimension": {"freq": {"category": {"index": {"A": 0}}}}}, "columns"),
        ({"status": {"0": "b?"}}, "cell"),
        ({"status": {"0": 5}}, "cell"),
        ({"status": 5}, "cell"),
        ({"value": 5}, "shape"),
        ({"value": {"0": [50.5]}}, "shape"),
        ({"value": {"0": True}}, "cell"),
        ({"value": {"0": 1e300}}, "cell"),
        ({"value": {"0": -(10**17)}}, "cell"),
    ],
)
def test_a_cube_that_is_not_described_is_refused(
    tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    document = json.loads(as_json_stat([cell("E_CC", 50.5)], "isoc_cicce_use")) | change
    with pytest.raises(UserError, match=rf"benchmark\.{code}"):
        read(tmp_path, json.dumps(document).encode())


def test_a_cube_of_another_frequency_is_refused(tmp_path: Path) -> None:
    content = as_json_stat([cell("E_CC", 50.5)], "isoc_cicce_use").replace(b'"A":0', b'"M":0')
    with pytest.raises(UserError, match=r"benchmark\.cell"):
        read(tmp_path, content)


def test_a_text_that_is_none_is_refused(tmp_path: Path) -> None:
    content = as_json_stat([cell("E_CC", 50.5, "b")], "isoc_cicce_use").replace(b'"b"', b'"\\x"')
    with pytest.raises(UserError, match=r"benchmark\.json"):
        read(tmp_path, content)


def test_more_figures_than_there_can_be_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = [cell("E_CC", 50.5, year=year) for year in range(2000, 2020)]
    monkeypatch.setattr(json_stat, "_MOST_WANTED", 10)
    monkeypatch.setattr(gathering, "MOST_FIGURES", 10)
    for content in (as_json_stat(table, "isoc_cicce_use"), as_csv(table, "isoc_cicce_use")):
        with pytest.raises(UserError, match=r"benchmark\.too_many"):
            read(tmp_path, content)


def parts_of(node: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any part of a document
    """Every list and object in a document, with each of its keys."""
    keys = range(len(node)) if isinstance(node, list) else node if isinstance(node, dict) else ()
    for key in list(keys):
        yield node, key
        yield from parts_of(node[key])


@settings(max_examples=150)
@given(st.integers(0, 10**6), values, st.booleans())
def test_a_document_with_any_part_changed_gives_figures_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, place: int, put: object, take_away: bool
) -> None:
    table = [*distribution((10.25, 20.5, 30.75, 38.5)), cell("E_DI4_LO", None, "c")]
    document = json.loads(as_json_stat(table, "isoc_e_dii"))
    every = list(parts_of(document))
    node, key = every[place % len(every)]
    if take_away:
        del node[key]
    else:
        node[key] = put
    with suppress(UserError):
        read(tmp_path_factory.mktemp("changed"), json.dumps(document).encode())
