"""Reads a file of answers and lists every fault in it at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses, State, Value
from digimaturity.errors import UserError
from digimaturity.services.answer_checks import LARGEST_NUMBER, check_answer, check_consensus
from digimaturity.store.records import CompanyRecord

FORMAT = "digimaturity-answers/1"

#: More faults than this help nobody.
MOST_PROBLEMS = 200

_STATES = {state.value: state for state in (State.DONT_KNOW, State.NOT_APPLICABLE)}


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """The content of a file of answers, already held against its questionnaire.

    The ids of the respondents are those of the file.
    """

    questionnaire: Questionnaire
    company: CompanyRecord
    day: date
    responses: Responses


@dataclass(frozen=True, slots=True)
class AnswersProblem:
    """One fault: the place in the file (``respondents[0].viewpoint``), a code and its facts."""

    where: str
    code: str
    details: Mapping[str, object] = field(default_factory=dict)


def parse_answers(content: bytes, questionnaires: Mapping[str, Questionnaire]) -> AnswersFile:
    """The content of a file of answers; `questionnaires` are those that it may name, by id.

    Raises:
        UserError: ``answers.invalid`` with every fault (`AnswersProblem`) in `problems`.
    """
    reading = _Reading()
    answers = reading.file(reading.decoded(content), questionnaires)
    if answers is None or reading.problems:
        raise UserError("answers.invalid", problems=tuple(reading.problems[:MOST_PROBLEMS]))
    return answers


class _RepeatedKeyError(ValueError):
    """JSON would silently take the last of two equal keys."""


@dataclass(slots=True)
class _Reading:
    """Goes through one file and gathers what is wrong with it."""

    problems: list[AnswersProblem] = field(default_factory=list)

    def fault(self, where: str, code: str, **details: object) -> None:
        self.problems.append(AnswersProblem(where, code, details))

    def decoded(self, content: bytes) -> object:
        try:
            return json.loads(
                content, object_pairs_hook=_without_repetition, parse_constant=_no_number
            )
        except json.JSONDecodeError as error:
            self.fault("", "syntax", line=error.lineno, column=error.colno)
        except _RepeatedKeyError as error:
            self.fault("", "repeated", key=str(error))
        except (ValueError, RecursionError):  # not UTF-8, NaN, endless digits, endless nesting
            self.fault("", "not_json")
        return None

    def file(
        self, document: object, questionnaires: Mapping[str, Questionnaire]
    ) -> AnswersFile | None:
        if self.problems:
            return None
        required = ("format", "questionnaire", "company", "date", "respondents")
        top = self.record(document, "", required, ("consensus",))
        if top is None:
            return None
        if top.get("format", FORMAT) != FORMAT:
            self.fault("format", "format", found=top["format"], expected=FORMAT)
            return None
        questionnaire = self.questionnaire(top.get("questionnaire"), questionnaires)
        company = self.company(top.get("company"))
        day = self.day(top.get("date"))
        responses = self.responses(top, questionnaire)
        if questionnaire is None or company is None or day is None:
            return None
        return AnswersFile(questionnaire, company, day, responses)

    def record(
        self, value: object, where: str, required: Iterable[str], optional: Iterable[str] = ()
    ) -> dict[str, Any] | None:
        """A JSON object with these keys and no others; what was missing before is not repeated."""
        if not isinstance(value, dict):
            self.fault(where, "object")
            return None
        known = [*required, *optional]
        for key in required:
            if key not in value:
                self.fault(where, "missing", key=key)
        for key in value:
            if key not in known:
                self.fault(where, "unknown_key", key=key, near=_near(key, known))
        return {key: value[key] for key in known if key in value}

    def text(self, holder: Mapping[str, Any], key: str, where: str) -> str:
        value = holder.get(key, "")
        if isinstance(value, str):
            return value
        self.fault(_inside(where, key), "text")
        return ""

    def questionnaire(
        self, name: object, known: Mapping[str, Questionnaire]
    ) -> Questionnaire | None:
        if isinstance(name, str) and name in known:
            return known[name]
        if name is not None:
            self.fault("questionnaire", "questionnaire", found=name, known=sorted(known))
        return None

    def company(self, value: object) -> CompanyRecord | None:
        if value is None:
            return None
        optional = ("country", "section", "employees")
        company = self.record(value, "company", ("name",), optional)
        if company is None:
            return None
        name = self.text(company, "name", "company")
        if "name" in company and not name.strip():
            self.fault("company.name", "empty")
        employees = company.get("employees")
        if not (employees is None or (type(employees) is int and 0 <= employees <= LARGEST_NUMBER)):
            self.fault("company.employees", "employees", found=employees)
        return CompanyRecord(
            name=name,
            country=self.code(company, "country", r"[A-Z]{2}"),
            section=self.code(company, "section", r"[A-U]"),
            employees=employees,
        )

    def code(self, company: Mapping[str, Any], key: str, form: str) -> str | None:
        value = company.get(key)
        if value is None or (isinstance(value, str) and re.fullmatch(form, value)):
            return value
        self.fault(f"company.{key}", key, found=value)
        return None

    def day(self, value: object) -> date | None:
        if value is None:
            return None
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self.fault("date", "date", found=value)
        return None

    def responses(self, top: Mapping[str, Any], questionnaire: Questionnaire | None) -> Responses:
        listed = top.get("respondents", ())
        if not isinstance(listed, list | tuple) or ("respondents" in top and not listed):
            self.fault("respondents", "respondents")
            return Responses()
        respondents: dict[str, Respondent] = {}
        answers: dict[str, dict[str, Answer]] = {}
        for place, value in enumerate(listed):
            where = f"respondents[{place}]"
            person = self.record(value, where, ("id", "viewpoint", "answers"), ("name",))
            if person is None:
                continue
            respondent = self.respondent(person, where, respondents)
            answers[respondent.id] = self.answers(
                person.get("answers", {}), f"{where}.answers", questionnaire
            )
            respondents[respondent.id] = respondent
        consensus = self.consensus(top.get("consensus", {}), questionnaire)
        return Responses(tuple(respondents.values()), answers, consensus)

    def respondent(
        self, person: Mapping[str, Any], where: str, others: Mapping[str, Respondent]
    ) -> Respondent:
        key = self.text(person, "id", where)
        if "id" in person and isinstance(person["id"], str):
            if not key:
                self.fault(f"{where}.id", "empty")
            elif key in others:
                self.fault(f"{where}.id", "duplicate", found=key)
        viewpoint = person.get("viewpoint", Viewpoint.MANAGEMENT.value)
        if viewpoint not in list(Viewpoint):
            known = [view.value for view in Viewpoint]
            self.fault(f"{where}.viewpoint", "viewpoint", found=viewpoint, known=known)
            viewpoint = Viewpoint.MANAGEMENT
        return Respondent(key, Viewpoint(viewpoint), self.text(person, "name", where))

    def answers(
        self, value: object, where: str, questionnaire: Questionnaire | None
    ) -> dict[str, Answer]:
        given: dict[str, Answer] = {}
        for question, name, said in self.by_question(value, where, questionnaire):
            answer = self.answer(question, f"{where}.{name}", said)
            if answer is not None:
                given[question.id] = answer
        return given

    def answer(self, question: Question, where: str, said: object) -> Answer | None:
        comment = ""
        if isinstance(said, dict):
            parts = self.record(said, where, (), ("value", "text", "comment"))
            if not parts or ("value" in parts and "text" in parts):
                self.fault(where, "answer")
                return None
            comment = self.text(parts, "comment", where)
            if "value" not in parts and "text" not in parts:
                return Answer(State.UNANSWERED, None, comment)
            said = parts.get("value", parts.get("text"))
            state = None if "text" in parts else _state(said)
        else:
            state = _state(said)
        if state is not None:
            answer = Answer(state, None, comment)
        else:
            value = _value(question, said)
            if value is None:
                self.fault(where, "kind", kind=question.kind.value)
                return None
            answer = Answer.of(value, comment)
        return answer if self.accepted(where, question, answer) else None

    def accepted(self, where: str, question: Question, answer: Answer) -> bool:
        try:
            check_answer(question, answer)
        except UserError as error:
            self.refused(where, question, error, answer.value)
            return False
        return True

    def refused(self, where: str, question: Question, error: UserError, found: object) -> None:
        self.fault(
            where,
            error.code.removeprefix("answer."),
            kind=question.kind.value,
            found=sorted(found) if isinstance(found, frozenset) else found,
            levels=len(question.levels),
            options=[option.id for option in question.options],
            minimum=question.minimum,
            maximum=question.maximum,
        )

    def consensus(self, value: object, questionnaire: Questionnaire | None) -> dict[str, int]:
        agreed: dict[str, int] = {}
        for question, name, level in self.by_question(value, "consensus", questionnaire):
            where = f"consensus.{name}"
            if type(level) is not int:
                self.fault(where, "kind", kind=Kind.LEVELS.value)
                continue
            try:
                check_consensus(question, level)
            except UserError as error:
                self.refused(where, question, error, level)
            else:
                agreed[question.id] = level
        return agreed

    def by_question(
        self, value: object, where: str, questionnaire: Questionnaire | None
    ) -> Iterable[tuple[Question, str, object]]:
        """The entries of known questions; nothing more can be said without a questionnaire."""
        if not isinstance(value, dict):
            self.fault(where, "object")
            return
        if questionnaire is None:
            return
        for name, said in value.items():
            question = questionnaire.by_id.get(name)
            if question is None:
                near = _near(name, questionnaire.by_id)
                self.fault(f"{where}.{name}", "question", found=name, near=near)
            else:
                yield question, name, said


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _RepeatedKeyError(key)
        found[key] = value
    return found


def _no_number(word: str) -> None:
    raise ValueError(word)


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


def _near(found: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    return next(iter(get_close_matches(found, list(known), 1)), "")


def _inside(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
