"""One writer a workspace: a lock that the system itself takes back when its holder dies."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from digimaturity.errors import UserError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: Windows locks bytes, and forbids others to read them: lock one far behind the text.
_FAR = 1 << 20

#: Where the system can, a link is not followed: the file it leads to is somebody's work.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a workspace; `since` is local time as ISO text, empty where not known."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""


class WriterLock:
    """Held from the making until `release`; the file beside the workspace says who holds it."""

    def __init__(self, workspace: Path) -> None:
        """Take the lock.

        Raises:
            UserError: ``workspace.locked`` with `holder` (a `Holder`) and `since`.
            OSError: the folder cannot be written.
        """
        self._workspace, self._path = workspace, lock_path(workspace)
        self._descriptor = self._acquire(workspace)
        try:
            self._describe()
        except OSError:
            self.release()
            raise

    def release(self) -> None:
        """Give the lock back, and take its file away."""
        if self._descriptor < 0:
            return
        # Windows deletes no open file, so there the file goes after the lock.
        if sys.platform != "win32" and _same_file(self._descriptor, self._path):
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = -1
        with suppress(OSError):
            if sys.platform == "win32":
                self._path.unlink(missing_ok=True)

    def keep(self) -> None:
        """Take the lock anew where something took its file away; errors as in the making."""
        if not _same_file(self._descriptor, self._path):
            lost = self._descriptor
            self._descriptor = self._acquire(self._workspace)
            self._describe()
            os.close(lost)

    def _describe(self) -> None:
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, _description())

    def _acquire(self, workspace: Path) -> int:
        while True:
            descriptor = os.open(self._path, _FLAGS, 0o666)
            if not _try_lock(descriptor):
                os.close(descriptor)
                holder = holder_of(workspace)
                raise UserError(
                    "workspace.locked", path=workspace, holder=holder, since=holder.since
                )
            if _same_file(descriptor, self._path):
                return descriptor
            # Its last holder took the file away between our opening and our locking.
            os.close(descriptor)


def lock_path(workspace: Path) -> Path:
    """The lock file of a workspace."""
    return workspace.with_name(workspace.name + ".lock")


def holder_of(workspace: Path) -> Holder:
    """Who holds the workspace, as far as the lock file tells."""
    try:
        told = json.loads(lock_path(workspace).read_bytes())
        return Holder(str(told["user"]), str(told["host"]), int(told["pid"]), str(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def _description() -> bytes:
    since = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    told = {"pid": os.getpid(), "host": socket.gethostname(), "user": _user(), "since": since}
    return json.dumps(told).encode()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the system's list
        return ""


def _same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
