"""Broken and hostile files: each is told apart in words, and nothing is written."""

from __future__ import annotations

import io
import json
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.canonical import canonical
from digimaturity.errors import UserError
from digimaturity.exchange.refused import RefusedError
from digimaturity.i18n import Translator
from digimaturity.packs import fingerprint_of
from digimaturity.services.client_package.choosing import Choice
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.client_package.reading import read_package
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.messages import sentence
from digimaturity.services.snapshot import digest_of
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.client_package.make import changed, contents, full_company, packed, parts_of

Parts = dict[str, bytes]


def again(*path: Any) -> Callable[[Any], object]:
    """Change what was signed first, and let the hash fit to it."""

    def change(lines: Any) -> None:  # noqa: ANN401 - any JSON
        document = lines[0]["document"]
        set_to("content", *path)(document)
        lines[0]["digest"] = digest_of(document)

    return change


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    with open_workspace(folder / "work.db") as workspace:
        sitting = full_company(workspace, folder)
        hand_over(workspace, sitting.company, folder / "x.digimaturity", notes=True)
    return folder / "x.digimaturity"


def refused(workspace: Workspace, path: Path) -> str:
    """Why a file is refused; it is said in whole sentences, and nothing is written."""
    before = contents(workspace)
    with pytest.raises(UserError) as caught:
        look_at(workspace, path)
    assert contents(workspace) == before
    for language in ("en", "de"):
        t = Translator.load(language, paths.resources_dir() / "locale")
        message = sentence(caught.value, t)
        assert "{" not in message.line
        assert message.safe
        assert message.what_to_do
    why = caught.value.details.get("why")
    return why.code if isinstance(why, RefusedError) else caught.value.code


def rewritten(path: Path, source: Path, change: Callable[[Parts], object]) -> Path:
    """The package with other parts, the checksums as they were."""
    parts = parts_of(source)
    change(parts)
    return packed(path, parts, honest=False)


def set_to(*keys: Any) -> Callable[[Any], None]:
    def change(document: Any) -> None:  # noqa: ANN401 - any JSON
        *way, last, value = keys
        for key in way:
            document = document[key]
        document[last] = value

    return change


def many_items(lines: Any) -> None:  # noqa: ANN401 - any JSON
    """More than anybody has: planning with them would take for ever."""
    lines += [{**lines[0], "old": None, "key": f"x{number}"} for number in range(5_001)]


def test_other_kinds_of_files_are_told_apart(
    workspace: Workspace, package: Path, tmp_path: Path
) -> None:
    whole = package.read_bytes()
    office = io.BytesIO()
    with zipfile.ZipFile(office, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    for content, code in {
        b"": "no_package",
        b"%PDF-1.7 ...": "no_package",
        b'{"format": "x"}': "no_package",
        office.getvalue(): "no_package",
        workspace.path.read_bytes(): "workspace",
        b"\0" * 4 + whole[4:]: "no_archive",
        whole[:-1]: "cut_off",
        whole[: len(whole) // 2]: "cut_off",
        whole[:30]: "cut_off",
        whole + b"\0": "cut_off",
    }.items():
        path = tmp_path / "odd.digimaturity"
        path.write_bytes(content)
        assert refused(workspace, path) == code, content[:20]
    assert refused(workspace, tmp_path / "missing.digimaturity") == "unreadable"
    assert refused(workspace, tmp_path) == "unreadable"


def test_every_changed_byte_of_a_part_is_seen(
    workspace: Workspace, package: Path, tmp_path: Path
) -> None:
    whole = package.read_bytes()
    path = tmp_path / "odd.digimaturity"
    for word in (b"Pays late.", b"%PDF-1", b"level 5", b'"Workshop"'):
        place = whole.index(word)
        path.write_bytes(whole[:place] + b"?" + whole[place + 1 :])
        assert refused(workspace, path) == "checksum", word
    swapped = rewritten(
        path, package, lambda parts: parts.update({"company.json": parts["company.json"] + b" "})
    )
    assert refused(workspace, swapped) == "checksum"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/etc/passwd", "odd_part"),
        ("../../evil.json", "odd_part"),
        ("files/..", "odd_part"),
        ("files\\" + "a" * 64, "odd_part"),
        ("log.json\0", "odd_part"),
        ("COMPANY.JSON", "odd_part"),
        ("files/" + "a" * 64, "odd_part"),
        ("x" * 70_000, "odd_part"),
    ],
)
def test_no_part_has_another_name(
    workspace: Workspace, package: Path, tmp_path: Path, name: str, code: str
) -> None:
    if len(name) > 2**16:
        name = name[: 2**16 - 1]
    path = rewritten(tmp_path / "odd", package, lambda parts: parts.update({name: b"x"}))
    assert refused(workspace, path) == code


