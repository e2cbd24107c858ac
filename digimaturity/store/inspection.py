"""What is in a workspace or a backup, found by reading all of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.progress import Watch, unwatched
from digimaturity.store.faults import translated
from digimaturity.store.header import connect_following, connect_reading, schema_of

#: The answers that hold: of each question in each assessment, for each who answers, the last line.
_ANSWERS = """SELECT count(*) FROM (
  SELECT new_value, max(id) FROM answer_log WHERE aspect = 'answer'
  GROUP BY assessment_id, respondent_id, question_id
) WHERE new_value IS NOT NULL"""

_COUNTS = {
    "companies": "SELECT count(*) FROM company",
    "assessments": "SELECT count(*) FROM assessment",
    "answers": _ANSWERS,
}

#: Of each log the last line, by the first schema that has it. Rowids grow with time.
_LAST = {
    1: "SELECT at FROM answer_log ORDER BY id DESC LIMIT 1",
    8: "SELECT at FROM plan_log ORDER BY id DESC LIMIT 1",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: its schema, how much of what, and when it was last written to.

    `last_change` is the time of the last answer, comment or entry of a roadmap, UTC as ISO text, ""
    where there is none; `size` is in bytes.
    """

    schema: int
    companies: int
    assessments: int
    answers: int
    last_change: str
    size: int


def inspect(path: Path, watch: Watch = unwatched) -> Contents:
    """Read every page, index and reference of a file that nobody writes to, and count.

    Raises:
        UserError: ``backup.unsound`` (with `reason`), ``workspace.foreign``, newer and the others
            of reading. The file is not changed.
        Stopped: as `watch` says.
    """
    with translated(path):
        schema_of(path)
        with closing(connect_reading(path)) as connection:
            watch(0.1)
            _check(connection, path)
            watch(0.8)
            return _count(connection, path)


def count(path: Path) -> Contents:
    """Count what is in a file that others may be writing to, unchecked; errors as in `inspect`."""
    with translated(path):
        schema_of(path)
        with closing(connect_following(path)) as connection:
            return _count(connection, path)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    for check in ("integrity_check(1)", "foreign_key_check"):
        found = connection.execute(f"PRAGMA {check}").fetchone()
        if found not in (None, ("ok",)):
            raise UserError("backup.unsound", path=path)


def _count(connection: sqlite3.Connection, path: Path) -> Contents:
    """The tables whose lines are counted are the same in every schema so far."""
    numbers = {name: int(connection.execute(sql).fetchone()[0]) for name, sql in _COUNTS.items()}
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    found = [connection.execute(sql).fetchone() for since, sql in _LAST.items() if schema >= since]
    last = max((row[0] for row in found if row), default="")
    return Contents(schema, **numbers, last_change=last, size=path.stat().st_size)
