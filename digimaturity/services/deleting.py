"""Deleting a company for good, and proving it: nothing of it is left in the file, or it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.deletion_record import Certificate, Copy, finish_note, note, noted
from digimaturity.services.deletion_search import copies_looked_through, looked_through
from digimaturity.services.workspace import Workspace, list_backups
from digimaturity.store import backups
from digimaturity.store.companies import Belongings
from digimaturity.store.lock import WriterLock

__all__ = [
    "Belongings",
    "Certificate",
    "Copy",
    "belongings_of",
    "delete_company",
    "delete_copies",
    "finish_deletion",
    "interrupted_deletion",
]

#: So a backup is called that is a workspace of its own now: somebody may go on working in it.
_OWN = "-restored-"

#: Up to where each step takes the whole work.
_DELETED, _COMPACTED, _SEARCHED = 0.1, 0.4, 0.6


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
        begun = Certificate(
            workspace.path,
            belongings_of(workspace, company),
            _now(),
            size_before=workspace.path.stat().st_size,
        )
        note(begun)
        try:
            with workspace.writing() as stored:
                stored.companies.delete(company)
        except BaseException:
            finish_note(workspace.path)
            raise
    _forget_scores(workspace, company)
    return _finish(workspace, begun, watch, with_copies=with_copies)


def interrupted_deletion(workspace: Workspace) -> Certificate | None:
    """The deletion that was interrupted after the company was deleted; None where there is none.

    One that was interrupted before has deleted nothing: its note is only taken away.
    """
    begun = noted(workspace.path)
    if begun is None:
        return None
    with workspace.reading() as stored:
        there = stored.companies.get(begun.deleted.ids[0]) is not None
    if there and not workspace.read_only:
        finish_note(workspace.path)
    return None if there else begun


def finish_deletion(
    workspace: Workspace, watch: Watch = unwatched, *, with_copies: bool = False
) -> Certificate | None:
    """Go on with the deletion that was interrupted; None where there is none.

    Raises:
        UserError: ``deletion.unfinished`` and others of `delete_company`.
    """
    if workspace.read_only:
        raise UserError("workspace.opened_read_only", path=workspace.path)
    begun = interrupted_deletion(workspace)
    return None if begun is None else _finish(workspace, begun, watch, with_copies=with_copies)


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
    workspace: Workspace, begun: Certificate, watch: Watch, *, with_copies: bool
) -> Certificate:
    """What comes once the company is out of the tables; may be done again and again."""
    workspace.taken_out.clear()
    workspace.taken_out.forget(begun.deleted.ids)
    watch(_DELETED)
    with _told_as_unfinished(workspace.path):
        emptied = workspace.compact()
        watch(_COMPACTED)
        done = looked_through(workspace, begun, share(watch, _COMPACTED, _SEARCHED))
        done = copies_looked_through(done, share(watch, _SEARCHED, 1))
    done = replace(done, log_kept=not emptied, ended=_now())
    if with_copies:
        with _told_as_unfinished(workspace.path):
            done = _without_copies(workspace, done)
    finish_note(workspace.path)
    return done


def _without_copies(workspace: Workspace, done: Certificate) -> Certificate:
    """Delete those that nobody has named; what may be worked in is left to be named first."""
    own = tuple(copy for copy in done.holding if _OWN in copy.path.name)
    others = tuple(copy for copy in done.holding if copy not in own)
    return replace(delete_copies(workspace, replace(done, holding=others)), holding=own)


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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
