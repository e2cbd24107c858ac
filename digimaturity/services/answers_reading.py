"""Reads a file of answers and lists every fault in it at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Responses
from digimaturity.errors import UserError
from digimaturity.services.answer_checks import LARGEST_NUMBER
from digimaturity.services.answers_faults import Faults
from digimaturity.services.answers_said import read_responses
from digimaturity.store.records import CompanyRecord

FORMAT = "digimaturity-answers/1"

#: More faults than this help nobody.
MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """The content of a file of answers, already held against its questionnaire.

    The ids of the respondents are those of the file.
    """

    questionnaire: Questionnaire
    company: CompanyRecord
    day: date
    responses: Responses


def parse_answers(content: bytes, questionnaires: Mapping[str, Questionnaire]) -> AnswersFile:
    """The content of a file of answers; `questionnaires` are those that it may name, by id.

    Raises:
        UserError: ``answers.invalid`` with every fault (`AnswersProblem`) in `problems`.
    """
    faults = Faults()
    answers = _file(faults, faults.decoded(content), questionnaires)
    if answers is None or faults.problems:
        raise UserError("answers.invalid", problems=tuple(faults.problems[:MOST_PROBLEMS]))
    return answers


def _file(
    faults: Faults, document: object, questionnaires: Mapping[str, Questionnaire]
) -> AnswersFile | None:
    if faults.problems:
        return None
    required = ("format", "questionnaire", "company", "date", "respondents")
    top = faults.record(document, "", required, ("consensus", "reasons", "parked"))
    if top is None:
        return None
    if top.get("format", FORMAT) != FORMAT:
        faults.add("format", "format", found=top["format"], expected=FORMAT)
        return None
    questionnaire = _questionnaire(faults, top.get("questionnaire"), questionnaires)
    company = _company(faults, top.get("company"))
    day = _day(faults, top.get("date"))
    responses = read_responses(faults, top, questionnaire)
    if questionnaire is None or company is None or day is None:
        return None
    return AnswersFile(questionnaire, company, day, responses)


def _questionnaire(
    faults: Faults, name: object, known: Mapping[str, Questionnaire]
) -> Questionnaire | None:
    if isinstance(name, str) and name in known:
        return known[name]
    if name is not None:
        faults.add("questionnaire", "questionnaire", found=name, known=sorted(known))
    return None


def _company(faults: Faults, value: object) -> CompanyRecord | None:
    if value is None:
        return None
    optional = ("country", "section", "employees", "turnover")
    company = faults.record(value, "company", ("name",), optional)
    if company is None:
        return None
    name = faults.text(company, "name", "company")
    if "name" in company and not name.strip():
        faults.add("company.name", "empty")
    employees = company.get("employees")
    if not (employees is None or (type(employees) is int and 1 <= employees <= LARGEST_NUMBER)):
        faults.add("company.employees", "employees", found=employees)
    return CompanyRecord(
        name=name,
        country=_code(faults, company, "country", r"[A-Z]{2}"),
        section=_code(faults, company, "section", r"[A-U]"),
        employees=employees,
        turnover_band=_turnover(faults, company.get("turnover")),
    )


def _code(faults: Faults, company: Mapping[str, Any], key: str, form: str) -> str | None:
    value = company.get(key)
    if value is None or (isinstance(value, str) and re.fullmatch(form, value)):
        return value
    faults.add(f"company.{key}", key, found=value)
    return None


def _turnover(faults: Faults, value: object) -> TurnoverBand | None:
    known = [band.value for band in TurnoverBand]
    if value is None or (isinstance(value, str) and value in known):
        return None if value is None else TurnoverBand(value)
    faults.add("company.turnover", "turnover", found=value, known=known)
    return None


def _day(faults: Faults, value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    faults.add("date", "date", found=value)
    return None
