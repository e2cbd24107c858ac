"""Brings an older workspace to today's schema: all of it, or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from digimaturity.store.connections import connect_writing, engine_for
from digimaturity.store.header import APPLICATION_ID, SCHEMA

SCRIPTS = Path(__file__).parent / "migrations"


class MigrationError(Exception):
    """A migration lost rows or left dangling references: our fault; nothing was changed."""


def migrate(path: Path, scripts: Path = SCRIPTS, schema: int = SCHEMA) -> None:
    """Run all missing revisions in one transaction; an empty or missing file gets all of them.

    Foreign keys are off meanwhile: rebuilding a parent table would silently delete its children.
    Therefore rows are counted and references checked before the commit.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    connection = connect_writing(path, "rwc")
    connection.execute("PRAGMA foreign_keys = OFF")
    # A rebuilt table takes its old name back while triggers of others still ask for it.
    connection.execute("PRAGMA legacy_alter_table = ON")
    engine = engine_for(connection)
    try:
        with engine.begin() as transaction:
            before = _row_counts(connection)
            config.attributes["connection"] = transaction
            command.upgrade(config, f"{schema:04d}")
            _check(connection, before)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {schema}")
    finally:
        engine.dispose()
        connection.close()


def _check(connection: sqlite3.Connection, before: dict[str, int]) -> None:
    after = _row_counts(connection)
    lost = {name: rows for name, rows in before.items() if after.get(name, rows) < rows}
    if lost:
        raise MigrationError(f"rows were lost from {lost}, now {after}")
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling:
        raise MigrationError(f"a reference leads nowhere: {dangling}")


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of every table of ours; a table that a migration drops is not compared."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT IN ('alembic_version', 'sqlite_sequence')"
    ).fetchall()
    count = 'SELECT count(*) FROM "{}"'
    return {name: connection.execute(count.format(name)).fetchone()[0] for (name,) in names}
