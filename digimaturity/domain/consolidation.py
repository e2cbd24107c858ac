"""From many respondents to one result a question: consolidation, perception gap, agreement."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import fsum, sqrt

from digimaturity.domain.questionnaire import Kind, Question, Viewpoint
from digimaturity.domain.responses import Answer, Responses, State, Value

#: A gap is worth naming from one level of five, and strong from two (score points).
NOTABLE_GAP = 25.0
STRONG_GAP = 50.0

#: Agreement is silent below this number of people in a viewpoint.
AGREEMENT_FROM = 3

#: In the order in which they are told.
_VIEWPOINTS = tuple(Viewpoint)


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What the respondents came to on one question.

    `score` is 0..100 and None unless scored; `level` 1..L and possibly fractional; `known` what
    conditions read (level, number, yes/no, chosen options), None where the respondents do not
    agree or do not know. `by_viewpoint` holds the mean score of each viewpoint that answered,
    `gap` the distance of the highest from the lowest in score points (None below two viewpoints),
    `agreement` the agreement 0..1 within each viewpoint of three or more people. `carried` tells
    that an answer of an earlier year is in it which nobody has confirmed; a consensus confirms all.
    """

    question: str
    state: State
    score: float | None = None
    level: float | None = None
    known: float | bool | frozenset[str] | None = None
    by_viewpoint: Mapping[Viewpoint, float] = field(default_factory=dict)
    gap: float | None = None
    agreement: Mapping[Viewpoint, float] = field(default_factory=dict)
    consensus: bool = False
    carried: bool = False

    @property
    def applicable(self) -> bool:
        """Whether the question counts in score, bounds and coverage."""
        return self.state not in (State.NOT_APPLICABLE, State.NOT_SHOWN)


def settled(value: float) -> float:
    """`value` without the noise of binary fractions, so that 1/3 + 1/3 + 1/3 is one whole.

    Ten decimals are far below anything shown, and far above the error of a hundred additions.
    """
    return round(value, 10)


def mean(values: Collection[float]) -> float:
    """The arithmetic mean of at least one value, whatever their order."""
    if len(values) == 1:  # the usual case, one respondent, spared the arithmetic
        return next(iter(values))
    return settled(fsum(values) / len(values))


def score_of(question: Question, value: Value) -> float:
    """The score 0..100 of a value that a scored question accepts (model, section 2)."""
    if isinstance(value, frozenset):
        points = fsum(option.points for option in question.options if option.id in value)
        every = fsum(option.points for option in question.options)
        return settled(min(100.0, 100.0 * points / every))
    if isinstance(value, bool):
        return 100.0 if value else 0.0
    return level_score(float(value), len(question.levels))


def level_score(level: float, levels: int) -> float:
    """100 · (level − 1) / (levels − 1)."""
    return settled(100.0 * (level - 1) / (levels - 1))


def consolidate(question: Question, responses: Responses) -> QuestionResult:
    """The one result of all respondents' answers to `question`.

    It counts as not applicable only when all who touched it said so. The mean is that of the
    viewpoint means, so that each viewpoint counts once, however many people it has.
    """
    touched = _touched(question.id, responses)
    answered = [(view, answer.value) for view, answer in touched if answer.value is not None]
    agreed = responses.consensus.get(question.id)
    carried = agreed is None and any(answer.carried for _, answer in touched)
    if agreed is None and not answered:
        return QuestionResult(question.id, _silent_state(touched), carried=carried)
    if not question.scored:
        known = _known(answered)
        return QuestionResult(question.id, State.ANSWERED, known=known, carried=carried)
    return _scored_result(question, answered, agreed, carried=carried)


def _touched(question: str, responses: Responses) -> list[tuple[Viewpoint, Answer]]:
    """The answers that somebody gave; a comment alone is none."""
    return [
        (respondent.viewpoint, answer)
        for respondent in responses.respondents
        if (answer := responses.answers.get(respondent.id, {}).get(question)) is not None
        and answer.state is not State.UNANSWERED
    ]


def _silent_state(touched: list[tuple[Viewpoint, Answer]]) -> State:
    if not touched:
        return State.UNANSWERED
    if all(answer.state is State.NOT_APPLICABLE for _, answer in touched):
        return State.NOT_APPLICABLE
    return State.DONT_KNOW


def _scored_result(
    question: Question,
    answered: list[tuple[Viewpoint, Value]],
    agreed: int | None,
    *,
    carried: bool,
) -> QuestionResult:
    scores: dict[Viewpoint, list[float]] = {}
    for view, value in answered:
        scores.setdefault(view, []).append(score_of(question, value))
    means = {view: mean(scores[view]) for view in _VIEWPOINTS if view in scores}
    top = len(question.levels) if question.kind is Kind.LEVELS else 2
    score = mean(means.values()) if agreed is None else level_score(agreed, top)
    level = settled(1 + score / 100 * (top - 1))
    return QuestionResult(
        question.id,
        State.ANSWERED,
        score,
        level,
        _known_of_level(question.kind, level, answered),
        means,
        settled(max(means.values()) - min(means.values())) if len(means) > 1 else None,
        {view: _agreement(own) for view, own in scores.items() if len(own) >= AGREEMENT_FROM},
        consensus=agreed is not None,
        carried=carried,
    )


def _agreement(scores: list[float]) -> float:
    """1 − (population standard deviation of levels) / ((L−1)/2), on scores: halves of 100."""
    centre = fsum(scores) / len(scores)
    deviation = sqrt(fsum((score - centre) ** 2 for score in scores) / len(scores))
    return min(1.0, max(0.0, settled(1 - deviation / 50)))


def _known(answered: list[tuple[Viewpoint, Value]]) -> float | bool | frozenset[str] | None:
    """The one value that all who answered gave; the mean of the viewpoints' means for numbers."""
    values = {value for _, value in answered}
    if len(values) == 1:
        (value,) = values
        return None if isinstance(value, str) else value
    by_view: dict[Viewpoint, list[float]] = {}
    for view, value in answered:
        if isinstance(value, bool | str | frozenset):
            return None
        by_view.setdefault(view, []).append(value)
    return mean([mean(own) for own in by_view.values()])


def _known_of_level(
    kind: Kind, level: float, answered: list[tuple[Viewpoint, Value]]
) -> float | bool | frozenset[str] | None:
    match kind:
        case Kind.LEVELS:
            return level
        case Kind.YES_NO:
            return {1.0: False, 2.0: True}.get(level)
        case _:
            return _known(answered)
