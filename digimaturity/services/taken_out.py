"""Copies of attached files for other programs: private, read-only, and gone in the end."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path, PurePath

from digimaturity.files import explained, safe_name, write_whole

_PREFIX = "digimaturity-opened-"

#: A folder that a crash left behind is removed when it is older than this (seconds).
_LEFT_BEHIND = 86_400

#: What other programs show and do not run. Everything else can only be saved: a list of what is
#: dangerous would never be complete. Documents with macros are not in it.
_TEXTS = {".pdf", ".txt", ".csv", ".md", ".log", ".rtf", ".eml"}
_OFFICE = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"}
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic"}
_SOUND = {".mp3", ".wav", ".mp4", ".mov", ".webm"}
_SHOWN = frozenset(_TEXTS | _OFFICE | _PICTURES | _SOUND)


def may_open(name: str) -> bool:
    """Whether a file of this name may be handed to the system to be opened."""
    return PurePath(name).suffix.lower() in _SHOWN


class TakenOut:
    """A folder that only this user can read, made when it is first needed."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def put(self, key: str, name: str, content: bytes) -> Path:
        """A read-only file with this content; the same one when it was put there before.

        Raises:
            UserError: ``file.full_disk`` and the others of `files.explained`.
        """
        with explained(Path(tempfile.gettempdir()) / name):
            path = self._made() / key / _named(name)
            if not path.exists():
                path.parent.mkdir(exist_ok=True)
                write_whole(path, content)
                path.chmod(0o400)
        return path

    def clear(self) -> None:
        """Remove everything; a file that another program holds open goes a day later."""
        if self._folder is not None:
            _remove(self._folder)
            self._folder = None

    def forget(self, keys: Collection[str]) -> None:
        """Remove the files of these keys, also those that a program that was killed left behind."""
        for folder in _folders():
            for path in (folder / key for key in keys):
                if path.exists():
                    _remove(path)

    def _made(self) -> Path:
        if self._folder is None or not self._folder.exists():
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        return self._folder


def sweep() -> None:
    """Remove what programs that were killed left behind a day ago and earlier."""
    for left in _folders():
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                _remove(left)


def _folders() -> tuple[Path, ...]:
    return tuple(filter(_ours, Path(tempfile.gettempdir()).glob(f"{_PREFIX}*")))


def _ours(folder: Path) -> bool:
    """Whether this user has made it: where all put their files a link may lead anywhere."""
    try:
        told = folder.lstat()
    except OSError:
        return False
    mine = sys.platform == "win32" or told.st_uid == os.getuid()
    return mine and stat.S_ISDIR(told.st_mode)


def _named(name: str) -> str:
    """A name that every system takes; the ending says what opens it."""
    path = PurePath(name)
    return safe_name(path.stem) + path.suffix


def _remove(folder: Path) -> None:
    with suppress(OSError):  # of somebody else, or gone already
        for path in folder.rglob("*"):
            path.chmod(0o600 if path.is_file() else 0o700)  # what is read-only cannot go on Windows
    shutil.rmtree(folder, ignore_errors=True)
