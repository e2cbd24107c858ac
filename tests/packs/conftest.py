"""A small valid pack, and what it takes to break it in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from digimaturity.packs import load_pack

SMALL = Path(__file__).parent / "data" / "small"

#: (file, line, code) of each problem.
Places = list[tuple[str, int, str]]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack, which a test may change."""
    return shutil.copytree(SMALL, tmp_path / "small")


@pytest.fixture
def places(pack: Path) -> Callable[[], Places]:
    """Load the pack and tell where its problems are."""
    return lambda: [(p.file, p.line, p.code) for p in load_pack(pack).problems]


def change(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the only `old` in a file; the line where it began."""
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1