def test_archives_that_are_more_than_they_seem(
    workspace: Workspace, package: Path, tmp_path: Path
) -> None:
    path = tmp_path / "odd.digimaturity"
    parts = parts_of(package)
    with zipfile.ZipFile(
        path, "w", zipfile.ZIP_DEFLATED
    ) as archive:  # a bomb would be one of these
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("files/" + "b" * 64, b"\0" * 30_000_000)
    assert refused(workspace, path) == "compressed"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("company.json", b"{}")
    assert refused(workspace, path) == "repeated_part"
    # Two entries of the directory that share the same bytes.
    names = [name for name in parts if name.startswith("questionnaires/")]
    shared = bytearray(package.read_bytes())
    where = [shared.rindex(name.encode()) - 46 + 42 for name in names]
    shared[where[1] : where[1] + 4] = shared[where[0] : where[0] + 4]
    path.write_bytes(shared)
    assert refused(workspace, path) in ("compressed", "checksum")
    # A directory said to be larger than the file.
    path.write_bytes(
        package.read_bytes()[:-22] + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 2**31, 0, 0)
    )
    assert refused(workspace, path) in ("odd_part", "cut_off")
    assert (
        refused(workspace, rewritten(path, package, lambda parts: parts.pop("log.jsonl")))
        == "no_part"
    )


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        ("manifest.json", set_to("format", "digimaturity-company/4"), "newer"),
        ("manifest.json", set_to("format", "digimaturity-company/0"), "no_package"),
        ("manifest.json", set_to("format", "digimaturity-contribution/1"), "no_package"),
        ("manifest.json", set_to("format", 7), "no_package"),
        ("manifest.json", set_to("more", 7), "keys"),
        ("manifest.json", set_to("counts", "lines", 10**8), "value"),
        ("manifest.json", set_to("counts", "lines", 7), "contradiction"),
        ("manifest.json", set_to("counts", "files", 7), "contradiction"),
        ("manifest.json", set_to("made", "9999-01-01T00:00:00.000+00:00"), "value"),
        ("manifest.json", set_to("notes", False), "contradiction"),
        ("manifest.json", set_to("company", "name", "Somebody else"), "contradiction"),
        ("company.json", set_to("id", "0123456789abcdef"), "contradiction"),
        ("company.json", set_to("id", "0"), "value"),
        ("company.json", set_to("id", ".."), "value"),
        ("company.json", set_to("id", "../../0123456789"), "value"),
        ("company.json", set_to("section", "Z"), "value"),
        ("company.json", set_to("employees", 2.5), "value"),
        ("company.json", set_to("employees", True), "value"),
        ("company.json", set_to("employees", 10**400), "value"),
        ("company.json", set_to("turnover_band", ["0-2"]), "value"),
        ("company.json", set_to("contact", "a\0b"), "value"),
        ("company.json", set_to("contact", "a\ud800b"), "value"),
        ("company.json", set_to("created", "2026-02-30T00:00:00.000+00:00"), "value"),
        ("assessments.json", set_to(0, "day", "9999-01-01"), "value"),
        ("assessments.json", set_to(0, "day", "2026-13-01"), "value"),
        ("assessments.json", set_to(0, "state", "draft"), "contradiction"),
        ("assessments.json", set_to(0, "company", "section", 1), "value"),
        ("assessments.json", set_to(1, "peer_choice", "country everything"), "value"),
        ("assessments.json", set_to(1, "report", {"foreword": "\ud800"}), "value"),
        ("assessments.json", set_to(1, "people", []), "value"),
        ("assessments.json", set_to(1, "people", 1, "position", 0), "value"),
        ("assessments.json", set_to(1, "goes_on_from", "0123456789abcdef"), "unknown"),
        ("assessments.json", lambda some: some.append(some[0]), "repeated_id"),
        ("assessments.json", set_to(1, "questionnaire", "0" * 64), "no_part"),
        ("attachments.json", set_to(0, "respondent", "0123456789abcdef"), "unknown"),
        ("attachments.json", set_to(0, "question", "nothing"), "unknown"),
        ("attachments.json", set_to(0, "size", 1), "contradiction"),
        ("attachments.json", set_to(0, "sha256", "0" * 64), "no_part"),
        ("attachments.json", set_to(0, "name", "../x"), "value"),
        ("attachments.json", lambda some: some.clear(), "odd_part"),
        ("log.jsonl", set_to(0, "assessment", "nowhere"), "unknown"),
        ("log.jsonl", set_to(0, "respondent", "nobody"), "unknown"),
        ("log.jsonl", set_to(0, "question", "nothing"), "unknown"),
        ("log.jsonl", set_to(0, "aspect", "mood"), "value"),
        ("log.jsonl", set_to(0, "aspect", "consensus"), "value"),
        ("log.jsonl", set_to(0, "respondent", None), "value"),
        ("log.jsonl", set_to(0, "at", "9999-12-31T23:59:59.999+00:00"), "value"),
        ("log.jsonl", set_to(0, "at", "2026-01-01T00:00:00.000+02:00"), "value"),
        ("log.jsonl", set_to(0, "new", {"state": "answered", "value": 6}), "value"),
        ("log.jsonl", set_to(0, "new", {"state": "answered", "value": True}), "value"),
        ("log.jsonl", set_to(0, "new", {"state": "not_shown"}), "value"),
        ("log.jsonl", set_to(0, "old", {"state": "answered"}), "value"),
        ("log.jsonl", set_to(0, "new", [[[]]]), "value"),
        ("log.jsonl", lambda lines: lines.reverse(), "order"),
        ("log.jsonl", lambda lines: lines.append(7), "value"),
        ("log.jsonl", lambda lines: lines.pop(), "contradiction"),
        ("roadmap.jsonl", set_to(0, "part", "moods"), "value"),
        ("roadmap.jsonl", set_to(0, "key", ""), "value"),
        ("roadmap.jsonl", set_to(8, "key", "x"), "value"),  # of the limits there is one
        ("roadmap.jsonl", set_to(0, "key", "a\0"), "value"),
        ("roadmap.jsonl", set_to(0, "at", "2026-01-01"), "value"),
        ("roadmap.jsonl", set_to(0, "new", {}), "value"),
        ("roadmap.jsonl", set_to(0, "new", "score", 101), "value"),
        ("roadmap.jsonl", set_to(0, "new", "score", "80"), "value"),
        ("roadmap.jsonl", set_to(0, "new", "reason", "\ud800"), "value"),
        ("roadmap.jsonl", set_to(0, "old", 7), "value"),
        ("roadmap.jsonl", set_to(1, "new", "start", "year", 9999), "value"),
        ("roadmap.jsonl", set_to(4, "new", "load", "it", -1), "value"),
        ("roadmap.jsonl", set_to(5, "new", "costs", {"99999": 1}), "value"),
        ("roadmap.jsonl", set_to(5, "new", "interfaces", [[]]), "value"),
        ("roadmap.jsonl", set_to(10, "new", "starts", {"measure": 10**9}), "value"),
        ("roadmap.jsonl", set_to(0, "new", "more", [[[]]]), None),
        ("roadmap.jsonl", set_to(0, "new", "more", "a\0"), "value"),
        ("roadmap.jsonl", lambda lines: lines.append(7), "value"),
        ("roadmap.jsonl", lambda lines: lines.pop(), "contradiction"),
        ("roadmap.jsonl", many_items, "value"),
        ("manifest.json", set_to("format", "digimaturity-company/1"), "keys"),
        ("manifest.json", set_to("counts", "roadmap", 0), "contradiction"),
        ("manifest.json", set_to("counts", "signoffs", 0), "contradiction"),
        ("manifest.json", set_to("format", "digimaturity-company/2"), "keys"),
        ("company.json", set_to("next_due", "2027-02-30"), "value"),
        ("signoffs.jsonl", set_to(0, "digest", "0" * 64), "contradiction"),
        ("signoffs.jsonl", set_to(0, "digest", None), "contradiction"),
        ("signoffs.jsonl", set_to(0, "document", None), "value"),
        ("signoffs.jsonl", set_to(0, "event", "opened"), "contradiction"),
        ("signoffs.jsonl", set_to(1, "digest", "0" * 64), "contradiction"),
        ("signoffs.jsonl", set_to(2, "event", "opened"), "contradiction"),
        ("signoffs.jsonl", set_to(0, "assessment", "0123456789abcdef"), "unknown"),
        ("signoffs.jsonl", set_to(0, "document", "content", "day", "2020-01-01"), "contradiction"),
        ("signoffs.jsonl", set_to(0, "document", "people", ["../x"]), "value"),
        ("signoffs.jsonl", set_to(0, "more", 1), "keys"),
        ("signoffs.jsonl", lambda lines: lines.pop(), "contradiction"),
        ("signoffs.jsonl", again("said", 0, 0, 7), "value"),
        ("signoffs.jsonl", again("said", 0, 1, "nobody.asked"), "value"),
        ("signoffs.jsonl", again("said", 0, 3, {"state": "answered", "value": 9}), "value"),
        ("signoffs.jsonl", again("company", "employees", 0), "value"),
        ("signoffs.jsonl", again("viewpoints", []), "value"),
        ("signoffs.jsonl", again("questionnaire", "0" * 64), "contradiction"),
        ("signoffs.jsonl", again("figures", {"bands": [{}]}), "value"),
        ("signoffs.jsonl", again("files", [[0, "a.levels", "../x", 1, "0" * 64]]), "value"),
    ],
)
def test_what_makes_no_sense_is_refused_though_its_checksums_are_right(
    workspace: Workspace,
    package: Path,
    tmp_path: Path,
    part: str,
    change: Callable[[Any], object],
    code: str | None,
) -> None:
    if part.endswith(".jsonl") and code != "order":
        path = _with_log(package, tmp_path / "odd", part, change)
    else:
        path = changed(package, tmp_path / "odd", part, change)
    if code is None:  # what only a newer program knows is read over
        assert read_package(path).manifest.counts.roadmap > 10
    else:
        assert refused(workspace, path) == code


