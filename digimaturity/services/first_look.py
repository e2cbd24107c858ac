"""What is shown first of a workspace: before it is open, and once it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.services.answers import responses_of
from digimaturity.services.assessments import case_of, list_assessments
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.peeking import Peek, peek
from digimaturity.store.records import AssessmentRecord, CompanyRecord, Wanted, chosen

__all__ = ["FirstLook", "Wanted", "look_at", "look_into", "outline_of"]

#: The first company and its newest assessment.
ANYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A company, its assessments, newest first, and all of the one that is shown."""

    company: CompanyRecord | None = None
    assessments: tuple[AssessmentRecord, ...] = ()
    case: Case | None = None


def look_at(workspace: Workspace, wanted: Wanted = ANYTHING) -> FirstLook:
    """What an open workspace says of what is wanted."""
    found = outline_of(workspace, wanted)
    record = chosen(found.assessments, wanted.assessment)
    return found if record is None else replace(found, case=case_of(workspace, record.id))


def outline_of(workspace: Workspace, wanted: Wanted = ANYTHING) -> FirstLook:
    """Company and assessments alone, as long as one of them cannot be read."""
    with workspace.reading() as stored:
        company = stored.companies.get(wanted.company)
        if company is None and wanted.any_company:
            company = stored.companies.first()
    if company is None:
        return FirstLook()
    return FirstLook(company, list_assessments(workspace, company.id))


def look_into(path: Path, wanted: Wanted = ANYTHING) -> FirstLook | None:
    """The same in a few milliseconds, without opening the workspace at `path`.

    None where it cannot be read as it is: opening it tells why.
    """
    seen = peek(path, wanted)
    try:
        return None if seen is None else FirstLook(seen.company, seen.assessments, _case(seen))
    except (UserError, LookupError, TypeError, ValueError, AttributeError):
        return None  # what is in there makes no sense


def _case(seen: Peek) -> Case | None:
    from digimaturity.packs import questionnaire_from_document

    record = seen.chosen
    if record is None or seen.company is None:
        return None
    questionnaire = questionnaire_from_document(seen.document, record.questionnaire)
    return Case(record, seen.company, questionnaire, responses_of(record.respondents, seen.current))
