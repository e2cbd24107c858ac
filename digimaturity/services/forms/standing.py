"""Who takes part: for whom forms were made, how much each has answered, who is missing."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.responses import Respondent
from digimaturity.services.assessments import case_of
from digimaturity.services.forms.counting import Count, count_of
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.records import FormRecord, ReturnRecord

__all__ = ["FormRecord", "ReturnRecord", "Standing", "standing_in", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One of those who take part; `forms` and `returns` are the oldest first.

    `count` is what is here of them, by a form or typed in.
    """

    person: Respondent
    count: Count
    forms: tuple[FormRecord, ...] = ()
    returns: tuple[ReturnRecord, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether nothing of them is here yet."""
        return not self.count.answered

    @property
    def awaited(self) -> bool:
        """Whether a form was made for them, and none of theirs has come back."""
        return bool(self.forms) and not self.returns


def standing_of(workspace: Workspace, assessment: str) -> tuple[Standing, ...]:
    """All who take part, in their order; KeyError when there is no such assessment."""
    return standing_in(workspace, case_of(workspace, assessment))


def standing_in(workspace: Workspace, case: Case) -> tuple[Standing, ...]:
    """The same of an assessment as `case` has it, which may be as it was signed off once."""
    assessment = case.record.id
    with workspace.reading() as stored:
        forms = stored.forms.of_assessment(assessment)
        returns = stored.forms.returned(assessment)
    standing = []
    for person in case.record.respondents:
        own = tuple(form for form in forms if form.respondent == person.id)
        ids = {form.id for form in own}
        standing.append(
            Standing(
                person,
                count_of(case.questionnaire, person, case.responses.answers[person.id]),
                own,
                tuple(one for one in returns if one.form in ids),
            )
        )
    return tuple(standing)
