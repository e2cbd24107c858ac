"""How a workspace is copied while others may write to it, and compared with its copy."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.progress import Watch, share, unwatched
from digimaturity.store.faults import translated

#: So many pages (4 KiB each) are copied, and so many rows compared, between two looks at the watch.
_PAGES, _ROWS = 512, 1000

#: What goes wrong while copying, by what it means for a workspace.
_OF_COPYING = {
    "workspace.full_disk": "file.full_disk",
    "workspace.disk_failing": "file.failed",
    "workspace.no_access": "file.failed",
    "workspace.corrupt": "backup.damaged",
    "workspace.foreign": "backup.damaged",
}


def copy_pages(source: sqlite3.Connection, target: Path, watch: Watch = unwatched) -> None:
    """Copy all that `source` sees to the file `target`; in a transaction it is of one moment.

    Only SQLite itself can copy an open workspace: a plain copy lacks what waits in the log.
    """

    def tell(_status: int, remaining: int, total: int) -> None:
        watch(1 - remaining / max(total, 1))

    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy, pages=_PAGES, progress=tell)
        # One file that can be read anywhere, also from a folder that cannot be written.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()


@contextmanager
def copying(workspace: Path, target: Path) -> Iterator[None]:
    """SQLite does not tell which of the two files failed: only the copy is written, though."""
    try:
        with translated(workspace):
            yield
    except UserError as error:
        code = _OF_COPYING.get(error.code, error.code)
        path = target if code.startswith("file.") else workspace
        raise UserError(code, path=path, reason=error.details.get("reason", "")) from error


def contents_of(connection: sqlite3.Connection, watch: Watch = unwatched) -> Mapping[str, str]:
    """What the connection sees: a SHA-256 of the schema, and of the rows of every table."""
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    schema = connection.execute(
        "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
    ).fetchall()
    numbers = [
        connection.execute(f"PRAGMA {name}").fetchone()
        for name in ("application_id", "user_version")
    ]
    found = {"": hashlib.sha256(repr((schema, numbers)).encode()).hexdigest()}
    for number, (name, _) in enumerate(tables):
        part = share(watch, number / len(tables), (number + 1) / len(tables))
        found[name] = _rows_of(connection, name, part)
    return found


def _rows_of(connection: sqlite3.Connection, table: str, watch: Watch) -> str:
    """The rows as they lie in the table, whatever bytes are in their texts."""
    quoted = table.replace('"', '""')
    count = 'SELECT count(*) FROM "{}"'
    total = connection.execute(count.format(quoted)).fetchone()[0]
    digest, before = hashlib.sha256(), connection.text_factory
    connection.text_factory = bytes
    try:
        every = 'SELECT * FROM "{}" NOT INDEXED'
        for number, row in enumerate(connection.execute(every.format(quoted))):
            if number % _ROWS == 0:
                watch(number / max(total, 1))
            digest.update(repr(row).encode())
    finally:
        connection.text_factory = before
    return digest.hexdigest()
