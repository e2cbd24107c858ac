"""Moving the workspace and looking after its backups, without a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.services.workspace import backup_workspace, open_workspace
from digimaturity.settings import load_settings
from tests.services.small import begin


@pytest.fixture
def own() -> Path:
    """The user's own workspace, with one company."""
    path = paths.default_workspace()
    with open_workspace(path) as workspace:
        begin(workspace)
    return path


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


def test_the_application_and_all_commands_find_it_where_it_was_moved_to(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert main(["workspace", "move", str(folder), "--json"]) == 0
    told = said(capsys)
    new = folder / own.name
    assert told["path"] == str(new)
    assert Path(str(told["old"])).parent == own.parent
    assert not own.exists()
    assert load_settings(paths.config_dir()).workspace == str(new)
    assert main(["workspace", "verify", "--json"]) == 0
    assert said(capsys)["companies"] == 1
    assert main(["workspace", "move", str(own), "--delete-old"]) == 0
    assert load_settings(paths.config_dir()).workspace == ""
    assert [path.name for path in folder.iterdir() if path.is_file()] == []


def test_another_workspace_moves_without_the_application_following(
    own: Path, tmp_path: Path
) -> None:
    other, new = tmp_path / "other.db", tmp_path / "new.db"
    open_workspace(other).close()
    assert main(["workspace", "move", str(new), "--workspace", str(other)]) == 0
    assert new.exists()
    assert load_settings(paths.config_dir()).workspace == ""
    assert own.exists()


def test_a_folder_that_is_not_there_does_not_become_a_file_of_its_name(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workspace", "move", str(tmp_path / "Stick" / "digimaturity")]) == 2
    assert main(["workspace", "move", str(tmp_path / "Stick")]) == 2
    assert "There is no folder" in capsys.readouterr().err
    assert not (tmp_path / "Stick").exists()
    assert own.exists()


def test_one_that_is_open_stays_where_it_is(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_workspace(own):
        assert main(["workspace", "move", str(tmp_path / "new.db")]) == 2
    assert "already open" in capsys.readouterr().err
    assert own.exists()
    assert not (tmp_path / "new.db").exists()


def test_backups_are_listed_checked_and_brought_back(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = backup_workspace(own)
    assert main(["workspace", "backups", "--json"]) == 0
    listed = said(capsys)["backups"]
    assert {"path": str(backup), "reason": "asked"}.items() <= listed[0].items()
    assert main(["workspace", "restore", str(backup), "--json"]) == 0
    told = said(capsys)
    assert told["aside"] is None
    assert told["contents"]["companies"] == told["present"]["companies"] == 1
    assert Path(str(told["path"])).exists()
    assert main(["workspace", "restore", str(backup), "--use", "--json"]) == 0
    told = said(capsys)
    assert told["path"] == str(own)
    assert Path(str(told["aside"])).exists()


def test_what_cannot_take_the_place_is_not_left_behind(own: Path) -> None:
    backup = backup_workspace(own)
    with open_workspace(own):
        assert main(["workspace", "restore", str(backup), "--use"]) == 2
        assert not list(own.parent.glob("*-restored-*"))
    assert backup.exists()


def test_a_damaged_one_is_told_to_people_and_programs(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = backup_workspace(own)
    backup.write_bytes(backup.read_bytes()[:9000])
    assert main(["workspace", "verify", str(backup), "--json"]) == 2
    out = capsys.readouterr()
    assert json.loads(out.out)["sound"] is False
    assert "damaged" in out.err
    assert main(["workspace", "restore", str(backup)]) == 2
    assert main(["workspace", "verify", str(backup.with_name("none.db"))]) == 2
    assert "There is no" in capsys.readouterr().err
