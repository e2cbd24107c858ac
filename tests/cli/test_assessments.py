"""Signing off, corrections and verifying without a window."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from digimaturity.cli import main
from digimaturity.domain.responses import Answer
from digimaturity.services import recording
from digimaturity.services.workspace import open_workspace
from tests.services.small import begin

Capture = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "work.db"
    with open_workspace(place) as opened:
        sitting = begin(opened)
        said = sitting.assessment, sitting.manager, "a.levels", Answer.of(2)
        recording.record_answer(opened, *said)
    return place


def test_it_is_signed_corrected_and_signed_again(path: Path, capsys: Capture) -> None:
    where = ("--workspace", path, "--json")
    assert run("assessment", "revisions", "Hansen Möbel", "--workspace", path) == 0
    assert "Nothing of it has been signed off yet" in capsys.readouterr().err
    assert run("assessment", "sign-off", "Hansen Möbel@2026", "--by", "Ada", *where) == 0
    first = json.loads(capsys.readouterr().out)
    assert (first["state"], first["correction"]) == ("finished", None)
    assert (first["revisions"][0]["by"], len(first["revisions"][0]["sha256"])) == ("Ada", 64)

    reason = ("--reason", "A slip", "--by", "Bo")
    assert run("assessment", "correct", first["id"], *reason, *where) == 0
    opened = json.loads(capsys.readouterr().out)
    assert opened["being_corrected"]
    assert (opened["correction"]["reason"], opened["correction"]["by"]) == ("A slip", "Bo")
    assert run("assessment", "list", "--workspace", path) == 0
    assert capsys.readouterr().out.split("\t")[:3] == [
        "Hansen Möbel",
        "2026-02-24",
        "being corrected",
    ]
    assert run("assessment", "sign-off", first["id"], *where) == 0
    both = json.loads(capsys.readouterr().out)["revisions"]
    assert [one["number"] for one in both] == [1, 2]
    assert both[1]["corrects"]["reason"] == "A slip"
    assert both[0]["sha256"] == both[1]["sha256"]  # nothing was changed
    assert run("assessment", "verify", "--workspace", path) == 0
    assert "Unchanged since they were signed off: 2 of 2 revisions" in capsys.readouterr().out


def test_a_correction_without_words_is_refused(path: Path, capsys: Capture) -> None:
    assert run("assessment", "sign-off", "Hansen Möbel", "--workspace", path) == 0
    assert run("assessment", "correct", "Hansen Möbel", "--reason", " ", "--workspace", path) == 2
    assert "A correction needs a reason" in capsys.readouterr().err


def test_every_revision_is_one_line_whatever_was_typed(path: Path, capsys: Capture) -> None:
    where = ("Hansen Möbel", "--workspace", path)
    assert run("assessment", "sign-off", *where, "--by", "Ada\nand\tBo") == 0
    capsys.readouterr()
    assert run("assessment", "correct", *where, "--reason", "A slip") == 0
    told = capsys.readouterr()
    (line,) = told.out.splitlines()
    number, _, by, _, _ = line.split("\t")
    assert (number, by) == ("1", "Ada and Bo")
    assert "T" not in told.err.split("since ")[1].split(": ")[0]


def test_what_changes_nothing_does_not_pass_for_done(path: Path, capsys: Capture) -> None:
    where = ("Hansen Möbel", "--workspace", path)
    assert run("assessment", "correct", *where, "--reason", "Too early") == 2
    assert "there is nothing to open" in capsys.readouterr().err
    assert run("assessment", "sign-off", *where, "--by", "Ada") == 0
    assert run("assessment", "sign-off", *where, "--by", "Bo") == 2
    assert "is signed off" in capsys.readouterr().err
    assert run("assessment", "correct", *where, "--reason", "A slip") == 0
    assert run("assessment", "correct", *where, "--reason", "Another reason") == 2
    assert "there is nothing to open" in capsys.readouterr().err


def test_what_was_changed_behind_our_back_is_told(path: Path, capsys: Capture) -> None:
    assert run("assessment", "sign-off", "Hansen Möbel", "--workspace", path) == 0
    capsys.readouterr()
    assert run("workspace", "verify", path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["signed"] == {
        "sound": True,
        "revisions": 1,
        "faults": [],
    }
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER sign_off_no_update")
        connection.execute(
            "UPDATE sign_off SET digest = replace(digest, substr(digest, 1, 1), 'x')"
        )
        connection.commit()
    for command in (("assessment", "verify", "--workspace", path), ("workspace", "verify", path)):
        assert run(*command) == 2
        said = capsys.readouterr()
        assert "Unchanged since it was signed off: 0 of 1 revision" in said.out
        assert "Hansen Möbel, 24 February 2026: revision 1 is no longer" in said.err
