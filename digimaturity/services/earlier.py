"""What the company's assessments before this one gave to the same questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from digimaturity.domain.consolidation import consolidate
from digimaturity.domain.gap_trend import EarlierSaid
from digimaturity.domain.questionnaire import Kind, Questionnaire
from digimaturity.domain.responses import Responses
from digimaturity.errors import UserError
from digimaturity.services.assessments import case_of, list_assessments
from digimaturity.services.going_on import same_meaning
from digimaturity.services.sign_off import read_revision
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import AssessmentRecord

#: So many earlier assessments tell how gaps changed.
_YEARS = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier assessment of a `day`, with what it gave to each question that is still the same.

    A level is 1 to the number of levels, as the model consolidates it: with several people it is
    the one agreed on, or the mean of the viewpoints' means, and so may lie between two. `known` has
    what was said to questions without levels, where all said the same.
    """

    day: date
    levels: Mapping[str, float]
    known: Mapping[str, float | bool | frozenset[str]] = field(default_factory=dict)


def earlier_levels(workspace: Workspace, assessment: str) -> Earlier | None:
    """What was signed last of an earlier day; None where nothing was.

    A question is the same when it has the same id and its levels the same words, in the languages
    that both questionnaires have. KeyError when there is no such assessment.
    """
    case = case_of(workspace, assessment)
    before = next(signed_before(workspace, case.record.company, case.record.day), None)
    if before is None:
        return None
    levels, known = {}, {}
    for question in case.questionnaire.by_id.values():
        asked = before.questionnaire.by_id.get(question.id)
        if asked is None or not same_meaning(question, asked):
            continue
        result = consolidate(asked, before.responses)
        if question.kind is not Kind.LEVELS:
            if result.known is not None:
                known[question.id] = result.known
        elif result.level is not None:
            levels[question.id] = result.level
    return Earlier(before.record.day, levels, known)


def earlier_said(workspace: Workspace, assessment: str) -> tuple[EarlierSaid, ...]:
    """What several viewpoints said in finished assessments of earlier days, the newest first.

    Three at most; none where this one was answered from fewer than two viewpoints. Questions are
    matched by their ids, or by those that they replace, and have to mean the same. KeyError when
    there is no such assessment.
    """
    case = case_of(workspace, assessment)
    if not _several(case.responses):
        return ()
    found = []
    for before in signed_before(workspace, case.record.company, case.record.day):
        if _several(before.responses):
            names = _ids_today(case.questionnaire, before.questionnaire)
            found.append(EarlierSaid(before.record.day, _renamed(before.responses, names)))
        if len(found) == _YEARS:
            break
    return tuple(found)


def signed_before(workspace: Workspace, company: str, day: date) -> Iterator[Case]:
    """What was signed of the company's assessments before `day`, the newest first.

    A draft is not told of, since it may not be what was meant; one that is being corrected counts
    as it was signed last. One that another goes on from is part of that, and what cannot be read
    any more is passed over.
    """
    signed = [one for one in list_assessments(workspace, company) if one.signed or not one.open]
    gone_on = {one.goes_on_from for one in signed}
    for one in signed:
        if one.day < day and one.id not in gone_on:
            with suppress(UserError):
                yield _as_signed(workspace, one)


def _as_signed(workspace: Workspace, record: AssessmentRecord) -> Case:
    if record.corrected:
        return read_revision(workspace, record.id, record.signed).case
    return case_of(workspace, record.id)


def _several(said: Responses) -> bool:
    """Whether people of two viewpoints answered anything."""
    return len({one.viewpoint for one in said.respondents if said.answers.get(one.id)}) > 1


def _ids_today(today: Questionnaire, before: Questionnaire) -> dict[str, str]:
    """For each earlier question of the same meaning its id of today."""
    found: dict[str, str] = {}
    for question in today.rated_questions:
        for key in (question.id, *question.replaces):
            asked = before.by_id.get(key)
            if asked is not None and same_meaning(question, asked):
                found[key] = question.id
                break
    return found


def _renamed(said: Responses, names: Mapping[str, str]) -> Responses:
    """Only the answers to these questions, under these ids."""
    answers = {
        person: {names[key]: answer for key, answer in own.items() if key in names}
        for person, own in said.answers.items()
    }
    return Responses(said.respondents, answers)
