"""What respondents said and the group agreed on, held against the questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses, State, Value
from digimaturity.errors import UserError
from digimaturity.services.answer_checks import check_answer, check_consensus
from digimaturity.services.answers_faults import Faults, nearest

#: What can stand beside an answer.
_BESIDE = ("comment", "evidence", "review", "carried")

_STATES = {state.value: state for state in (State.DONT_KNOW, State.NOT_APPLICABLE)}


def read_responses(
    faults: Faults, top: Mapping[str, Any], questionnaire: Questionnaire | None
) -> Responses:
    """Respondents, answers and consensus of the whole document, as far as they are sound."""
    listed = top.get("respondents", ())
    if not isinstance(listed, list | tuple) or ("respondents" in top and not listed):
        faults.add("respondents", "respondents")
        return Responses()
    respondents: dict[str, Respondent] = {}
    answers: dict[str, dict[str, Answer]] = {}
    for place, value in enumerate(listed):
        where = f"respondents[{place}]"
        person = faults.record(value, where, ("id", "viewpoint", "answers"), ("name",))
        if person is None:
            continue
        respondent = _respondent(faults, person, where, respondents)
        answers[respondent.id] = _answers(
            faults, person.get("answers", {}), f"{where}.answers", questionnaire
        )
        respondents[respondent.id] = respondent
    consensus = _consensus(faults, top.get("consensus", {}), questionnaire)
    reasons, parked = (
        _texts(faults, top.get(name, {}), name, questionnaire) for name in ("reasons", "parked")
    )
    return Responses(tuple(respondents.values()), answers, consensus, reasons, parked)


def _respondent(
    faults: Faults, person: Mapping[str, Any], where: str, others: Mapping[str, Respondent]
) -> Respondent:
    key = faults.text(person, "id", where)
    if "id" in person and isinstance(person["id"], str):
        if not key:
            faults.add(f"{where}.id", "empty")
        elif key in others:
            faults.add(f"{where}.id", "duplicate", found=key)
    viewpoint = person.get("viewpoint", Viewpoint.MANAGEMENT.value)
    if viewpoint not in list(Viewpoint):
        known = [view.value for view in Viewpoint]
        faults.add(f"{where}.viewpoint", "viewpoint", found=viewpoint, known=known)
        viewpoint = Viewpoint.MANAGEMENT
    return Respondent(key, Viewpoint(viewpoint), faults.text(person, "name", where))


def _answers(
    faults: Faults, value: object, where: str, questionnaire: Questionnaire | None
) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    for question, name, said in _by_question(faults, value, where, questionnaire):
        answer = _answer(faults, question, f"{where}.{name}", said)
        if answer is not None:
            given[question.id] = answer
    return given


def _answer(faults: Faults, question: Question, where: str, said: object) -> Answer | None:
    if not isinstance(said, dict):
        return _said(faults, question, where, said, _state(said))
    parts = faults.record(said, where, (), ("value", "text", *_BESIDE))
    if not parts or ("value" in parts and "text" in parts):
        faults.add(where, "answer")
        return None
    given = "value" in parts or "text" in parts
    for name in ("review", "carried"):
        fits = isinstance(parts.get(name, False), bool) and (given or name != "carried")
        if name in parts and not fits:
            faults.add(f"{where}.{name}", name)
    comment = faults.text(parts, "comment", where)
    evidence = faults.text(parts, "evidence", where)
    answer: Answer | None = Answer(State.UNANSWERED)
    if given:
        said = parts.get("value", parts.get("text"))
        answer = _said(faults, question, where, said, None if "text" in parts else _state(said))
    if answer is None:
        return None
    review, carried = (parts.get(name) is True for name in ("review", "carried"))
    return replace(answer, comment=comment, evidence=evidence, review=review, carried=carried)


def _said(
    faults: Faults, question: Question, where: str, said: object, state: State | None
) -> Answer | None:
    """The answer alone, if the question takes it; `state` where it is a word for having none."""
    if state is not None:
        answer = Answer(state)
    else:
        value = _value(question, said)
        if value is None:
            faults.add(where, "kind", kind=question.kind.value)
            return None
        answer = Answer.of(value)
    return answer if _accepted(faults, where, question, answer) else None


def _accepted(faults: Faults, where: str, question: Question, answer: Answer) -> bool:
    try:
        check_answer(question, answer)
    except UserError as error:
        _refused(faults, where, question, error, answer.value)
        return False
    return True


def _refused(
    faults: Faults, where: str, question: Question, error: UserError, found: object
) -> None:
    faults.add(
        where,
        error.code.removeprefix("answer."),
        kind=question.kind.value,
        found=sorted(found) if isinstance(found, frozenset) else found,
        levels=len(question.levels),
        options=[option.id for option in question.options],
        minimum=question.minimum,
        maximum=question.maximum,
    )


def _consensus(
    faults: Faults, value: object, questionnaire: Questionnaire | None
) -> dict[str, int]:
    agreed: dict[str, int] = {}
    for question, name, level in _by_question(faults, value, "consensus", questionnaire):
        where = f"consensus.{name}"
        if type(level) is not int:
            faults.add(where, "kind", kind=Kind.LEVELS.value)
            continue
        try:
            check_consensus(question, level)
        except UserError as error:
            _refused(faults, where, question, error, level)
        else:
            agreed[question.id] = level
    return agreed


def _texts(
    faults: Faults, value: object, where: str, questionnaire: Questionnaire | None
) -> dict[str, str]:
    """What the group wrote to questions; nothing stays nothing."""
    entries = tuple(_by_question(faults, value, where, questionnaire))
    said = {name: text for _, name, text in entries}
    texts = {question.id: faults.text(said, name, where) for question, name, _ in entries}
    return {question: text for question, text in texts.items() if text}


def _by_question(
    faults: Faults, value: object, where: str, questionnaire: Questionnaire | None
) -> Iterable[tuple[Question, str, object]]:
    """The entries of known questions; nothing more can be said without a questionnaire."""
    if not isinstance(value, dict):
        faults.add(where, "object")
        return
    if questionnaire is None:
        return
    for name, said in value.items():
        question = questionnaire.by_id.get(name)
        if question is None:
            near = nearest(name, questionnaire.by_id)
            faults.add(f"{where}.{name}", "question", found=name, near=near)
        else:
            yield question, name, said


def _state(said: object) -> State | None:
    return _STATES.get(said) if isinstance(said, str) else None


def _value(question: Question, said: object) -> Value | None:
    """What JSON says, as the domain says it; whether it fits is the domain's question."""
    if isinstance(said, list):
        texts = [entry for entry in said if isinstance(entry, str)]
        return frozenset(texts) if len(set(texts)) == len(said) else None
    if isinstance(said, str) and question.kind is Kind.ONE_OF:
        return frozenset({said})
    return said if isinstance(said, str | bool | int | float) else None
