"""What comes back is read as it was meant, or refused with its reason; nothing makes it stumble."""

import json
import re
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from digimaturity import paths
from digimaturity.canonical import canonical
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.errors import UserError
from digimaturity.services.forms import pdf_reading
from digimaturity.services.forms.field_values import answers_of
from digimaturity.services.forms.fields import Field, Role
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.reading import read_file, read_text
from digimaturity.services.forms.returned import Medium, checksum, return_document
from tests.services.forms.filled import MADE, at, changed, pdf, saved

ANSWERS = {
    "a.levels": {"value": 3, "comment": "Müller – “so” 😀"},
    "a.yes": True,
    "a.many": ["x", "y"],
    "f.number": 12.5,
    "f.text": {"text": "dont_know"},
    "buy.pays": "jointly",
}


@pytest.fixture
def identity() -> Identity:
    ids = ("f" * 32, "a" * 36, "r" * 36)
    asked = ("small", "1", "0" * 64)
    return Identity(*ids, Viewpoint.MANAGEMENT, "de", *asked, MADE)


def refusal(source: Path | str) -> str:
    with pytest.raises(UserError) as caught:
        read_text(source) if isinstance(source, str) else read_file(source)
    assert caught.value.code == "form.refused"
    return str(getattr(caught.value.details["why"], "code", ""))


def in_file(folder: Path, content: bytes | str) -> Path:
    path = folder / "back"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def text_of(identity: Identity, answers: dict[str, Any] | None = None) -> str:
    document = return_document(identity, at(0), ANSWERS if answers is None else answers)
    return json.dumps(document, ensure_ascii=False, indent=1)


