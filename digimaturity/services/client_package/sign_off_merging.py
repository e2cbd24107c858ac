"""What became of an assessment, after two logs of it were merged, or it was copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from digimaturity.services.assessments import company_of, found
from digimaturity.services.snapshot import digest_of, document_of
from digimaturity.store.clock import now
from digimaturity.store.history import KeptSignOff
from digimaturity.store.records import SignEvent, SignLine

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository


def with_ids(line: KeptSignOff, ids: Mapping[str, str]) -> KeptSignOff:
    """The line of a copy; the hash has no id in it, so it still fits.

    Who takes part no longer has an id in what was signed alone, and gets another one, too.
    """
    document: Any = line.document
    if document is not None:
        people = [ids.get(one) or str(uuid4()) for one in document["people"]]
        document = {**document, "people": people}
    return replace(line, assessment=ids[line.assessment], document=document)


def settle(stored: Repository, assessment: str) -> None:
    """Let the last line say what is true after a merge.

    Where an assessment is finished, and what it says now is not what was signed last, that is kept
    as one more revision, which nobody has signed by name. Where it takes answers, it was opened.
    """
    lines = stored.sign_offs.of(assessment)
    if not lines:
        return
    record, last = found(stored, assessment), lines[-1]
    if record.open:
        if last.event is SignEvent.SIGNED:
            reasons = [line.reason for line in lines if line.event is SignEvent.OPENED]
            reason = reasons[-1] if reasons else ""
            stored.sign_offs.add(assessment, SignLine(0, SignEvent.OPENED, now(), "", reason))
        return
    signed = [line for line in lines if line.event is SignEvent.SIGNED][-1]
    before: Any = stored.sign_offs.document(signed.id)
    company = company_of(record, stored.companies.one(record.company))
    document = document_of(stored, record, company, None)
    document["content"]["figures"] = before["content"]["figures"]
    digest = digest_of(document)
    if last.event is SignEvent.OPENED or digest != last.digest:
        line = SignLine(0, SignEvent.SIGNED, now(), "", digest=digest)
        stored.sign_offs.add(assessment, line, document)
