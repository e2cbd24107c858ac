"""Where something waits: assessments that take answers, and reviews whose day has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

#: The last line of an assessment is found in the index of the log, whatever the log's length.
_DRAFTS = text(
    """
SELECT a.company_id, a.id, a.created,
  (SELECT at FROM answer_log WHERE id = (
    SELECT max(id) FROM answer_log WHERE assessment_id = a.id)),
  (SELECT at FROM sign_off WHERE id = (
    SELECT max(id) FROM sign_off WHERE assessment_id = a.id) AND event = 'opened')
FROM assessment a
WHERE a.state = 'draft' AND :company IN ('', a.company_id) AND NOT EXISTS (
  SELECT 1 FROM assessment further WHERE further.goes_on_from = a.id)
ORDER BY a.company_id, a.day, a.id
"""
)

#: Of measures that are accepted and not dropped, and of projects that are not stopped.
_REVIEWS = text(
    """
SELECT f.company_id, f.key, json_extract(f.new_value, '$.next_review')
FROM plan_log f
WHERE f.part = 'follow_ups' AND json_valid(f.new_value)
  AND json_extract(f.new_value, '$.next_review') <= :until
  AND f.id = (SELECT max(id) FROM plan_log
    WHERE company_id = f.company_id AND part = f.part AND key = f.key)
  AND EXISTS (SELECT 1 FROM plan_log d
    WHERE d.company_id = f.company_id AND d.part IN ('decisions', 'projects') AND d.key = f.key
      AND json_valid(d.new_value)
      AND CASE d.part WHEN 'decisions'
        THEN json_extract(d.new_value, '$.accepted')
          AND json_extract(d.new_value, '$.state') IS NOT 'dropped'
        ELSE json_extract(d.new_value, '$.verdict') IS NOT 'stop' END
      AND d.id = (SELECT max(id) FROM plan_log
        WHERE company_id = d.company_id AND part = d.part AND key = d.key))
ORDER BY f.company_id, 3, f.key
"""
)


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """An assessment that takes answers; all times are UTC as ISO text.

    `touched` is when something was last put down in it, else when it was begun. `opened` is when
    it was opened to be corrected, empty where it never was signed off.
    """

    company: str
    id: str
    touched: str
    opened: str


@dataclass(frozen=True, slots=True)
class WaitingReview:
    """A measure or a project (`key`) that is to be looked at since `day`."""

    company: str
    key: str
    day: date


def waiting_drafts(session: Session, company: str = "") -> tuple[WaitingDraft, ...]:
    """The drafts of a company, or of all; not those that another assessment goes on from."""
    rows = session.execute(_DRAFTS, {"company": company}).fetchall()
    return tuple(
        WaitingDraft(owner, key, touched or created, opened or "")
        for owner, key, created, touched, opened in rows
    )


def waiting_reviews(session: Session, until: date) -> tuple[WaitingReview, ...]:
    """The reviews of all companies whose day is no later than `until`."""
    rows = session.execute(_REVIEWS, {"until": until.isoformat()}).fetchall()
    return tuple(WaitingReview(owner, key, date.fromisoformat(day)) for owner, key, day in rows)