def test_the_published_schema_describes_what_is_saved(identity: Identity) -> None:
    schema = json.loads((paths.resources_dir() / "schemas/form-return.schema.json").read_text())
    document = json.loads(text_of(identity))
    jsonschema.validate(document, schema)
    jsonschema.validate(document | {"filled": ""}, schema)
    form, answers = document["form"], document["answers"]
    for wrong in (
        {"form": form | {"respondent": "../x"}},
        {"form": form | {"name": "Ada"}},
        {"answers": answers | {"a.levels": {"evidence": "x"}}},
        {"answers": answers | {"a.levels": {"value": 1, "text": "x"}}},
        {"filled": "yesterday"},
        {"sha256": "0"},
        {"more": 1},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(document | wrong, schema)


def test_a_saved_file_and_a_pasted_text_say_the_same(tmp_path: Path, identity: Identity) -> None:
    back = read_file(saved(tmp_path, identity, ANSWERS))
    assert (back.identity, back.filled, back.answers) == (identity, at(0), ANSWERS)
    assert back.medium is Medium.HTML
    pasted = read_text(f"Dear Ada,\r\nhere it is:\r\n\r\n{text_of(identity)}\r\n-- \r\nBo")
    assert (pasted.answers, pasted.content) == (ANSWERS, back.content)


def test_mail_programs_that_quote_and_break_lines_do_no_harm(identity: Identity) -> None:
    text = canonical(return_document(identity, at(0), ANSWERS)).decode()
    lines = [text[place : place + 70] for place in range(0, len(text), 70)]
    assert read_text("\n".join(lines)).answers == ANSWERS
    assert read_text("\n".join(f"> > {line}" for line in lines)).answers == ANSWERS
    flowed = text.replace(" – ", "\n– ").replace('"format"', '\N{NO-BREAK SPACE}"format"')
    assert read_text(flowed).answers == ANSWERS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_editor_that_saves_it_in_another_encoding_does_no_harm(
    encoding: str, tmp_path: Path, identity: Identity
) -> None:
    answers = {"f.text": {"text": "Müller"}}
    path = in_file(tmp_path, text_of(identity, answers).encode(encoding))
    assert read_file(path).answers == answers


def test_what_was_left_empty_is_not_there_and_text_is_plain(identity: Identity) -> None:
    bad = "a\x00b\x1b[31m\u202ec\r\nd\u2066"
    said = {"a.yes": "", "a.levels": {"comment": ""}, "f.text": {"text": bad, "comment": bad}}
    assert read_text(text_of(identity, said)).answers == {
        "f.text": {"text": "ab[31mc\nd", "comment": "ab[31mc\nd"}
    }


def test_what_was_changed_on_its_way_is_told_from_what_was_cut_off(identity: Identity) -> None:
    text = text_of(identity)
    assert refusal(text.replace('"value": 3', '"value": 5')) == "edited"
    assert refusal(text.replace(at(0), at(1))) == "edited"
    assert refusal(text.replace('"answers"', '"more": 1, "answers"')) == "edited"
    assert refusal(text[: len(text) // 2]) == "damaged"
    as_saved = canonical(json.loads(text)).decode()
    assert refusal(as_saved[:40]) == "damaged"
    assert refusal(f"Hello,\n> {as_saved[:20]}\n> {as_saved[20 : len(as_saved) // 2]}") == "damaged"
    assert refusal(text.replace('"a.yes": true', '"a.yes": NaN')) == "damaged"
    assert refusal(text.replace('"a.yes": true', '"a.yes": 1e999')) == "damaged"
    assert refusal(text.replace('"a.yes": true', '"a.levels": 3')) == "damaged"


def test_a_forged_identity_is_seen_though_the_rest_was_summed_up_anew(identity: Identity) -> None:
    document = return_document(identity, at(0), ANSWERS)
    for name in ("respondent", "assessment", "viewpoint", "checksum"):
        other = "business" if name == "viewpoint" else "x" * 36
        whose = {**document["form"], name: other}
        forged = return_document(identity, at(0), ANSWERS) | {"form": whose}
        assert refusal(json.dumps(forged)) == "edited"
        del forged["sha256"]
        forged["sha256"] = checksum(forged)
        assert refusal(json.dumps(forged)) == "forged"
    odd = changed(identity, form="../../etc")
    assert refusal(text_of(odd)) == "forged"


def test_other_files_are_told_what_they_are(tmp_path: Path, identity: Identity) -> None:
    assert refusal(in_file(tmp_path, "")) == "not_form"
    assert refusal(in_file(tmp_path, b"\x89PNG\r\n\x1a\n\xff\xfe\x00")) == "not_form"
    assert refusal(in_file(tmp_path, b"PK\x03\x04 a package")) == "packed"
    assert refusal("<!doctype html><script>const f='digimaturity-form/1'") == "form_itself"
    assert refusal("<html>") == "not_form"
    newer = text_of(identity).replace("form-return/1", "form-return/2")
    assert refusal(newer) == "newer"
    assert refusal(tmp_path / "nowhere") == "unreadable"
    assert refusal(tmp_path) == "unreadable"
    assert refusal(in_file(tmp_path, b"{" * 5_000_000)) == "too_large"


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 200_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        '{"digimaturity-form-return/1":' + "9" * 100_000 + "}",
        '{"format":"digimaturity-form-return/1"}',
        '["digimaturity-form-return/1"]',
        "digimaturity-form-return/1 {",
        '{"format":"digimaturity-form-return/1","form":[],"filled":0,"answers":0,"sha256":{}}',
        '{"format":"digimaturity-form-return/1","x":"\\ud800"}',
    ],
)
def test_documents_that_make_readers_stumble_are_refused(hostile: str) -> None:
    assert refusal(f"{hostile} digimaturity-form-return/1") in ("damaged", "edited")


def test_answers_that_nest_endlessly_are_refused(identity: Identity) -> None:
    deep: object = 3
    for _ in range(600):
        deep = [deep]
    assert refusal(text_of(identity, {"a.levels": deep})) == "damaged"


def test_the_fields_of_a_pdf_say_the_same_as_a_file(tmp_path: Path, identity: Identity) -> None:
    values = {
        "levels:a/levels": "/3",
        "comment:a/levels": "gut\rso",
        "levels:a/may": "/not_applicable",
        "yes_no:a/yes": "/no",
        "many_of:a/many:x": "/on",
        "many_of:a/many:y": "/Off",
        "number:f/number": "1.234,5 %",
        "number:f/free": "12.5",
        "state:f/above": "/dont_know",
        "text:f/text": "(Müller) \\ ok",
        "one_of:buy/pays": "/it",
        "levels:empty": "/Off",
        "stranger": "x",
    }
    back = read_file(in_file(tmp_path, pdf(identity, values)))
    assert (back.identity, back.medium) == (identity, Medium.PDF)
    assert back.filled == "2026-02-24T09:15:00.000+00:00"
    assert back.answers == {
        "a.levels": {"value": 3, "comment": "gut\nso"},
        "a.may": "not_applicable",
        "a.yes": False,
        "a.many": ["x"],
        "f.number": 1234.5,
        "f.free": 12.5,
        "f.above": "dont_know",
        "f.text": {"text": "(Müller) \\ ok"},
        "buy.pays": "it",
    }


def test_a_stranger_s_many_fields_are_read_once_each() -> None:
    fields = {Field(Role.TEXT, f"q{number}"): "x" for number in range(20_000)}
    begun = perf_counter()
    assert len(answers_of(fields, "en")) == 20_000
    assert perf_counter() - begun < 5


def test_none_of_several_is_an_answer_and_contradictions_are_none(
    tmp_path: Path, identity: Identity
) -> None:
    none = pdf(identity, {"state:a/many": "/none"})
    assert read_file(in_file(tmp_path, none)).answers == {"a.many": []}
    both = pdf(identity, {"state:f/number": "/dont_know", "number:f/number": "7"})
    assert read_file(in_file(tmp_path, both)).answers == {"f.number": ["7", "+dont_know"]}


def test_other_pdfs_are_told_what_they_are(tmp_path: Path, identity: Identity) -> None:
    whole = pdf(identity, {"levels:a/levels": "/3"})
    assert refusal(in_file(tmp_path, pdf(None, {"levels:a/levels": "/3"}))) == "no_fields"
    assert refusal(in_file(tmp_path, whole[:300])) == "damaged"
    # What is left would be read as a form that is half filled.
    assert refusal(in_file(tmp_path, whole[: whole.index(b"xref")])) == "damaged"
    (number,) = re.findall(rb"\n(\d) 0 obj\n<<\n/T \(levels", whole)
    lost = whole.replace(number + b" 0 R", b"9 9 R")
    assert lost != whole
    assert refusal(in_file(tmp_path, lost)) == "damaged"
    assert refusal(in_file(tmp_path, b"%PDF-1.7\n")) == "damaged"
    other = json.dumps(identity.document | {"respondent": "x"})
    assert refusal(in_file(tmp_path, pdf(identity, {}, text=other))) == "forged"
    assert refusal(in_file(tmp_path, pdf(identity, {}, text="{"))) == "forged"


@pytest.mark.parametrize("listed", [True, False])
def test_forms_that_were_joined_to_one_file_are_not_mixed_up(
    listed: bool, tmp_path: Path, identity: Identity
) -> None:
    joined = PdfWriter()
    for person in ("r" * 36, "s" * 36):
        theirs = changed(identity, form=f"form-of-{person}", respondent=person)
        values = {"levels:a/levels": "/3"} if person[0] == "r" else {"yes_no:a/yes": "/no"}
        joined.append(BytesIO(pdf(theirs, values, on_page=True)))
    if not listed:
        del joined.root_object["/AcroForm"]
    joined.write(tmp_path / "joined.pdf")
    assert refusal(tmp_path / "joined.pdf") == "several"


def hostile_pdf(form: bytes, *more: bytes) -> bytes:
    parts = [b"<</Type/Catalog/AcroForm 2 0 R>>", form, *more]
    body = b"%PDF-1.7\n"
    for number, part in enumerate(parts, start=1):
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    return body + b"trailer<</Root 1 0 R>>\n%%EOF"


def bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b"0" * 40_000_000, 1), 1)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>" % len(packed)
    return head + b"stream\n" + packed + b"\nendstream"


