"""Who signed what a report tells of."""

from __future__ import annotations

from datetime import datetime

from digimaturity.report.wording import Signature
from digimaturity.services.sign_off import Revision, revisions_of
from digimaturity.services.workspace import Workspace


def signature_of(workspace: Workspace, assessment: str, revision: int = 0) -> Signature | None:
    """The signature of a revision, or of the one that holds; None while it takes answers."""
    found = revisions_of(workspace, assessment)
    if revision:
        return _signature(found.revisions[revision - 1])
    return None if found.opened or not found.revisions else _signature(found.revisions[-1])


def _signature(one: Revision) -> Signature:
    day = datetime.fromisoformat(one.at).astimezone().date()
    return Signature(one.number, day, one.by, one.digest, one.reason)
