"""Answers, what stands beside them, and consensus as the log keeps them, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from digimaturity.domain.responses import Answer, Respondent, Responses, State, Value
from digimaturity.services.text import storable
from digimaturity.store.records import OF_THE_GROUP, Aspect, Json, Key

#: Who said what a returned form brought: this and the form's id, as the author in the log.
BY_FORM = "form:"

#: What was taken over from an earlier year: this and the day of that assessment.
BY_YEAR = "year:"

#: Neither an answer nor anything beside it.
UNTOUCHED = Answer(State.UNANSWERED)


def answer_to_json(answer: Answer | None) -> Json:
    """The state and value of an answer, and whether it is an earlier year's.

    What stands beside it are entries of their own.
    """
    if answer is None:
        return None
    stored: dict[str, object] = {"state": answer.state.value}
    if answer.state is State.ANSWERED:
        stored["value"] = value_to_json(answer.value)
    if answer.carried:
        stored["carried"] = True
    return stored


def answer_from_json(stored: Json) -> Answer | None:
    """The inverse of `answer_to_json`."""
    if stored is None:
        return None
    fields = cast("Mapping[str, Json]", stored)
    value = value_from_json(fields.get("value"))
    return Answer(State(str(fields["state"])), value, carried=fields.get("carried") is True)


def value_to_json(value: Value | None) -> Json:
    """Chosen options become a sorted list; text becomes storable."""
    if isinstance(value, str):
        return storable(value)
    return sorted(value) if isinstance(value, frozenset) else value


def value_from_json(stored: Json) -> Value | None:
    """The inverse of `value_to_json`."""
    return cast("Value | None", frozenset(stored) if isinstance(stored, list) else stored)


def responses_of(
    respondents: tuple[Respondent, ...], current: Iterable[tuple[Key, Json]]
) -> Responses:
    """Everything that holds now."""
    answers: dict[str, dict[str, Answer]] = {respondent.id: {} for respondent in respondents}
    together: dict[Aspect, dict[str, Json]] = {aspect: {} for aspect in OF_THE_GROUP}
    for key, stored in current:
        if key.respondent is None:
            together[key.aspect][key.question] = stored
        else:
            own = answers[key.respondent]
            own[key.question] = _touched(own.get(key.question, UNTOUCHED), key.aspect, stored)
    return Responses(
        respondents,
        answers,
        {name: int(str(level)) for name, level in together[Aspect.CONSENSUS].items()},
        {name: str(text) for name, text in together[Aspect.REASON].items()},
        {name: str(text) for name, text in together[Aspect.PARKED].items()},
    )


def with_entry(responses: Responses, key: Key, stored: Json) -> Responses:
    """What holds after one more entry of the log."""
    if key.respondent is None:
        return _with_the_groups(responses, key, stored)
    before = responses.answers[key.respondent].get(key.question, UNTOUCHED)
    answer = _touched(before, key.aspect, stored)
    return responses.with_answer(
        key.respondent, key.question, None if answer == UNTOUCHED else answer
    )


def entry_of(responses: Responses, key: Key) -> Json:
    """What the log's newest entry for `key` says; None where nothing is there."""
    if key.respondent is None:
        return _of_the_group(responses, key.aspect).get(key.question)
    answer = responses.answers[key.respondent].get(key.question, UNTOUCHED)
    match key.aspect:
        case Aspect.COMMENT:
            return answer.comment or None
        case Aspect.EVIDENCE:
            return answer.evidence or None
        case Aspect.REVIEW:
            return answer.review or None
    return None if answer.state is State.UNANSWERED else answer_to_json(answer)


def _of_the_group(responses: Responses, aspect: Aspect) -> Mapping[str, Json]:
    match aspect:
        case Aspect.REASON:
            return responses.reasons
        case Aspect.PARKED:
            return responses.parked
    return responses.consensus


def _with_the_groups(responses: Responses, key: Key, stored: Json) -> Responses:
    every = _of_the_group(responses, key.aspect)
    kept = {name: one for name, one in every.items() if name != key.question}
    if stored is not None:
        kept[key.question] = stored
    match key.aspect:
        case Aspect.REASON:
            return replace(responses, reasons={name: str(one) for name, one in kept.items()})
        case Aspect.PARKED:
            return replace(responses, parked={name: str(one) for name, one in kept.items()})
    return replace(responses, consensus={name: int(str(one)) for name, one in kept.items()})


def _touched(before: Answer, aspect: Aspect, stored: Json) -> Answer:
    """What is written beside an answer that is not there stands on an unanswered question."""
    match aspect:
        case Aspect.COMMENT:
            return replace(before, comment="" if stored is None else str(stored))
        case Aspect.EVIDENCE:
            return replace(before, evidence="" if stored is None else str(stored))
        case Aspect.REVIEW:
            return replace(before, review=stored is True)
    answer = answer_from_json(stored) or UNTOUCHED
    return replace(before, state=answer.state, value=answer.value, carried=answer.carried)
