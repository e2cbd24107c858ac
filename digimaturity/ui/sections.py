"""The questionnaire cut into what is shown at a time: the areas, the follow-ups, the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import (
    Dimension,
    Kind,
    Part,
    Question,
    Questionnaire,
    Viewpoint,
)
from digimaturity.domain.responses import Answers, Responses, State

#: Seconds that a question takes: to read it with five levels (some 85 words, at 200 a minute) and
#: choose; to answer a fact; or to say who holds a part of a decision.
_LEVELS_TAKE, _FACT_TAKES, _PART_TAKES = 32, 10, 3

#: Longer times are given in steps of five minutes.
_EXACT_MINUTES = 12

#: What stands beside the areas; no id of an area can begin with a plus sign.
STRATEGY, DECISIONS, PLANS, FACTS = "+strategy", "+decisions", "+plans", "+facts"


@dataclass(frozen=True, slots=True)
class Section:
    """One screenful of questions.

    `id` is that of the area, or STRATEGY, DECISIONS, PLANS or FACTS, whose `dimension` is None. Of
    a decision its four parts stand one after the other.
    """

    id: str
    dimension: Dimension | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one respondent is: questions `done` of `asked`, and about how many minutes left.

    `to_confirm` are those not done that have an earlier year's answer.
    """

    done: int
    asked: int
    minutes: int
    to_confirm: int = 0


def sections_of(
    questionnaire: Questionnaire, results: Mapping[str, QuestionResult], viewpoint: Viewpoint
) -> tuple[Section, ...]:
    """What this viewpoint is asked now; a question whose condition is false is not there."""

    def asked(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(
            question
            for question in questions
            if viewpoint in question.viewpoints
            and results[question.id].state is not State.NOT_SHOWN
        )

    found = [
        Section(area.id, dimension, asked(area.questions))
        for dimension in questionnaire.dimensions
        for area in dimension.areas
    ]
    followups = tuple(element.question for element in questionnaire.strategy)
    plans = tuple(plan.question for plan in questionnaire.plans)
    parts = tuple(
        questionnaire.by_id[f"{decision.id}.{part}"]
        for decision in questionnaire.decisions
        for part in Part
    )
    found += [
        Section(STRATEGY, None, asked(followups)),
        Section(DECISIONS, None, asked(parts)),
        Section(PLANS, None, asked(plans)),
        Section(FACTS, None, asked(questionnaire.facts)),
    ]
    return tuple(section for section in found if section.questions)


def is_done(question: Question, answers: Answers) -> bool:
    """Whether the respondent said something, be it that he does not know.

    An earlier year's answer was not said yet, until it is confirmed.
    """
    answer = answers.get(question.id)
    return answer is not None and answer.state is not State.UNANSWERED and not answer.carried


def is_carried(question: Question, answers: Answers) -> bool:
    """Whether there is an earlier year's answer that is to be confirmed."""
    answer = answers.get(question.id)
    return answer is not None and answer.carried


def is_unknown(question: Question, answers: Answers) -> bool:
    """Whether the respondent said that he does not know."""
    answer = answers.get(question.id)
    return answer is not None and answer.state is State.DONT_KNOW


def progress(sections: tuple[Section, ...], answers: Answers) -> Progress:
    """How far the respondent is with these sections."""
    asked = sum(len(section.questions) for section in sections)
    open_ones = [
        (section, question)
        for section in sections
        for question in section.questions
        if not is_done(question, answers)
    ]
    minutes = ceil(sum(_takes(*one) for one in open_ones) / 60)
    rounded = 5 * ceil(minutes / 5)
    shown = minutes if minutes <= _EXACT_MINUTES else rounded
    to_confirm = sum(is_carried(question, answers) for _, question in open_ones)
    return Progress(asked - len(open_ones), asked, shown, to_confirm)


def _takes(section: Section, question: Question) -> int:
    """Seconds to answer it."""
    if section.id == DECISIONS:
        return _PART_TAKES
    return _LEVELS_TAKE if question.kind is Kind.LEVELS else _FACT_TAKES


def counted(sections: tuple[Section, ...], answers: Answers) -> dict[str, Progress]:
    """How far the respondent is, apart for what is rated (""), and for each section beside it.

    This is the one count of the window: answered is what was said something to, be it *don't
    know* or *not applicable*.
    """
    return {
        kind: progress(found, answers)
        for kind in ("", STRATEGY, DECISIONS, PLANS, FACTS)
        if (found := tuple(section for section in sections if kind_of(section) == kind))
    }


def kind_of(section: Section) -> str:
    """The id of a section beside the areas; nothing for an area, whose questions are rated."""
    return "" if section.dimension is not None else section.id


def is_marked(question: Question, answers: Answers) -> bool:
    """Whether the respondent wants to look at it once more."""
    answer = answers.get(question.id)
    return answer is not None and answer.review


def marked_in(sections: tuple[Section, ...], answers: Answers) -> tuple[str, ...]:
    """The ids of the questions that the respondent wants to look at once more."""
    return tuple(
        question.id
        for section in sections
        for question in section.questions
        if is_marked(question, answers)
    )


def count_marked(responses: Responses) -> int:
    """How many questions anybody who takes part wants to look at once more."""
    own = responses.answers.values()
    return len({key for answers in own for key, one in answers.items() if one.review})


def first_unanswered(
    sections: tuple[Section, ...], answers: Answers, after: str | None = None
) -> tuple[Section, Question] | None:
    """The first open question, looked for behind question `after` first, then from the start.

    Open is also what is to be confirmed.
    """
    return _next(sections, lambda question: not is_done(question, answers), after)


def next_marked(
    sections: tuple[Section, ...], answers: Answers, after: str | None = None
) -> tuple[Section, Question] | None:
    """The next question to look at once more, looked for in the same way."""
    return _next(sections, lambda question: is_marked(question, answers), after)


def _next(
    sections: tuple[Section, ...], wanted: Callable[[Question], bool], after: str | None
) -> tuple[Section, Question] | None:
    pairs = [(section, question) for section in sections for question in section.questions]
    ids = [question.id for _, question in pairs]
    start = ids.index(after) + 1 if after in ids else 0
    rotated = pairs[start:] + pairs[:start]
    return next(((s, q) for s, q in rotated if wanted(q)), None)
