"""What is known of a deletion: its certificate, and the note that tells of it until it is done."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from digimaturity.files import explained, write_whole
from digimaturity.store.companies import Belongings

#: A shorter name stands in any file by accident: only the ids are looked for then.
SHORTEST = 4


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
        return any(len(name) < SHORTEST for name in self.deleted.names)

    @property
    def marks(self) -> tuple[str, ...]:
        """What is looked for: the names that are long enough, and the ids."""
        names = (name for name in self.deleted.names if len(name) >= SHORTEST)
        return (*names, *self.deleted.ids)

    @property
    def clean(self) -> bool:
        """Whether the file and its log hold nothing of the company any more."""
        ids = set(self.deleted.ids)
        return not (ids & set(self.found)) and (not self.found or bool(self.elsewhere))


def note(certificate: Certificate) -> None:
    """Note beside the workspace that the deletion has begun.

    Raises:
        UserError: those of `files.write_whole`.
    """
    plain = {
        "begun": certificate.begun,
        "size_before": certificate.size_before,
        "deleted": asdict(certificate.deleted),
    }
    write_whole(_note(certificate.workspace), json.dumps(plain).encode())


def noted(workspace: Path) -> Certificate | None:
    """The deletion that a note beside the workspace tells of; None where there is none to read."""
    try:
        return _read(json.loads(_note(workspace).read_bytes()), workspace)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def finish_note(workspace: Path) -> None:
    """Take the note away: the deletion is done, or has never begun.

    Raises:
        UserError: those of `files.explained`.
    """
    path = _note(workspace)
    with explained(path):
        path.unlink(missing_ok=True)


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
