"""Signing an assessment off, opening it to be corrected, and reading what was ever signed.

What is signed stays: a correction is one more revision beside it (model, section 6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from digimaturity.domain.official import BenchmarkData
from digimaturity.errors import UserError
from digimaturity.services.assessments import case_of, company_of, found
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.snapshot import Signed, digest_of, document_of, read_signed
from digimaturity.services.text import storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.clock import now
from digimaturity.store.records import (
    AssessmentRecord,
    AssessmentState,
    SignEvent,
    SignLine,
)

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = [
    "Revision",
    "SignOffs",
    "correct",
    "nameless",
    "pinned_figures",
    "read_revision",
    "revisions_of",
    "sign",
    "signed_now",
]

#: Characters of who signed or corrected that are kept: more would fit into no package, for ever.
_LONGEST_NAME = 1_000

#: What is raised by a document that makes no sense.
_DAMAGED = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Revision:
    """One sign-off of an assessment, counted from 1; `at` is UTC, `by` may be empty.

    `digest` is the SHA-256 of all that was signed, empty where an earlier version of the program
    finished it without one. `reason` tells why the revision before it was opened to be corrected,
    `opened` when that was, `opener` by whom; all are empty for the first.
    """

    number: int
    at: str
    by: str
    digest: str
    reason: str = ""
    opened: str = ""
    opener: str = ""


@dataclass(frozen=True, slots=True)
class SignOffs:
    """All revisions of an assessment, oldest first, and the correction that is open, if one is.

    `opened` is when it was opened (UTC), `opener` by whom; where none is open, all are empty.
    """

    revisions: tuple[Revision, ...] = ()
    reason: str = ""
    opened: str = ""
    opener: str = ""


def sign(
    workspace: Workspace, assessment: str, by: str = "", figures: BenchmarkData | None = None
) -> Change:
    """Sign an assessment off: it is read-only, and keeps company and figures of this moment.

    `by` is who signs, and may be empty. `figures` are the official ones that are pinned; those that
    are installed, if not given. One that is signed already stays as it is.

    Raises:
        KeyError: There is no such assessment.
        UserError: those of writing to the workspace.
    """
    from digimaturity.services.packs import installed_benchmarks

    pinned = installed_benchmarks().data if figures is None else figures
    with workspace.writing() as stored:
        record = found(stored, assessment)
        if record.open:
            _sign(stored, record, by, pinned)
    return _state_change(record, AssessmentState.FINISHED)


def sign_within(
    stored: Repository, record: AssessmentRecord, figures: BenchmarkData, by: str = "", at: str = ""
) -> None:
    """The same within a transaction that does more; `at` is when, if not now."""
    _sign(stored, record, by, figures, at)


def correct(workspace: Workspace, assessment: str, reason: str, by: str = "") -> Change:
    """Open what was signed to be corrected: it takes answers again, the signed revision stays.

    Raises:
        UserError: ``assessment.no_reason`` where none is given; those of writing to the workspace.
        KeyError: There is no such assessment.
    """
    why = storable(reason).strip()
    if not why:
        raise UserError("assessment.no_reason")
    with workspace.writing() as stored:
        record = found(stored, assessment)
        if not record.open:
            if not record.signed:
                _sign_as_finished(stored, record)
            line = SignLine(0, SignEvent.OPENED, now(), _name(by), why)
            stored.sign_offs.add(assessment, line)
            stored.assessments.reopen(assessment)
    return _state_change(record, AssessmentState.DRAFT)


def revisions_of(workspace: Workspace, assessment: str) -> SignOffs:
    """All that was signed of an assessment; one of an earlier program is there without a digest."""
    with workspace.reading() as stored:
        record = found(stored, assessment)
        lines = stored.sign_offs.of(assessment)
    if not lines and not record.open:
        return SignOffs((Revision(1, record.finished or "", "", ""),))
    return _sign_offs(lines)


def nameless(every: SignOffs) -> SignOffs:
    """The same without what was written freely: who signed, and why something was corrected."""
    revisions = tuple(replace(one, by="", reason="", opener="") for one in every.revisions)
    return replace(every, revisions=revisions, reason="", opener="")


def signed_now(workspace: Workspace, assessment: str) -> Revision | None:
    """The revision that holds; None while the assessment takes answers."""
    found_now = revisions_of(workspace, assessment)
    return None if found_now.opened or not found_now.revisions else found_now.revisions[-1]


def read_revision(workspace: Workspace, assessment: str, number: int) -> Signed:
    """What a revision says, counted from 1.

    Raises:
        KeyError: There is no such revision.
        UserError: ``revision.damaged``: it is no longer what was signed.
    """
    case = case_of(workspace, assessment)
    with workspace.reading() as stored:
        lines = [one for one in stored.sign_offs.of(assessment) if one.event is SignEvent.SIGNED]
        if not lines and number == 1 and not case.record.open:
            company = company_of(case.record, case.company)
            document = document_of(stored, case.record, company, None)
            return read_signed(document, case)
        if not 1 <= number <= len(lines):
            raise KeyError(number)
        line = lines[number - 1]
        try:
            signed: Any = stored.sign_offs.document(line.id)
            if digest_of(signed) == line.digest:
                return read_signed(signed, case)
        except _DAMAGED as error:
            raise UserError("revision.damaged", number=number) from error
    raise UserError("revision.damaged", number=number)


def pinned_figures(workspace: Workspace, assessment: str) -> BenchmarkData | None:
    """The official figures that a signed assessment is compared with; None where none are pinned.

    What cannot be read counts as not pinned: reading the revision tells of it.
    """
    with workspace.reading() as stored:
        record = found(stored, assessment)
        if record.open or not record.signed:
            return None
    try:
        return read_revision(workspace, assessment, record.signed).figures
    except UserError:
        return None


def _sign(
    stored: Repository,
    record: AssessmentRecord,
    by: str,
    figures: BenchmarkData | None,
    at: str = "",
) -> None:
    company = stored.companies.one(record.company).company
    document = document_of(stored, record, company, figures)
    line = SignLine(0, SignEvent.SIGNED, at or now(), _name(by), digest=digest_of(document))
    stored.sign_offs.add(record.id, line, document)
    stored.assessments.finish(record.id, company)
    if not record.signed:
        stored.companies.meet(record.company, record.day)


def _name(by: str) -> str:
    return storable(by).strip()[:_LONGEST_NAME]


def _sign_as_finished(stored: Repository, record: AssessmentRecord) -> None:
    """Keep what an earlier version of the program finished, before it is corrected."""
    company = company_of(record, stored.companies.one(record.company))
    document = document_of(stored, record, company, None)
    line = SignLine(0, SignEvent.SIGNED, record.finished or now(), "", digest=digest_of(document))
    stored.sign_offs.add(record.id, line, document)


def _sign_offs(lines: tuple[SignLine, ...]) -> SignOffs:
    every = SignOffs()
    for line in lines:
        if line.event is SignEvent.OPENED:
            every = replace(every, reason=line.reason, opened=line.at, opener=line.by)
            continue
        number = len(every.revisions) + 1
        before = every.reason, every.opened, every.opener
        one = Revision(number, line.at, line.by, line.digest, *before)
        every = SignOffs((*every.revisions, one))
    return every


def _state_change(record: AssessmentRecord, state: AssessmentState) -> Change:
    return Change(
        ChangeKind.ASSESSMENT,
        company=record.company,
        assessment=record.id,
        undo=record.state.value,
        now=state.value,
    )
