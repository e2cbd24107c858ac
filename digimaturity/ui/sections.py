"""The questionnaire cut into what is shown at a time: the areas, the follow-ups, the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Dimension, Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answers, Responses, State

#: Seconds that a question takes: to read it with five levels (some 85 words, at 200 a minute) and
#: choose; or to answer a fact.
_LEVELS_TAKE, _FACT_TAKES = 32, 10

#: Longer times are given in steps of five minutes.
_EXACT_MINUTES = 12

#: What stands beside the areas; no id of an area can begin with a plus sign.
STRATEGY, PLANS, FACTS = "+strategy", "+plans", "+facts"


@dataclass(frozen=True, slots=True)
class Section:
    """One screenful of questions.

    `id` is that of the area, or STRATEGY, PLANS or FACTS; `dimension` is None for these three.
    """

    id: str
    dimension: Dimension | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one respondent is: questions `done` of `asked`, and about how many minutes left."""

    done: int
    asked: int
    minutes: int


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
    found += [
        Section(STRATEGY, None, asked(followups)),
        Section(PLANS, None, asked(plans)),
        Section(FACTS, None, asked(questionnaire.facts)),
    ]
    return tuple(section for section in found if section.questions)


def is_done(question: Question, answers: Answers) -> bool:
    """Whether the respondent said something, be it that he does not know."""
    answer = answers.get(question.id)
    return answer is not None and answer.state is not State.UNANSWERED


def is_unknown(question: Question, answers: Answers) -> bool:
    """Whether the respondent said that he does not know."""
    answer = answers.get(question.id)
    return answer is not None and answer.state is State.DONT_KNOW


def progress(sections: tuple[Section, ...], answers: Answers) -> Progress:
    """How far the respondent is with these sections."""
    questions = [question for section in sections for question in section.questions]
    open_ones = [question for question in questions if not is_done(question, answers)]
    seconds = sum(
        _LEVELS_TAKE if question.kind is Kind.LEVELS else _FACT_TAKES for question in open_ones
    )
    minutes = ceil(seconds / 60)
    rounded = 5 * ceil(minutes / 5)
    return Progress(
        len(questions) - len(open_ones),
        len(questions),
        minutes if minutes <= _EXACT_MINUTES else rounded,
    )


def counted(sections: tuple[Section, ...], answers: Answers) -> dict[str, Progress]:
    """How far the respondent is, apart for what is rated (""), STRATEGY, PLANS and FACTS.

    This is the one count of the window: answered is what was said something to, be it *don't
    know* or *not applicable*.
    """
    return {
        kind: progress(found, answers)
        for kind in ("", STRATEGY, PLANS, FACTS)
        if (found := tuple(section for section in sections if kind_of(section) == kind))
    }


def kind_of(section: Section) -> str:
    """STRATEGY, PLANS or FACTS, or nothing for an area, whose questions are rated."""
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
    """The first open question, looked for behind question `after` first, then from the start."""
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
