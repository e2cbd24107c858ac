"""A company is deleted for good, and what is said of it is true."""

import json
import os
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from digimaturity import i18n, paths
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Project
from digimaturity.errors import UserError
from digimaturity.progress import Stopped, unwatched
from digimaturity.services import attachments, companies, deleting, recording, sign_off
from digimaturity.services.backup_care import bring_back
from digimaturity.services.certificate import certificate_data, certificate_text
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.plan_book import new_key, save_entries, save_entry
from digimaturity.services.taken_out import TakenOut
from digimaturity.services.workspace import Workspace, backup_workspace, open_workspace
from digimaturity.store.erasing import forms, found_in
from tests.services.full_book import ENTRIES
from tests.services.small import Sitting
from tests.store.places import posix_only, small_disk

#: What only this company says; the comment lies in the log as escaped JSON.
COMMENT = "Die Presse „Größe 7“ steht still"


@pytest.fixture
def told(sitting: Sitting) -> Sitting:
    """A finished assessment with a comment, of a company that had another name before."""
    workspace = sitting.workspace
    recording.record_answer(
        workspace, sitting.assessment, sitting.manager, "a.levels", Answer.of(3)
    )
    recording.record_comment(workspace, sitting.assessment, sitting.manager, "a.levels", COMMENT)
    sign_off.sign(workspace, sitting.assessment)
    record = companies.get_company(workspace, sitting.company)
    companies.save_company(workspace, _renamed(record, "Hansen Werkstätten"))
    return sitting


def _renamed(record: CompanyRecord, name: str) -> CompanyRecord:
    return CompanyRecord(name, record.country, record.section, record.employees, id=record.id)


def _holds(path: Path, *texts: str) -> bool:
    """Whether the bytes of a file hold one of the texts, in any form."""
    content = path.read_bytes()
    return any(form in content for text in texts for form in forms(text))


def test_nothing_of_a_deleted_company_is_in_any_byte_of_the_file(told: Sitting) -> None:
    workspace, path = told.workspace, told.workspace.path
    other = companies.save_company(workspace, CompanyRecord("Bäckerei Lund")).company
    marks = ("Hansen Werkstätten", "Hansen Möbel", COMMENT, told.company, told.assessment)
    done = deleting.delete_company(workspace, told.company)
    assert done.clean
    assert (done.found, done.elsewhere, done.holding) == ((), (), ())
    assert set(done.deleted.names) == {"Hansen Werkstätten", "Hansen Möbel"}
    assert (done.deleted.assessments, done.deleted.log, done.deleted.respondents) == (1, 2, 2)
    assert [one.id for one in companies.list_companies(workspace)] == [other]
    workspace.close()
    assert not _holds(path, *marks)
    assert not list(path.parent.glob("*.deleting"))


def test_the_search_finds_what_is_there_in_every_form(tmp_path: Path) -> None:
    # Across the border of two pieces that are read, too.
    for form in (*forms("Käse AG"), *forms("plain")):
        path = tmp_path / "any"
        path.write_bytes(b"x" * ((1 << 20) - 3) + form + b"\0")
        with path.open("rb") as file:
            assert len(found_in(file, ["Käse AG", "plain", "missing"], unwatched)) == 1


def test_old_copies_are_named_and_go_only_when_that_is_wanted(told: Sitting) -> None:
    workspace = told.workspace
    old = backup_workspace(workspace)
    replaced = workspace.path.with_name("work-replaced-20260101T000000.000000Z.db")
    restored = replaced.with_name("work-restored-20260101T000000.000000Z.db")
    for copy in (replaced, restored):
        copy.write_bytes(told.company.encode())
    foreign = workspace.path.with_name("work2.db")
    foreign.write_bytes(told.company.encode())
    done = deleting.delete_company(workspace, told.company)
    assert {copy.path for copy in done.holding} == {old, replaced, restored}
    assert old.exists()
    after = deleting.delete_copies(workspace, done)
    assert after.holding == ()
    assert {copy.path for copy in after.deleted_copies} == {old, replaced, restored}
    assert not old.exists()
    assert foreign.exists()  # a workspace of its own
    assert after.new_backup is not None
    assert not _holds(after.new_backup, told.company, "Hansen Möbel")


