"""Databases that come and go whole, with the files that SQLite keeps beside them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from digimaturity.files import put_in_place, unfinished

#: What SQLite keeps beside a database; the database itself comes first.
_PARTS = ("", "-wal", "-shm", "-journal")

#: How the names of `files.unfinished` end, with those parts.
_UNFINISHED = re.compile(r"\.[a-z0-9_]{8}\.part(-wal|-shm|-journal)?$")


@contextmanager
def unfinished_database(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` for SQLite to write, gone afterwards with all its logs."""
    with unfinished(path) as temporary:
        try:
            yield temporary
        finally:
            for suffix in _PARTS[1:]:
                with suppress(OSError):
                    _part(temporary, suffix).unlink(missing_ok=True)


def sweep(folder: Path, beginning: str) -> None:
    """Remove what a killed program left unfinished; who still writes was busy this last hour."""
    old = time.time() - 3600
    with suppress(OSError):
        for entry in folder.iterdir():
            ours = entry.name.startswith(f".{beginning[:50]}") and _UNFINISHED.search(entry.name)
            if ours and entry.stat().st_mtime < old:
                entry.unlink()


def put_database_in_place(temporary: Path, path: Path) -> Path | None:
    """Give a finished database its name, and move aside what was there.

    SQLite would read the log of an earlier database of that name into this one.

    Returns:
        The new place of the earlier database, None where there was none.
    """
    aside = path.with_name(f"{path.stem}-replaced-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.db")
    moved = move_database(path, aside)
    try:
        put_in_place(temporary, path)
    except BaseException:
        move_database(aside, path)
        raise
    return aside if "" in moved else None


def move_database(path: Path, target: Path) -> list[str]:
    """Move a database with all that belongs to it, or nothing; return which parts there were."""
    moved: list[str] = []
    try:
        for suffix in _PARTS:
            if _part(path, suffix).exists():
                _part(path, suffix).rename(_part(target, suffix))
                moved.append(suffix)
    except BaseException:
        for suffix in moved:
            _part(target, suffix).rename(_part(path, suffix))
        raise
    return moved


def remove_database(path: Path) -> None:
    """Delete a database with all that belongs to it."""
    for suffix in _PARTS:
        _part(path, suffix).unlink(missing_ok=True)


def _part(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
