"""Where commands read and write: the user's own workspace, and files that do not exist yet."""

from __future__ import annotations

from pathlib import Path

from digimaturity import paths, settings
from digimaturity.errors import UserError
from digimaturity.files import write_whole


def own_workspace(named: Path | None) -> Path:
    """The workspace that is named, or the one that the application opens: it may have moved."""
    return named or settings.own_workspace(settings.load_settings(paths.config_dir()))


def workspace_with_work(named: Path | None) -> Path:
    """The workspace that is named, or the user's own.

    Raises:
        UserError: ``assessment.none``: the user's own is not there yet.
    """
    path = own_workspace(named)
    if named is None and not path.exists():
        raise UserError("assessment.none", path=path)
    return path


def refuse_existing(out: Path, *, force: bool, source: Path | None = None) -> None:
    """Refuse to write over a file, unless by `force`; over `source`, which is read, always.

    Raises:
        UserError: ``file.exists``, ``file.is_folder``.
    """
    if out.is_dir():
        raise UserError("file.is_folder", path=out)
    itself = source is not None and out.exists() and source.exists() and out.samefile(source)
    if itself or (out.exists() and not force):
        raise UserError("file.exists", path=out)


def write(path: Path, content: bytes) -> None:
    """Write a file whole and print its path; errors are those of `files.write_whole`."""
    write_whole(path, content)
    print(path)


def refuse_missing(path: Path) -> None:
    """Refuse a workspace that is not there: a command that reads makes none.

    Raises:
        UserError: ``workspace.missing``.
    """
    if not path.exists():
        raise UserError("workspace.missing", path=path)
