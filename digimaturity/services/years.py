"""The assessments of a company as a trend needs them: each as it was signed, oldest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from digimaturity.domain.company import Company
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import question_results
from digimaturity.domain.indices import index_result
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Responses
from digimaturity.domain.trend import Year
from digimaturity.errors import UserError
from digimaturity.services.assessments import case_of, company_of, list_assessments
from digimaturity.services.sign_off import read_revision
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import AssessmentRecord


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment as it counts: `revision` is which sign-off it is, 0 while it takes answers.

    `company` is the firm as it was then.
    """

    record: AssessmentRecord
    revision: int
    company: Company
    year: Year


def years_before(workspace: Workspace, assessment: str) -> tuple[Assessed, ...]:
    """What was signed of the company's assessments before this one, oldest first.

    One that is being corrected counts as it was signed last; one that was never signed does not
    count, nor one that goes on in another that counts. What cannot be read any more is left out:
    reading the revision tells of it. KeyError where there is no such assessment.
    """
    own = case_of(workspace, assessment).record
    counted = _counted(list_assessments(workspace, own.company), own.id)
    return _read(workspace, [one for one in counted if _when(one) < _when(own)])


def years_of(workspace: Workspace, assessment: str) -> tuple[Assessed, ...]:
    """The same, with this one at the end."""
    case = case_of(workspace, assessment)
    signed = 0 if case.record.open else max(1, case.record.signed)
    return (*years_before(workspace, assessment), assessed_of(case, signed))


def signed_years(workspace: Workspace, company: str) -> tuple[Assessed, ...]:
    """All that was signed of a company's assessments, oldest first, as in `years_before`."""
    return _read(workspace, _counted(list_assessments(workspace, company)))


def versions_between(
    workspace: Workspace, before: Assessed, after: Assessed
) -> tuple[Questionnaire, ...]:
    """The questionnaires of a company between two of its assessments, oldest first.

    None where these are of two companies.
    """
    company = before.record.company
    if company != after.record.company:
        return ()
    first, last = sorted((_when(before.record), _when(after.record)))
    records = _counted(list_assessments(workspace, company))
    between = [one for one in records if first < _when(one) < last]
    return tuple(case_of(workspace, one.id).questionnaire for one in between)


def _counted(records: Sequence[AssessmentRecord], own: str = "") -> list[AssessmentRecord]:
    """Those that count, and the `own` one, oldest first; `records` are newest first."""
    signed = [one for one in records if one.id == own or one.signed or not one.open]
    gone_on = {one.goes_on_from for one in signed}
    return [one for one in reversed(signed) if one.id not in gone_on]


def _read(workspace: Workspace, records: Iterable[AssessmentRecord]) -> tuple[Assessed, ...]:
    found = []
    for one in records:
        with suppress(UserError):
            found.append(assessed(workspace, one.id))
    return tuple(found)


def assessed(workspace: Workspace, assessment: str, revision: int = 0) -> Assessed:
    """One assessment: as it was signed last, as it stands where it never was, or one `revision`.

    What was signed is read from its document, so that nothing else that is changed in the file
    since changes a year.

    Raises:
        KeyError: There is no such assessment, or no such revision.
        UserError: ``revision.damaged``.
    """
    case = case_of(workspace, assessment)
    number = revision or case.record.signed
    if number:
        return assessed_of(read_revision(workspace, assessment, number).case, number)
    return assessed_of(case, 0 if case.record.open else 1)


def assessed_of(
    case: Case, revision: int = 0, results: Mapping[str, QuestionResult] | None = None
) -> Assessed:
    """The same of what was read already; `results` are those of its questions, where known."""
    if results is None:
        results = question_results(case.questionnaire, case.responses)
    carried = frozenset(key for key, result in results.items() if result.carried)
    return Assessed(
        case.record,
        revision,
        company_of(case.record, case.company),
        Year(
            case.record.day,
            case.questionnaire,
            results,
            carried,
            index_result(case.questionnaire.index, results),
            _people(case.questionnaire, case.responses),
        ),
    )


def _people(questionnaire: Questionnaire, said: Responses) -> Mapping[Viewpoint, int]:
    """How many answered a rated question, from each viewpoint."""
    rated = {question.id for question in questionnaire.rated_questions}
    return Counter(
        person.viewpoint
        for person in said.respondents
        if any(
            key in rated and answer.value is not None
            for key, answer in said.answers.get(person.id, {}).items()
        )
    )


def _when(record: AssessmentRecord) -> tuple[date, str, str]:
    """In which order they count; of two of one day the one that was begun first."""
    return record.day, record.created, record.id
