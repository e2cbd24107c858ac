"""What a workspace file says of itself, read without SQLAlchemy in a millisecond."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from digimaturity.errors import UserError

#: ``DGMT``: marks a SQLite file as one of ours.
APPLICATION_ID = 0x44474D54

#: Number of the schema that this version writes; the newest migration has the same number.
SCHEMA = 9

#: How long to wait for a lock of another program (seconds): short, since we say who holds it.
BUSY_TIMEOUT = 0.25


def uri(path: Path, **parameters: str | int) -> str:
    """The SQLite address of a file, whatever characters its name has."""
    query = "&".join(f"{key}={value}" for key, value in parameters.items())
    return f"file:{quote(str(path.absolute()))}?{query}"


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open for one short look, leaving no trace beside the file.

    A file in WAL mode wants others beside it, even to be read. Where nobody has it open, and
    nothing waits in a log, `immutable` does without them.
    """
    if not log_path(path).exists():
        return _open(uri(path, mode="ro", immutable=1))
    return _connect(path, "ro")


def connect_following(path: Path) -> sqlite3.Connection:
    """Open for reading while others may write; usable from any thread.

    Where it may, SQLite tidies up beside the file when this is closed.
    """
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return _connect(path, "rw" if writable else "ro")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open for reading; in a folder that can take no more files, the file is read as it stands."""
    connection = _open(uri(path, mode=mode))
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if not _lacks_place(error) or (log_path(path).exists() and log_path(path).stat().st_size):
            raise
        connection = _open(uri(path, mode="ro", immutable=1))
        connection.execute("PRAGMA query_only = ON")
    return connection


def _lacks_place(error: sqlite3.Error) -> bool:
    """Whether SQLite may have missed nothing but the place for the files beside the workspace."""
    name: str = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_FULL"))


def log_path(path: Path) -> Path:
    """The file in which SQLite keeps what is saved, but not yet in the workspace file itself."""
    path = path.resolve()
    return path.with_name(path.name + "-wal")


def schema_of(path: Path) -> int:
    """The schema number of a workspace that this version can open.

    Only SQLite may open the file: closing it by any other means takes from the whole process the
    locks by which other programs know that the workspace is in use (POSIX).

    Raises:
        UserError: ``workspace.foreign``, ``workspace.corrupt`` or ``workspace.newer``.
        sqlite3.Error: what `faults` makes a UserError of.
    """
    size = path.stat().st_size
    if path.is_dir():
        raise UserError("workspace.foreign", path=path)
    if not size:
        raise UserError("workspace.corrupt", path=path)
    connection = connect_reading(path)
    try:
        identity = _pragma(connection, "application_id")
        schema = _pragma(connection, "user_version")
    finally:
        connection.close()
    if identity != APPLICATION_ID:
        raise UserError("workspace.foreign", path=path)
    if schema > SCHEMA:
        raise UserError("workspace.newer", path=path, schema=schema)
    return schema


def check_health(path: Path) -> None:
    """Read the whole file once (about 1 ms a megabyte).

    Raises:
        UserError: ``workspace.corrupt``.
    """
    connection = connect_reading(path)
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        connection.close()
    if found != "ok":
        raise UserError("workspace.corrupt", path=path, reason=found)


def _open(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, uri=True, timeout=BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
    )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
