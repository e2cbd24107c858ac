"""Companies in the workspace."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from digimaturity.domain.company import TurnoverBand
from digimaturity.store.clock import now
from digimaturity.store.records import CompanyRecord
from digimaturity.store.tables import CompanyRow


class Companies:
    """Reads and writes companies within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[CompanyRecord, ...]:
        """Every company, by name."""
        rows = self._session.scalars(
            select(CompanyRow).order_by(func.lower(CompanyRow.name), CompanyRow.created)
        )
        return tuple(_record(row) for row in rows)

    def first(self) -> CompanyRecord | None:
        """The first company by name that is not archived, else the first of all."""
        row = self._session.scalar(
            select(CompanyRow)
            .order_by(
                CompanyRow.archived.is_not(None), func.lower(CompanyRow.name), CompanyRow.created
            )
            .limit(1)
        )
        return None if row is None else _record(row)

    def numbers(self) -> dict[str, int]:
        """The companies' ids, numbered from 1 in the order in which they were entered."""
        ids = self._session.scalars(
            select(CompanyRow.id).order_by(CompanyRow.created, CompanyRow.id)
        )
        return {key: place for place, key in enumerate(ids, start=1)}

    def get(self, company: str) -> CompanyRecord | None:
        """The company with that id."""
        row = self._session.get(CompanyRow, company)
        return None if row is None else _record(row)

    def one(self, company: str) -> CompanyRecord:
        """The company with that id; KeyError when there is none."""
        found = self.get(company)
        if found is None:
            raise KeyError(company)
        return found

    def save(self, record: CompanyRecord) -> str:
        """Add or change a company, and return its id."""
        row = self._session.get(CompanyRow, record.id) if record.id else None
        if row is None:
            row = CompanyRow(id=record.id or str(uuid4()), created=now())
            self._session.add(row)
        row.name = record.name
        row.country = record.country
        row.section = record.section
        row.employees = record.employees
        row.turnover_band = record.turnover_band
        row.contact = record.contact
        row.notes = record.notes
        return row.id


def _record(row: CompanyRow) -> CompanyRecord:
    return CompanyRecord(
        name=row.name,
        country=row.country,
        section=row.section,
        employees=row.employees,
        turnover_band=TurnoverBand(row.turnover_band) if row.turnover_band else None,
        contact=row.contact,
        notes=row.notes,
        id=row.id,
        archived=row.archived,
    )
