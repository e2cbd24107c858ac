"""The log of companies' roadmaps: lines are only added, and the newest of each place holds."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, func, insert, select

from digimaturity.store.records import PlanLine
from digimaturity.store.tables import PlanLogRow

_COMPANY = PlanLogRow.company_id == bindparam("company")
_LOG = select(PlanLogRow.__table__).where(_COMPANY).order_by(PlanLogRow.id)
_LAST = select(func.max(PlanLogRow.id)).where(_COMPANY)


class PlanLog:
    """Reads and extends the log within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, company: str, lines: Iterable[PlanLine]) -> None:
        """Add lines, in their order."""
        rows = [
            {
                "company_id": company,
                "part": line.part,
                "key": line.key,
                "old_value": line.old,
                "new_value": line.new,
                "at": line.at,
                "author": line.by,
            }
            for line in lines
        ]
        if rows:
            self._connection.execute(insert(PlanLogRow), rows)

    def lines(self, company: str) -> tuple[PlanLine, ...]:
        """Every line of a company, oldest first."""
        rows = self._connection.execute(_LOG, {"company": company})
        return tuple(
            PlanLine(row.part, row.key, row.old_value, row.new_value, row.at, row.author)
            for row in rows
        )

    def last(self, company: str) -> int:
        """The number of the newest line of a company, 0 where there is none."""
        return self._connection.execute(_LAST, {"company": company}).scalar() or 0