@pytest.mark.parametrize(
    ("form", "more"),
    [
        (b"<</Fields[2 0 R 3 0 R]>>", [b"<</T(a)/Kids[3 0 R 2 0 R]/Parent 3 0 R>>"]),
        (b"<</Fields " + b"[" * 5000 + b"]" * 5000 + b">>", []),
        (b"<</Fields 2 0 R>>", []),
        (b"<</Fields[" + b"3 0 R " * 60_000 + b"]>>", [b"<</T(form)/FT/Tx/V 4 0 R>>", b"4 0 R"]),
        (b"<</Fields[3 0 R]>>", [b"<</T(form)/FT/Tx/V 4 0 R>>", b"<</V 4 0 R>>"]),
        (b"(text)", []),
    ],
)
def test_pdfs_that_make_readers_stumble_are_refused(
    form: bytes, more: list[bytes], tmp_path: Path
) -> None:
    found = refusal(in_file(tmp_path, hostile_pdf(form, *more)))
    assert found in ("no_fields", "damaged", "forged")


def test_a_bomb_in_a_pdf_does_not_go_off(tmp_path: Path) -> None:
    field = b"<</T(form)/FT/Tx/V 4 0 R>>"
    content = hostile_pdf(b"<</Fields[3 0 R]>>", field, bomb())
    assert refusal(in_file(tmp_path, content)) == "damaged"


