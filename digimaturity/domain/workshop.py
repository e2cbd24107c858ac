"""A workshop over the answers: what is talked about in which order, what each said, how far it is.

Whatever tells of viewpoints goes by those that are told (`viewpoints.told_results`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Respondent, Responses, State
from digimaturity.domain.viewpoints import Gap, Together, Views, Weight, in_one


@dataclass(frozen=True, slots=True)
class Topic:
    """A question to talk about.

    `gap` is None where no two viewpoints answered. To the question `answered` of the `asked`
    people said something, be it that they don't know. `agreed` is the level of the consensus,
    `reason` why, and `parked` what was put off; nothing where nothing is recorded.
    """

    question: str
    gap: Gap | None
    answered: int
    asked: int
    agreed: int | None = None
    reason: str = ""
    parked: str = ""

    @property
    def notable(self) -> bool:
        """Whether the viewpoints are a level of five apart, or more."""
        return self.gap is not None and self.gap.weight is not Weight.SMALL

    @property
    def talked_about(self) -> bool:
        """Whether the group came to something: it agreed, or put the question off."""
        return self.agreed is not None or bool(self.parked)


@dataclass(frozen=True, slots=True)
class Vote:
    """What one person said; `level` is None where it was *don't know* or *not applicable*.

    `carried` is what they said in an earlier year and have not confirmed.
    """

    person: Respondent
    state: State
    level: int | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a workshop is: of `notable` questions `talked` were talked about."""

    talked: int
    notable: int


@dataclass(frozen=True, slots=True)
class Closing:
    """What a workshop came to: `open` are notable gaps that nobody has talked about."""

    agreed: tuple[Topic, ...]
    parked: tuple[Topic, ...]
    open: tuple[Topic, ...]


class Lack(StrEnum):
    """Why there is nothing to compare."""

    ONE_PERSON = "one_person"
    ONE_VIEWPOINT = "one_viewpoint"
    UNANSWERED = "unanswered"
    NO_GAP = "no_gap"


def topics_of(
    questionnaire: Questionnaire,
    told: Mapping[str, QuestionResult],
    responses: Responses,
    *,
    largest_first: bool = True,
) -> tuple[Topic, ...]:
    """What can be talked about: rated questions with levels that apply, the largest gap first.

    Those without a gap follow as they are asked; without `largest_first` all are in that order.
    """
    found = [
        _topic(question, told[question.id], responses)
        for question in questionnaire.rated_questions
        if question.kind is Kind.LEVELS and told[question.id].applicable
    ]
    if largest_first:
        found.sort(key=lambda topic: -topic.gap.size if topic.gap else 0.0)
    return tuple(found)


def _topic(question: Question, result: QuestionResult, responses: Responses) -> Topic:
    key, several = question.id, len(result.by_viewpoint) > 1
    people = [one for one in responses.respondents if one.viewpoint in question.viewpoints]
    return Topic(
        key,
        Gap(key, result.by_viewpoint) if several else None,
        sum(_state(responses, one.id, key) is not State.UNANSWERED for one in people),
        len(people),
        responses.consensus.get(key),
        responses.reasons.get(key, ""),
        responses.parked.get(key, ""),
    )


def _state(responses: Responses, person: str, question: str) -> State:
    answer = responses.answers.get(person, {}).get(question)
    return State.UNANSWERED if answer is None else answer.state


def votes_on(question: str, responses: Responses, together: Together) -> tuple[Vote, ...]:
    """What everybody who answered said, by the viewpoints that are told."""
    found = []
    people = in_one(responses, together).respondents
    for view in Viewpoint:
        for person in people:
            state = _state(responses, person.id, question)
            if person.viewpoint is not view or state is State.UNANSWERED:
                continue
            said = responses.answers[person.id][question]
            level = int(said.value) if isinstance(said.value, int | float) else None
            found.append(Vote(person, state, level, said.carried))
    return tuple(found)


def standing(topics: Sequence[Topic]) -> Standing:
    """How far the workshop is."""
    notable = [topic for topic in topics if topic.notable]
    return Standing(sum(topic.talked_about for topic in notable), len(notable))


def closing(topics: Sequence[Topic]) -> Closing:
    """What the workshop came to; what is both agreed and parked stands in both lists."""
    return Closing(
        tuple(topic for topic in topics if topic.agreed is not None),
        tuple(topic for topic in topics if topic.parked),
        tuple(topic for topic in topics if topic.notable and not topic.talked_about),
    )


def lacking(responses: Responses, views: Views | None, together: Together) -> Lack | None:
    """Why there is nothing to compare; None where viewpoints differ."""
    people = in_one(responses, together).respondents
    if len(people) <= 1:
        return Lack.ONE_PERSON
    if len({person.viewpoint for person in people}) == 1:
        return Lack.ONE_VIEWPOINT
    if views is None:
        return Lack.UNANSWERED
    return None if any(gap.size > 0 for gap in views.questions) else Lack.NO_GAP
