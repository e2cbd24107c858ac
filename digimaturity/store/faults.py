"""The one place where what SQLite or the system says becomes an error that the user can mend."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digimaturity.errors import UserError

#: Less room than this (bytes) explains an error of reading or writing.
_LITTLE_ROOM = 64 * 1024

#: By the beginning of SQLite's own name of the error; the longer beginnings first.
_BY_NAME = (
    ("SQLITE_FULL", "workspace.full_disk"),
    ("SQLITE_READONLY_DBMOVED", "workspace.moved"),
    ("SQLITE_READONLY", "workspace.read_only"),
    ("SQLITE_PERM", "workspace.read_only"),
    ("SQLITE_BUSY", "workspace.locked"),
    ("SQLITE_LOCKED", "workspace.locked"),
    ("SQLITE_CORRUPT", "workspace.corrupt"),
    ("SQLITE_NOTADB", "workspace.foreign"),
    ("SQLITE_CANTOPEN", "workspace.no_access"),
    ("SQLITE_IOERR", "workspace.disk_failing"),
)
_BY_NUMBER = {
    errno.ENOSPC: "workspace.full_disk",
    errno.EDQUOT: "workspace.full_disk",
    errno.EFBIG: "workspace.full_disk",
    errno.EROFS: "workspace.read_only",
    errno.EACCES: "workspace.read_only",
    errno.EPERM: "workspace.read_only",
    errno.ENOENT: "workspace.missing",
    errno.EISDIR: "workspace.foreign",
}


#: What reads: the modules of the store but those that only open and watch, and what makes answers
#: and items of a roadmap of what they hand out.
_STORE = ("digimaturity", "store")
_AROUND = frozenset({"faults.py", "opening.py"})
_MAKING = frozenset(("digimaturity", "services", name) for name in ("answers.py", "plan_items.py"))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say in our codes what went wrong with the workspace at `path`.

    SQLAlchemy wraps SQLite's error and keeps it as `orig`; anything that the user cannot mend
    passes unchanged, since it is our own fault.
    """
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        code = _code(getattr(error, "orig", error), path)
        if code is None:
            raise
        raise UserError(code, path=path, reason=str(error)) from error


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Say of a value that makes no sense to those who read it that the file at `path` has it.

    A program that was changed by hand, or a disk, can leave what no version of ours ever wrote.
    Only errors that come from the functions that read are meant: another's is a fault of ours.

    Raises:
        UserError: ``stored.unreadable``.
    """
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        if not _from_reading(error):
            raise
        raise UserError("stored.unreadable", path=path) from error


def _from_reading(error: BaseException) -> bool:
    """Whether what reads has raised it. Of the store, a KeyError says that there is no such id."""
    trace = error.__traceback__
    while trace is not None:
        parts = Path(trace.tb_frame.f_code.co_filename).parts[-3:]
        of_store = parts[:2] == _STORE and parts[2] not in _AROUND
        if parts in _MAKING or (of_store and not isinstance(error, LookupError)):
            return True
        trace = trace.tb_next
    return False


def _code(error: object, path: Path) -> str | None:
    if isinstance(error, sqlite3.Error):
        code = _of_sqlite(error)
    elif isinstance(error, OSError):
        code = _BY_NUMBER.get(error.errno or 0, "workspace.disk_failing")
    else:
        return None
    if code in ("workspace.no_access", "workspace.missing") and not path.parent.is_dir():
        return "workspace.missing_folder"
    if code in ("workspace.disk_failing", "workspace.no_access") and _no_room(path):
        return "workspace.full_disk"
    return code


def _of_sqlite(error: sqlite3.Error) -> str | None:
    # Faults of the Python driver itself carry no name; they are ours.
    name: str = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_ERROR" and "malformed" in str(error):
        return "workspace.corrupt"
    return next((code for start, code in _BY_NAME if name.startswith(start)), None)


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE_ROOM
    except OSError:
        return False
