"""Every measure is advised to some firm, and lifts its score by exactly what was promised."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    Respondent,
    Responses,
)
from tests.content.pack import readiness

#: Employees of a firm of each planned size, and what it has answered elsewhere.
FIRMS = [(12, "all"), (120, "all"), (1200, "all"), (40, "gaps")]


def answers(everything_else: str) -> dict[str, Answer]:
    """A firm in the middle; with gaps, every fourth answer is not known and some do not apply."""
    questions = readiness().rated_questions
    middle = {question.id: Answer.of(3) for question in questions}
    if everything_else == "all":
        return middle
    unknown = {question.id: DONT_KNOW for question in questions[::4]}
    left_out = {question.id: NOT_APPLICABLE for question in questions if question.may_not_apply}
    return {**middle, **unknown, **left_out}


def result(employees: int, given: Mapping[str, Answer]) -> Evaluation:
    """The real evaluation of one respondent's answers."""
    responses = Responses((Respondent("r", Viewpoint.MANAGEMENT),), {"r": given})
    return evaluate(readiness(), responses, company=Company(country="DE", employees=employees))


def levels(measure: Measure) -> list[dict[str, int]]:
    """From where a measure helps: everything at the bottom, everything just below its goal."""
    return [
        dict.fromkeys((lift.question for lift in measure.lifts), 1),
        {lift.question: lift.origin for lift in measure.lifts},
    ]


@pytest.mark.parametrize(("employees", "everything_else"), FIRMS)
def test_every_measure_is_advised_and_lifts_the_score_by_its_gain(
    employees: int, everything_else: str
) -> None:
    base = answers(everything_else)
    for measure in readiness().measures:
        done = {lift.question: Answer.of(lift.goal) for lift in measure.lifts}
        for start in levels(measure):
            given = {**base, **{key: Answer.of(level) for key, level in start.items()}}
            earlier, later = result(employees, given), result(employees, {**given, **done})

            (advised,) = [c for c in earlier.candidates if c.measure.id == measure.id]
            assert {reason.question for reason in advised.reasons} == set(start), measure.id
            assert advised.effort == measure.effort_for(earlier.company.size_class), measure.id
            assert earlier.overall.value is not None
            assert later.overall.value is not None
            risen = later.overall.value - earlier.overall.value
            assert risen == pytest.approx(advised.gain, rel=0, abs=1e-9), measure.id
            assert risen > 0, measure.id
            assert measure.id not in {c.measure.id for c in later.candidates}
