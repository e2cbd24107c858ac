"""One module knows where things lie."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from digimaturity import paths


def test_what_is_shipped_is_found_in_the_source_tree() -> None:
    assert (paths.resources_dir() / "tokens.json").is_file()
    assert (paths.questionnaires_dir() / "LICENSE").is_file()


def test_one_variable_moves_everything_of_the_user(home: Path) -> None:
    folders = [paths.data_dir(), paths.config_dir(), paths.cache_dir(), paths.log_dir()]

    assert all(folder.is_relative_to(home) for folder in folders)
    assert len(set(folders)) == len(folders)
    assert paths.default_workspace().parent == paths.data_dir()


def test_a_relative_home_stays_where_it_was_when_the_program_changes_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGIMATURITY_HOME", "mine")

    assert paths.data_dir() == tmp_path / "mine" / "data"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux's")
def test_without_it_the_desktops_own_folders_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIGIMATURITY_HOME")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))

    assert paths.data_dir() == tmp_path / "DATA" / "digimaturity"
    assert paths.config_dir() == tmp_path / "CONFIG" / "digimaturity"
    assert paths.cache_dir() == tmp_path / "CACHE" / "digimaturity"
    assert paths.log_dir().is_relative_to(tmp_path / "STATE" / "digimaturity")


def test_asking_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGIMATURITY_HOME", str(tmp_path / "mine"))
    for asked in (paths.default_workspace, paths.config_dir, paths.cache_dir, paths.log_dir):
        asked()

    assert not list(tmp_path.iterdir())


def test_finding_the_shipped_folders_needs_no_library() -> None:
    code = (
        "import sys; from digimaturity import paths; paths.resources_dir();"
        "print('platformdirs' in sys.modules)"
    )
    root = Path(paths.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "False"
