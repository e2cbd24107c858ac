"""Where work on each company stopped."""

from __future__ import annotations

from sqlalchemy.orm import Session

from digimaturity.store.records import Place
from digimaturity.store.tables import CompanyPlaceRow


class Places:
    """Reads and keeps the places within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, company: str) -> Place:
        """Where work on a company stopped; an empty place where it has not begun."""
        row = self._session.get(CompanyPlaceRow, company)
        if row is None:
            return Place()
        return Place(row.assessment_id, row.respondent_id, row.page, row.place)

    def keep(self, company: str, place: Place) -> None:
        """Keep where work on a company stopped, instead of what was kept before."""
        self._session.merge(
            CompanyPlaceRow(
                company_id=company,
                assessment_id=place.assessment,
                respondent_id=place.respondent,
                page=place.page,
                place=place.place,
            )
        )
