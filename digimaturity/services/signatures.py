"""Who signed what a report tells of."""

from __future__ import annotations

from datetime import date, datetime

from digimaturity.report.wording import Signature
from digimaturity.services.assessments import get_assessment
from digimaturity.services.sign_off import Revision, revisions_of
from digimaturity.services.sign_off_checks import fault_of
from digimaturity.services.workspace import Workspace


def signature_of(workspace: Workspace, assessment: str, revision: int = 0) -> Signature | None:
    """The signature of a revision, or of the one that holds; None while it takes answers.

    None, too, where the assessment no longer says what was signed, because another program changed
    it: nobody signed that. `sign_off_checks` tells of it.
    """
    found = revisions_of(workspace, assessment)
    if not found.revisions or (found.opened and not revision):
        return None
    record = get_assessment(workspace, assessment)
    one = found.revisions[(revision or len(found.revisions)) - 1]
    if one.digest and not revision and fault_of(workspace, record, one) is not None:
        return None
    return _signature(one, record.day, len(found.revisions))


def _signature(one: Revision, otherwise: date, of: int) -> Signature:
    try:
        day = datetime.fromisoformat(one.at).astimezone().date()
    except ValueError:  # nobody knows when an earlier version of the program finished it
        day = otherwise
    return Signature(one.number, day, one.by, one.digest, one.reason, of)
