"""The smallest set of answers that, each raised, lifts a dimension to its next maturity level.

Smallest means: the fewest questions; among these sets the fewest steps, a step being one level up
on a question's own scale (from 2.5, the mean of two views, the first step leads to 3). Of sets
that are as small, the one counts that gives most points, then the one that raises the lowest
answers; the order of the questionnaire decides between equals.

Only answers that have a score are raised. What nobody answered, what nobody knows and what does not
apply is never raised, since nobody knows where it stands; nor is an answer that a condition of a
rated question reads, since raising it would change what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import floor
from operator import itemgetter

from digimaturity.domain.conditions import questions_in
from digimaturity.domain.consolidation import QuestionResult, level_score
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import LEVELS, Dimension, Question, Questionnaire
from digimaturity.domain.scoring import LEVEL_WIDTH, Score, maturity_level, score_all
from digimaturity.domain.what_if import levels_of

#: Points are settled to ten decimals, so sums are compared in units of that.
_UNIT = 10**10

#: Shares are rounded; what lacks so many units at the most is tried, and judged by the engine.
_SLACK = 1000


@dataclass(frozen=True, slots=True)
class Raise:
    """An answer to raise: from its level (fractional with several respondents) to a whole one."""

    question: str
    origin: float
    goal: int

    @property
    def steps(self) -> int:
        """How many levels up."""
        return self.goal - floor(self.origin)


@dataclass(frozen=True, slots=True)
class NextLevel:
    """The answers to raise, in the order of the questionnaire, and the scores that follow.

    The level that the dimension's `score` has then is the next one, or a higher one where a single
    answer weighs so much.
    """

    raises: tuple[Raise, ...]
    score: Score
    overall: Score


@dataclass(frozen=True, slots=True)
class _Option:
    """One question raised to one level, and what the dimension gains by it, in units."""

    raised: Raise
    gain: int


#: A set of raises on the way: its gain in units, minus the levels they start from, and the raises.
_Found = tuple[int, float, tuple[Raise, ...]]


def next_level(evaluation: Evaluation, dimension: Dimension) -> NextLevel | None:
    """The smallest set, exactly; None where the dimension is not rated or at the highest level.

    None also where raising every answer that may be raised is not enough.
    """
    score = evaluation.scores.dimensions[dimension.id]
    if score.value is None or score.level is None or score.level == LEVELS:
        return None
    need = round((LEVEL_WIDTH * score.level - score.value) * _UNIT)
    rows = list(_rows(evaluation, dimension))
    for slack in (_SLACK, -_SLACK):
        found = _smallest(rows, need - slack)
        reached = found and _reached(evaluation, dimension, found, score.level + 1)
        if reached:
            return reached
    return None


def _rows(evaluation: Evaluation, dimension: Dimension) -> Iterator[tuple[_Option, ...]]:
    """For each answer that may be raised all levels above it, the nearest first."""
    shares = _shares(evaluation, dimension)
    fixed = _read_by_conditions(evaluation.questionnaire)
    for area in dimension.areas:
        for question in area.questions:
            result = evaluation.questions[question.id]
            if question.id in shares and question.id not in fixed:
                yield tuple(_options(question, result, shares[question.id]))


def _shares(evaluation: Evaluation, dimension: Dimension) -> Mapping[str, float]:
    """How many points of the dimension one point of each of its scored questions is worth."""
    own = {question.id for area in dimension.areas for question in area.questions}
    shares = {key: share for key, share in evaluation.scores.shares.items() if key in own}
    whole = sum(shares.values())
    return {key: share / whole for key, share in shares.items()}


def _read_by_conditions(questionnaire: Questionnaire) -> frozenset[str]:
    return frozenset(
        read
        for question in questionnaire.rated_questions
        if question.show_if is not None
        for read in questions_in(question.show_if)
    )


def _options(question: Question, result: QuestionResult, share: float) -> Iterator[_Option]:
    if result.level is None or result.score is None:
        return
    top = levels_of(question)
    for goal in range(floor(result.level) + 1, top + 1):
        raised = Raise(question.id, result.level, goal)
        gain = round(share * (level_score(goal, top) - result.score) * _UNIT)
        yield _Option(raised, gain)


def _smallest(rows: Sequence[tuple[_Option, ...]], need: int) -> tuple[Raise, ...]:
    """The smallest set of options, at most one a row, that gains at least `need`; () if none does.

    How many questions it takes follows from what each can give at the most. For each number of
    questions and steps, `best` holds the set that gains most, as in the problem of the knapsack;
    what could not reach `need` any more, even by the largest gains of all, is not followed.
    """
    largest = sorted((row[-1].gain for row in rows if row), reverse=True)
    tops = list(accumulate(largest, initial=0))
    count = next((n for n, top in enumerate(tops) if n and top >= need), 0)
    best: dict[tuple[int, int], _Found] = {(0, 0): (0, 0.0, ())}
    for row in rows:
        for (taken, steps), (gain, low, raises) in list(best.items()):
            for option in row if taken < count else ():
                found = (gain + option.gain, low - option.raised.origin, (*raises, option.raised))
                if found[0] + tops[count - taken - 1] < need:
                    continue
                place = (taken + 1, steps + option.raised.steps)
                if place not in best or found[:2] > best[place][:2]:
                    best[place] = found
    enough = [(steps, found) for (_, steps), found in best.items() if found[0] >= need]
    return min(enough, key=itemgetter(0))[1][2] if count and enough else ()


def _reached(
    evaluation: Evaluation, dimension: Dimension, raises: Sequence[Raise], level: int
) -> NextLevel | None:
    """What the engine makes of the raised answers; None where they do not lift the dimension."""
    questionnaire, results = evaluation.questionnaire, dict(evaluation.questions)
    for raised in raises:
        top = levels_of(questionnaire.by_id[raised.question])
        higher = replace(results[raised.question], score=level_score(raised.goal, top))
        results[raised.question] = higher
    scores = score_all(questionnaire, results)
    score = scores.dimensions[dimension.id]
    if score.value is None or maturity_level(score.value) < level:
        return None
    return NextLevel(tuple(raises), score, scores.overall)
