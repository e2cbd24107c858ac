"""Copies of attached files for other programs: private, read-only, and gone in the end."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path, PurePath

from digimaturity.files import explained, safe_name

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
                path.write_bytes(content)
                path.chmod(0o400)
        return path

    def clear(self) -> None:
        """Remove everything; a file that another program holds open goes a day later."""
        if self._folder is not None:
            _remove(self._folder)
            self._folder = None

    def _made(self) -> Path:
        if self._folder is None:
            for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
                if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                    _remove(left)
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        return self._folder


def _named(name: str) -> str:
    """A name that every system takes; the ending says what opens it."""
    path = PurePath(name)
    return safe_name(path.stem) + path.suffix


def _remove(folder: Path) -> None:
    for path in folder.rglob("*"):
        path.chmod(0o600 if path.is_file() else 0o700)  # what is read-only cannot go on Windows
    shutil.rmtree(folder, ignore_errors=True)
