"""Deleting a company for good, and proving it: nothing of it is left in the file, or it is said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from digimaturity.errors import UserError
from digimaturity.files import explained, write_whole
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.workspace import Workspace, list_backups
from digimaturity.store import backups
from digimaturity.store.companies import Belongings
from digimaturity.store.erasing import copies_of, found_in, log_of, named_in
from digimaturity.store.lock import WriterLock

__all__ = [
    "Belongings",
    "Certificate",
    "Copy",
    "belongings_of",
    "delete_company",
    "delete_copies",
    "finish_deletion",
    "forget_note",
    "interrupted_deletion",
    "take_note_along",
]

#: A shorter name stands in any file by accident: only the ids are looked for then.
_SHORTEST = 4

#: So a backup is called that is a workspace of its own now: somebody may go on working in it.
_OWN = "-restored-"

#: Up to where each step takes the whole work.
_DELETED, _COMPACTED, _SEARCHED = 0.1, 0.4, 0.6


@dataclass(frozen=True, slots=True)
class Copy:
    """A file beside the workspace that this program made of it; its size is in bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was deleted and what was found afterwards; times are UTC as ISO text, sizes bytes.

    `found` are the names and ids that still stand in the file or its log. `elsewhere` are the
    tables in which one of the names stands as part of something else, such as another company's
    name or a comment; then it is no trace of the one that was deleted. `log_kept`: another program
    is reading, so that the log could not be emptied. `holding` are copies that still hold it,
    `deleted_copies` those that were deleted with it, `unread` those that could not be looked into,
    and `new_backup` what was made before.
    """

    workspace: Path
    deleted: Belongings
    begun: str
    ended: str = ""
    size_before: int = 0
    size_after: int = 0
    found: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    log_kept: bool = False
    searched: int = 0
    holding: tuple[Copy, ...] = ()
    unread: tuple[Path, ...] = ()
    deleted_copies: tuple[Copy, ...] = ()
    new_backup: Path | None = field(default=None)

    @property
    def name(self) -> str:
        """The company's name."""
        return self.deleted.names[0]

    @property
    def names_too_short(self) -> bool:
        """Whether a name is so short that it was not looked for."""
        return any(len(name) < _SHORTEST for name in self.deleted.names)

    @property
    def clean(self) -> bool:
        """Whether the file and its log hold nothing of the company any more."""
        ids = set(self.deleted.ids)
        return not (ids & set(self.found)) and (not self.found or bool(self.elsewhere))


def belongings_of(workspace: Workspace, company: str) -> Belongings:
    """All that would go with a company."""
    with workspace.reading() as stored:
        return stored.companies.belongings(company)


def delete_company(
    workspace: Workspace, company: str, watch: Watch = unwatched, *, with_copies: bool = False
) -> Certificate:
    """Delete a company, write the file anew, and search it for what it was called.

    What is deleted is noted beside the workspace before and until all is done, so that an end in
    the middle is known (`interrupted_deletion`). `with_copies` deletes old copies that still hold
    it, too, once a new backup is made; but not those that were brought back as workspaces. Takes a
    second and more for each hundred megabytes: not for the interface thread. Where `watch` ends it
    before anything is deleted, nothing is.

    Raises:
        UserError: ``deletion.pending`` with `name`: another one was interrupted, and comes first;
            ``deletion.unfinished`` with `why`, an error: it is deleted, the file not written anew;
            those of writing to the workspace, or of the file beside it: then nothing is deleted.
    """
    if workspace.read_only:
        raise UserError("workspace.opened_read_only", path=workspace.path)
    if (before := interrupted_deletion(workspace)) is not None:
        raise UserError("deletion.pending", name=before.name)
    watch(0)
    with workspace.taking_turns():
        noted = Certificate(
            workspace.path,
            belongings_of(workspace, company),
            _now(),
            size_before=_size(workspace.path),
        )
        write_whole(_note(workspace.path), json.dumps(_plain(noted)).encode())
        try:
            with workspace.writing() as stored:
                stored.companies.delete(company)
        except BaseException:
            _forget_note(workspace)
            raise
    _forget_scores(workspace, company)
    return _finish(workspace, noted, watch, with_copies=with_copies)


