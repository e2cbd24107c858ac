"""Going on from a quick check with the whole questionnaire: what was said is taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digimaturity.domain.meaning import same_meaning
from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.domain.responses import refusal
from digimaturity.errors import UserError
from digimaturity.services.answers import answer_from_json
from digimaturity.services.assessments import begin, case_of
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import Aspect, AssessmentRecord, LogEntry

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = ["GoneOn", "go_on", "same_meaning"]


@dataclass(frozen=True, slots=True)
class GoneOn:
    """The whole assessment that a quick check goes on in; `change.assessment` is its id.

    `begun` tells whether it was begun now, or was there already. `left` are the questions whose
    answers were not taken over, since the whole questionnaire no longer has them as they were.
    """

    change: Change
    begun: bool
    left: tuple[str, ...] = ()


def go_on(
    workspace: Workspace,
    assessment: str,
    questionnaires: Mapping[str, Questionnaire] | None = None,
) -> GoneOn:
    """Go on from a quick check, open or finished, with the questionnaire that it is part of.

    The same people take part on the same day. Every answer, *don't know*, *not applicable*,
    note, mark and consensus is recorded anew there, by whom it was given, and every attached file
    copied; the quick check stays as it is. All of it happens, or nothing; asked for once more, the
    assessment that was begun is returned. `questionnaires` are those that are installed, if not
    given.

    Raises:
        UserError: ``assessment.not_part`` of a whole questionnaire, ``assessment.whole_missing``
            from this computer; and those of writing to the workspace.
        KeyError: There is no such assessment.
    """
    from digimaturity.services.packs import usable_questionnaires  # no start waits for it

    case = case_of(workspace, assessment)
    whole = _whole(case, usable_questionnaires() if questionnaires is None else questionnaires)
    kept = {
        question.id
        for question in case.questionnaire.by_id.values()
        if question.id in whole.by_id and same_meaning(question, whole.by_id[question.id])
    }
    with workspace.writing() as stored:
        there = stored.assessments.going_on_from(assessment)
        if there is not None:
            return GoneOn(_begun(there), begun=False)
        record = begin(
            stored,
            case.record.company,
            whole,
            case.record.day,
            [(person.viewpoint, person.name) for person in case.record.respondents],
            goes_on_from=assessment,
        )
        left = _take_over(stored, case, record, {key: whole.by_id[key] for key in kept})
    return GoneOn(_begun(record), begun=True, left=left)


def _whole(case: Case, questionnaires: Mapping[str, Questionnaire]) -> Questionnaire:
    part_of = case.questionnaire.part_of
    if not part_of:
        raise UserError("assessment.not_part")
    if part_of not in questionnaires:
        raise UserError("assessment.whole_missing", questionnaire=part_of)
    return questionnaires[part_of]


def _begun(record: AssessmentRecord) -> Change:
    return Change(ChangeKind.ASSESSMENT, company=record.company, assessment=record.id)


def _take_over(
    stored: Repository, case: Case, record: AssessmentRecord, kept: Mapping[str, Question]
) -> tuple[str, ...]:
    """Record what holds; return the questions of what could not be."""
    respondents = zip(case.record.respondents, record.respondents, strict=True)
    now: dict[str | None, str | None] = {old.id: new.id for old, new in respondents} | {None: None}
    left: dict[str, None] = {}
    for entry in _holding(stored, case.record.id):
        question = kept.get(entry.key.question)
        if question is None or not _accepted(question, entry):
            left[entry.key.question] = None
            continue
        key = replace(entry.key, assessment=record.id, respondent=now[entry.key.respondent])
        stored.answers.append(key, None, entry.new, entry.by)
    known = {old: new for old, new in now.items() if old is not None and new is not None}
    stored.attachments.copy(case.record.id, record.id, known, kept)
    return tuple(left)


def _holding(stored: Repository, assessment: str) -> list[LogEntry]:
    """The newest entry of each key that was not withdrawn, oldest first."""
    newest = {entry.key: entry for entry in stored.answers.history(assessment)}
    held = [entry for entry in newest.values() if entry.new is not None]
    return sorted(held, key=lambda entry: entry.id)


def _accepted(question: Question, entry: LogEntry) -> bool:
    """Whether the question still takes it; it may no longer allow *not applicable*."""
    answer = answer_from_json(entry.new) if entry.key.aspect is Aspect.ANSWER else None
    return answer is None or refusal(question, answer) is None
