"""The log of companies' roadmaps: lines are only added, and the newest of each place holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from digimaturity.store.records import PlanLine
from digimaturity.store.tables import PlanLogRow

_COMPANY = PlanLogRow.company_id == bindparam("company")
_LOG = select(PlanLogRow.__table__).where(_COMPANY).order_by(PlanLogRow.id)
#: Without what stood there before, which takes as long to read.
_OF_PARTS = (
    select(PlanLogRow.part, PlanLogRow.key, PlanLogRow.new_value, PlanLogRow.at, PlanLogRow.author)
    .where(_COMPANY, PlanLogRow.part.in_(bindparam("parts", expanding=True)))
    .order_by(PlanLogRow.at, PlanLogRow.id)
)
_PLACE = (PlanLogRow.part, PlanLogRow.key)
#: Of each place the last line and the first; a log of years has thousands of others.
_ENDS = (
    select(func.max(PlanLogRow.id).label("last"), func.min(PlanLogRow.id).label("first"))
    .where(_COMPANY)
    .group_by(*_PLACE)
    .subquery()
)
_NEWEST = (
    select(PlanLogRow.__table__).join(_ENDS, PlanLogRow.id == _ENDS.c.last).order_by(_ENDS.c.first)
)
#: The same of the lines before a moment. By their times: a merged log has lines of another one
#: after later ones of its own.
_RANKED = (
    select(
        PlanLogRow.id.label("last"),
        func.min(PlanLogRow.id).over(partition_by=_PLACE).label("first"),
        func.row_number()
        .over(partition_by=_PLACE, order_by=(PlanLogRow.at.desc(), PlanLogRow.id.desc()))
        .label("rank"),
    )
    .where(_COMPANY, PlanLogRow.at < bindparam("until"))
    .subquery()
)
_AS_OF = (
    select(PlanLogRow.__table__)
    .join(_RANKED, PlanLogRow.id == _RANKED.c.last)
    .where(_RANKED.c.rank == 1)
    .order_by(_RANKED.c.first)
)


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
        return tuple(map(_line, self._connection.execute(_LOG, {"company": company})))

    def of_parts(self, company: str, parts: Collection[str]) -> tuple[PlanLine, ...]:
        """Every line of some parts, by the times at which they were put down, oldest first.

        What stood there before is left out of them.
        """
        asked = {"company": company, "parts": list(parts)}
        return tuple(
            PlanLine(row.part, row.key, None, row.new_value, row.at, row.author)
            for row in self._connection.execute(_OF_PARTS, asked)
        )

    def newest(self, company: str, until: str = "") -> tuple[PlanLine, ...]:
        """The last line of each place, now or before a moment, as the places came up."""
        if until:
            rows = self._connection.execute(_AS_OF, {"company": company, "until": until})
        else:
            rows = self._connection.execute(_NEWEST, {"company": company})
        return tuple(map(_line, rows))


def _line(row: Row[Any]) -> PlanLine:
    return PlanLine(row.part, row.key, row.old_value, row.new_value, row.at, row.author)
