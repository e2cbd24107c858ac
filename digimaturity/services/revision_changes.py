"""What a correction changed: one revision held against the one before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digimaturity.domain.attachment import Attachment
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import question_results
from digimaturity.domain.responses import Answer, Responses, State
from digimaturity.domain.scoring import Score, score_all
from digimaturity.services.assessments import company_of
from digimaturity.services.attachments import attachments_of
from digimaturity.services.snapshot import Signed
from digimaturity.services.workspace import Case, Workspace

if TYPE_CHECKING:
    from digimaturity.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Corrected:
    """A question of which an answer, or the level that was agreed on, is another one now.

    `before` and `after` are what all came to, levels as a mean where they are not one.
    """

    question: str
    before: QuestionResult
    after: QuestionResult


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two revisions, in the order of the questionnaire.

    `beside` are questions of which only what stands beside the answer differs: a comment, an
    evidence, a mark, a reason. `before` and `after` are the overall scores. `figures` is None where
    either pins none.
    """

    corrected: tuple[Corrected, ...]
    beside: tuple[str, ...]
    before: Score
    after: Score
    people: bool
    company: bool
    files: bool
    figures: bool | None

    @property
    def nothing(self) -> bool:
        """Whether both say the same."""
        return not (
            self.corrected
            or self.beside
            or self.people
            or self.company
            or self.files
            or self.figures
        )


def changes_between(before: Signed, after: Signed) -> Changes:
    """Hold a later revision of an assessment against an earlier one."""
    asked = before.case.questionnaire
    results = [question_results(asked, one.case.responses) for one in (before, after)]
    said = before.case.responses, after.case.responses
    otherwise = _in_order(asked, _differing(*said, _answered, lambda one: one.consensus))
    beside = _in_order(asked, _differing(*said, _beside, _texts_of_the_group))
    scores = [score_all(asked, one).overall for one in results]
    figures = None
    if before.figures is not None and after.figures is not None:
        figures = before.figures != after.figures
    return Changes(
        tuple(Corrected(key, results[0][key], results[1][key]) for key in otherwise),
        tuple(key for key in beside if key not in otherwise),
        scores[0],
        scores[1],
        _people(said[0]) != _people(said[1]),
        _company(before.case) != _company(after.case),
        _files(before.files) != _files(after.files),
        figures,
    )


def as_it_stands(workspace: Workspace, case: Case) -> Signed:
    """What would be signed now, without figures: they are pinned by signing."""
    return Signed(case, None, attachments_of(workspace, case.record.id))


def _differing(
    before: Responses,
    after: Responses,
    own: Callable[[Answer], object],
    together: Callable[[Responses], Mapping[str, object]],
) -> set[str]:
    """The questions to which somebody, or the group, said something else."""
    found = _unequal(together(before), together(after))
    for person in before.answers.keys() | after.answers.keys():
        old, new = (
            {key: said for key, one in all_.answers.get(person, {}).items() if (said := own(one))}
            for all_ in (before, after)
        )
        found |= _unequal(old, new)
    return found


def _unequal(old: Mapping[str, object], new: Mapping[str, object]) -> set[str]:
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _answered(one: Answer) -> object:
    return None if one.state is State.UNANSWERED else (one.state, one.value, one.carried)


def _beside(one: Answer) -> object:
    said = (one.comment, one.evidence, one.review)
    return said if any(said) else None


def _texts_of_the_group(said: Responses) -> Mapping[str, object]:
    keys = said.reasons.keys() | said.parked.keys()
    return {key: (said.reasons.get(key), said.parked.get(key)) for key in keys}


def _people(said: Responses) -> list[tuple[str, str]]:
    return sorted((one.id, one.viewpoint.value) for one in said.respondents)


def _company(case: Case) -> object:
    return company_of(case.record, case.company)


def _files(files: Iterable[Attachment]) -> set[tuple[str, str, str, str]]:
    return {(one.respondent, one.question, one.name, one.sha256) for one in files}


def _in_order(asked: Questionnaire, keys: set[str]) -> list[str]:
    return [key for key in asked.by_id if key in keys]
