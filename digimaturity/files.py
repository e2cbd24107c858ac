"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from digimaturity.errors import UserError

#: What the system says when there is no more room: disk, quota, largest file.
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

#: Either the bytes, or a function that writes the file at the path it is given.
Content = bytes | Callable[[Path], None]


def safe_name(title: str) -> str:
    """`title` without what some system does not allow in the name of a file, in 120 letters."""
    cleaned = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    return re.sub(r"\s+", " ", cleaned).strip(" .")[:120] or "report"


def write_whole(path: Path, content: Content) -> None:
    """Write `path` completely, replacing what was there, or leave everything as it was.

    The content goes to a temporary file in the same folder, is forced to the disk, and then takes
    its name in one step. Whether an existing file may be replaced is the caller's question.

    Raises:
        UserError: ``file.full_disk``, ``file.read_only``, ``file.missing_folder``,
            ``file.is_folder`` or ``file.failed``; nothing is left behind then.
    """
    with explained(path), unfinished(path) as temporary:
        if isinstance(content, bytes):
            temporary.write_bytes(content)
        else:
            content(temporary)
        put_in_place(temporary, path)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly these files, or leave it as it was.

    The files go to a new folder beside it, which then takes its name. What a crash leaves between
    the two steps is put right by `restore_folder`.

    Raises:
        UserError: as `write_whole`.
    """
    new, old = _beside(folder, "new"), _beside(folder, "old")
    with explained(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        restore_folder(folder)
        shutil.rmtree(new, ignore_errors=True)
        try:
            new.mkdir()
            for name, content in files.items():
                (new / name).write_bytes(content)
                _to_disk(new / name, os.O_RDWR)
            if folder.exists():
                folder.replace(old)
            new.replace(folder)
        except BaseException:
            restore_folder(folder)
            raise
        finally:
            shutil.rmtree(new, ignore_errors=True)
        if os.name == "posix":
            _to_disk(folder.parent, os.O_RDONLY)
        shutil.rmtree(old, ignore_errors=True)


def restore_folder(folder: Path) -> None:
    """Put back what `write_folder` had taken away when it was stopped half-way."""
    old = _beside(folder, "old")
    if old.exists():
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.replace(folder)


def _beside(folder: Path, kind: str) -> Path:
    return folder.with_name(f".{folder.name}.{kind}")


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A temporary file beside `path`, gone afterwards whatever happens."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:60]}.", suffix=".part", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        temporary.chmod(0o666 & ~_umask())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name, so that it survives a power cut from here on."""
    _to_disk(temporary, os.O_RDWR)
    temporary.replace(path)
    if os.name == "posix":
        _to_disk(path.parent, os.O_RDONLY)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about `path` into an error that the user can act on."""
    try:
        yield
    except OSError as error:
        raise UserError(_code(error, path), path=path, reason=error.strerror or "") from error


def _code(error: OSError, path: Path) -> str:
    if error.errno in _NO_ROOM:
        return "file.full_disk"
    if error.errno == errno.EISDIR:
        return "file.is_folder"
    if not path.parent.is_dir():
        return "file.missing_folder"
    return "file.read_only" if error.errno in _NOT_ALLOWED else "file.failed"


def _to_disk(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    """The process's file mask, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
