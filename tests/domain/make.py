"""Small questionnaires and responses for the tests, and hypothesis strategies for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from digimaturity.domain.questionnaire import (
    Area,
    Dimension,
    Kind,
    Option,
    Question,
    Questionnaire,
    Viewpoint,
)
from digimaturity.domain.responses import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    Respondent,
    Responses,
    Value,
)

EN = {"en": "text"}


def levels(key: str, count: int = 5, weight: float = 1.0) -> Question:
    """A question with `count` anchored levels."""
    return Question(key, Kind.LEVELS, EN, levels=(EN,) * count, weight=weight, may_not_apply=True)


def area(key: str, *questions: Question, weight: float = 1.0) -> Area:
    return Area(key, EN, EN, questions, weight)


def dimension(key: str, *areas: Area, weight: float = 1.0) -> Dimension:
    return Dimension(key, EN, EN, areas, weight)


def questionnaire(*dimensions: Dimension, **parts: Any) -> Questionnaire:
    names = tuple({"en": name} for name in ("Initial", "Emerging", "Established", "Integrated"))
    return Questionnaire("test", "1", ("en",), EN, names, dimensions, **parts)


def one_area(*questions: Question) -> Questionnaire:
    """A questionnaire of one dimension with one area, both called ``a``."""
    return questionnaire(dimension("a", area("a", *questions)))


def said(
    answers: Mapping[str, Answer | Value], view: Viewpoint = Viewpoint.MANAGEMENT
) -> Responses:
    """What a single respondent said; plain values are answers."""
    return together((view, answers))


def together(*people: tuple[Viewpoint, Mapping[str, Answer | Value]]) -> Responses:
    """What several respondents said, each with a viewpoint."""
    respondents = tuple(Respondent(f"r{n}", view) for n, (view, _) in enumerate(people))
    return Responses(
        respondents,
        {
            f"r{n}": {
                key: value if isinstance(value, Answer) else Answer.of(value)
                for key, value in answers.items()
            }
            for n, (_, answers) in enumerate(people)
        },
    )


weights = st.floats(0.1, 10).map(lambda weight: round(weight, 3))


@st.composite
def any_question(draw: st.DrawFn, key: str) -> Question:
    kind = draw(st.sampled_from((Kind.LEVELS, Kind.LEVELS, Kind.YES_NO, Kind.MANY_OF)))
    points = st.integers(0, 5).map(float)
    names = "abc"[: draw(st.integers(1, 3))] if kind is Kind.MANY_OF else ""
    return Question(
        key,
        kind,
        EN,
        levels=(EN,) * draw(st.integers(2, 6)) if kind is Kind.LEVELS else (),
        options=tuple(Option(name, EN, 1 + draw(points)) for name in names),
        weight=draw(weights),
        may_not_apply=True,
    )


@st.composite
def any_questionnaire(draw: st.DrawFn) -> Questionnaire:
    """One to four dimensions of one to three areas of one to three questions, all weighted."""
    few = st.integers(1, 3)
    return questionnaire(
        *(
            dimension(
                f"d{d}",
                *(
                    area(
                        f"d{d}a{a}",
                        *(draw(any_question(f"d{d}a{a}.q{q}")) for q in range(draw(few))),
                        weight=draw(weights),
                    )
                    for a in range(draw(few))
                ),
                weight=draw(weights),
            )
            for d in range(draw(st.integers(1, 4)))
        )
    )


def any_answer(question: Question) -> st.SearchStrategy[Answer | None]:
    """Any answer that `question` accepts, or none."""
    return st.one_of(
        any_value(question).map(Answer.of),
        st.sampled_from((None, DONT_KNOW, NOT_APPLICABLE)),
    )


def any_value(question: Question) -> st.SearchStrategy[Value]:
    match question.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.MANY_OF:
            return st.frozensets(st.sampled_from([option.id for option in question.options]))
        case _:
            return st.integers(1, len(question.levels))


@st.composite
def any_responses(draw: st.DrawFn, asked: Questionnaire, most: int = 4) -> Responses:
    """Answers of one to `most` people from any viewpoints, some questions with a consensus."""
    people = [
        (
            draw(st.sampled_from(tuple(Viewpoint))),
            {
                question.id: answer
                for question in asked.rated_questions
                if (answer := draw(any_answer(question))) is not None
            },
        )
        for _ in range(draw(st.integers(1, most)))
    ]
    return together(*people)


@st.composite
def assessments(draw: st.DrawFn, most: int = 4) -> tuple[Questionnaire, Responses]:
    """A questionnaire and what was said to it."""
    asked = draw(any_questionnaire())
    return asked, draw(any_responses(asked, most))
