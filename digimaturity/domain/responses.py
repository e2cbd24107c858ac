"""What was said: answers of respondents, and the one answer that they come to together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from digimaturity.domain.questionnaire import Kind, Question, Viewpoint


class State(StrEnum):
    """What became of a question. An absent answer, "don't know" and 0 are different things."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    UNANSWERED = "unanswered"
    NOT_SHOWN = "not_shown"


#: No number that a firm gives is larger; and every one up to it is told exactly.
LARGEST = 1e15

#: Level or number, yes/no, free text, or the ids of chosen options.
Value = float | bool | str | frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """One respondent's answer to one question; `value` is None unless it was answered.

    `comment` is what was written beside it, for *not applicable* the reason: one text, so that it
    stays when the answer is changed, and stands wherever comments do. `evidence` is what shows
    that the answer is true. `review` marks what the respondent wants to look at once more.
    `carried` is an answer of an earlier year that nobody has confirmed yet.
    """

    state: State
    value: Value | None = None
    comment: str = ""
    evidence: str = ""
    review: bool = False
    carried: bool = False

    @staticmethod
    def of(value: Value, comment: str = "") -> Answer:
        """An answer with a level, number, yes/no, text or chosen options."""
        return Answer(State.ANSWERED, value, comment)

    @property
    def lacks_reason(self) -> bool:
        """Whether it says that the question does not apply, and not why."""
        return self.state is State.NOT_APPLICABLE and not self.comment.strip()


DONT_KNOW = Answer(State.DONT_KNOW)
NOT_APPLICABLE = Answer(State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Respondent:
    """Somebody who answers, from one viewpoint; `name` may be empty or a code."""

    id: str
    viewpoint: Viewpoint
    name: str = ""


#: Answers of one respondent: question id -> answer.
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Responses:
    """Everything that was said in one assessment.

    `answers` maps respondent id -> question id -> answer. Of the workshop, `consensus` has the
    levels agreed on, `reasons` why, and `parked` what was put off to be talked about later, all by
    question id.
    """

    respondents: tuple[Respondent, ...] = ()
    answers: Mapping[str, Answers] = field(default_factory=dict)
    consensus: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    parked: Mapping[str, str] = field(default_factory=dict)

    @property
    def heard(self) -> tuple[Respondent, ...]:
        """The respondents of whom at least one answer is here; who was only asked is not."""
        return tuple(one for one in self.respondents if self.answers.get(one.id))

    def with_answer(self, respondent: str, question: str, answer: Answer | None) -> Responses:
        """A copy with one answer set, or withdrawn where `answer` is None."""
        own = {**self.answers.get(respondent, {})}
        own.pop(question, None)
        if answer is not None:
            own[question] = answer
        return replace(self, answers={**self.answers, respondent: own})


def refusal(question: Question, answer: Answer) -> str | None:
    """Why `question` cannot take `answer`, as a stable code; None when it can.

    Codes: ``not_applicable`` (the question always applies), ``kind`` (a value of another type),
    ``range`` (a level, number or option outside the question's).
    """
    if answer.state is State.NOT_APPLICABLE:
        return None if question.may_not_apply else "not_applicable"
    if answer.state is State.DONT_KNOW:
        return None if answer.value is None else "kind"
    if answer.state is not State.ANSWERED or answer.value is None:
        return "kind"
    return _refused_value(question, answer.value)


def _refused_value(question: Question, value: Value) -> str | None:
    match question.kind:
        case Kind.LEVELS:
            if isinstance(value, bool) or not isinstance(value, int | float):
                return "kind"
            whole = 1 <= value <= len(question.levels) and float(value).is_integer()
            return None if whole else "range"
        case Kind.YES_NO:
            return None if isinstance(value, bool) else "kind"
        case Kind.NUMBER:
            if isinstance(value, bool) or not isinstance(value, int | float):
                return "kind"
            low = -LARGEST if question.minimum is None else question.minimum
            high = LARGEST if question.maximum is None else question.maximum
            return None if low <= value <= high else "range"
        case Kind.TEXT:
            return None if isinstance(value, str) else "kind"
        case Kind.MANY_OF | Kind.ONE_OF:
            if not isinstance(value, frozenset):
                return "kind"
            known = {option.id for option in question.options}
            one = question.kind is Kind.ONE_OF
            return "range" if not value <= known or (one and len(value) != 1) else None
