"""Files that are written by a tool say what the tool would say today."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("run.lock", "dev.lock")


def pins(lock: str) -> dict[str, set[str]]:
    """Return the locked versions by package."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    for name, version in re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", text):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_a_hash_for_everything(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")

    assert not re.search(r"://|--(extra-)?index|--find-links|(?m:^\s*/)", text)
    entries = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {"run.lock": project["project"]["dependencies"]}
    asked["dev.lock"] = asked["run.lock"] + project["dependency-groups"]["dev"]

    for lock, lines in asked.items():
        locked = pins(lock)
        for requirement in map(Requirement, lines):
            versions = locked.get(canonicalize_name(requirement.name), set())
            assert versions, f"{requirement} is not in {lock}: run `make lock`"
            assert all(requirement.specifier.contains(version) for version in versions)


def test_development_runs_on_the_versions_that_users_get() -> None:
    developers = pins("dev.lock")

    assert all(developers[name] == versions for name, versions in pins("run.lock").items())


@pytest.mark.parametrize("script", ["notices.py", "translations.py"])
def test_generated_files_are_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / script, "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
