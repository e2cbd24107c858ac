"""Connections that may write, and engines on them, with our settings and explicit transactions."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from digimaturity.store.header import BUSY_TIMEOUT, uri

#: `secure_delete` writes zeros over what is deleted.
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")


def connect_writing(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A bare connection with our settings; transactions begin and end only explicitly.

    `mode` ``rw`` wants the file to be there, ``rwc`` makes an empty one.
    """
    connection = sqlite3.connect(
        uri(path, mode=mode),
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchone()
    return connection


def engine_for(connection: sqlite3.Connection) -> Engine:
    """An engine on exactly this connection, with explicit transactions.

    The driver begins transactions only before some statements, so that a failing migration would
    stay half done: it is set to leave them to us.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,  # errors do not quote what was written
    )
    reading = connection.execute("PRAGMA query_only").fetchone()[0]
    begin = "BEGIN" if reading else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(opened: Connection) -> None:
        opened.exec_driver_sql(begin)

    return engine
