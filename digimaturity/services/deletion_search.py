"""Whether anything of a deleted company is left: in the file, its log, and its copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.deletion_record import Certificate, Copy
from digimaturity.services.workspace import Workspace
from digimaturity.store.erasing import copies_of, found_in, log_of, named_in


def looked_through(workspace: Workspace, noted: Certificate, watch: Watch) -> Certificate:
    """Search the file itself and its log."""
    marks = noted.marks
    found = found_in(workspace.raw(), marks, watch)
    log = log_of(workspace.path)
    if log is not None:
        # The log is no database: SQLite's locks are on other files.
        with log.open("rb") as waiting:
            found |= found_in(waiting, marks, unwatched)
    names = [name for name in noted.deleted.names if name in found]
    return replace(
        noted,
        size_after=workspace.path.stat().st_size,
        found=tuple(mark for mark in marks if mark in found),
        elsewhere=named_in(workspace.path, names) if names else (),
    )


def copies_looked_through(noted: Certificate, watch: Watch) -> Certificate:
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
