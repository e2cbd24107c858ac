"""How far one person is: what they are asked, and what they have said to it."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.evaluation import question_results
from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answers, Respondent, Responses, State


@dataclass(frozen=True, slots=True)
class Count:
    """Questions `answered` (*don't know* and *not applicable* count) of those `asked`.

    What was carried over from an earlier year and is not confirmed yet is not answered; so many
    are `to_confirm`.
    """

    answered: int
    asked: int
    to_confirm: int = 0


def asked_of(questionnaire: Questionnaire, viewpoint: Viewpoint) -> dict[str, Question]:
    """The questions that somebody of this viewpoint is asked, by id, in their order."""
    return {key: one for key, one in questionnaire.by_id.items() if viewpoint in one.viewpoints}


def count_of(questionnaire: Questionnaire, person: Respondent, answers: Answers) -> Count:
    """How far somebody is; a question whose condition their own answers do not meet is not asked.

    Decisions count like other questions: each with its four parts.
    """
    every = asked_of(questionnaire, person.viewpoint)
    alone = Responses((person,), {person.id: answers})
    conditional = [key for key, question in every.items() if question.show_if is not None]
    results = question_results(questionnaire, alone, conditional)
    hidden = {key for key, result in results.items() if result.state is State.NOT_SHOWN}
    asked = every.keys() - hidden
    given = [answers[key] for key in asked if key in answers]
    said = [one.carried for one in given if one.state is not State.UNANSWERED]
    return Count(said.count(False), len(asked), said.count(True))