def test_a_name_that_others_have_too_is_told_as_such(told: Sitting) -> None:
    companies.save_company(told.workspace, CompanyRecord("Hansen Möbel und Söhne"))
    done = deleting.delete_company(told.workspace, told.company)
    assert done.found == ("Hansen Möbel",)
    assert done.elsewhere == ("company",)
    assert done.clean


def test_what_goes_with_a_company_is_everything_that_names_it(told: Sitting) -> None:
    workspace = told.workspace
    with workspace.writing() as stored:
        stored.contributions.keep(told.company, 2026, "c0ffee" * 5)
    save_entries(workspace, told.company, ENTRIES)
    project = new_key()
    save_entry(workspace, told.company, Part.PROJECT, project, Project("Geheimplan Süd"))
    done = deleting.delete_company(workspace, told.company)
    assert done.clean
    assert done.deleted.contributions == 1
    assert "c0ffee" * 5 in done.deleted.ids
    # The ids of measures and roles are in any workspace, and so are no trace of this one.
    assert done.deleted.roadmap == len(ENTRIES) + 1
    assert set(done.deleted.ids) & {project, "it", "measure"} == {project}
    assert certificate_data(done)["deleted"]["roadmap_entries"] == len(ENTRIES) + 1
    assert not _holds(workspace.path, project, "Geheimplan Süd")
    workspace.close()
    with closing(sqlite3.connect(workspace.path)) as connection:
        for table in (
            "company",
            "assessment",
            "respondent",
            "answer_log",
            "contribution",
            "plan_log",
            "sign_off",
        ):
            lines = connection.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - one of ours
            assert lines.fetchone() == (0,)


def test_names_that_stand_only_in_what_was_signed_are_looked_for_too(told: Sitting) -> None:
    workspace = told.workspace
    record = companies.get_company(workspace, told.company)
    for name in ("Zwischenname Öl GmbH", record.name):
        sign_off.correct(workspace, told.assessment, "The name was wrong")
        companies.save_company(workspace, replace(record, name=name))
        sign_off.sign(workspace, told.assessment, "Frieda Freigabe")
    done = deleting.delete_company(workspace, told.company)
    assert "Zwischenname Öl GmbH" in done.deleted.names
    assert done.clean
    assert done.deleted.sign_offs == 5
    assert certificate_data(done)["deleted"]["sign_offs"] == done.deleted.sign_offs
    for mark in ("Zwischenname", "Frieda Freigabe", "The name was wrong"):
        assert not _holds(workspace.path, mark)


def test_an_interrupted_deletion_is_known_and_can_be_finished(told: Sitting) -> None:
    """As after a kill: the company is out of the tables, and nothing more was done."""
    workspace = told.workspace

    def kill_when_deleted(done: float) -> None:
        if done > 0:
            raise Stopped

    with pytest.raises(Stopped):
        deleting.delete_company(workspace, told.company, kill_when_deleted)
    assert companies.list_companies(workspace) == ()
    other = str(companies.save_company(workspace, CompanyRecord("Bäckerei Lund")).company)
    with pytest.raises(UserError, match=r"deletion\.pending"):
        deleting.delete_company(workspace, other)
    workspace.close()
    with open_workspace(workspace.path) as again:
        noted = deleting.interrupted_deletion(again)
        assert noted is not None
        assert noted.name == "Hansen Werkstätten"
        done = deleting.finish_deletion(again)
        assert done is not None
        assert done.clean
        assert done.deleted == noted.deleted
        assert deleting.finish_deletion(again) is None


