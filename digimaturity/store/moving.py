"""A workspace goes to another place: copied, compared, and only then known to be there."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.progress import Watch, share
from digimaturity.store.copying import contents_of, copy_pages, copying
from digimaturity.store.faults import translated
from digimaturity.store.header import connect_following, schema_of
from digimaturity.store.lock import WriterLock
from digimaturity.store.whole import (
    move_database,
    put_database_in_place,
    remove_database,
    sweep,
    unfinished_database,
)

#: A copy may be larger than what it is made of by so much (bytes).
_MARGIN = 1_000_000

#: Up to where of the whole work copying, checking the copy and comparing go.
_COPIED, _CHECKED = 0.5, 0.6


class Move:
    """A checked copy of `source` at `target`, which nobody knows yet. To be closed in any case."""

    def __init__(self, source: Path, target: Path, watch: Watch) -> None:
        """Make the copy; `source` may be in use.

        Raises:
            UserError: ``move.same``, ``move.exists``, ``move.unsound`` (the copy is not what it
                should be), ``workspace.`` and why it cannot be read, ``file.`` and why the copy
                cannot be written. Nothing has changed then.
            Stopped: as `watch` says; likewise.
        """
        self.source, self.target = source, target
        self._finished = False
        self._undone = ExitStack()
        try:
            with translated(source):
                schema_of(source)
                self._reader = self._undone.enter_context(closing(connect_following(source)))
            with explained(target):
                _refuse(source, target)
                _want_room(source, target)
                sweep(target.parent, target.stem)
                with unfinished_database(target) as copy:
                    with copying(source, target):
                        self._version = self._make(copy, watch)
                    _refuse(source, target)
                    put_database_in_place(copy, target)
            self._undone.callback(self._give_up)
            watch(1)
        except BaseException:
            self.close()
            raise

    def finish(self, switch: Callable[[Path], None]) -> bool:
        """Let `switch` make the copy known, unless `source` has changed since; quick.

        Nobody may write to `source` meanwhile. Returns False, and does nothing, where somebody has
        since the copy was made.

        Raises:
            UserError: those of `switch`. `source` still counts.
        """
        with translated(self.source):
            if self._seen() != self._version:
                return False
        switch(self.target)
        self._finished = True
        return True

    def close(self) -> None:
        """Let go of everything; a copy that was not made known is removed."""
        self._undone.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _give_up(self) -> None:
        if not self._finished:
            with explained(self.target):
                remove_database(self.target)

    def _make(self, made: Path, watch: Watch) -> int:
        """Copy and compare; returns by what a later change would be seen."""
        reader = self._reader
        reader.execute("BEGIN")
        try:
            reader.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
            version = self._seen()
            copy_pages(reader, made, share(watch, 0, _COPIED))
            half = (1 + _CHECKED) / 2
            before = contents_of(reader, share(watch, _CHECKED, half))
            if self._read_again(made, share(watch, half, 1)) != before:
                raise UserError("move.unsound", path=self.target)
        finally:
            reader.execute("ROLLBACK")
        return version

    def _read_again(self, made: Path, watch: Watch) -> Mapping[str, str]:
        with closing(sqlite3.connect(made)) as copy:
            if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise UserError("move.unsound", path=self.target)
            return contents_of(copy, watch)

    def _seen(self) -> int:
        """Changes whenever another connection has written."""
        return int(self._reader.execute("PRAGMA data_version").fetchone()[0])


def retire(workspace: Path, *, delete: bool) -> Path | None:
    """Move a workspace that is no longer used aside, or delete it; returns its new place.

    Raises:
        UserError: ``workspace.locked`` and others of opening; it is where it was then.
    """
    with translated(workspace):
        lock = WriterLock(workspace)
        try:
            if delete:
                remove_database(workspace)
                return None
            name = f"{workspace.stem}-moved-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db"
            aside = workspace.with_name(name)
            move_database(workspace, aside)
            return aside
        finally:
            lock.release()


def _refuse(source: Path, target: Path) -> None:
    """Refuse to move onto anything that is there."""
    if not target.exists():
        return
    if target.samefile(source):
        raise UserError("move.same", path=target)
    raise UserError("move.exists", path=target)


def _want_room(source: Path, target: Path) -> None:
    """Refuse to begin what cannot be finished."""
    if shutil.disk_usage(target.parent).free < source.stat().st_size + _MARGIN:
        raise UserError("file.full_disk", path=target)
