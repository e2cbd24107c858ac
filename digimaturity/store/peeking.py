"""What was open last, read by plain SQLite before anything else is loaded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from digimaturity.domain.company import Company, TurnoverBand
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.errors import UserError
from digimaturity.store.header import SCHEMA, connect_reading, schema_of
from digimaturity.store.records import (
    Aspect,
    AssessmentRecord,
    AssessmentState,
    CompanyRecord,
    Json,
    Key,
    Wanted,
    choice_from_text,
    chosen,
)

# What these say, `companies`, `assessments` and `answers` say to SQLAlchemy.

_COLUMNS = (
    "SELECT name, country, section, employees, turnover_band, contact, notes, id, archived,"
    " next_due FROM company "
)
_WANTED = _COLUMNS + "WHERE id = ?"
_FIRST = _COLUMNS + "ORDER BY archived IS NOT NULL, lower(name), created LIMIT 1"

_ASSESSMENTS = """
SELECT id, company_id, questionnaire, day, state, created, finished, goes_on_from, peer_choice,
  json_extract(document, '$.name'), json_extract(document, '$.part_of'),
  (SELECT count(*) FROM sign_off WHERE assessment_id = assessment.id AND event = 'signed'),
  kept_name, kept_country, kept_section, kept_employees, kept_turnover_band
FROM assessment JOIN questionnaire ON fingerprint = assessment.questionnaire
WHERE company_id = ? ORDER BY day DESC, created DESC
"""

_RESPONDENTS = (
    "SELECT id, viewpoint, name FROM respondent WHERE assessment_id = ? ORDER BY position"
)

_DOCUMENT = "SELECT document FROM questionnaire WHERE fingerprint = ?"

_CURRENT = """
SELECT respondent_id, question_id, aspect, new_value FROM answer_log
WHERE assessment_id = ?1 AND new_value IS NOT NULL AND id IN (
  SELECT max(id) FROM answer_log WHERE assessment_id = ?1
  GROUP BY respondent_id, question_id, aspect)
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Peek:
    """A company of a workspace with its assessments, newest first, in one moment.

    Of the assessment `chosen` there are the `document` of its questionnaire, and what holds now.
    """

    company: CompanyRecord | None = None
    assessments: tuple[AssessmentRecord, ...] = ()
    chosen: AssessmentRecord | None = None
    document: Mapping[str, object] = field(default_factory=dict)
    current: tuple[tuple[Key, Json], ...] = ()


def peek(path: Path, wanted: Wanted) -> Peek | None:
    """Look into the workspace at `path` in a few milliseconds.

    None where there is none, or none that could be read as it is: opening it tells why.
    """
    try:
        if schema_of(path) != SCHEMA:
            return None
        with closing(connect_reading(path)) as connection:
            connection.execute("BEGIN")
            return _peek(connection, wanted)
    except (OSError, sqlite3.Error, UserError, ValueError, TypeError, AttributeError):
        return None


def _peek(connection: sqlite3.Connection, wanted: Wanted) -> Peek:
    found = connection.execute(_WANTED, (wanted.company,)).fetchone()
    if found is None and wanted.any_company:
        found = connection.execute(_FIRST).fetchone()
    if found is None:
        return Peek()
    name, country, section, employees, band, contact, notes, key, archived, due = found
    company = CompanyRecord(
        name,
        country,
        section,
        employees,
        _band(band),
        contact,
        notes,
        key,
        archived,
        date.fromisoformat(due) if due else None,
    )
    rows = connection.execute(_ASSESSMENTS, (company.id,)).fetchall()
    records = tuple(_assessment(connection, row) for row in rows)
    record = chosen(records, wanted.assessment)
    if record is None:
        return Peek(company)
    document = connection.execute(_DOCUMENT, (record.questionnaire,)).fetchone()[0]
    current = tuple(
        (Key(record.id, respondent, question, Aspect(aspect)), _value(value))
        for respondent, question, aspect, value in connection.execute(_CURRENT, (record.id,))
    )
    return Peek(company, records, record, json.loads(document), current)


def _assessment(connection: sqlite3.Connection, row: Sequence[Any]) -> AssessmentRecord:
    (key, company, questionnaire, day, state, created, finished, origin, *more) = row
    choice, name, part_of, signed, *kept = more
    respondents = tuple(
        Respondent(one, Viewpoint(viewpoint), name)
        for one, viewpoint, name in connection.execute(_RESPONDENTS, (key,))
    )
    return AssessmentRecord(
        id=key,
        company=company,
        questionnaire=questionnaire,
        day=date.fromisoformat(day),
        state=AssessmentState(state),
        created=created,
        finished=finished,
        respondents=respondents,
        kept=_kept(*kept),
        pack=json.loads(name),
        part_of=part_of or "",
        goes_on_from=origin,
        peer_choice=choice_from_text(choice),
        signed=signed,
    )


def _kept(
    name: str | None, country: str, section: str, employees: int, band: str | None
) -> Company | None:
    return None if name is None else Company(name, country, section, employees, _band(band))


def _band(stored: str | None) -> TurnoverBand | None:
    return TurnoverBand(stored) if stored else None


def _value(stored: str | float) -> Json:
    """What JSON says; SQLite keeps a bare number as a number."""
    value: Json = json.loads(stored) if isinstance(stored, str) else stored
    return value
