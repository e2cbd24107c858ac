"""All companies at once, each with what a list of them shows, by one plain query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

#: A draft that another assessment goes on from is nothing that somebody still works on.
_ROWS = text(
    """
SELECT c.id, c.name, c.country, c.section, c.employees, c.contact, c.archived,
  max(CASE WHEN a.state = 'finished' OR EXISTS (
    SELECT 1 FROM sign_off WHERE assessment_id = a.id) THEN a.day END),
  c.next_due,
  coalesce(max(a.state = 'draft' AND NOT EXISTS (
    SELECT 1 FROM assessment further WHERE further.goes_on_from = a.id)), 0)
FROM company c LEFT JOIN assessment a ON a.company_id = c.id
GROUP BY c.id ORDER BY lower(c.name), c.created
"""
)


@dataclass(frozen=True, slots=True)
class Client:
    """A company as a list shows it.

    `last` is the day of its newest assessment that was signed off; `in_progress` tells whether one
    takes answers. `archived` is since when (UTC) it stands aside, None while it does not. What was
    chosen as the day of its next assessment is `next_due`; None: a year after the last.
    """

    id: str
    name: str
    country: str | None = None
    section: str | None = None
    employees: int | None = None
    contact: str = ""
    archived: str | None = None
    last: date | None = None
    in_progress: bool = False
    next_due: date | None = None


def all_clients(session: Session) -> tuple[Client, ...]:
    """Every company, archived ones too, by name."""
    return tuple(_client(row) for row in session.execute(_ROWS).fetchall())


def _client(row: Sequence[Any]) -> Client:
    key, name, country, section, employees, contact, archived, last, due, draft = row
    return Client(
        key,
        name,
        country,
        section,
        employees,
        contact,
        archived,
        date.fromisoformat(last) if last else None,
        bool(draft),
        date.fromisoformat(due) if due else None,
    )
