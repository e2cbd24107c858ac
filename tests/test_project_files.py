"""Files that are written by a tool say what the tool would say today."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("run.lock", "dev.lock")
PYTHONS = ("3.11", "3.12", "3.13")


def entries(lock: str) -> list[Requirement]:
    """Return the locked packages, each a version with the Pythons and systems that it is for."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    return [Requirement(line) for line in re.findall(r"(?m)^([\w.-]+==[^\\\n]+)", text)]


def pins(lock: str, python: str) -> dict[str, SpecifierSet]:
    """Return what one version of Python gets here, by package."""
    found = [entry for entry in entries(lock) if applies(entry, python)]
    return {canonicalize_name(entry.name): entry.specifier for entry in found}


def applies(requirement: Requirement, python: str) -> bool:
    """Tell whether a version of Python, such as 3.12, is asked for a package on this system."""
    marker = requirement.marker
    there = {"python_version": python, "python_full_version": f"{python}.9"}
    return marker is None or marker.evaluate(there)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_a_hash_for_everything(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")

    assert not re.search(r"://|--(extra-)?index|--find-links|(?m:^\s*/)", text)
    packages = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_locks_hold_what_the_project_asks_for(python: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {"run.lock": project["project"]["dependencies"]}
    asked["dev.lock"] = asked["run.lock"] + project["dependency-groups"]["dev"]

    for lock, lines in asked.items():
        locked = pins(lock, python)
        for requirement in map(Requirement, lines):
            if applies(requirement, python):
                pin = locked.get(canonicalize_name(requirement.name))
                assert pin, f"{requirement} is not in {lock}: run `make lock`"
                (version,) = pin
                assert requirement.specifier.contains(version.version)


@pytest.mark.parametrize("python", PYTHONS)
def test_development_runs_on_the_versions_that_users_get(python: str) -> None:
    assert pins("run.lock", python).items() <= pins("dev.lock", python).items()


#: A warning that is silenced, and one of which the line says why.
SILENCED = re.compile(r"#[ ](?:noqa|type: ignore)")
SAYS_WHY = re.compile(r"#[ ]noqa: [A-Z0-9, ]+ - \S|#[ ]type: ignore\[[a-z, -]+\]  # \S")


def test_where_a_warning_is_silenced_the_line_says_why() -> None:
    folders = [ROOT / name for name in ("digimaturity", "packaging", "tests")]
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in folders
        for path in folder.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if SILENCED.search(line) and not SAYS_WHY.search(line)
    ]
    assert bare == []


@pytest.mark.parametrize("script", ["notices.py", "translations.py"])
def test_generated_files_are_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / script, "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
