"""What is shown first of a workspace: before it is open, and once it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.services.answers import responses_of
from digimaturity.services.assessments import case_of, list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.peeking import Peek, peek
from digimaturity.store.records import AssessmentRecord, CompanyRecord, chosen


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The first company, its assessments, newest first, and all of the one that is shown."""

    company: CompanyRecord | None = None
    assessments: tuple[AssessmentRecord, ...] = ()
    case: Case | None = None


def look_at(workspace: Workspace, assessment: str = "") -> FirstLook:
    """What an open workspace says; of the assessments `assessment` is shown, else the newest."""
    found = outline_of(workspace)
    record = chosen(found.assessments, assessment)
    return found if record is None else replace(found, case=case_of(workspace, record.id))


def outline_of(workspace: Workspace) -> FirstLook:
    """Company and assessments alone, as long as one of them cannot be read."""
    companies = list_companies(workspace)
    if not companies:
        return FirstLook()
    return FirstLook(companies[0], list_assessments(workspace, companies[0].id))


def look_into(path: Path, assessment: str = "") -> FirstLook | None:
    """The same in a few milliseconds, without opening the workspace at `path`.

    None where it cannot be read as it is: opening it tells why.
    """
    seen = peek(path, assessment)
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
