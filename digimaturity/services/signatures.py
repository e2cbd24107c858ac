"""Who signed what a report tells of."""

from __future__ import annotations

from datetime import date, datetime

from digimaturity.report.wording import Signature
from digimaturity.services.assessments import get_assessment
from digimaturity.services.sign_off import Revision, revisions_of
from digimaturity.services.workspace import Workspace


def signature_of(workspace: Workspace, assessment: str, revision: int = 0) -> Signature | None:
    """The signature of a revision, or of the one that holds; None while it takes answers."""
    found = revisions_of(workspace, assessment)
    if not found.revisions or (found.opened and not revision):
        return None
    number = revision or len(found.revisions)
    day = get_assessment(workspace, assessment).day
    return _signature(found.revisions[number - 1], day, len(found.revisions))


def _signature(one: Revision, otherwise: date, of: int) -> Signature:
    try:
        day = datetime.fromisoformat(one.at).astimezone().date()
    except ValueError:  # nobody knows when an earlier version of the program finished it
        day = otherwise
    return Signature(one.number, day, one.by, one.digest, one.reason, of)
