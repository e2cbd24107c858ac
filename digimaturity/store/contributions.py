"""Under which random id a company's scores of a year were given to others."""

from __future__ import annotations

from sqlalchemy.orm import Session

from digimaturity.store.tables import ContributionRow


class Contributions:
    """Reads and keeps the ids within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, company: str, year: int) -> str | None:
        """The id of a company's contribution of that year."""
        row = self._session.get(ContributionRow, (company, year))
        return None if row is None else row.id

    def keep(self, company: str, year: int, key: str) -> None:
        """Keep a new id."""
        self._session.add(ContributionRow(company_id=company, year=year, id=key))
