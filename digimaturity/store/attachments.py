"""Files beside answers: kept in pieces, set aside when removed, gone at the next opening."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Select, delete, insert, select, update

from digimaturity.domain.attachment import Attachment
from digimaturity.store.clock import now
from digimaturity.store.connections import connect_writing
from digimaturity.store.tables import AttachmentPartRow, AttachmentRow

_LISTED = select(
    AttachmentRow.id,
    AttachmentRow.assessment_id,
    AttachmentRow.respondent_id,
    AttachmentRow.question_id,
    AttachmentRow.name,
    AttachmentRow.size,
    AttachmentRow.sha256,
)


_PART = AttachmentPartRow

_COPY = """
INSERT INTO attachment_part SELECT ?, number, content FROM attachment_part WHERE attachment_id = ?
"""


class Attachments:
    """Reads and writes them within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, assessment: str) -> tuple[Attachment, ...]:
        """Those of an assessment that were not removed, in the order in which they were added."""
        wanted = AttachmentRow.assessment_id == assessment
        return self._listed(_LISTED.where(wanted).where(AttachmentRow.removed.is_(None)))

    def get(self, key: str) -> Attachment | None:
        """One of them, removed or not; None where it is gone."""
        return next(iter(self._listed(_LISTED.where(AttachmentRow.id == key))), None)

    def piece(self, key: str, number: int) -> bytes | None:
        """One piece of a file; None behind the last."""
        wanted = select(_PART.content).where(_PART.attachment_id == key, _PART.number == number)
        return self._connection.execute(wanted).scalar()

    def begin(self, place: tuple[str, str, str], name: str, sha256: str, size: int) -> Attachment:
        """Begin to keep a file of that `size` in bytes, which until its end is as good as removed.

        `place` are the ids of assessment, respondent and question.
        """
        return self._begin(Attachment(str(uuid4()), *place, name, size, sha256))

    def add_piece(self, key: str, number: int, piece: bytes) -> None:
        """Keep one more piece of a file."""
        add_piece(self._connection, key, number, piece)

    def discard(self, key: str) -> None:
        """Forget a file that could not be kept whole."""
        self._connection.execute(delete(AttachmentRow).where(AttachmentRow.id == key))

    def _begin(self, added: Attachment) -> Attachment:
        self._connection.execute(
            insert(AttachmentRow),
            {
                "id": added.id,
                "assessment_id": added.assessment,
                "respondent_id": added.respondent,
                "question_id": added.question,
                "name": added.name,
                "size": added.size,
                "sha256": added.sha256,
                "added": now(),
                "removed": now(),
            },
        )
        return added

    def set_aside(self, key: str, *, removed: bool) -> None:
        """Remove one, or bring it back as long as the workspace is open."""
        row = update(AttachmentRow).where(AttachmentRow.id == key)
        self._connection.execute(row.values(removed=now() if removed else None))

    def copy(
        self,
        assessment: str,
        target: str,
        respondents: Mapping[str, str],
        questions: Collection[str],
    ) -> None:
        """Copy those beside `questions` to another one; `respondents` has its ids by ours."""
        for one in self.of(assessment):
            if one.question in questions:
                place = (target, respondents[one.respondent], one.question)
                copy = self.begin(place, one.name, one.sha256, one.size)
                self._connection.exec_driver_sql(_COPY, (copy.id, one.id))
                self.set_aside(copy.id, removed=False)

    def _listed(self, wanted: Select[str, str, str, str, str, int, str]) -> tuple[Attachment, ...]:
        rows = self._connection.execute(wanted.order_by(AttachmentRow.added, AttachmentRow.id))
        return tuple(
            Attachment(key, assessment, respondent, question, name, size, digest)
            for key, assessment, respondent, question, name, size, digest in rows
        )


def add_piece(connection: Connection, key: str, number: int, piece: bytes) -> None:
    """Keep one piece of a file, numbered from 0."""
    row = {"attachment_id": key, "number": number, "content": piece}
    connection.execute(insert(_PART), row)


def content_of(connection: Connection, key: str) -> bytes:
    """All pieces of a file together."""
    wanted = select(_PART.content).where(_PART.attachment_id == key).order_by(_PART.number)
    return b"".join(connection.execute(wanted).scalars())


def purge(path: Path) -> None:
    """Delete for good what was removed before the workspace was closed; its place is overwritten.

    What older backups hold of it is not touched.
    """
    with closing(connect_writing(path)) as connection:
        if _any_removed(connection):
            connection.execute("DELETE FROM attachment WHERE removed IS NOT NULL")


def _any_removed(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM attachment WHERE removed IS NOT NULL LIMIT 1")
    return found.fetchone() is not None
