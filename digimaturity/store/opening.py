"""Opens a workspace file, or makes a new one, and runs transactions on it."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from digimaturity.errors import UserError
from digimaturity.progress import Stopped
from digimaturity.store import backups
from digimaturity.store.attachments import purge
from digimaturity.store.connections import connect_writing, engine_for
from digimaturity.store.faults import translated, understood
from digimaturity.store.header import SCHEMA, check_health, connect_following, schema_of
from digimaturity.store.lock import WriterLock
from digimaturity.store.repository import Repository
from digimaturity.store.tables import create_all
from digimaturity.store.whole import put_database_in_place, sweep, unfinished_database


class Store:
    """An open workspace file. One transaction at a time, whatever the thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.path = path
        self.read_only = lock is None
        self.backup_fault: UserError | None = None
        self._lock = lock
        self._driver = connection
        self._engine = engine_for(connection)
        self._connection = self._engine.connect()
        self._place = path.stat()
        self._bytes: BinaryIO | None = None
        self._left = False
        self.guard = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Repository]:
        """One consistent view of the workspace.

        Raises:
            UserError: ``stored.unreadable`` (a value in it makes no sense), those of `faults`.
            Stopped: It was closed meanwhile, as in all that follows.
        """
        with self.guard, translated(self.path), understood(self.path):
            self._still_open()
            with self._connection.begin():
                yield Repository(self._connection)

    @contextmanager
    def writing(self) -> Iterator[Repository]:
        """One transaction: it is on the disk when the block is left, or nothing happened.

        Raises:
            UserError: ``workspace.opened_read_only``, ``workspace.moved``, ``workspace.full_disk``
                and the others of `faults`.
        """
        if self.read_only:
            raise UserError("workspace.opened_read_only", path=self.path)
        with self.guard, translated(self.path):
            self._still_open()
            if not self._in_place():
                self._gather()
            with self._connection.begin():
                repository = Repository(self._connection)
                yield repository
                repository.flush()
                if not self._in_place():
                    raise UserError("workspace.moved", path=self.path)
                if self._lock is not None:
                    self._lock.keep()

    def compact(self) -> bool:
        """Write the file anew, without anything that was deleted; the guard is held meanwhile.

        Returns whether nothing is left in the log either: another program that reads keeps it.

        Raises:
            UserError: as `writing`.
        """
        if self.read_only:
            raise UserError("workspace.opened_read_only", path=self.path)
        with self.guard, translated(self.path):
            self._still_open()
            if not self._in_place():
                raise UserError("workspace.moved", path=self.path)
            self._driver.execute("VACUUM")
            busy, _, _ = self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def raw(self) -> BinaryIO:
        """The file as it lies on the disk, to be read only.

        It stays open as long as the workspace: to close it by any other means than SQLite's would
        take from the process the locks by which other programs know that it is in use (POSIX).
        """
        with self.guard:
            self._still_open()
            if self._bytes is None:
                self._bytes = self.path.open("rb", buffering=0)
            return self._bytes

    def leave(self) -> None:
        """Write nothing more to this file: another one counts from now on."""
        self._left = True

    def close(self) -> None:
        """Let the file go; closing twice is no fault."""
        if not self._connection.closed and not self.read_only:
            self._gather()
        self._connection.close()
        self._engine.dispose()
        self._driver.close()
        if self._bytes is not None:
            self._bytes.close()
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()

    def _in_place(self) -> bool:
        """A file that was moved or deleted still takes commits, and nobody would find them."""
        try:
            return not self._left and os.path.samestat(self.path.stat(), self._place)
        except OSError:
            return False

    def _still_open(self) -> None:
        """Whoever still works with a workspace that was closed has nothing more to do."""
        if self._connection.closed:
            raise Stopped

    def _gather(self) -> None:
        """Bring what waits in the log into the file: SQLite leaves it behind in one that moved."""
        with suppress(sqlite3.Error):
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Open the workspace at `path`; a missing one is made, unless it shall only be read.

    Raises:
        UserError: ``workspace.`` and one of locked, read_only, missing, missing_folder, foreign,
            newer, older, corrupt, full_disk, no_access, disk_failing. Nothing is changed then.
    """
    path = path.resolve()
    with translated(path):
        return _open_reading(path) if read_only else _open_writing(path)


def restore(path: Path, backup: Path) -> Path | None:
    """Put a copy of `backup` in the place of the workspace, and move aside what was there.

    Returns the new place of the old file, None where there was none.

    Raises:
        UserError: ``workspace.locked``, or why the backup cannot be read or copied. The workspace
            is as it was then.
    """
    path = path.resolve()
    with translated(path):
        lock = WriterLock(path)
        try:
            return backups.copy_over(backup, path)
        finally:
            lock.release()


def _open_reading(path: Path) -> Store:
    if not path.exists():
        raise FileNotFoundError(2, "no such file", str(path))
    schema = schema_of(path)
    if schema < SCHEMA:
        raise UserError("workspace.older", path=path, schema=schema)
    check_health(path)
    return Store(path, connect_following(path), None)


def _open_writing(path: Path) -> Store:
    if path.exists():
        schema_of(path)
        # SQLite names its log after the file: under two names (hard links) one would lose the
        # other's. The cure is the same as for a file of somebody else's, a copy of one's own.
        if not os.access(path, os.W_OK) or path.stat().st_nlink > 1:
            raise UserError("workspace.read_only", path=path)
    lock = WriterLock(path)
    try:
        for folder in (path.parent, backups.folder_of(path)):
            sweep(folder, path.stem)
        fault = None
        if path.exists():
            fault = _prepare(path)
        else:
            _create(path)
        store = Store(path, connect_writing(path), lock)
    except BaseException:
        with suppress(OSError):
            lock.release()
        raise
    store.backup_fault = fault
    return store


def _prepare(path: Path) -> UserError | None:
    """Check, copy and migrate; return why today's copy could not be made, if so."""
    schema = schema_of(path)
    check_health(path)
    now = datetime.now(UTC)
    if schema < SCHEMA:
        from digimaturity.store.migrate import migrate

        backups.take(path, f"before-{SCHEMA}", now)
        migrate(path)
    purge(path)
    try:
        backups.daily(path, now)
    except UserError as fault:
        # Work can go on without a copy; the user is told.
        return fault
    return None


def _create(path: Path) -> None:
    """Make an empty workspace; a full disk leaves nothing behind."""
    with unfinished_database(path) as temporary:
        with closing(connect_writing(temporary)) as connection:
            engine = engine_for(connection)
            with engine.begin() as transaction:
                create_all(transaction)
            engine.dispose()
        put_database_in_place(temporary, path)
