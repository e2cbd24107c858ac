"""Beginning an assessment with what was said a year before; each answer is to be confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Answers, State, refusal
from digimaturity.services.answers import BY_YEAR, answer_to_json
from digimaturity.services.assessments import begin
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.earlier import signed_before
from digimaturity.services.going_on import same_meaning
from digimaturity.services.text import storable
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import Aspect, Json, Key

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository


class Left(StrEnum):
    """Why an answer was not taken over."""

    #: The question is not asked any more.
    GONE = "gone"
    #: It means something else now: other levels, one that became several, several that became one.
    CHANGED = "changed"
    #: It was taken over the year before already, and nobody confirmed it.
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who takes part; `follows` is whose answers of the year before they begin with."""

    viewpoint: Viewpoint
    name: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """The new assessment; `change.assessment` is its id.

    `taken` counts the answers that were taken over, `left` tells why those to a question were not,
    by its id of the year before.
    """

    change: Change
    taken: int
    left: Mapping[str, Left]


def source_for(workspace: Workspace, company: str, day: date) -> Case | None:
    """What an assessment of that day can begin with: the newest one signed before; None: nothing.

    One that is being corrected is there as it was signed last.
    """
    return next(signed_before(workspace, company, day), None)


def begin_from(
    workspace: Workspace,
    before: Case,
    questionnaire: Questionnaire,
    day: date,
    people: Sequence[Newcomer],
) -> Repeat:
    """Begin an assessment with the answers of the one `before`, each to be confirmed.

    Taken over are answers to questions that still mean the same, with comment and evidence, by the
    person who follows the one who gave them; no consensus, files, marks or topics put off: these
    belong to their year. All of it happens, or nothing.

    Raises:
        UserError: those of writing to the workspace.
        KeyError: Nobody in `before` has the id that somebody follows.
    """
    names = _names_now(before.questionnaire, questionnaire)
    left: dict[str, Left] = {}
    taken = 0
    with workspace.writing() as stored:
        record = begin(
            stored,
            before.company.id,
            questionnaire,
            day,
            [(one.viewpoint, one.name) for one in people],
        )
        for newcomer, person in zip(people, record.respondents, strict=True):
            if newcomer.follows:
                given = before.responses.answers[newcomer.follows]
                for question, answer in _taken(given, names, questionnaire, left):
                    key = Key(record.id, person.id, question, Aspect.ANSWER)
                    _record(stored, key, answer, f"{BY_YEAR}{before.record.day.isoformat()}")
                    taken += 1
    change = Change(ChangeKind.ASSESSMENT, company=record.company, assessment=record.id)
    return Repeat(change, taken, left)


def _names_now(before: Questionnaire, now: Questionnaire) -> dict[str, str | None]:
    """The id of today for each question of the year before; None where it means something else.

    Nothing stands for those that are not asked any more.
    """
    origins = {
        question.id: {question.id} & before.by_id.keys()
        or before.by_id.keys() & set(question.replaces)
        for question in now.by_id.values()
    }
    heirs = Counter(old for olds in origins.values() for old in olds)
    found: dict[str, str | None] = {}
    for key, olds in origins.items():
        for old in olds:
            alone = len(olds) == 1 and (heirs[old] == 1 or old == key)
            if alone and same_meaning(now.by_id[key], before.by_id[old]):
                found[old] = key
            else:
                found.setdefault(old, None)
    return found


def _taken(
    given: Answers,
    names: Mapping[str, str | None],
    questionnaire: Questionnaire,
    left: dict[str, Left],
) -> Iterator[tuple[str, Answer]]:
    """What one person begins with, by the ids of today; why not, goes into `left`."""
    for old, answer in given.items():
        if answer.state is State.UNANSWERED:
            continue
        key = names.get(old)
        if old not in names:
            left[old] = Left.GONE
        elif key is None or refusal(questionnaire.by_id[key], answer) is not None:
            left[old] = Left.CHANGED
        elif answer.carried:
            left.setdefault(old, Left.UNCONFIRMED)
        else:
            yield key, replace(answer, carried=True)


def _record(stored: Repository, key: Key, answer: Answer, by: str) -> None:
    """Log an answer and what was written beside it."""
    written: Mapping[Aspect, Json] = {
        Aspect.ANSWER: answer_to_json(answer),
        Aspect.COMMENT: storable(answer.comment) or None,
        Aspect.EVIDENCE: storable(answer.evidence) or None,
    }
    for aspect, new in written.items():
        if new is not None:
            stored.answers.append(replace(key, aspect=aspect), None, new, by)
