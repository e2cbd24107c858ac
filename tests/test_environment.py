"""`make` gets its environment from the lock, mends a broken one and leaves other people's alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BACKEND = """
import pathlib, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "project-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory, name), "w") as wheel:
        wheel.writestr("project.pth", "")
        wheel.writestr("project-1.dist-info/METADATA", "Name: project\\nVersion: 1\\n")
        wheel.writestr("project-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr("project-1.dist-info/RECORD", "")
    return name
"""
"""The smallest build backend there is, so that nothing is downloaded."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a checkout of a project that needs no other package."""
    root = tmp_path / "project"
    (root / "packaging").mkdir(parents=True)
    for script in ("environment.py", "debian.py"):
        shutil.copy(ROOT / "packaging" / script, root / "packaging")
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "project"\nversion = "1"\n',
        encoding="utf-8",
    )
    (root / "requirements").mkdir()
    (root / "requirements" / "dev.lock").write_text("# nothing\n", encoding="utf-8")
    return root


def make(project: Path) -> str:
    """Run the script as make does; return what it printed."""
    done = subprocess.run(
        [sys.executable, project / "packaging" / "environment.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_is_made_once_again_after_an_interruption_and_when_the_lock_changes(
    project: Path,
) -> None:
    assert "Making .venv" in make(project)
    assert (project / ".venv" / "bin" / "python").exists()
    assert make(project) == ""

    (project / ".venv" / "made-from.txt").unlink()
    (project / ".venv" / "bin" / "python").unlink()
    assert "Making .venv" in make(project)
    assert (project / ".venv" / "bin" / "python").exists()

    (project / "requirements" / "dev.lock").write_text("# something new\n", encoding="utf-8")
    assert "Making .venv" in make(project)
    assert make(project) == ""


def test_one_that_make_did_not_make_is_used_as_it_is(project: Path) -> None:
    theirs = project / ".venv" / "theirs"
    theirs.parent.mkdir()
    theirs.touch()

    assert "used as it is" in make(project)

    assert list((project / ".venv").iterdir()) == [theirs]
