"""Files beside answers: copied whole, set aside when they are removed, gone at the next opening."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Select, insert, select, update

from digimaturity.domain.attachment import Attachment
from digimaturity.store.clock import now
from digimaturity.store.connections import connect_writing
from digimaturity.store.tables import AttachmentRow

_LISTED = select(
    AttachmentRow.id,
    AttachmentRow.assessment_id,
    AttachmentRow.respondent_id,
    AttachmentRow.question_id,
    AttachmentRow.name,
    AttachmentRow.size,
    AttachmentRow.sha256,
)


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

    def content(self, key: str) -> bytes:
        """What is in one that is there."""
        wanted = select(AttachmentRow.content).where(AttachmentRow.id == key)
        return self._connection.execute(wanted).scalar_one()

    def add(
        self, place: tuple[str, str, str], name: str, sha256: str, content: bytes
    ) -> Attachment:
        """Keep a file; `place` are the ids of assessment, respondent and question."""
        added = Attachment(str(uuid4()), *place, name, len(content), sha256)
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
                "removed": None,
                "content": content,
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
                self.add(place, one.name, one.sha256, self.content(one.id))

    def _listed(self, wanted: Select[str, str, str, str, str, int, str]) -> tuple[Attachment, ...]:
        rows = self._connection.execute(wanted.order_by(AttachmentRow.added, AttachmentRow.id))
        return tuple(
            Attachment(key, assessment, respondent, question, name, size, digest)
            for key, assessment, respondent, question, name, size, digest in rows
        )


def purge(path: Path) -> None:
    """Delete for good what was removed before the workspace was closed; its place is overwritten.

    What older backups hold of it is not touched.
    """
    with closing(connect_writing(path)) as connection:
        if _any_removed(connection):
            connection.execute("PRAGMA secure_delete = ON").fetchone()
            connection.execute("DELETE FROM attachment WHERE removed IS NOT NULL")


def _any_removed(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM attachment WHERE removed IS NOT NULL LIMIT 1")
    return found.fetchone() is not None
