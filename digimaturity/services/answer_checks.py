"""What a question accepts as an answer, and a group as its consensus."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import Answer, refusal
from digimaturity.errors import UserError

#: No answer is a larger number; every whole number up to here is exact.
LARGEST_NUMBER = 2**53


def check_answer(question: Question, answer: Answer) -> None:
    """Refuse what the question cannot take.

    Raises:
        UserError: ``answer.not_applicable``, ``answer.kind`` or ``answer.range``.
    """
    code = "range" if _endless(question, answer) else refusal(question, answer)
    if code is not None:
        raise UserError(f"answer.{code}", question=question.id, value=answer.value)


def _endless(question: Question, answer: Answer) -> bool:
    """Whether a level or number is infinite, no number at all, or longer than a fraction holds."""
    value = answer.value
    if question.kind not in (Kind.LEVELS, Kind.NUMBER) or not isinstance(value, int | float):
        return False
    return not abs(value) <= LARGEST_NUMBER


def check_consensus(question: Question, level: int) -> None:
    """Refuse what no group can agree on: anything but a level of the question.

    Raises:
        UserError: ``answer.kind`` or ``answer.range``.
    """
    if question.kind is not Kind.LEVELS:
        raise UserError("answer.kind", question=question.id, value=level)
    check_answer(question, Answer.of(level))
