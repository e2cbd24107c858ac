"""Whether all that was signed in a workspace is still what was signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.errors import UserError
from digimaturity.services.assessments import case_of, company_of, found, list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.sign_off import Revision, read_revision, revisions_of
from digimaturity.services.snapshot import digest_of, document_of
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import AssessmentRecord


class Fault(StrEnum):
    """What is wrong with a revision."""

    #: Its document is no longer what was signed.
    DAMAGED = "damaged"
    #: It holds, but the assessment says something else, though it was not opened to be corrected.
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Checked:
    """A revision of an assessment of a company, and what is wrong with it, if anything is."""

    company: str
    record: AssessmentRecord
    revision: Revision
    fault: Fault | None = None


def check_sign_offs(workspace: Workspace) -> tuple[Checked, ...]:
    """Check every revision of every assessment, oldest first within each.

    Of what an earlier version of the program finished without a hash, nothing can be checked.
    """
    return tuple(
        Checked(company.name, record, one, fault_of(workspace, record, one))
        for company in list_companies(workspace)
        for record in reversed(list_assessments(workspace, company.id))
        for one in _hashed(workspace, record)
    )


def fault_of(workspace: Workspace, record: AssessmentRecord, one: Revision) -> Fault | None:
    """What is wrong with a revision of an assessment; None where nothing is."""
    try:
        signed = read_revision(workspace, record.id, one.number)
    except UserError:
        return Fault.DAMAGED
    if record.open or one.number != record.signed:
        return None
    case = case_of(workspace, record.id)
    with workspace.reading() as stored:
        company = company_of(case.record, case.company)
        now = document_of(stored, found(stored, record.id), company, signed.figures)
    return None if digest_of(now) == one.digest else Fault.CHANGED


def _hashed(workspace: Workspace, record: AssessmentRecord) -> Iterator[Revision]:
    if record.signed:
        yield from revisions_of(workspace, record.id).revisions
