"""Taking an assessment: beginning it, answering, undoing, finishing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses, refusal
from digimaturity.errors import UserError
from digimaturity.services.answers import (
    answer_from_json,
    answer_to_json,
    entry_of,
    responses_of,
    with_entry,
)
from digimaturity.services.changes import Before, Change, ChangeKind
from digimaturity.services.text import storable
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import (
    Aspect,
    AssessmentRecord,
    AssessmentState,
    Json,
    Key,
    LogEntry,
)

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

#: No answer is a larger number; every whole number up to here is exact.
LARGEST_NUMBER = 2**53

__all__ = [
    "AssessmentRecord",
    "AssessmentState",
    "LogEntry",
    "add_respondent",
    "case_of",
    "create_assessment",
    "delete_assessment",
    "finish",
    "get_assessment",
    "history",
    "list_assessments",
    "questionnaire_of",
    "record_answer",
    "record_comment",
    "record_consensus",
    "reopen",
    "responses",
    "save_respondent",
    "undo",
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
) -> AssessmentRecord:
    """Begin an assessment inside a transaction of another service."""
    from digimaturity.packs import document_of, fingerprint_of

    document = document_of(questionnaire)
    fingerprint = questionnaire.fingerprint or fingerprint_of(document)
    stored.assessments.keep_questionnaire(
        fingerprint, questionnaire.id, questionnaire.version, document
    )
    people = [(viewpoint, storable(name)) for viewpoint, name in respondents]
    return stored.assessments.add(company, fingerprint, day, people)


def list_assessments(workspace: Workspace, company: str) -> tuple[AssessmentRecord, ...]:
    """The assessments of a company, newest first."""
    with workspace.reading() as stored:
        return stored.assessments.of_company(company)


def get_assessment(workspace: Workspace, assessment: str) -> AssessmentRecord:
    """The assessment with that id; KeyError when there is none."""
    with workspace.reading() as stored:
        return _found(stored, assessment)


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
    record = _found(stored, assessment)
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


def record_answer(
    workspace: Workspace,
    assessment: str,
    respondent: str,
    question: str,
    answer: Answer | None,
    by: str = "",
) -> Change:
    """Save one answer, or withdraw it where `answer` is None; on return it is on the disk.

    Only state and value are saved: the comment is `record_comment`'s. `by` names who typed it.

    Raises:
        UserError: ``answer.`` and the code of `domain.responses.refusal`; ``assessment.finished``;
            and those of writing to the workspace.
    """
    key = Key(assessment, respondent, question, Aspect.ANSWER)

    def check(asked: Question) -> None:
        if answer is not None:
            check_answer(asked, answer)

    new = answer_to_json(answer)
    company, old = _record(workspace, key, check, new, by)
    before, now = answer_from_json(old), answer_from_json(new)
    return _change(key, company, ChangeKind.ANSWER, before, now)


def record_comment(
    workspace: Workspace,
    assessment: str,
    respondent: str,
    question: str,
    comment: str,
    by: str = "",
) -> Change:
    """Save what somebody wrote beside a question; an empty text takes it away."""
    key = Key(assessment, respondent, question, Aspect.COMMENT)
    text = storable(comment)
    company, old = _record(workspace, key, _anything, text or None, by)
    return _change(key, company, ChangeKind.COMMENT, str(old or ""), text)


def record_consensus(
    workspace: Workspace, assessment: str, question: str, level: int | None, by: str = ""
) -> Change:
    """Save the level that the group agreed on in the workshop; None takes it back."""
    key = Key(assessment, None, question, Aspect.CONSENSUS)

    def check(asked: Question) -> None:
        if level is not None:
            check_consensus(asked, level)

    company, old = _record(workspace, key, check, level, by)
    before = None if old is None else int(str(old))
    return _change(key, company, ChangeKind.CONSENSUS, before, level)


def undo(workspace: Workspace, change: Change, by: str = "") -> Change:
    """Put back what was there before `change`, as a new entry of the log."""
    assessment, question = str(change.assessment), str(change.question)
    before = change.undo
    match change.kind:
        case ChangeKind.ANSWER if before is None or isinstance(before, Answer):
            return record_answer(
                workspace, assessment, str(change.respondent), question, before, by
            )
        case ChangeKind.COMMENT if isinstance(before, str):
            return record_comment(
                workspace, assessment, str(change.respondent), question, before, by
            )
        case ChangeKind.CONSENSUS if before is None or isinstance(before, int):
            return record_consensus(workspace, assessment, question, before, by)
    raise ValueError(change)


def finish(workspace: Workspace, assessment: str) -> Change:
    """Sign the assessment off: from now on it is read-only."""
    return _set_state(workspace, assessment, AssessmentState.FINISHED)


def reopen(workspace: Workspace, assessment: str) -> Change:
    """Take the sign-off back."""
    return _set_state(workspace, assessment, AssessmentState.DRAFT)


def delete_assessment(workspace: Workspace, assessment: str) -> Change:
    """Delete an assessment with everything that was said in it. Only a backup brings it back."""
    with workspace.writing() as stored:
        record = _found(stored, assessment)
        stored.assessments.delete(assessment)
    return Change(ChangeKind.ASSESSMENT, company=record.company, assessment=assessment)


def add_respondent(
    workspace: Workspace, assessment: str, viewpoint: Viewpoint, name: str = ""
) -> Change:
    """Let somebody more take part; `Change.respondent` tells the id."""
    with workspace.writing() as stored:
        record = _open(_found(stored, assessment))
        added = stored.assessments.add_respondent(assessment, viewpoint, storable(name))
    return _respondent_change(record, None, added)


def save_respondent(workspace: Workspace, assessment: str, respondent: Respondent) -> Change:
    """Change the name or the viewpoint of somebody who takes part."""
    with workspace.writing() as stored:
        record = _open(_found(stored, assessment))
        before = next(one for one in record.respondents if one.id == respondent.id)
        saved = replace(respondent, name=storable(respondent.name))
        stored.assessments.save_respondent(saved)
    return _respondent_change(record, before, saved)


def check_answer(question: Question, answer: Answer) -> None:
    """Refuse what the question cannot take.

    Raises:
        UserError: ``answer.not_applicable``, ``answer.kind`` or ``answer.range``.
    """
    code = "range" if _endless(question, answer) else refusal(question, answer)
    if code is not None:
        raise UserError(f"answer.{code}", question=question.id, value=answer.value)


def _endless(question: Question, answer: Answer) -> bool:
    """Whether a level or number is infinite, no number at all, or longer than a fraction holds."""
    value = answer.value
    if question.kind not in (Kind.LEVELS, Kind.NUMBER) or not isinstance(value, int | float):
        return False
    return not abs(value) <= LARGEST_NUMBER


def check_consensus(question: Question, level: int) -> None:
    """Refuse what no group can agree on: anything but a level of the question.

    Raises:
        UserError: ``answer.kind`` or ``answer.range``.
    """
    if question.kind is not Kind.LEVELS:
        raise UserError("answer.kind", question=question.id, value=level)
    check_answer(question, Answer.of(level))


def _set_state(workspace: Workspace, assessment: str, state: AssessmentState) -> Change:
    with workspace.writing() as stored:
        record = _found(stored, assessment)
        stored.assessments.set_state(assessment, state)
    return Change(
        ChangeKind.ASSESSMENT,
        company=record.company,
        assessment=assessment,
        undo=record.state.value,
        now=state.value,
    )


def _found(stored: Repository, assessment: str) -> AssessmentRecord:
    record = stored.assessments.get(assessment)
    if record is None:
        raise KeyError(assessment)
    return record


def _open(record: AssessmentRecord) -> AssessmentRecord:
    if not record.open:
        raise UserError("assessment.finished", day=record.day)
    return record


def _record(
    workspace: Workspace, key: Key, check: Callable[[Question], None], new: Json, by: str
) -> tuple[str, Json]:
    """Add a line to the log, and return the company and what was there before.

    Where nothing is different it is saved already, and no line is added. KeyError when the
    assessment, the respondent or the question does not exist.
    """
    with workspace.taking_turns():
        case = case_of(workspace, key.assessment)
        check(case.questionnaire.by_id[key.question])
        if key.respondent is not None and key.respondent not in case.responses.answers:
            raise KeyError(key.respondent)
        _open(case.record)
        old = entry_of(case.responses, key)
        if new != old:
            with workspace.writing() as stored:
                stored.answers.append(key, old, new, storable(by))
            said = with_entry(case.responses, key, new)
            workspace.remember(replace(case, responses=said))
    return case.company.id, old


def _anything(_asked: Question) -> None:
    """A comment can be written beside every question."""


def _change(key: Key, company: str, kind: ChangeKind, before: Before, now: Before) -> Change:
    return Change(
        kind,
        company=company,
        assessment=key.assessment,
        question=key.question,
        respondent=key.respondent,
        undo=before,
        now=now,
    )


def _respondent_change(
    record: AssessmentRecord, before: Respondent | None, now: Respondent
) -> Change:
    return Change(
        ChangeKind.RESPONDENT,
        company=record.company,
        assessment=record.id,
        respondent=now.id,
        undo=before,
        now=now,
    )
