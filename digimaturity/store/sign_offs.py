"""What became of assessments: signed off with all that was signed, or opened to be corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select

from digimaturity.store.records import Json, SignEvent, SignLine
from digimaturity.store.tables import SignOffRow

_LINES = (
    select(
        SignOffRow.id,
        SignOffRow.event,
        SignOffRow.at,
        SignOffRow.author,
        SignOffRow.reason,
        SignOffRow.digest,
    )
    .where(SignOffRow.assessment_id == bindparam("assessment"))
    .order_by(SignOffRow.id)
)
_DOCUMENT = select(SignOffRow.document).where(SignOffRow.id == bindparam("line"))


class SignOffs:
    """Reads and extends what became of assessments, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, assessment: str) -> tuple[SignLine, ...]:
        """All that became of an assessment, oldest first."""
        rows = self._connection.execute(_LINES, {"assessment": assessment})
        return tuple(
            SignLine(row.id, SignEvent(row.event), row.at, row.author, row.reason, row.digest or "")
            for row in rows
        )

    def document(self, line: int) -> Mapping[str, Json]:
        """All that was signed with that line; KeyError where nothing was."""
        found = self._connection.execute(_DOCUMENT, {"line": line}).scalar()
        if found is None:
            raise KeyError(line)
        return cast("Mapping[str, Json]", found)

    def add(self, assessment: str, line: SignLine, document: Json = None) -> None:
        """Add a line; its `id` counts for nothing."""
        self._connection.execute(
            insert(SignOffRow),
            {
                "assessment_id": assessment,
                "event": line.event,
                "at": line.at,
                "author": line.by,
                "reason": line.reason,
                "digest": line.digest or None,
                "document": document,
            },
        )
