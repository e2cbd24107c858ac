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
        about = "Metadata-Version: 2.1\\nName: project\\nVersion: 1\\n"
        wheel.writestr("project-1.dist-info/METADATA", about)
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


@pytest.mark.parametrize("stamp", [None, "made from another lock"])
def test_an_interrupted_or_outdated_one_is_made_afresh_and_then_kept(
    project: Path, stamp: str | None
) -> None:
    old = project / ".venv" / "lib" / "old"
    old.mkdir(parents=True)
    (project / ".venv" / "made-by-make").touch()
    if stamp:
        (project / ".venv" / "made-from.txt").write_text(stamp, encoding="utf-8")

    assert "Making .venv" in make(project)
    assert (project / ".venv" / "bin" / "python").exists()
    assert not old.exists()
    assert make(project) == ""


def test_one_that_make_did_not_make_is_used_as_it_is(project: Path) -> None:
    theirs = project / ".venv" / "theirs"
    theirs.parent.mkdir()
    theirs.touch()

    assert "used as it is" in make(project)

    assert list((project / ".venv").iterdir()) == [theirs]
