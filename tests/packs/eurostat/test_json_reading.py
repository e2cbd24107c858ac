"""JSON read piece by piece says what the whole says, and refuses what is none."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.errors import UserError
from digimaturity.packs.eurostat import json_reading, json_stat
from digimaturity.packs.eurostat.json_reading import JsonReader
from tests.packs.eurostat.forms import as_csv, as_json_stat, cell, read

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


def reader(text: str | bytes) -> JsonReader:
    data = text if isinstance(text, bytes) else text.encode()
    return JsonReader(io.BytesIO(data), Path("x"))


def whole(text: str | bytes) -> dict[str, Any]:
    one = reader(text)
    return {key: one.whole() for key in one.members()}


@given(documents, layouts, st.integers(1, 40))
def test_what_is_read_is_what_was_written(
    document: dict[str, Any], layout: dict[str, Any], chunk: int
) -> None:
    text = json.dumps(document, **layout)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_reading, "_CHUNK", chunk)
        patch.setattr(json_reading, "_AHEAD", 80)  # longer than any number and its indentation
        assert whole(text) == document
        skipped = reader(text)
        for _ in skipped.members():
            skipped.skip()


@given(documents, st.integers(0, 10**6), st.characters(max_codepoint=127))
def test_what_is_no_json_is_refused(document: dict[str, Any], place: int, put: str) -> None:
    text = json.dumps(document)
    at = place % (len(text) + 1)
    changed = text[:at] + put + text[at:]
    try:
        meant = json.loads(changed, object_pairs_hook=list)
    except ValueError:
        with pytest.raises(UserError):
            whole(changed)
    else:
        assert isinstance(meant, list)


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ('{"v": {}}', []),
        ('{"v": []}', []),
        ('{"v": {"0": 1.5, "7": null, "3": "a"}}', [(0, "1.5"), (7, "null"), (3, '"a"')]),
        ('{"v": [1.5, null, "a"]}', [(0, "1.5"), (1, "null"), (2, '"a"')]),
    ],
)
def test_a_series_is_a_list_or_an_object_of_numbers(
    text: str, series: list[tuple[int, str]]
) -> None:
    one = reader(text)
    assert [list(one.series()) for _ in one.members()] == [series]


@pytest.mark.parametrize(
    "text",
    [
        '{"v": 1}',
        '{"v": [1,]}',
        '{"v": [1 2]}',
        '{"v": [[1]]}',
        '{"v": {"a": 1}}',
        '{"v": {"1": {}}}',
        '{"v": {"1": 1,}}',
        '{"v": {"1": 1',
    ],
)
def test_any_other_series_is_refused(text: str) -> None:
    one = reader(text)
    with pytest.raises(UserError, match=r"benchmark\.json"):
        [list(one.series()) for _ in one.members()]


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{1: 2}",
        '{"a": 1 "b": 2}',
        '{"a": }',
        '{"a": {"b": 1, "b": 2}}',
        '{"a": [1,]}',
        '{"a": [1 2]}',
        '{"a": "\\x"}',
        '{"a": ' + "[" * 30 + "]" * 30 + "}",
        '{"a": [' + "0," * 200_001 + "0]}",
    ],
)
def test_what_makes_no_sense_or_is_boundless_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=r"benchmark\.json"):
        whole(text)


def test_what_is_skipped_must_be_closed_in_order() -> None:
    for text in ('{"a": ]}', '{"a": ' + "[" * 30 + "]" * 30 + "}"):
        one = reader(text)
        with pytest.raises(UserError, match=r"benchmark\.json"):
            [one.skip() for _ in one.members()]  # type: ignore[func-returns-value]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UserError, match=r"benchmark\.encoding"):
        whole(b'{"a": "\xff"}')


def test_values_and_codes_may_be_lists(tmp_path: Path) -> None:
    table = [cell("E_CC", 50.5), cell("E_DA", 40.5, "b")]
    document = json.loads(as_json_stat(table, "isoc_eb_das"))
    plain = read(tmp_path, json.dumps(document).encode())
    document["value"] = [50.5, 40.5]
    document["status"] = ["", "b"]
    document["dimension"]["indic_is"]["category"]["index"] = ["E_CC", "E_DA"]
    assert read(tmp_path, json.dumps(document).encode()).rates == plain.rates


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": None}, "format"),
        ({"dimension": {"freq": {"category": {"index": {"A": 0}}}}}, "columns"),
        ({"status": {"0": "b?"}}, "cell"),
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
    from digimaturity.packs.eurostat import extract

    table = [cell("E_CC", 50.5, year=year) for year in range(2000, 2020)]
    monkeypatch.setattr(json_stat, "_MOST_WANTED", 10)
    monkeypatch.setattr(extract, "MOST_FIGURES", 10)
    for content in (as_json_stat(table, "isoc_cicce_use"), as_csv(table, "isoc_cicce_use")):
        with pytest.raises(UserError, match=r"benchmark\.too_many"):
            read(tmp_path, content)
