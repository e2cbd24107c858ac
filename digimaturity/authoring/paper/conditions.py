"""When a question is to be answered, in words for somebody with paper and pen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Condition, Equals
from digimaturity.domain.questionnaire import (
    Kind,
    Option,
    Question,
    Questionnaire,
    decision_questions,
)
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import holder_names


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Words conditions by the `numbers` that the questions have on this paper."""

    questions: Mapping[str, Question]
    numbers: Mapping[str, str]
    t: Translator

    def note(self, condition: Condition) -> str:
        """A sentence that says when the question is to be answered."""
        return self.t("Answer only if {condition}.", condition=self.clause(condition))

    def clause(self, condition: Condition) -> str:
        """The condition as a clause that goes on after *if*."""
        match condition:
            case AtLeast(question, value, strictly):
                return self._at_least(question, value, strictly=strictly)
            case Equals(question, value):
                return self._equals(question, value)
            case AnyOf(parts):
                return self.t(" or ").join(self._inner(part, condition) for part in parts)
            case AllOf(parts):
                return self.t(" and ").join(self._inner(part, condition) for part in parts)
            case _:
                return self.t(
                    "it is not so that {condition}", condition=self.clause(condition.part)
                )

    def _inner(self, part: Condition, whole: Condition) -> str:
        mixed = isinstance(part, AnyOf | AllOf) and type(part) is not type(whole)
        return f"({self.clause(part)})" if mixed else self.clause(part)

    def _at_least(self, key: str, value: float, *, strictly: bool) -> str:
        t, number = self.t, self.numbers[key]
        if self.questions[key].kind is Kind.LEVELS:
            level = floor(value) + 1 if strictly else ceil(value)
            return t("level {level} or higher is ticked at question {n}", level=level, n=number)
        shown = self._number(value)
        if strictly:
            return t("the number at question {n} is above {value}", n=number, value=shown)
        return t("the number at question {n} is {value} or more", n=number, value=shown)

    def _equals(self, key: str, value: float | bool | str) -> str:
        t, number, question = self.t, self.numbers[key], self.questions[key]
        if isinstance(value, bool):
            answer = t("Yes") if value else t("No")
            return t("“{answer}” is ticked at question {n}", answer=answer, n=number)
        if isinstance(value, str):
            texts = {option.id: text_in(option.text, t.language) for option in question.options}
            return t("“{answer}” is ticked at question {n}", answer=texts[value], n=number)
        if question.kind is Kind.LEVELS:
            return t("level {level} is ticked at question {n}", level=int(value), n=number)
        return t("the number at question {n} is {value}", n=number, value=self._number(value))

    def _number(self, value: float) -> str:
        return self.t.number(value, 0 if float(value).is_integer() else 2)


def worded_questions(questionnaire: Questionnaire, t: Translator) -> Mapping[str, Question]:
    """All questions by id; those of the decisions with the words for who can hold a part."""
    holders = tuple(
        Option(holder, {t.language: words}) for holder, words in holder_names(t).items()
    )
    questions = dict(questionnaire.by_id)
    for decision in questionnaire.decisions:
        for one in decision_questions(decision):
            questions[one.id] = Question(one.id, Kind.ONE_OF, decision.name, options=holders)
    return questions


def unit_words(unit: str | None, t: Translator) -> str:
    """What stands behind the number that a question asks for."""
    known = {"percent": "%", "mbit_per_s": t("Mbit/s"), "employees": t("employees")}
    return known.get(unit or "", unit or "")
