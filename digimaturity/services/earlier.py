"""What the company's assessment before this one gave to the same questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from digimaturity.domain.consolidation import consolidate
from digimaturity.domain.questionnaire import Kind
from digimaturity.services.assessments import case_of, list_assessments
from digimaturity.services.going_on import same_meaning
from digimaturity.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier assessment of a `day`, with the level of each question that is still the same.

    A level is 1 to the number of levels, as the model consolidates it: with several people it is
    the one agreed on, or the mean of the viewpoints' means, and so may lie between two.
    """

    day: date
    levels: Mapping[str, float]


def earlier_levels(workspace: Workspace, assessment: str) -> Earlier | None:
    """The newest finished assessment of the company from an earlier day; None without one.

    A draft is not told of, since it may not be what was meant. A question is the same when it has
    the same id and its levels the same words, in the languages that both questionnaires have.
    KeyError when there is no such assessment.
    """
    case = case_of(workspace, assessment)
    records = list_assessments(workspace, case.record.company)
    older = (one for one in records if not one.open and one.day < case.record.day)
    record = next(older, None)
    if record is None:
        return None
    before = case_of(workspace, record.id)
    levels = {}
    for question in case.questionnaire.by_id.values():
        asked = before.questionnaire.by_id.get(question.id)
        if question.kind is not Kind.LEVELS or asked is None or not same_meaning(question, asked):
            continue
        result = consolidate(asked, before.responses)
        if result.level is not None:
            levels[question.id] = result.level
    return Earlier(record.day, levels)
