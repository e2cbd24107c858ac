"""Files beside answers: attached, listed, opened, saved elsewhere, removed."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.domain.attachment import Attachment
from digimaturity.errors import UserError
from digimaturity.files import write_whole
from digimaturity.services.assessments import case_of, found, still_open
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.taken_out import may_open
from digimaturity.services.text import storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.pieces import pieces_of

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = [
    "LARGEST",
    "Attachment",
    "attach",
    "attachments_of",
    "may_open",
    "remove",
    "restore",
    "save_copy",
    "take_out",
]

#: A file may be this large (bytes): each backup holds it once more.
LARGEST = 25_000_000


def attach(
    workspace: Workspace, assessment: str, respondent: str, question: str, path: Path
) -> Change:
    """Copy a file into the workspace, as evidence of an answer; `Change.now` tells of it.

    The file itself is not touched, and may go. Takes as long as reading and writing it do.

    Raises:
        UserError: ``attachment.`` and one of missing, folder (or anything else that is no file),
            unreadable, too_large, twice (beside this very answer); ``assessment.finished``; and
            those of writing to the workspace. Nothing is changed then.
        KeyError: There is no such assessment, respondent or question.
    """
    content = _read(path)
    name, digest = storable(path.name), sha256(content).hexdigest()
    with workspace.taking_turns():
        case = case_of(workspace, assessment)
        still_open(case.record)
        place = (assessment, respondent, case.questionnaire.by_id[question].id)
        with workspace.writing() as stored:
            for one in stored.attachments.of(assessment):
                if (one.respondent, one.question, one.sha256) == (respondent, question, digest):
                    raise UserError("attachment.twice", name=name, there=one.name)
            added = stored.attachments.begin(place, name, digest, len(content))
    try:
        _fill(workspace, added, content)
    except BaseException:
        with suppress(UserError), workspace.writing() as stored:
            stored.attachments.discard(added.id)
        raise
    return _change(case.company.id, added, there=True)


def _fill(workspace: Workspace, added: Attachment, content: bytes) -> None:
    """Write a file in many small transactions, between which clicks get their turn."""
    for number, piece in enumerate(pieces_of(content)):
        with workspace.writing() as stored:
            _there(stored, added.id)
            stored.attachments.add_piece(added.id, number, piece)
    with workspace.writing() as stored:
        _there(stored, added.id)
        still_open(found(stored, added.assessment))  # it may have been signed off meanwhile
        stored.attachments.set_aside(added.id, removed=False)


def _there(stored: Repository, key: str) -> Attachment:
    """The file itself, unless it was deleted with its assessment in the meantime."""
    there = stored.attachments.get(key)
    if there is None:
        raise UserError("attachment.gone")
    return there


def attachments_of(workspace: Workspace, assessment: str) -> tuple[Attachment, ...]:
    """The files of an assessment, in the order in which they were attached."""
    with workspace.reading() as stored:
        return stored.attachments.of(assessment)


def remove(workspace: Workspace, attachment: str) -> Change:
    """Take a file away. It can come back until the workspace is opened the next time.

    Raises:
        UserError: ``attachment.gone`` already; ``assessment.finished``; and those of writing.
    """
    return _set_aside(workspace, attachment, removed=True)


def restore(workspace: Workspace, attachment: str) -> Change:
    """Bring back a file that was removed; raises what `remove` does."""
    return _set_aside(workspace, attachment, removed=False)


def save_copy(workspace: Workspace, attachment: str, path: Path) -> None:
    """Write a file to `path`, whole or not at all, replacing what is there.

    Raises:
        UserError: ``attachment.gone`` or ``attachment.damaged``; and those of `files.write_whole`.
    """
    write_whole(path, _content(workspace, attachment)[1])


def take_out(workspace: Workspace, attachment: str) -> Path:
    """A read-only copy of a file for another program, gone when the workspace is closed.

    Raises:
        UserError: ``attachment.gone``, ``attachment.damaged`` or ``attachment.not_opened``, since
            a file of this type might run; and those of writing a file.
    """
    there, content = _content(workspace, attachment)
    if not may_open(there.name):
        raise UserError("attachment.not_opened", name=there.name)
    return workspace.taken_out.put(there.id, there.name, content)


def _read(path: Path) -> bytes:
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):  # reading from a device or pipe might never end
            raise UserError("attachment.folder", path=path)
        if kind.st_size > LARGEST:
            raise UserError("attachment.too_large", path=path, size=kind.st_size, largest=LARGEST)
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            raise UserError("attachment.missing", path=path) from error
        reason = error.strerror or ""
        raise UserError("attachment.unreadable", path=path, reason=reason) from error
    if len(content) > LARGEST:  # it has grown since
        raise UserError("attachment.too_large", path=path, size=len(content), largest=LARGEST)
    return content


def _content(workspace: Workspace, attachment: str) -> tuple[Attachment, bytes]:
    with workspace.reading() as stored:
        there = _there(stored, attachment)
    content = b"".join(_pieces(workspace, attachment))
    if sha256(content).hexdigest() != there.sha256:
        raise UserError("attachment.damaged", name=there.name)
    return there, content


def _pieces(workspace: Workspace, attachment: str) -> Iterator[bytes]:
    for number in count():
        with workspace.reading() as stored:
            piece = stored.attachments.piece(attachment, number)
        if piece is None:
            return
        yield piece


def _set_aside(workspace: Workspace, attachment: str, *, removed: bool) -> Change:
    with workspace.taking_turns():
        with workspace.reading() as stored:
            there = _there(stored, attachment)
        case = case_of(workspace, there.assessment)
        still_open(case.record)
        with workspace.writing() as stored:
            stored.attachments.set_aside(attachment, removed=removed)
    return _change(case.company.id, there, there=not removed)


def _change(company: str, attachment: Attachment, *, there: bool) -> Change:
    return Change(
        ChangeKind.ATTACHMENT,
        company=company,
        assessment=attachment.assessment,
        question=attachment.question,
        respondent=attachment.respondent,
        undo=None if there else attachment,
        now=attachment if there else None,
    )
