"""Copies of a workspace: complete, checked, and thinned with age."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from re import compile as pattern

from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.progress import Watch, unwatched
from digimaturity.store.copying import copy_pages, copying
from digimaturity.store.faults import translated
from digimaturity.store.header import check_health, connect_following, schema_of
from digimaturity.store.whole import put_database_in_place, unfinished_database

#: Of the daily copies so many are kept: the newest of each of the last days, weeks, months.
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 7, 4, 12

_NAME = pattern(r"(?P<time>\d{8}T\d{6}Z)-(?P<reason>daily|asked|before-\d+)\.db")
_TIME = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy in the workspace's own folder `backups`; `taken` is UTC, `size` in bytes.

    `reason` is ``daily``, ``asked`` (the user wanted it), or ``before-N``: before the change to
    schema N. What was put aside lies beside the workspace, for the reason ``replaced``.
    """

    path: Path
    taken: datetime
    reason: str
    size: int


def folder_of(workspace: Path) -> Path:
    """Where the copies of a workspace lie."""
    return workspace.parent / "backups"


def list_of(workspace: Path) -> tuple[Backup, ...]:
    """The copies of one workspace, newest first."""
    found = []
    for path in folder_of(workspace).glob("*.db"):
        match = _NAME.fullmatch(path.name.removeprefix(f"{_beginning(workspace)}-"))
        if match:
            taken, seen = datetime.strptime(match["time"], _TIME).replace(tzinfo=UTC), path.stat()
            backup = Backup(path, taken, match["reason"], seen.st_size)
            # Of two of one second the one that was written last is the newer.
            found.append((taken, seen.st_mtime_ns, match["reason"], backup))
    return tuple(backup for *_, backup in sorted(found, key=lambda one: one[:3], reverse=True))


def put_aside(workspace: Path) -> tuple[Backup, ...]:
    """What lay in the workspace's place before another file took it, newest first.

    A program that is killed between the two leaves only this.
    """
    found = []
    with explained(workspace.parent):
        for path in workspace.parent.glob("*.db"):
            if path.name.startswith(f"{workspace.stem}-replaced-"):
                seen = path.stat()
                taken = datetime.fromtimestamp(seen.st_mtime, UTC)
                found.append(Backup(path, taken, "replaced", seen.st_size))
    return tuple(sorted(found, key=lambda backup: backup.taken, reverse=True))


def copy_to(workspace: Path, target: Path, watch: Watch = unwatched) -> Path:
    """Write a complete and checked copy of `workspace`; a file that is there is not replaced.

    Raises:
        UserError: ``backup.exists``, ``backup.damaged`` (the workspace itself is damaged),
            ``workspace.`` and why it cannot be read, ``file.`` and why the copy cannot be written.
    """
    with translated(workspace):
        schema_of(workspace)
    with explained(target):
        if target.exists():
            raise UserError("backup.exists", path=target)
    copy_over(workspace, target, watch)
    return target


def copy_over(workspace: Path, target: Path, watch: Watch = unwatched) -> Path | None:
    """Put a complete and checked copy of `workspace` in the place of `target`.

    What was there is moved aside with its logs, once the copy is complete; returned is its new
    place. Errors as in `copy_to`; `target` is as it was then.
    """
    with translated(workspace):
        schema_of(workspace)
    with explained(target), unfinished_database(target) as temporary:
        with copying(workspace, target):
            with closing(connect_following(workspace)) as source:
                copy_pages(source, temporary, watch)
            check_health(temporary)
        return put_database_in_place(temporary, target)


def daily(workspace: Path, now: datetime) -> None:
    """Take today's copy unless there is one, and thin the older ones."""
    backups = list_of(workspace)
    if any(backup.reason == "daily" and backup.taken.date() == now.date() for backup in backups):
        return
    take(workspace, "daily", now)
    # Those of a clock that was ahead must not drive out the newest: they do not count.
    for backup in to_delete(backup for backup in list_of(workspace) if backup.taken <= now):
        backup.path.unlink(missing_ok=True)


def take(workspace: Path, reason: str, now: datetime, watch: Watch = unwatched) -> Path:
    """Put a copy into the workspace's own folder of copies."""
    folder = folder_of(workspace)
    with explained(folder):
        folder.mkdir(exist_ok=True)
    name = f"{_beginning(workspace)}-{now.strftime(_TIME)}-{reason}.db"
    return copy_to(workspace, folder / name, watch)


def to_delete(backups: Iterable[Backup]) -> list[Backup]:
    """The daily copies that are no longer needed; all others always stay."""
    regular = sorted(
        (backup for backup in backups if backup.reason == "daily"),
        key=lambda backup: backup.taken,
        reverse=True,
    )
    keep = (
        _newest_of_each(regular, KEEP_DAYS, lambda day: day)
        | _newest_of_each(regular, KEEP_WEEKS, lambda day: day.isocalendar()[:2])
        | _newest_of_each(regular, KEEP_MONTHS, lambda day: (day.year, day.month))
    )
    return [backup for backup in regular if backup.path not in keep]


def _beginning(workspace: Path) -> str:
    """How the names of its copies begin; `firm.v1` and `firm.v2` are two workspaces."""
    return workspace.stem if workspace.suffix == ".db" else workspace.name


def _newest_of_each(
    newest_first: Iterable[Backup], periods: int, period: Callable[[date], Hashable]
) -> set[Path]:
    kept: dict[Hashable, Path] = {}
    for backup in newest_first:
        key = period(backup.taken.date())
        if key not in kept and len(kept) == periods:
            break
        kept.setdefault(key, backup.path)
    return set(kept.values())
