"""Moving the workspace to another folder, disk or name: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.progress import Watch, unwatched
from digimaturity.services.deletion_record import forget_note, take_note_along
from digimaturity.services.workspace import Workspace
from digimaturity.store.moving import Move, retire

__all__ = ["Move", "complete", "move_workspace", "prepare", "retire", "target_of"]

#: So often a copy is made anew because somebody has written meanwhile.
_ATTEMPTS = 5


def target_of(workspace: Path, wanted: Path) -> Path:
    """The file that is meant: in a folder it keeps its name.

    What is not there and has no ending is a folder that has yet to be made, and no file.
    """
    wanted = wanted.expanduser().absolute()
    folder = wanted.is_dir() or not (wanted.suffix or wanted.exists())
    return wanted / workspace.name if folder else wanted


def prepare(workspace: Workspace, target: Path, watch: Watch = unwatched) -> Move:
    """Copy the workspace, which stays in use, to where it shall be, and compare; may take long.

    Raises:
        UserError: ``workspace.opened_read_only`` and those of `store.moving.Move`. Nothing has
            changed then.
        Stopped: as `watch` says; likewise.
    """
    if workspace.read_only:
        raise UserError("workspace.opened_read_only", path=workspace.path)
    return Move(workspace.path, target_of(workspace.path, target), watch)


def complete(workspace: Workspace, move: Move, switch: Callable[[Path], None]) -> bool:
    """Let the copy be the workspace from now on, once `switch` has kept its place; quick.

    The workspace that is open is to be closed then, and may be retired: it takes no change any
    more. Returns False, and nothing has changed, where it was written to since the copy was made.

    Raises:
        UserError: those of writing, and of `switch`; nothing has changed then.
    """
    with workspace.taking_turns(), move:
        known, noted = False, take_note_along(workspace.path, move.target)
        try:
            known = move.finish(switch)
        finally:
            if noted:
                forget_note(workspace.path if known else move.target)
        if known:
            workspace.leave()  # a worker that waits for its turn would write into the old file
        return known


def move_workspace(
    workspace: Workspace,
    target: Path,
    switch: Callable[[Path], None],
    watch: Watch = unwatched,
) -> Path:
    """Do all of it and return the new place; the old file is left, for `retire`.

    Raises:
        UserError: as `prepare` and `complete`; ``workspace.locked``: others never stop writing.
    """
    for _ in range(_ATTEMPTS):
        move = prepare(workspace, target, watch)
        if complete(workspace, move, switch):
            return move.target
    raise UserError("workspace.locked", path=workspace.path)
