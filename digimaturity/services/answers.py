"""Answers, comments and consensus as the log keeps them, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from digimaturity.domain.responses import Answer, Respondent, Responses, State, Value
from digimaturity.services.text import storable
from digimaturity.store.records import Aspect, Json, Key

_UNANSWERED = Answer(State.UNANSWERED)


def answer_to_json(answer: Answer | None) -> Json:
    """The state and value of an answer; its comment is an entry of its own."""
    if answer is None:
        return None
    if answer.state is not State.ANSWERED:
        return {"state": answer.state.value}
    return {"state": answer.state.value, "value": value_to_json(answer.value)}


def answer_from_json(stored: Json) -> Answer | None:
    """The inverse of `answer_to_json`."""
    if stored is None:
        return None
    if not isinstance(stored, Mapping):
        raise TypeError(stored)
    return Answer(State(str(stored["state"])), value_from_json(stored.get("value")))


def value_to_json(value: Value | None) -> Json:
    """Chosen options become a sorted list; text becomes storable."""
    if isinstance(value, str):
        return storable(value)
    return sorted(value) if isinstance(value, frozenset) else value


def value_from_json(stored: object) -> Value | None:
    """The inverse of `value_to_json`."""
    if isinstance(stored, list):
        return frozenset(stored)
    if stored is None or isinstance(stored, str | bool | int | float):
        return stored
    raise TypeError(stored)


def responses_of(
    respondents: tuple[Respondent, ...], current: Iterable[tuple[Key, Json]]
) -> Responses:
    """Everything that holds now. A comment without an answer stands on an unanswered question."""
    answers: dict[str, dict[str, Answer]] = {respondent.id: {} for respondent in respondents}
    consensus: dict[str, int] = {}
    for key, stored in current:
        if key.respondent is None:
            consensus[key.question] = int(str(stored))
            continue
        own = answers[key.respondent]
        given = own.get(key.question, _UNANSWERED)
        if key.aspect is Aspect.COMMENT:
            own[key.question] = replace(given, comment=str(stored))
        else:
            answer = answer_from_json(stored) or _UNANSWERED
            own[key.question] = replace(answer, comment=given.comment)
    return Responses(respondents, answers, consensus)