def _with_log(source: Path, path: Path, part: str, change: Callable[[Any], object]) -> Path:
    """Also lines that are no good JSON documents of ours."""
    parts = parts_of(source)
    lines = [json.loads(line) for line in parts[part].splitlines()]
    change(lines)
    parts[part] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    return packed(path, parts)


@pytest.mark.parametrize(
    "content", [b"{", b"[" * 100_000, b'{"a": 1, "a": 2}', b'{"a": NaN}', b"\xff", b"", b"1e999"]
)
@pytest.mark.parametrize(
    "part", ["manifest.json", "company.json", "log.jsonl", "roadmap.jsonl", "signoffs.jsonl"]
)
def test_what_is_no_json_is_refused(
    workspace: Workspace, package: Path, tmp_path: Path, content: bytes, part: str
) -> None:
    parts = {**parts_of(package), part: content}
    path = packed(tmp_path / "odd", parts, honest=part != "manifest.json")
    known = {"not_json", "repeated_key", "value", "no_package", "contradiction"}
    assert refused(workspace, path) in known


@pytest.mark.parametrize(
    "change",
    [
        set_to("format", "digimaturity-questionnaire/9"),
        set_to("dimensions", []),
        set_to("dimensions", 0, "areas", 0, "weight", "heavy"),
        set_to("dimensions", 0, "areas", 0, "weight", 0),
        lambda document: document.pop("name"),
    ],
)
def test_a_questionnaire_that_could_not_be_evaluated_is_refused(
    workspace: Workspace, package: Path, tmp_path: Path, change: Callable[[Any], object]
) -> None:
    parts = parts_of(package)
    assessments = json.loads(parts["assessments.json"])
    name = f"questionnaires/{assessments[0]['questionnaire']}.json"
    document = json.loads(parts.pop(name))
    change(document)
    assessments[0]["questionnaire"] = fingerprint_of(document)
    parts["assessments.json"] = canonical(assessments)
    parts[f"questionnaires/{fingerprint_of(document)}.json"] = canonical(document)
    assert refused(workspace, packed(tmp_path / "odd", parts)) in (*("newer", "value", "unknown"),)