def swarm(streams: int) -> bytes:
    """A small PDF of which each field lies in a stream of its own that becomes eight megabytes."""
    body, rows, first = bytearray(b"%PDF-1.7\n"), [(0, 0, 65535)], 4

    def put(number: int, part: bytes) -> None:
        rows.append((1, len(body), 0))
        body.extend(b"%d 0 obj\n%s\nendobj\n" % (number, part))

    fields = b" ".join(b"%d 0 R" % (first + streams + place) for place in range(streams))
    put(1, b"<</Type/Catalog/Pages 3 0 R/AcroForm 2 0 R>>")
    put(2, b"<</Fields[" + fields + b"]>>")
    put(3, b"<</Type/Pages/Kids[]/Count 0>>")
    for place in range(streams):
        head = b"%d 0 " % (first + streams + place)
        packed = zlib.compress(head + b"<</T(a)/FT/Tx/V(x)>>" + b" " * 7_900_000, 1)
        kind = b"<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>" % (
            len(head),
            len(packed),
        )
        put(first + place, kind + b"stream\n" + packed + b"\nendstream")
    rows += [(2, first + place, 0) for place in range(streams)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    start = len(body)
    kind = b"<</Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Length %d>>" % (len(rows), len(table))
    put(len(rows), kind + b"stream\n" + table + b"\nendstream")
    return bytes(body + b"startxref\n%d\n%%%%EOF" % start)


def test_many_long_streams_do_not_keep_the_reader_for_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reading, "_SECONDS", 0.5)
    path = in_file(tmp_path, swarm(12))
    begun = perf_counter()
    assert refusal(path) == "damaged"
    assert perf_counter() - begun < 5


CHANGES = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3)), min_size=1, max_size=4)


def torn(content: bytes, changes: list[tuple[float, bytes]]) -> bytes:
    """The same with some bytes replaced; none instead of one takes it away."""
    for share, other in changes:
        place = int(share * (len(content) - 1))
        content = content[:place] + other + content[place + 1 :]
    return content


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES)
def test_a_file_that_was_torn_is_refused_or_says_the_same(
    changes: list[tuple[float, bytes]], tmp_path: Path, identity: Identity
) -> None:
    whole = text_of(identity).encode()
    with suppress(UserError):
        back = read_file(in_file(tmp_path, torn(whole, changes)))
        assert (back.identity, back.answers) == (identity, ANSWERS)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES)
def test_a_pdf_that_was_torn_is_refused_or_says_whose_it_is(
    changes: list[tuple[float, bytes]], tmp_path: Path, identity: Identity
) -> None:
    whole = pdf(identity, {"levels:a/levels": "/3", "number:f/number": "12,5"})
    with suppress(UserError):
        back = read_file(in_file(tmp_path, torn(whole, changes)))
        assert back.identity == identity
        assert len(back.answers) <= 2
