"""What respondents said as plain JSON, the inverse of `answers_said`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digimaturity.domain.questionnaire import Kind, Questionnaire
from digimaturity.domain.responses import Answer, Responses, State
from digimaturity.services.answers import value_to_json
from digimaturity.store.records import Json


def said_document(
    questionnaire: Questionnaire, said: Responses, *, comments: bool = True
) -> dict[str, Any]:
    """Respondents with their answers, and the consensus where there is any.

    Without `comments` the names of the respondents are left out, too.
    """
    document: dict[str, Any] = {
        "respondents": [
            {
                "id": person.id,
                "viewpoint": person.viewpoint.value,
                "name": person.name if comments else "",
                "answers": dict(
                    _answers(questionnaire, said.answers.get(person.id, {}), comments=comments)
                ),
            }
            for person in said.respondents
        ]
    }
    if said.consensus:
        document["consensus"] = dict(said.consensus)
    return document


def _answers(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], *, comments: bool
) -> list[tuple[str, Json]]:
    return [
        (question, _answer(questionnaire, question, answer, answer.comment if comments else ""))
        for question, answer in answers.items()
        if comments or answer.state is not State.UNANSWERED
    ]


def _answer(questionnaire: Questionnaire, question: str, answer: Answer, comment: str) -> Json:
    """The shortest form: the bare value, unless there is a comment or the value needs a word."""
    words = (State.DONT_KNOW.value, State.NOT_APPLICABLE.value)
    kind = questionnaire.by_id[question].kind
    if answer.state is State.UNANSWERED:
        return {"comment": comment}
    name, value = "value", value_to_json(answer.value)
    if answer.state is not State.ANSWERED:
        value = answer.state.value
    elif kind is Kind.TEXT and value in words:
        name = "text"
    elif kind is Kind.ONE_OF and isinstance(value, list):
        value = value[0]
    if comment:
        return {name: value, "comment": comment}
    return {name: value} if name == "text" else value
