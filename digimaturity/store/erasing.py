"""Whether a text still stands in the bytes of a file, in whatever way a program writes it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO
from unicodedata import normalize

from digimaturity.progress import Watch
from digimaturity.store.backups import list_of
from digimaturity.store.header import connect_following, log_path

#: So many bytes are read at once: each look takes about a millisecond.
_CHUNK = 1 << 20


def forms(text: str) -> tuple[bytes, ...]:
    """How `text` may stand in a file: UTF-8, UTF-16 of either order, escaped as in JSON.

    Each with composed letters and with accents of their own (Unicode's NFC and NFD).
    """
    found: dict[bytes, None] = {}
    for form in (text, normalize("NFC", text), normalize("NFD", text)):
        found[form.encode()] = None
        found[json.dumps(form)[1:-1].encode()] = None
        if form.isascii():  # without its last zero it is in both orders
            found[form.encode("utf-16-le")[:-1]] = None
        else:
            found[form.encode("utf-16-le")] = found[form.encode("utf-16-be")] = None
    return tuple(found)


def found_in(file: BinaryIO, texts: Iterable[str], watch: Watch) -> frozenset[str]:
    """Those of `texts` that stand anywhere in the bytes of `file`, which is read from its start."""
    wanted = {text: forms(text) for text in texts}
    longest = max((len(form) for each in wanted.values() for form in each), default=1)
    size, done, before = max(file.seek(0, 2), 1), 0, b""
    found: set[str] = set()
    file.seek(0)
    while wanted and (chunk := file.read(_CHUNK)):
        window = before + chunk
        found |= _within(window, wanted)
        wanted = {text: each for text, each in wanted.items() if text not in found}
        before, done = window[-longest:], done + len(chunk)
        watch(min(done / size, 1.0))
    return frozenset(found)


def _within(window: bytes, wanted: Mapping[str, Sequence[bytes]]) -> set[str]:
    return {text for text, each in wanted.items() if any(form in window for form in each)}


def copies_of(workspace: Path) -> tuple[Path, ...]:
    """What this program made of a workspace: backups, copies beside it, and unfinished ones.

    Beside it lies what was replaced, brought back from a backup, or moved away (its name may have
    been another one), with the logs. The workspace's own file and log are not among them.
    """
    folder, stem = workspace.parent, workspace.stem
    kinds = (f"{_plain(stem)}-replaced", f"{_plain(stem)}-restored", "*-moved")
    beside = [path for kind in kinds for path in folder.glob(f"{kind}-*.db*")]
    for place in (folder, folder / "backups"):
        beside += place.glob(f".{_plain(stem[:50])}*.part*")
    return (*(backup.path for backup in list_of(workspace)), *sorted(beside))


def log_of(workspace: Path) -> Path | None:
    """The file in which changes wait that are not in the workspace yet; None where none do."""
    log = log_path(workspace)
    return log if log.exists() and log.stat().st_size else None


def named_in(workspace: Path, texts: Sequence[str]) -> tuple[str, ...]:
    """The tables of a workspace in which one of `texts` stands, letter by letter."""
    wanted = [form for text in texts for form in forms(text)]
    with closing(connect_following(workspace)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return tuple(name for (name,) in tables.fetchall() if _names(connection, name, wanted))


def _names(connection: sqlite3.Connection, table: str, wanted: Sequence[bytes]) -> bool:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    whole = " || ' ' || ".join(f"coalesce(CAST(\"{column}\" AS BLOB), '')" for column in columns)
    holds = " OR ".join([f"instr(CAST({whole} AS BLOB), ?)"] * len(wanted))
    # The names of tables and columns are the database's own.
    lines = connection.execute(f'SELECT 1 FROM "{table}" WHERE {holds} LIMIT 1', wanted)  # noqa: S608 - see above
    return lines.fetchone() is not None


def _plain(name: str) -> str:
    """A name as a pattern of `glob` that stands for itself."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