def interrupted_deletion(workspace: Workspace) -> Certificate | None:
    """The deletion that was interrupted after the company was deleted; None where there is none.

    One that was interrupted before has deleted nothing: its note is only taken away.
    """
    try:
        noted = _read(json.loads(_note(workspace.path).read_bytes()), workspace.path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError):
        return None
    with workspace.reading() as stored:
        there = stored.companies.get(noted.deleted.ids[0]) is not None
    if there and not workspace.read_only:
        _forget_note(workspace)
    return None if there else noted


def finish_deletion(
    workspace: Workspace, watch: Watch = unwatched, *, with_copies: bool = False
) -> Certificate | None:
    """Go on with the deletion that was interrupted; None where there is none.

    Raises:
        UserError: ``deletion.unfinished`` and others of `delete_company`.
    """
    if workspace.read_only:
        raise UserError("workspace.opened_read_only", path=workspace.path)
    noted = interrupted_deletion(workspace)
    return None if noted is None else _finish(workspace, noted, watch, with_copies=with_copies)


def delete_copies(
    workspace: Workspace, certificate: Certificate, watch: Watch = unwatched
) -> Certificate:
    """Delete the copies that still hold the company, and say so in the certificate.

    They hold the other companies, too: so a new backup is made before.

    Raises:
        UserError: why the backup cannot be made; then no copy is deleted. Or why one of them
            cannot be deleted, such as ``workspace.locked``: somebody works in it; the others stay
            as well then, unless they were deleted before it.
    """
    if not certificate.holding:
        return certificate
    watch(0)
    backup = certificate.new_backup or _new_backup(workspace)
    for copy in certificate.holding:
        with explained(copy.path), _unused(copy.path):
            copy.path.unlink(missing_ok=True)
    gone = (*certificate.deleted_copies, *certificate.holding)
    return replace(certificate, ended=_now(), holding=(), deleted_copies=gone, new_backup=backup)


@contextmanager
def _unused(copy: Path) -> Iterator[None]:
    # What SQLite keeps beside a workspace is in use with it.
    lock = WriterLock(copy.with_name(re.sub(r"-(wal|shm|journal)$", "", copy.name)))
    try:
        yield
    finally:
        lock.release()


def _new_backup(workspace: Workspace) -> Path:
    """A copy under a name of its own, even if another one was made in this very second."""
    taken = [one.taken + timedelta(seconds=1) for one in list_backups(workspace)]
    at = max([datetime.now(UTC).replace(microsecond=0), *taken])
    return backups.take(workspace.path.resolve(), "asked", at)


def _finish(
    workspace: Workspace, noted: Certificate, watch: Watch, *, with_copies: bool
) -> Certificate:
    """What comes once the company is out of the tables; may be done again and again."""
    workspace.taken_out.clear()
    workspace.taken_out.forget(noted.deleted.ids)
    watch(_DELETED)
    with _told_as_unfinished(workspace.path):
        emptied = workspace.compact()
        watch(_COMPACTED)
        done = _looked_through(workspace, noted, share(watch, _COMPACTED, _SEARCHED))
        done = _copies_looked_through(done, share(watch, _SEARCHED, 1))
    done = replace(done, log_kept=not emptied, ended=_now())
    if with_copies:
        with _told_as_unfinished(workspace.path):
            done = _without_copies(workspace, done)
    _forget_note(workspace)
    return done


def _without_copies(workspace: Workspace, done: Certificate) -> Certificate:
    """Delete those that nobody has named; what may be worked in is left to be named first."""
    own = tuple(copy for copy in done.holding if _OWN in copy.path.name)
    others = tuple(copy for copy in done.holding if copy not in own)
    return replace(delete_copies(workspace, replace(done, holding=others)), holding=own)


