"""What the user chose for the reports of an assessment, as one JSON document each."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from digimaturity.store.tables import ReportChoicesRow


class ReportChoicesTable:
    """Reads and keeps the choices within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, assessment: str) -> Mapping[str, object]:
        """What was chosen for an assessment; nothing, if nothing was."""
        row = self._session.get(ReportChoicesRow, assessment)
        return {} if row is None else row.document

    def keep(self, assessment: str, document: Mapping[str, object]) -> None:
        """Keep what was chosen, in place of what was kept before."""
        self._session.merge(ReportChoicesRow(assessment_id=assessment, document=dict(document)))
