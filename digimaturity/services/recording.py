"""Answering: each answer, note, mark and consensus is one line of the log, and so is undoing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from digimaturity.domain.attachment import Attachment
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Question
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services.answer_checks import check_answer, check_consensus
from digimaturity.services.answers import answer_from_json, answer_to_json, entry_of, with_entry
from digimaturity.services.assessments import case_of, still_open
from digimaturity.services.attachments import remove, restore
from digimaturity.services.changes import Before, Change, ChangeKind
from digimaturity.services.portfolio import choose_peers
from digimaturity.services.text import storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import Aspect, Json, Key


def record_answer(
    workspace: Workspace,
    assessment: str,
    respondent: str,
    question: str,
    answer: Answer | None,
    by: str = "",
) -> Change:
    """Save one answer, or withdraw it where `answer` is None; on return it is on the disk.

    Only state and value are saved: what stands beside it has functions of its own. `by` names who
    typed it.

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
    """Save what somebody wrote beside a question; an empty text takes it away.

    Of a question that does not apply it is the reason.
    """
    key = Key(assessment, respondent, question, Aspect.COMMENT)
    return _record_text(workspace, key, ChangeKind.COMMENT, comment, by)


def record_evidence(
    workspace: Workspace,
    assessment: str,
    respondent: str,
    question: str,
    evidence: str,
    by: str = "",
) -> Change:
    """Save what shows that an answer is true; an empty text takes it away."""
    key = Key(assessment, respondent, question, Aspect.EVIDENCE)
    return _record_text(workspace, key, ChangeKind.EVIDENCE, evidence, by)


def record_review(
    workspace: Workspace,
    assessment: str,
    respondent: str,
    question: str,
    by: str = "",
    *,
    marked: bool,
) -> Change:
    """Mark a question as one to look at once more, or take the mark away."""
    key = Key(assessment, respondent, question, Aspect.REVIEW)
    company, old = _record(workspace, key, _anything, marked or None, by)
    return _change(key, company, ChangeKind.REVIEW, old is True, marked)


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


def record_reason(
    workspace: Workspace, assessment: str, question: str, reason: str, by: str = ""
) -> Change:
    """Save why the group agreed on its level; an empty text takes it away."""
    key = Key(assessment, None, question, Aspect.REASON)
    return _record_text(workspace, key, ChangeKind.REASON, reason, by)


def record_parked(
    workspace: Workspace, assessment: str, question: str, topic: str, by: str = ""
) -> Change:
    """Save what the group put off when it talked about a question; empty: nothing is left open."""
    key = Key(assessment, None, question, Aspect.PARKED)
    return _record_text(workspace, key, ChangeKind.PARKED, topic, by)


def undo(workspace: Workspace, change: Change, by: str = "") -> Change:
    """Put back what was there before `change`: of answers and comments, as a new entry of the log.

    Raises:
        UserError: ``assessment.deleted`` since the change was made; and those of `record_answer`.
    """
    if change.kind is ChangeKind.ROADMAP:
        from digimaturity.services.plan_book import undo_entries  # the start does without

        return undo_entries(workspace, change, by)
    with workspace.taking_turns():
        try:
            case_of(workspace, str(change.assessment))
        except KeyError:
            raise UserError("assessment.deleted") from None
        return _put_back(workspace, change, by)


#: What saves a text, of one person or of the group.
_BESIDE = {ChangeKind.COMMENT: record_comment, ChangeKind.EVIDENCE: record_evidence}
_TOGETHER = {ChangeKind.REASON: record_reason, ChangeKind.PARKED: record_parked}


def _put_back(workspace: Workspace, change: Change, by: str) -> Change:
    assessment, question = str(change.assessment), str(change.question)
    before = change.undo
    match change.kind:
        case ChangeKind.PEERS if before is None or isinstance(before, PeerChoice):
            return choose_peers(workspace, assessment, before)
        case ChangeKind.ANSWER if before is None or isinstance(before, Answer):
            return record_answer(
                workspace, assessment, str(change.respondent), question, before, by
            )
        case ChangeKind.COMMENT | ChangeKind.EVIDENCE if isinstance(before, str):
            beside = _BESIDE[change.kind]
            return beside(workspace, assessment, str(change.respondent), question, before, by)
        case ChangeKind.REVIEW if isinstance(before, bool):
            return record_review(
                workspace, assessment, str(change.respondent), question, by, marked=before
            )
        case ChangeKind.ATTACHMENT if isinstance(before, Attachment):
            return restore(workspace, before.id)
        case ChangeKind.ATTACHMENT if isinstance(change.now, Attachment):
            return remove(workspace, change.now.id)
        case ChangeKind.CONSENSUS if before is None or isinstance(before, int):
            return record_consensus(workspace, assessment, question, before, by)
        case ChangeKind.REASON | ChangeKind.PARKED if isinstance(before, str):
            return _TOGETHER[change.kind](workspace, assessment, question, before, by)
    raise ValueError(change)


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
        still_open(case.record)
        old = entry_of(case.responses, key)
        if new != old:
            with workspace.writing() as stored:
                stored.answers.append(key, old, new, storable(by))
            said = with_entry(case.responses, key, new)
            workspace.remember(replace(case, responses=said))
    return case.company.id, old


def _record_text(workspace: Workspace, key: Key, kind: ChangeKind, text: str, by: str) -> Change:
    """Save what is written beside a question."""
    new = storable(text)
    company, old = _record(workspace, key, _anything, new or None, by)
    return _change(key, company, kind, str(old or ""), new)


def _anything(_asked: Question) -> None:
    """Notes and marks can stand beside every question."""


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
