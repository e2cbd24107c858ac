"""What there is to decide about: each measure as it stands, and what an intention puts down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.measures import Candidate
from digimaturity.domain.roadmap.book import Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import MeasureDecision, OwnMeasure, State
from digimaturity.domain.roadmap.posing import Task, measure_of, task_of


class Standing(StrEnum):
    """What was decided about a measure."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Order(StrEnum):
    """By what measures are ordered; `ADVISED` has prerequisites first."""

    ADVISED = "advised"
    GAIN = "gain"
    EFFORT = "effort"
    PER_DAY = "per_day"


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure that is advised, one's own, or decided about already.

    `number` counts from 1, and is for an advised one that of the report. `task` has effort, weeks,
    cost and gain as adapted. `candidate` is None for one's own, and for what is advised no longer.
    """

    number: int
    task: Task
    standing: Standing
    candidate: Candidate | None = None

    @property
    def id(self) -> str:
        """That of the measure."""
        return self.task.id

    @property
    def fixed(self) -> bool:
        """Whether it has begun, so that its state says what becomes of it."""
        return self.standing is Standing.ACCEPTED and self.task.decision.state is not State.PLANNED

    @property
    def per_day(self) -> float:
        """Points of the overall score for a person-day; infinite for a gain without any work."""
        days = self.task.effort.total
        if days > 0:
            return self.task.gain / days
        return float("inf") if self.task.gain > 0 else 0.0


#: Nothing is decided yet.
_UNDECIDED = MeasureDecision(accepted=False)


def choices(evaluation: Evaluation, book: PlanBook) -> tuple[Choice, ...]:
    """What is advised, in that order; then one's own; then what was decided and is advised no more.

    A decision about a measure that the questionnaire does not have (any more) is left out.
    """
    advised = {one.measure.id: one for one in evaluation.candidates}
    known = {
        **{one.measure.id: (one.measure, None) for one in evaluation.candidates},
        **{key: (measure_of(own, key), own) for key, own in book.own.items()},
        **{
            one.id: (one, None)
            for one in evaluation.questionnaire.measures
            if one.id in book.decisions and one.id not in advised
        },
    }
    return tuple(
        Choice(
            number,
            task_of(evaluation, measure, book.decisions.get(key, _UNDECIDED), own),
            standing_of(book, key),
            advised.get(key),
        )
        for number, (key, (measure, own)) in enumerate(known.items(), start=1)
    )


def standing_of(book: PlanBook, key: str) -> Standing:
    """What was decided about a measure."""
    decision = book.decisions.get(key)
    if decision is None:
        return Standing.OPEN
    return Standing.ACCEPTED if decision.accepted else Standing.DECLINED


def ordered(found: Iterable[Choice], order: Order) -> list[Choice]:
    """The most gain, the least effort or the most gain for a day first; else as advised."""
    match order:
        case Order.ADVISED:
            return sorted(found, key=lambda one: one.number)
        case Order.GAIN:
            return sorted(found, key=lambda one: (-one.task.gain, one.number))
        case Order.EFFORT:
            return sorted(found, key=lambda one: (one.task.effort.total, one.number))
        case Order.PER_DAY:
            return sorted(found, key=lambda one: (-one.per_day, one.number))


def lacking(found: Iterable[Choice], wanted: Iterable[str]) -> tuple[str, ...]:
    """What the wanted measures build on, directly or not, that is neither accepted nor wanted.

    In the order in which it has to be done. What would change nothing any more has been reached in
    another way, and is not lacking.
    """
    known = {one.id: one for one in found}
    lacks: dict[str, None] = {}
    seen: set[str] = set()
    wanted = list(wanted)

    def follow(key: str) -> None:
        if key in seen or key not in known:
            return
        seen.add(key)
        for earlier in known[key].task.measure.requires:
            follow(earlier)
        if key not in wanted and _is_lacking(known[key]):
            lacks[key] = None

    for key in wanted:
        follow(key)
    return tuple(lacks)


def _is_lacking(one: Choice) -> bool:
    helpful = one.candidate is not None or one.task.own is not None
    return helpful and one.standing is not Standing.ACCEPTED


def built_on(found: Iterable[Choice], key: str) -> tuple[str, ...]:
    """The accepted measures that need this one to be done before."""
    return tuple(
        one.id
        for one in found
        if one.standing is Standing.ACCEPTED and key in one.task.measure.requires
    )


def accepting(book: PlanBook, keys: Iterable[str], day: date) -> tuple[Entry, ...]:
    """Accept these; what was adapted earlier holds, what they were declined for no longer does."""
    return tuple(
        Entry(
            Part.DECISION,
            key,
            replace(book.decisions.get(key, _UNDECIDED), accepted=True, reason="", decided=day),
        )
        for key in keys
        if standing_of(book, key) is not Standing.ACCEPTED
    )


def declining(book: PlanBook, keys: Iterable[str], reason: str, day: date) -> tuple[Entry, ...]:
    """Decline these for a reason; how they were adapted is kept, for they may be accepted again."""
    return tuple(
        Entry(
            Part.DECISION,
            key,
            replace(
                book.decisions.get(key, _UNDECIDED), accepted=False, reason=reason, decided=day
            ),
        )
        for key in keys
    )


def reopening(keys: Iterable[str]) -> tuple[Entry, ...]:
    """Nothing is decided about these any longer."""
    return tuple(Entry(Part.DECISION, key, None) for key in keys)


def adding(book: PlanBook, key: str, own: OwnMeasure, day: date) -> tuple[Entry, ...]:
    """Put down a measure of one's own, new or changed; a new one is accepted in the same step."""
    decision = book.decisions.get(key) or MeasureDecision(accepted=True, decided=day)
    return Entry(Part.OWN, key, own), Entry(Part.DECISION, key, decision)


def removing(book: PlanBook, key: str) -> tuple[Entry, ...]:
    """Take a measure of one's own away, with all that speaks of it."""
    others: Mapping[str, OwnMeasure] = {
        other: replace(one, requires=tuple(need for need in one.requires if need != key))
        for other, one in book.own.items()
        if other != key and key in one.requires
    }
    parts = (Part.DECISION, Part.FOLLOW_UP, Part.OWN)
    return (
        *(Entry(Part.OWN, other, one) for other, one in others.items()),
        *(Entry(part, key, None) for part in parts if book.item(part, key) is not None),
    )