def test_a_deletion_that_did_not_begin_leaves_everything(told: Sitting) -> None:
    workspace = told.workspace

    def stop(_done: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        deleting.delete_company(workspace, told.company, stop)
    assert len(companies.list_companies(workspace)) == 1
    assert deleting.interrupted_deletion(workspace) is None


def test_who_may_only_read_deletes_nothing(told: Sitting) -> None:
    path = told.workspace.path
    told.workspace.close()
    with (
        open_workspace(path, read_only=True) as reading,
        pytest.raises(UserError, match=r"opened_read_only"),
    ):
        deleting.delete_company(reading, told.company)


@posix_only
def test_a_full_disk_leaves_the_company_or_says_what_is_missing(tmp_path: Path) -> None:
    from tests.services.small import begin

    with small_disk(tmp_path / "disk") as disk, open_workspace(disk.folder / "work.db") as opened:
        sitting = begin(opened)
        disk.fill()
        with pytest.raises(UserError) as refused:
            deleting.delete_company(opened, sitting.company)
        assert refused.value.code.partition(".")[2] in disk.refusals | {"unfinished"}
        disk.clear()
        if refused.value.code == "deletion.unfinished":
            done = deleting.finish_deletion(opened)
        else:
            assert len(companies.list_companies(opened)) == 1
            done = deleting.delete_company(opened, sitting.company)
        assert done is not None
        assert done.clean


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_certificate_says_what_stays_and_what_it_cannot_know(
    told: Sitting, language: str
) -> None:
    t = i18n.Translator.load(language, paths.resources_dir() / "locale")
    old = backup_workspace(told.workspace)
    done = deleting.delete_company(told.workspace, told.company)
    text = certificate_text(done, t)
    assert "Hansen Werkstätten" in text
    assert str(old) in text
    assert t("What cannot be known") in text
    assert json.loads(json.dumps(certificate_data(done)))["copies_holding"][0]["path"] == str(old)
    assert certificate_data(done)["clean"] is True


def test_the_lock_of_the_open_workspace_survives_the_search(workspace: Workspace) -> None:
    """Reading the file by any other means than SQLite's must not free it for others."""
    key = str(companies.save_company(workspace, CompanyRecord("Kurz und Klein GmbH")).company)
    deleting.delete_company(workspace, key)
    if os.name == "posix":
        inode = workspace.path.stat().st_ino
        locks = Path("/proc/locks").read_text() if Path("/proc/locks").exists() else f":{inode} "
        assert f":{inode} " in locks


def test_a_backup_that_became_a_workspace_goes_only_when_it_is_named_and_nobody_works_in_it(
    told: Sitting,
) -> None:
    workspace = told.workspace
    backup = backup_workspace(workspace)
    own = bring_back(workspace.path, backup).path
    done = deleting.delete_company(workspace, told.company, with_copies=True)
    assert not backup.exists()
    assert [copy.path for copy in done.holding] == [own]
    with open_workspace(own), pytest.raises(UserError, match=r"workspace\.locked"):
        deleting.delete_copies(workspace, done)
    assert own.exists()
    assert deleting.delete_copies(workspace, done).holding == ()
    assert not own.exists()


def test_what_a_crash_left_of_its_opened_files_goes_with_the_company(
    told: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    workspace, paper = told.workspace, tmp_path / "plan.pdf"
    paper.write_bytes(b"%PDF secret")
    sign_off.correct(workspace, told.assessment, "A slip")
    made = attachments.attach(workspace, told.assessment, told.manager, "a.levels", paper)
    assert isinstance(made.now, attachments.Attachment)
    copy = attachments.take_out(workspace, made.now.id)
    other = copy.parent.with_name("another-one")
    other.mkdir()
    monkeypatch.setattr(workspace, "taken_out", TakenOut())  # as after a crash
    deleting.delete_company(workspace, told.company)
    assert not copy.exists()
    assert other.exists()
    old = time.time() - 90_000
    os.utime(other.parent, (old, old))
    with open_workspace(tmp_path / "another.db"):
        assert not other.exists()


def test_what_lies_beside_an_open_workspace_is_not_deleted_with_its_copies(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "open.db"):
        log = tmp_path / "open.db-wal"
        with pytest.raises(UserError, match=r"workspace\.locked"), deleting._unused(log):
            log.unlink()
