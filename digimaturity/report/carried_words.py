"""How many answers are an earlier year's that nobody has confirmed, wherever scores are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Question
from digimaturity.domain.responses import State
from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Labelled

if TYPE_CHECKING:
    # The first page needs some of these words, and no report.
    from digimaturity.report.wording import Wording

#: What somebody said something to, this year or an earlier one.
_SAID = frozenset({State.ANSWERED, State.DONT_KNOW, State.NOT_APPLICABLE})


def carried_in(w: Wording, questions: Iterable[Question]) -> list[Question]:
    """Those of the questions to which an earlier year's answer stands unconfirmed."""
    return [question for question in questions if w.result(question).carried]


def carried_words(w: Wording, questions: Sequence[Question] | None = None) -> str:
    """``9 of 54 answers are from 2025 and not confirmed.``; nothing where all are of this year.

    `questions` are those that are rated, if not given.
    """
    asked = w.evaluation.questionnaire.rated_questions if questions is None else questions
    count = len(carried_in(w, asked))
    if not count:
        return ""
    every, year = sum(w.result(one).state in _SAID for one in asked), carried_since(w)
    if not year:
        return w.t.plural(
            "One of {all} answers is from an earlier year and not confirmed.",
            "{n} of {all} answers are from an earlier year and not confirmed.",
            count,
            all=every,
        )
    return w.t.plural(
        "One of {all} answers is from {year} and not confirmed.",
        "{n} of {all} answers are from {year} and not confirmed.",
        count,
        all=every,
        year=year,
    )


def carried_rule(w: Wording) -> tuple[Labelled, ...]:
    """The reading aid where there are such answers: how they count, and what is not known."""
    words, t = carried_words(w), w.t
    if not words:
        return ()
    rule = t("They count as they stand; whether they still hold, nobody has said.")
    return (Labelled(t("Not confirmed"), f"{words} {rule}"),)


def carried_mark(w: Wording, question: Question) -> str:
    """``from 2025, not confirmed``: what stands beside such an answer; else nothing."""
    if not w.result(question).carried:
        return ""
    year = carried_since(w)
    return w.t("from {year}, not confirmed", year=year) if year else unconfirmed(w.t)


def unconfirmed(t: Translator) -> str:
    """The same where the year is not known."""
    return t("from an earlier year, not confirmed")


def carried_since(w: Wording) -> str:
    """The year that answers were taken over from; empty where it is not known."""
    day = w.context.carried_from
    return str(day.year) if day else ""
