"""Temporary databases that leave nothing behind, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from digimaturity.files import unfinished


@contextmanager
def unfinished_database(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` for SQLite to write, gone afterwards with all its logs."""
    with unfinished(path) as temporary:
        try:
            yield temporary
        finally:
            for suffix in ("-journal", "-wal", "-shm"):
                with suppress(OSError):
                    temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
