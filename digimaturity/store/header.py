"""What a workspace file says of itself, read without SQLAlchemy in a millisecond."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from digimaturity.errors import UserError

#: ``DGMT``: marks a SQLite file as one of ours.
APPLICATION_ID = 0x44474D54

#: Number of the schema that this version writes; the newest migration has the same number.
SCHEMA = 1

_MAGIC = b"SQLite format 3\x00"

#: How long to wait for a lock of another program (seconds): short, since we say who holds it.
BUSY_TIMEOUT = 0.25


def uri(path: Path, **parameters: str | int) -> str:
    """The SQLite address of a file, whatever characters its name has."""
    query = "&".join(f"{key}={value}" for key, value in parameters.items())
    return f"file:{quote(str(path.absolute()))}?{query}"


def connect_reading(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open for reading only, also where the folder cannot be written.

    SQLite reads a file in WAL mode only when it can write beside it; `immutable` does without,
    and is right only while nothing waits in a log of its own.
    """
    connection = _open(uri(path, mode="ro"), any_thread=any_thread)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        names = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
        if not error.sqlite_errorname.startswith(names) or _log_waits(path):
            raise
        return _open(uri(path, mode="ro", immutable=1), any_thread=any_thread)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def schema_of(path: Path) -> int:
    """The schema number of a workspace that this version can open.

    Raises:
        UserError: ``workspace.foreign``, ``workspace.corrupt`` or ``workspace.newer``.
    """
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if not start:
        raise UserError("workspace.corrupt", path=path)
    if start != _MAGIC:
        raise UserError("workspace.foreign", path=path)
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


def _open(address: str, *, any_thread: bool) -> sqlite3.Connection:
    return sqlite3.connect(
        address,
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=not any_thread,
    )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _log_waits(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
