"""Looking after backups: checking them, bringing one back beside the workspace, and using it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.files import explained
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.workspace import open_workspace
from digimaturity.store import backups
from digimaturity.store.backups import Backup
from digimaturity.store.header import SCHEMA
from digimaturity.store.inspection import Contents, count, inspect
from digimaturity.store.whole import remove_database

if TYPE_CHECKING:
    from digimaturity.services.sign_off_checks import Checked

__all__ = [
    "Backup",
    "BroughtBack",
    "Contents",
    "bring_back",
    "check",
    "discard",
    "present",
    "signed_in",
    "use_instead",
]

#: How much of the work of bringing a backup back is copying it.
_COPIED = 0.6


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A backup as a workspace of its own at `path`, opened and checked, and what is in it."""

    path: Path
    contents: Contents


def check(path: Path, watch: Watch = unwatched) -> Contents:
    """Read all of a backup, or of a workspace that nobody has open, and tell what is in it.

    Raises:
        UserError: ``backup.unsound`` and others of `store.inspection.inspect`.
        Stopped: as `watch` says.
    """
    return inspect(path.resolve(), watch)


def signed_in(path: Path, contents: Contents) -> tuple[Checked, ...]:
    """Check all that was signed in a file that `check` found sound; errors as of opening it.

    One of an earlier schema is not looked into: nothing could be signed with a hash then.
    """
    from digimaturity.services.sign_off_checks import check_sign_offs

    if contents.schema != SCHEMA:
        return ()
    with open_workspace(path.resolve(), read_only=True) as opened:
        return check_sign_offs(opened)


def present(workspace: Path) -> Contents:
    """What is in the workspace now; it may be open."""
    return count(workspace.resolve())


def bring_back(
    workspace: Path, backup: Path, target: Path | None = None, watch: Watch = unwatched
) -> BroughtBack:
    """Make a backup a workspace of its own, beside the present one or at `target`.

    It is copied, brought up to date, opened and checked. The present one is not touched.

    Raises:
        UserError: ``backup.exists``, ``backup.unsound``, why the backup cannot be read or the file
            not be written; nothing is left behind then.
        Stopped: as `watch` says; likewise.
    """
    from digimaturity.store.restoring import bring_up_to_date

    workspace = workspace.resolve()
    if target is None:
        now = datetime.now(UTC)
        target = workspace.with_name(f"{workspace.stem}-restored-{now:%Y%m%dT%H%M%S.%fZ}.db")
    target = target.absolute()
    backups.copy_to(backup.resolve(), target, share(watch, 0, _COPIED))
    try:
        bring_up_to_date(target)
        open_workspace(target, read_only=True).close()
        contents = inspect(target, share(watch, _COPIED, 1))
    except BaseException:
        discard(target)
        raise
    return BroughtBack(target, contents)


def discard(brought_back: Path) -> None:
    """Delete what was brought back; the backup that it was made of stays.

    Raises:
        UserError: why it cannot be deleted.
    """
    with explained(brought_back):
        remove_database(brought_back)


def use_instead(workspace: Path, brought_back: Path) -> Path | None:
    """Put what was brought back in the place of the workspace, which must not be open.

    What was there is moved aside; returned is its new place.

    Raises:
        UserError: ``workspace.locked``, or why the files cannot be moved. Both are as they were.
    """
    from digimaturity.store.restoring import exchange

    return exchange(workspace, brought_back)
