"""A backup that becomes a workspace of its own, and one that takes the other's place."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

from digimaturity.store.connections import connect_writing
from digimaturity.store.faults import translated
from digimaturity.store.header import SCHEMA, log_path, schema_of
from digimaturity.store.lock import WriterLock
from digimaturity.store.migrate import migrate
from digimaturity.store.whole import put_database_in_place


def exchange(path: Path, other: Path) -> Path | None:
    """Put the workspace `other` in the place of the one at `path`, which is moved aside.

    Returns the new place of the old file, None where there was none.

    Raises:
        UserError: ``workspace.locked`` for either, or why they cannot be moved; both are as they
            were then.
    """
    path, other = path.resolve(), other.resolve()
    with translated(path), ExitStack() as locks:
        for one in (path, other):
            locks.callback(WriterLock(one).release)
        schema_of(other)
        if log_path(other).exists():  # it is moved without its log
            _gather(other)
        return put_database_in_place(other, path)


def bring_up_to_date(path: Path) -> None:
    """Bring a workspace of an older version, such as a backup, to the schema of this one."""
    with translated(path):
        if schema_of(path) == SCHEMA:
            return
        migrate(path)
        _gather(path)


def _gather(path: Path) -> None:
    """Bring what waits in the log into the file, which can be read anywhere then."""
    with closing(connect_writing(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
