"""The companies of a workspace, and one of them no more, without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services import companies, sign_off
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.workspace import backup_workspace, open_workspace
from digimaturity.settings import Settings, load_settings, save_settings
from tests.services.small import begin

Capture = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """One company with a finished assessment, and an archived one."""
    place = tmp_path / "work.db"
    with open_workspace(place) as opened:
        sitting = begin(opened)
        sign_off.sign(opened, sitting.assessment)
        other = str(companies.save_company(opened, CompanyRecord("Alt & Ab")).company)
        companies.archive_company(opened, other)
    return place


def test_companies_are_listed_archived_ones_when_asked_for(path: Path, capsys: Capture) -> None:
    assert run("company", "list", "--workspace", path) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t")[:4] == ["Hansen Möbel", "Manufacturing", "10–49", "2026"]
    assert run("company", "list", "--workspace", path, "--archived", "--json") == 0
    (archived,) = json.loads(capsys.readouterr().out)["companies"]
    assert (archived["name"], archived["due"], archived["due_day"]) == (
        "Alt & Ab",
        "archived",
        None,
    )


def test_where_there_is_no_company_it_says_so(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty.db"
    open_workspace(empty).close()
    assert run("company", "list", "--workspace", empty) == 0
    said = capsys.readouterr()
    assert (said.out, "no company to list" in said.err) == ("", True)
    monkeypatch.setenv("DIGIMATURITY_HOME", str(tmp_path / "new"))
    assert run("company", "list") == 2
    assert "holds no assessment yet" in capsys.readouterr().err


def test_without_a_yes_nothing_is_deleted(path: Path, capsys: Capture) -> None:
    assert run("company", "delete", "Hansen Möbel", "--workspace", path) == 2
    told = capsys.readouterr()
    assert "1 assessment" in told.err
    assert "--yes" in told.err
    assert run("company", "list", "--workspace", path) == 0
    assert "Hansen Möbel" in capsys.readouterr().out


def test_a_company_is_deleted_with_its_backups_and_proved(path: Path, capsys: Capture) -> None:
    with open_workspace(path) as opened:
        (company,) = (one for one in companies.list_companies(opened) if not one.archived)
        backup = backup_workspace(opened)
    save_settings(paths.config_dir(), Settings(language="en", company=company.id, place="a"))
    arguments = ("company", "delete", company.id, "--workspace", path, "--yes", "--json")
    assert run(*arguments, "--with-backups") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["clean"] is True
    assert str(backup) in {one["path"] for one in told["copies_deleted"]}
    assert told["copies_holding"] == []
    assert not backup.exists()
    assert company.id.encode() not in path.read_bytes()
    assert load_settings(paths.config_dir()).company == ""
    assert run(*arguments) == 2  # there is no such company any more
