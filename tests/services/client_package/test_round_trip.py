"""What is handed over arrives as it was: every table, and the report to the last byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from digimaturity import paths
from digimaturity.domain.official import BenchmarkData
from digimaturity.i18n import Translator
from digimaturity.progress import Stopped
from digimaturity.services import assessments
from digimaturity.services.client_package import writing
from digimaturity.services.client_package.choosing import Choice, How
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.client_package.preview import Standing
from digimaturity.services.client_package.writing import hand_over, outline
from digimaturity.services.exports import Format, exported
from digimaturity.services.plan_book import book_of
from digimaturity.services.repeat import Newcomer, begin_from, source_for
from digimaturity.services.reports import assessment_order
from digimaturity.services.sign_off import sign
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.client_package.make import (
    OWN,
    TABLES,
    another_company,
    contents,
    full_company,
    parts_of,
)
from tests.services.small import Sitting

MOMENT = "2026-02-24T09:05:00.123+00:00"


@pytest.fixture
def sitting(workspace: Workspace, tmp_path: Path) -> Sitting:
    found = full_company(workspace, tmp_path)
    another_company(workspace)
    return found


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "elsewhere.db") as opened:
        yield opened


@pytest.fixture
def package(workspace: Workspace, sitting: Sitting, tmp_path: Path) -> Path:
    path = tmp_path / "x.digimaturity"
    hand_over(workspace, sitting.company, path, notes=True, by="Ada")
    return path


def of_company(workspace: Workspace, company: str) -> dict[str, list[tuple[object, ...]]]:
    found = contents(workspace)
    own = {row[0] for row in found["assessment"] if row[1] == company}
    found["company"] = [row for row in found["company"] if row[0] == company]
    for table, place in {
        "assessment": 0,
        "respondent": 1,
        "answer_log": 0,
        "attachment": 1,
        "sign_off": 0,
    }.items():
        found[table] = [row for row in found[table] if row[place] in own]
    found["plan_log"] = [row for row in found["plan_log"] if row[0] == company]
    files = {row[0] for row in found["attachment"]}
    found["attachment_part"] = [row for row in found["attachment_part"] if row[0] in files]
    return found


def test_every_table_arrives_as_it_was(
    workspace: Workspace, sitting: Sitting, package: Path, elsewhere: Workspace
) -> None:
    preview = look_at(elsewhere, package)
    assert not preview.known
    assert {one.standing for one in preview.assessments} == {Standing.NEW}
    before = of_company(workspace, sitting.company)
    done = take_in(elsewhere, preview, Choice(), copied_name="")
    assert contents(elsewhere) == before
    assert all(before[table] for table in TABLES)
    assert (done.added, done.changed, done.lines) == (2, 0, len(before["answer_log"]))
    assert done.roadmap == len(before["plan_log"]) == preview.package.manifest.counts.roadmap
    with elsewhere.reading() as stored:
        assert not stored.contributions.get(sitting.company, 2025)
        assert stored.places.get(sitting.company).page == ""
    reports = [report_of(one, sitting.assessment) for one in (workspace, elsewhere)]
    assert reports[0] == reports[1]


def report_of(workspace: Workspace, assessment: str) -> bytes:
    t = Translator.load("en", paths.resources_dir() / "locale")
    order = assessment_order(workspace, assessment, t, benchmarks=BenchmarkData())
    return exported(order, Format.PDF)


def test_the_same_company_makes_the_same_bytes(
    workspace: Workspace,
    sitting: Sitting,
    package: Path,
    elsewhere: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "now", lambda: MOMENT)
    one, two, three = (tmp_path / f"{name}.digimaturity" for name in "abc")
    hand_over(workspace, sitting.company, one, notes=True)
    hand_over(workspace, sitting.company, two, notes=True)
    take_in(elsewhere, look_at(elsewhere, package), Choice(), copied_name="")
    hand_over(elsewhere, sitting.company, three, notes=True)
    assert one.read_bytes() == two.read_bytes() == three.read_bytes()


def test_every_part_follows_the_published_schema(package: Path) -> None:
    path = paths.resources_dir() / "schemas" / "client-package.schema.json"
    schema = json.loads(path.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    names = {
        "manifest.json": "manifest",
        "company.json": "company",
        "assessments.json": "assessments",
        "attachments.json": "attachments",
    }
    parts = parts_of(package)

    def check(name: str, document: object) -> None:
        jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"}).validate(document)

    for part, name in names.items():
        check(name, json.loads(parts[part]))
    lines = parts["log.jsonl"].splitlines()
    assert len(lines) == json.loads(parts["manifest.json"])["counts"]["lines"] > 10
    for line in lines:
        check("line", json.loads(line))
    for line in parts["roadmap.jsonl"].splitlines():
        check("roadmap_line", json.loads(line))


def test_private_notes_stay_unless_they_are_ticked(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "plain.digimaturity"
    assert outline(workspace, sitting.company).notes
    hand_over(workspace, sitting.company, path)
    assert b"Pays late." not in path.read_bytes()
    assert b"Ada, +49 1" in path.read_bytes()  # the contact is the firm's own
    take_in(elsewhere, look_at(elsewhere, path), Choice(), copied_name="")
    with elsewhere.reading() as stored:
        assert stored.companies.one(sitting.company).notes == ""


def test_nothing_leaves_of_another_company_nor_who_contributed(package: Path) -> None:
    content = package.read_bytes()
    for word in (b"Other", b"Mine.", b"a" * 32, b"gone.txt"):
        assert word not in content


def test_a_copy_shares_nothing_with_the_original_but_its_content(
    workspace: Workspace, sitting: Sitting, package: Path
) -> None:
    before = contents(workspace)
    done = take_in(workspace, look_at(workspace, package), Choice(How.COPY), copied_name="Copy")
    after = contents(workspace)
    copied = of_company(workspace, str(done.change.company))
    for table in ("company", "assessment", "respondent", "attachment"):
        old, new = {row[0] for row in before[table]}, {row[0] for row in copied[table]}
        assert new
        assert not old & new
        assert set(before[table]) <= set(after[table])
    assert len(after["questionnaire"]) == len(before["questionnaire"])
    logged = of_company(workspace, sitting.company)["answer_log"]
    said = sorted(repr(row[2:]) for row in copied["answer_log"])
    assert said == sorted(repr(row[2:]) for row in logged)
    assert copied["company"][0][1] == "Copy"
    # Its items have ids of their own, by which the others lead to them.
    book, original = (
        book_of(workspace, key) for key in (str(done.change.company), sitting.company)
    )
    (own,) = book.systems.keys() - original.systems.keys()
    assert book.projects["other"].systems == (own,)
    assert own != OWN
    assert book.systems[own] == original.systems[OWN]


def test_what_has_no_roadmap_is_written_for_older_programs_too(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    other = another_company(workspace, "Plain")
    path = tmp_path / "plain.digimaturity"
    assert hand_over(workspace, other, path).version == 1
    parts = parts_of(path)
    assert "roadmap.jsonl" not in parts
    assert "roadmap" not in json.loads(parts["manifest.json"])["counts"]
    done = take_in(elsewhere, look_at(elsewhere, path), Choice(), copied_name="")
    assert (done.added, done.roadmap) == (1, 0)


def test_handing_over_can_be_stopped_and_leaves_no_file(
    workspace: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    calls = []

    def watch(done: float) -> None:
        calls.append(done)
        if done > 0.7:
            raise Stopped

    with pytest.raises(Stopped):
        hand_over(workspace, sitting.company, folder / "x.digimaturity", watch=watch)
    assert not list(folder.iterdir())
    assert calls == sorted(calls)
    assert len(calls) > 10


def test_what_was_taken_over_from_the_year_before_arrives_as_such(
    sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    workspace = sitting.workspace
    sign(workspace, sitting.assessment, figures=BenchmarkData())
    before = source_for(workspace, sitting.company, date(2027, 3, 1))
    assert before is not None
    people = [Newcomer(one.viewpoint, "", one.id) for one in before.record.respondents]
    made = begin_from(workspace, before, before.questionnaire, date(2027, 3, 1), people)
    path = tmp_path / "x.digimaturity"
    hand_over(workspace, sitting.company, path)
    preview = look_at(elsewhere, path)
    take_in(elsewhere, preview, Choice(), copied_name="")
    key = str(made.change.assessment)
    said = assessments.responses(elsewhere, key)
    assert said == assessments.responses(workspace, key)
    assert made.taken == sum(one.carried for own in said.answers.values() for one in own.values())