def _looked_through(workspace: Workspace, noted: Certificate, watch: Watch) -> Certificate:
    """Search the file itself and its log."""
    marks = _marks(noted)
    found = found_in(workspace.raw(), marks, watch)
    log = log_of(workspace.path)
    if log is not None:
        # The log is no database: SQLite's locks are on other files.
        with log.open("rb") as waiting:
            found |= found_in(waiting, marks, unwatched)
    names = [name for name in noted.deleted.names if name in found]
    return replace(
        noted,
        size_after=_size(workspace.path),
        found=tuple(mark for mark in marks if mark in found),
        elsewhere=named_in(workspace.path, names) if names else (),
    )


def _copies_looked_through(noted: Certificate, watch: Watch) -> Certificate:
    """Search what this program made of the workspace before.

    The ids alone tell: the name may be in a copy for another reason.
    """
    copies = copies_of(noted.workspace)
    holding: list[Copy] = []
    unread: list[Path] = []
    for place, path in enumerate(copies):
        part = share(watch, place / len(copies), (place + 1) / len(copies))
        try:
            with path.open("rb") as file:
                if found_in(file, noted.deleted.ids, part):
                    holding.append(Copy(path, path.stat().st_size))
        except OSError:
            unread.append(path)
    watch(1)
    return replace(noted, searched=len(copies), holding=tuple(holding), unread=tuple(unread))


def _marks(noted: Certificate) -> tuple[str, ...]:
    names = (name for name in noted.deleted.names if len(name) >= _SHORTEST)
    return (*names, *noted.deleted.ids)


@contextmanager
def _told_as_unfinished(path: Path) -> Iterator[None]:
    """The company is deleted already, whatever goes wrong now."""
    try:
        yield
    except UserError as error:
        raise UserError("deletion.unfinished", path=path, why=error) from error
    except OSError as error:
        why = UserError("file.failed", path=path, reason=error.strerror or "")
        raise UserError("deletion.unfinished", path=path, why=why) from error


def _forget_scores(workspace: Workspace, company: str) -> None:
    kept = workspace.scores
    with kept.lock:
        kept.rated = {key: one for key, one in kept.rated.items() if one[1].firm != company}
        kept.pools.clear()
        kept.stamp = None
    for drawn in [key for key in workspace.drawn if key[0] == company]:
        del workspace.drawn[drawn]


def _note(workspace: Path) -> Path:
    """The file that tells of a deletion as long as it is not finished."""
    return workspace.with_name(f"{workspace.name}.deleting")


def take_note_along(workspace: Path, target: Path) -> bool:
    """Tell of an interrupted deletion at `target`, too; returns whether there is one.

    Raises:
        UserError: those of `files.write_whole`.
    """
    try:
        noted = _note(workspace).read_bytes()
    except OSError:
        return False
    write_whole(_note(target), noted)
    return True


def forget_note(workspace: Path) -> None:
    """Take away what tells of a deletion beside a file that does not count (any longer)."""
    with suppress(OSError):
        _note(workspace).unlink(missing_ok=True)


def _forget_note(workspace: Workspace) -> None:
    path = _note(workspace.path)
    with explained(path):
        path.unlink(missing_ok=True)


def _plain(noted: Certificate) -> dict[str, Any]:
    return {
        "begun": noted.begun,
        "size_before": noted.size_before,
        "deleted": asdict(noted.deleted),
    }


def _read(plain: Mapping[str, Any], workspace: Path) -> Certificate:
    deleted = dict(plain["deleted"])
    names, ids = _texts(deleted.pop("names")), _texts(deleted.pop("ids"))
    if not (names and ids):
        raise ValueError(plain)
    counts = {key: int(value) for key, value in deleted.items()}
    return Certificate(
        workspace,
        Belongings(names, ids, **counts),
        str(plain["begun"]),
        size_before=int(plain["size_before"]),
    )


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _size(path: Path) -> int:
    return path.stat().st_size


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