def test_ids_of_another_company_here_are_not_taken_over(
    workspace: Workspace, package: Path, tmp_path: Path
) -> None:
    """The same assessments under a company with another id: made by hand, or a mistake."""
    parts = parts_of(package)
    own = json.loads(parts["company.json"])["id"]
    other = tmp_path / "other"
    changed = {
        name: part.replace(own.encode(), b"0123456789abcdef") for name, part in parts.items()
    }
    packed(other, changed)
    take_in(workspace, look_at(workspace, package), Choice(), copied_name="")
    assert refused(workspace, other) == "package.foreign"


def test_memory_is_bounded_whatever_is_sent(package: Path, tmp_path: Path) -> None:
    parts = parts_of(package)
    line = parts["log.jsonl"].splitlines(keepends=True)[0]
    many = packed(tmp_path / "many", {**parts, "log.jsonl": line * 6_000})
    values = packed(
        tmp_path / "values", {**parts, "company.json": b"[" + b"{}," * 2_000_000 + b"{}]"}
    )
    long = packed(tmp_path / "long", {**parts, "log.jsonl": b'"' + b"x" * 30_000_000})
    for path in (many, values, long):
        tracemalloc.start()
        with pytest.raises(UserError):
            read_package(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 40_000_000, path.name


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_package_with_any_byte_changed_is_refused_or_read_as_before(
    package: Path, tmp_path: Path, data: st.DataObject
) -> None:
    """Never anything but a refusal: no other error, no other content."""
    content = bytearray(package.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(-400, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path / "odd.digimaturity"
    path.write_bytes(content)
    with suppress(UserError):
        assert read_package(path).history == read_package(package).history


def test_a_file_of_a_later_kind_of_archive_is_refused(package: Path, tmp_path: Path) -> None:
    content = bytearray(package.read_bytes())
    content[content.index(b"PK\x01\x02") + 6] = 64  # the version that is needed to read it
    path = tmp_path / "later.digimaturity"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"package\.refused"):
        read_package(path)
