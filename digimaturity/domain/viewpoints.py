"""Where management, IT and business see different firms: gaps by area, question and pair.

A gap is the distance of the highest mean of a viewpoint from the lowest, in score points (model,
section 2). Viewpoints are only ever compared over the same questions: what one of them was not
asked, or does not know, tells nothing of a difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from math import fsum

from digimaturity.domain.consolidation import (
    NOTABLE_GAP,
    STRONG_GAP,
    QuestionResult,
    consolidate,
    settled,
)
from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Responses

#: So many questions are put forward to talk about.
TO_TALK_ABOUT = 5

#: From so few people of a viewpoint on, what each said can be told from their mean.
RECOGNISABLE_BELOW = 3

#: Viewpoints that are told as one; of none or one of them, each is told for itself.
Together = frozenset[Viewpoint]
APART: Together = frozenset()

#: Two make a comparison.
_TWO = 2


class Weight(StrEnum):
    """What a gap is worth: *notable* from one level of five, *strong* from two."""

    SMALL = "small"
    NOTABLE = "notable"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Gap:
    """How far apart the viewpoints see an area or a question, by its `id`.

    `views` has the mean score 0..100 of each viewpoint compared, two at least, over the same
    `questions`, of which there is one at least.
    """

    id: str
    views: Mapping[Viewpoint, float]
    questions: int = 1

    @property
    def size(self) -> float:
        """The distance of the highest from the lowest, 0..100."""
        return settled(max(self.views.values()) - min(self.views.values()))

    @property
    def highest(self) -> Viewpoint:
        """Who rates highest; between equals the one that is named first."""
        return max(self.views, key=lambda view: self.views[view])

    @property
    def lowest(self) -> Viewpoint:
        """Who rates lowest; between equals the one that is named first."""
        return min(self.views, key=lambda view: self.views[view])

    @property
    def weight(self) -> Weight:
        """What the gap is worth."""
        if self.size >= STRONG_GAP:
            return Weight.STRONG
        return Weight.NOTABLE if self.size >= NOTABLE_GAP else Weight.SMALL


@dataclass(frozen=True, slots=True)
class Pair:
    """Two viewpoints over the `questions` that both answered.

    `difference` is the mean by which the first rates higher (negative: lower), `distance` the mean
    distance whatever its sign, both in score points: views that differ up and down have the
    former near 0 and the latter not.
    """

    first: Viewpoint
    second: Viewpoint
    difference: float
    distance: float
    questions: int


@dataclass(frozen=True, slots=True)
class Views:
    """All gaps, the largest first; of equal ones that which is asked first."""

    areas: tuple[Gap, ...]
    questions: tuple[Gap, ...]
    pairs: tuple[Pair, ...]
    agreed: frozenset[str] = frozenset()

    @property
    def to_talk_about(self) -> tuple[Gap, ...]:
        """The questions with the largest notable gaps that the group has not agreed on yet."""
        open_ones = (gap for gap in self.questions if gap.id not in self.agreed)
        notable = [gap for gap in open_ones if gap.weight is not Weight.SMALL]
        return tuple(notable[:TO_TALK_ABOUT])


def told_results(
    questionnaire: Questionnaire,
    results: Mapping[str, QuestionResult],
    responses: Responses,
    together: Together,
) -> Mapping[str, QuestionResult]:
    """`results` with those viewpoints told as one, under the name of the first of them.

    In the one, each person counts once. Only what is told of viewpoints (means, gap, agreement) is
    another one: scores stay as the model has them.
    """
    if len(together) < _TWO:
        return results
    merged = in_one(responses, together)
    return {key: _told(questionnaire.by_id[key], results, merged) for key in results}


def _told(
    question: Question, results: Mapping[str, QuestionResult], merged: Responses
) -> QuestionResult:
    result = results[question.id]
    if not result.by_viewpoint:
        return result
    told = consolidate(question, merged)
    return replace(result, by_viewpoint=told.by_viewpoint, gap=told.gap, agreement=told.agreement)


def in_one(responses: Responses, together: Together) -> Responses:
    """The same people, those of `together` all under the first of these viewpoints."""
    if len(together) < _TWO:
        return responses
    one = next(view for view in Viewpoint if view in together)
    people = tuple(
        replace(person, viewpoint=one) if person.viewpoint in together else person
        for person in responses.respondents
    )
    return replace(responses, respondents=people)


def recognisable(responses: Responses, together: Together = APART) -> tuple[Viewpoint, ...]:
    """The viewpoints told from which fewer than three people answered, but somebody did.

    Nothing where only one viewpoint answered: then nothing is told of viewpoints at all.
    """
    people = in_one(responses, together).respondents
    answered = Counter(person.viewpoint for person in people if responses.answers.get(person.id))
    if len(answered) < _TWO:
        return ()
    return tuple(view for view in Viewpoint if 0 < answered[view] < RECOGNISABLE_BELOW)


def views_of(questionnaire: Questionnaire, results: Mapping[str, QuestionResult]) -> Views | None:
    """Where the viewpoints differ; None where no question was answered from two of them."""
    rated = questionnaire.rated_questions
    questions = [
        Gap(question.id, results[question.id].by_viewpoint)
        for question in rated
        if len(results[question.id].by_viewpoint) >= _TWO
    ]
    if not questions:
        return None
    areas = [
        gap for area in questionnaire.areas if (gap := _area(area.id, area.questions, results))
    ]
    pairs = (_pair(one, other, questions) for one, other in combinations(Viewpoint, 2))
    return Views(
        _largest_first(areas),
        _largest_first(questions),
        tuple(pair for pair in pairs if pair is not None),
        frozenset(key for key, result in results.items() if result.consensus),
    )


def _area(
    key: str, questions: Sequence[Question], results: Mapping[str, QuestionResult]
) -> Gap | None:
    """The gap of an area over the questions that all of its viewpoints answered.

    A viewpoint that answered fewer than half of what the others did is left out, so that one
    answer does not shrink the comparison of the others to one question.
    """
    asked = [one for one in questions if results[one.id].by_viewpoint]
    told = {view: [q for q in asked if view in results[q.id].by_viewpoint] for view in Viewpoint}
    most = max((len(own) for own in told.values()), default=0)
    views = [view for view, own in told.items() if own and _TWO * len(own) >= most]
    shared = [q for q in asked if all(view in results[q.id].by_viewpoint for view in views)]
    if len(views) < _TWO or not shared:
        return None
    weight = fsum(question.weight for question in shared)
    means = {
        view: settled(fsum(q.weight * results[q.id].by_viewpoint[view] for q in shared) / weight)
        for view in views
    }
    return Gap(key, means, len(shared))


def _pair(one: Viewpoint, other: Viewpoint, questions: Iterable[Gap]) -> Pair | None:
    both = [gap.views for gap in questions if one in gap.views and other in gap.views]
    if not both:
        return None
    apart = [views[one] - views[other] for views in both]
    return Pair(
        one,
        other,
        settled(fsum(apart) / len(apart)),
        settled(fsum(map(abs, apart)) / len(apart)),
        len(both),
    )


def _largest_first(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    return tuple(sorted(gaps, key=lambda gap: -gap.size))
