"""Beginning an assessment, reading it, deleting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from digimaturity.domain.company import Company
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Responses
from digimaturity.errors import UserError
from digimaturity.services.answers import responses_of
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.text import storable
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import AssessmentRecord, CompanyRecord, LogEntry

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = [
    "AssessmentRecord",
    "begin",
    "case_of",
    "company_of",
    "create_assessment",
    "delete_assessment",
    "found",
    "get_assessment",
    "history",
    "list_assessments",
    "questionnaire_of",
    "responses",
    "still_open",
]


def create_assessment(
    workspace: Workspace,
    company: str,
    questionnaire: Questionnaire,
    day: date,
    respondents: Sequence[tuple[Viewpoint, str]] = ((Viewpoint.MANAGEMENT, ""),),
) -> Change:
    """Begin an assessment; it keeps the whole questionnaire for ever.

    `respondents` are viewpoint and name (may be empty) of those who take part, in this order.
    `Change.assessment` tells the id.
    """
    with workspace.writing() as stored:
        record = begin(stored, company, questionnaire, day, respondents)
    return Change(ChangeKind.ASSESSMENT, company=company, assessment=record.id)


def begin(
    stored: Repository,
    company: str,
    questionnaire: Questionnaire,
    day: date,
    respondents: Sequence[tuple[Viewpoint, str]],
    goes_on_from: str | None = None,
) -> AssessmentRecord:
    """Begin an assessment inside a transaction of another service.

    `goes_on_from` is the assessment whose answers it will take over.
    """
    from digimaturity.packs import document_of, fingerprint_of

    document = document_of(questionnaire)
    fingerprint = questionnaire.fingerprint or fingerprint_of(document)
    stored.assessments.keep_questionnaire(
        fingerprint, questionnaire.id, questionnaire.version, document
    )
    people = [(viewpoint, storable(name)) for viewpoint, name in respondents]
    return stored.assessments.add(company, fingerprint, day, people, goes_on_from)


def list_assessments(workspace: Workspace, company: str) -> tuple[AssessmentRecord, ...]:
    """The assessments of a company, newest first."""
    with workspace.reading() as stored:
        return stored.assessments.of_company(company)


def get_assessment(workspace: Workspace, assessment: str) -> AssessmentRecord:
    """The assessment with that id; KeyError when there is none."""
    with workspace.reading() as stored:
        return found(stored, assessment)


def questionnaire_of(workspace: Workspace, assessment: str) -> Questionnaire:
    """The questionnaire that the assessment was begun with."""
    return case_of(workspace, assessment).questionnaire


def responses(workspace: Workspace, assessment: str) -> Responses:
    """Everything that was said and still holds."""
    return case_of(workspace, assessment).responses


def case_of(workspace: Workspace, assessment: str) -> Case:
    """The assessment with company, questionnaire and responses; KeyError when there is none."""
    with workspace.taking_turns():
        case = workspace.recall(assessment)
        if case is None:
            with workspace.reading() as stored:
                case = _read_case(workspace, stored, assessment)
            workspace.remember(case)
    return case


def _read_case(workspace: Workspace, stored: Repository, assessment: str) -> Case:
    record = found(stored, assessment)
    return Case(
        record,
        stored.companies.one(record.company),
        workspace.questionnaire(record.questionnaire, stored),
        responses_of(record.respondents, stored.answers.current(assessment)),
    )


def history(workspace: Workspace, assessment: str) -> tuple[LogEntry, ...]:
    """Every answer, comment and consensus ever given, withdrawn ones too, oldest first."""
    with workspace.reading() as stored:
        return stored.answers.history(assessment)


def company_of(record: AssessmentRecord, company: CompanyRecord) -> Company:
    """What the model is told of the company: as it was when the assessment was finished.

    An assessment is a dated snapshot: what the company becomes later must not change the
    comparison of an earlier year. A draft follows the company.
    """
    return company.company if record.kept is None else record.kept


def delete_assessment(workspace: Workspace, assessment: str) -> Change:
    """Delete an assessment with everything that was said in it. Only a backup brings it back."""
    with workspace.writing() as stored:
        record = found(stored, assessment)
        stored.assessments.delete(assessment)
    return Change(ChangeKind.ASSESSMENT, company=record.company, assessment=assessment)


def found(stored: Repository, assessment: str) -> AssessmentRecord:
    """The assessment with that id, inside a transaction; KeyError when there is none."""
    record = stored.assessments.get(assessment)
    if record is None:
        raise KeyError(assessment)
    return record


def still_open(record: AssessmentRecord) -> AssessmentRecord:
    """The record itself, as long as the assessment may be changed.

    Raises:
        UserError: ``assessment.finished``.
    """
    if not record.open:
        raise UserError("assessment.finished", day=record.day)
    return record
