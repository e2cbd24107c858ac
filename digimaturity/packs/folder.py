"""The files of a pack as bytes, and what is wrong with their names and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from digimaturity.packs.problems import Problem, nearest

#: Bytes of one file; the largest of ours has a fiftieth of it.
LARGEST_FILE = 2_000_000

PACK = "pack.yaml"
MEASURES = "measures.yaml"

#: Beside or instead of measures.yaml: a folder of files, read as one.
_MEASURES_FOLDER = "measures"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class PackFolder:
    """What was found: bytes by name relative to the pack, such as ``en/it.yaml``."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """A hash of everything that was found: another one as soon as anything changed."""
        digest = sha256(repr(self.problems).encode())
        for name, data in self.files.items():
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
        return digest.hexdigest()

    @property
    def names(self) -> list[str]:
        """All files, those that could not be read among them."""
        return [*self.files, *(problem.file for problem in self.problems)]

    def measures(self) -> list[str]:
        """The files that define measures."""
        return [name for name in self.names if _is_measures(name)]

    def languages(self) -> dict[str, list[str]]:
        """The text files of each language folder."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            language, slash, _ = name.partition("/")
            if slash and language != _MEASURES_FOLDER:
                found.setdefault(language, []).append(name)
        return found


def read_folder(folder: Path) -> PackFolder:
    """Read every file of the pack in `folder`. Never raises for what it finds there."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, path in _candidates(folder):
        found = _misnamed(name, path) or content_of(name, path)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files[name] = found
    if PACK not in files and not any(problem.file == PACK for problem in problems):
        problems.append(Problem(PACK, 1, "file.missing"))
    return PackFolder(files, tuple(problems))


def _candidates(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in _entries(folder):
        if path.suffix in (".yaml", ".yml"):
            yield path.name, path
        elif path.name == _MEASURES_FOLDER or _LANGUAGE.fullmatch(path.name):
            for inner in _entries(path):
                if inner.suffix in (".yaml", ".yml"):
                    yield f"{path.name}/{inner.name}", inner


def _is_measures(name: str) -> bool:
    return name == MEASURES or name.startswith(f"{_MEASURES_FOLDER}/")


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _misnamed(name: str, path: Path) -> Problem | None:
    if path.suffix == ".yml":
        return Problem(name, 1, "file.suffix")
    if "/" not in name and name not in (PACK, MEASURES):
        return Problem(name, 1, "file.unknown", {"suggestion": nearest(name, (PACK, MEASURES))})
    return None


def content_of(name: str, path: Path, largest: int = LARGEST_FILE) -> bytes | Problem:
    """The bytes of a file, called `name` in problems, or why they cannot be had."""
    if not path.is_file():
        return Problem(name, 1, "file.unreadable", {"reason": ""})
    try:
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        return Problem(name, 1, "file.unreadable", {"reason": error.strerror or ""})
    if len(data) > largest:
        return Problem(name, 1, "file.too_large", {"megabytes": largest // 1_000_000})
    return data
