"""The little that the first screen shows, read by plain SQLite before anything else is loaded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.store.header import SCHEMA, connect_reading, schema_of
from digimaturity.store.records import AssessmentState

_COMPANIES = "SELECT id, name, (SELECT count(*) FROM company) FROM company ORDER BY created LIMIT 1"

_ASSESSMENTS = """
SELECT id, day, state,
  (SELECT count(*) FROM respondent WHERE assessment_id = assessment.id),
  (SELECT count(*) FROM answer_log WHERE new_value IS NOT NULL AND id IN (
    SELECT max(id) FROM answer_log WHERE assessment_id = assessment.id AND aspect = 'answer'
    GROUP BY respondent_id, question_id))
FROM assessment WHERE company_id = ? ORDER BY day DESC, created DESC
"""


@dataclass(frozen=True, slots=True)
class PeekedAssessment:
    """An assessment with the number of its respondents, and of the answers of all of them."""

    id: str
    day: date
    state: AssessmentState
    respondents: int
    answers: int


@dataclass(frozen=True, slots=True)
class Peek:
    """The first company of a workspace with its assessments, newest first."""

    companies: int
    company_id: str = ""
    company: str = ""
    assessments: tuple[PeekedAssessment, ...] = ()


def peek(path: Path) -> Peek | None:
    """Look into the workspace at `path` in a few milliseconds.

    None where there is none, or none that could be read as it is: opening it tells why.
    """
    try:
        if schema_of(path) != SCHEMA:
            return None
        with closing(connect_reading(path)) as connection:
            return _peek(connection)
    except (OSError, sqlite3.Error, UserError):
        return None


def _peek(connection: sqlite3.Connection) -> Peek:
    first = connection.execute(_COMPANIES).fetchone()
    if first is None:
        return Peek(0)
    company, name, companies = first
    rows = connection.execute(_ASSESSMENTS, (company,)).fetchall()
    assessments = tuple(
        PeekedAssessment(key, date.fromisoformat(day), AssessmentState(state), people, answers)
        for key, day, state, people, answers in rows
    )
    return Peek(companies, company, name, assessments)
