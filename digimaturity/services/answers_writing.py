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

    Without `comments` there is nothing else of what stands beside the answers (evidence, marks,
    reasons), nor the names of the respondents.
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
    if comments and said.reasons:
        document["reasons"] = dict(said.reasons)
    if comments and said.parked:
        document["parked"] = dict(said.parked)
    return document


def _answers(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], *, comments: bool
) -> list[tuple[str, Json]]:
    return [
        (question, _answer(questionnaire, question, answer, _beside(answer, comments=comments)))
        for question, answer in answers.items()
        if comments or answer.state is not State.UNANSWERED
    ]


def _beside(answer: Answer, *, comments: bool) -> dict[str, Json]:
    """What stands beside an answer; that nobody has confirmed it, always does."""
    written: dict[str, Json] = {
        "comment": answer.comment,
        "evidence": answer.evidence,
        "review": answer.review,
    }
    every: dict[str, Json] = {**(written if comments else {}), "carried": answer.carried}
    return {name: said for name, said in every.items() if said}


def _answer(
    questionnaire: Questionnaire, question: str, answer: Answer, beside: dict[str, Json]
) -> Json:
    """The shortest form: the bare value, unless something is beside it or it needs a word."""
    words = (State.DONT_KNOW.value, State.NOT_APPLICABLE.value)
    kind = questionnaire.by_id[question].kind
    if answer.state is State.UNANSWERED:
        return beside
    name, value = "value", value_to_json(answer.value)
    if answer.state is not State.ANSWERED:
        value = answer.state.value
    elif kind is Kind.TEXT and value in words:
        name = "text"
    elif kind is Kind.ONE_OF and isinstance(value, list):
        value = value[0]
    if beside or name == "text":
        return {name: value, **beside}
    return value
