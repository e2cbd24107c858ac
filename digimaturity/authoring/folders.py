"""Folders of packs that are written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.files import explained, put_in_place, unfinished


def require_new(folder: Path) -> None:
    """Make sure that nothing lies at `folder` yet, or an empty folder.

    Raises:
        UserError: ``pack.not_empty``, or those of `files.explained`.
    """
    with explained(folder):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise UserError("pack.not_empty", path=folder)
        if folder.is_dir() and any(folder.iterdir()):
            raise UserError("pack.not_empty", path=folder)


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` with `files` (names with slashes), whole or not at all.

    Raises:
        UserError: ``pack.not_empty`` where something lies there, or those of `files.explained`.
    """
    require_new(folder)
    with explained(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name[:60]}.", dir=folder.parent))
        try:
            for name, data in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            beside.chmod(0o755)
            if folder.is_dir():
                folder.rmdir()
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def write_into_folder(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Replace files of `folder`, or delete them (None); all of them or none.

    All new contents are on the disk before the first file takes its place; should one then fail,
    those before it get back what they held.

    Raises:
        UserError: those of `files.explained`.
    """
    with explained(folder), ExitStack() as stack:
        new: dict[Path, Path | None] = {}
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            new[path] = None
            if data is not None:
                temporary = stack.enter_context(unfinished(path))
                temporary.write_bytes(data)
                new[path] = temporary
        before = {path: path.read_bytes() if path.exists() else None for path in new}
        done: list[Path] = []
        try:
            for path, ready in new.items():
                done.append(path)
                if ready is None:
                    path.unlink(missing_ok=True)
                else:
                    put_in_place(ready, path)
        except OSError:
            for path in done:
                _restore(path, before[path])
            raise


def _restore(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
