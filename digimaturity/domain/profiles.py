"""Leadership profile, IT strategy check and decision map (model, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digimaturity.domain.conditions import questions_in
from digimaturity.domain.consolidation import QuestionResult, mean, settled
from digimaturity.domain.questionnaire import Drive, Holder, Leadership, Part, Questionnaire
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import RATED_FROM

#: A drive is there from this score on; within BORDER points of it the profile is on the border.
THRESHOLD = 50.0
BORDER = 5.0


@dataclass(frozen=True, slots=True)
class LeadershipProfile:
    """The profile, the two drives behind it (0..100), and the profiles it borders on."""

    profile: Leadership
    it: float
    business: float
    borders_on: tuple[Leadership, ...] = ()


def leadership_profile(
    questionnaire: Questionnaire, results: Mapping[str, QuestionResult]
) -> LeadershipProfile | None:
    """The profile from the questions tagged with a drive; None where either is too little known."""
    it = _drive(Drive.IT, questionnaire, results)
    business = _drive(Drive.BUSINESS, questionnaire, results)
    if it is None or business is None:
        return None
    profile = _quadrant(it >= THRESHOLD, business >= THRESHOLD)
    near = [
        _quadrant(it_side, business_side)
        for it_side in _sides(it)
        for business_side in _sides(business)
    ]
    return LeadershipProfile(
        profile, it, business, tuple(other for other in near if other is not profile)
    )


def _drive(
    drive: Drive, questionnaire: Questionnaire, results: Mapping[str, QuestionResult]
) -> float | None:
    tagged = [
        results[question.id]
        for question in questionnaire.rated_questions
        if question.drive is drive and results[question.id].applicable
    ]
    scores = [result.score for result in tagged if result.score is not None]
    if not scores or len(scores) / len(tagged) < RATED_FROM:
        return None
    return mean(scores)


def _sides(score: float) -> tuple[bool, ...]:
    """On which sides of the threshold a drive may be read; both, on the border."""
    if abs(settled(score - THRESHOLD)) < BORDER:
        return (True, False)
    return (score >= THRESHOLD,)


def _quadrant(it: bool, business: bool) -> Leadership:
    if it and business:
        return Leadership.DUAL_DRIVE
    if it:
        return Leadership.IT_LED
    return Leadership.BUSINESS_LED if business else Leadership.NOBODY_LEADS


@dataclass(frozen=True, slots=True)
class ElementResult:
    """One element of the IT strategy. `score` is 0..100, 0 when missing, None when not known."""

    element: str
    score: float | None
    missing: bool


@dataclass(frozen=True, slots=True)
class StrategyCheck:
    """The six elements in the order of the pack; `gaps` are those under 50, worst first."""

    elements: tuple[ElementResult, ...]

    @property
    def gaps(self) -> tuple[ElementResult, ...]:
        """Elements that are missing or not yet established, worst first."""
        weak = [e for e in self.elements if e.score is not None and e.score < THRESHOLD]
        return tuple(sorted(weak, key=lambda e: e.score or 0.0))


def strategy_check(
    questionnaire: Questionnaire, results: Mapping[str, QuestionResult]
) -> StrategyCheck | None:
    """Which elements of an IT strategy exist.

    An element whose question is not shown, because there is no strategy, is missing. None where
    the pack has no such elements, or where nobody said yet whether there is a strategy: that would
    be a finding from silence.
    """
    elements = [_element(e.id, results[e.question.id]) for e in questionnaire.strategy]
    if not elements or not any(_trigger_known(questionnaire, results)):
        return None
    return StrategyCheck(tuple(elements))


def _element(element: str, result: QuestionResult) -> ElementResult:
    if result.state is State.NOT_SHOWN:
        return ElementResult(element, 0.0, missing=True)
    return ElementResult(element, result.score, missing=result.score == 0.0)


def _trigger_known(
    questionnaire: Questionnaire, results: Mapping[str, QuestionResult]
) -> list[bool]:
    return [
        results[trigger].known is not None
        for element in questionnaire.strategy
        if element.question.show_if is not None
        for trigger in questions_in(element.question.show_if)
    ] or [results[element.question.id].score is not None for element in questionnaire.strategy]


@dataclass(frozen=True, slots=True)
class DecisionMap:
    """Who holds each part of each decision; a part that nobody answered is absent."""

    holders: Mapping[str, Mapping[Part, Holder]]

    @property
    def joint_share(self) -> float | None:
        """The share 0..1 of all answered parts that are held jointly; None when there are none."""
        parts = [holder for row in self.holders.values() for holder in row.values()]
        return settled(parts.count(Holder.JOINTLY) / len(parts)) if parts else None

    @property
    def ownerless(self) -> tuple[str, ...]:
        """The decisions that nobody holds in at least one part."""
        return tuple(key for key, row in self.holders.items() if Holder.NOBODY in row.values())

    def one_sided(self, side: Holder) -> tuple[str, ...]:
        """The decisions that `side` alone holds in all four parts."""
        return tuple(
            key
            for key, row in self.holders.items()
            if len(row) == len(Part) and set(row.values()) == {side}
        )


def decision_map(
    questionnaire: Questionnaire, results: Mapping[str, QuestionResult]
) -> DecisionMap | None:
    """The map of the decisions that were answered; None when none was."""
    holders = {
        decision.id: {
            part: Holder(next(iter(known)))
            for part in Part
            if isinstance(known := results[f"{decision.id}.{part}"].known, frozenset)
        }
        for decision in questionnaire.decisions
    }
    answered = {key: row for key, row in holders.items() if row}
    return DecisionMap(answered) if answered else None
