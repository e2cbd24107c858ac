"""What was planned in one year, and what became of it until the next.

That a question moved while a measure was done is told as "in the same period", never as its effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digimaturity.domain.comparison import Comparison, QuestionMoved
from digimaturity.domain.roadmap.following import Rate
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.texts import Localized
from digimaturity.domain.trend import Fate


class Became(StrEnum):
    """What became of an accepted measure: done, still running, not begun, or dropped."""

    DONE = "done"
    RUNNING = "running"
    NOT_BEGUN = "not_begun"
    DROPPED = "dropped"

    @property
    def over(self) -> bool:
        """Whether nothing more is to be done about it."""
        return self in (Became.DONE, Became.DROPPED)


@dataclass(frozen=True, slots=True)
class Deed:
    """A measure that was accepted in an earlier year, and what became of it.

    `title` is the pack's, or the plain words of one's own. `planned` are its quarters by the plan
    of that year, `ran` those in which it ran, from the first to the last known; None where nobody
    knows. `why` tells why it was dropped. `questions` are those that it is meant to raise, by their
    ids of the later year.
    """

    measure: str
    title: Localized | str
    became: Became
    planned: tuple[Quarter, Quarter] | None = None
    ran: tuple[Quarter, Quarter | None] | None = None
    why: str = ""
    questions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Period:
    """The time from one assessment to the next; `rate` is None as long as nothing was due."""

    since: date
    until: date
    deeds: tuple[Deed, ...]
    rate: Rate | None = None


def decision_on(
    noted: MeasureDecision | None, later: MeasureDecision | None, day: date
) -> MeasureDecision | None:
    """What is known of a measure as it stood on a day.

    `noted` is what was put down when that year's assessment was signed, `later` what was put down
    until the next one began: that counts where it tells of quarters before the day.
    """
    if later is not None and _tells_of_before(later, Quarter.of(day)):
        return later
    return noted


def became_by(decision: MeasureDecision | None, day: date) -> Became:
    """What had become of an accepted measure by a day; None: it was taken out of the plan.

    What began or ended in a later quarter than that of the day had not yet.
    """
    now = Quarter.of(day)
    if decision is None:
        return Became.DROPPED
    state, began, ended = decision.state, decision.began, decision.ended
    if state is State.DONE and (ended is None or ended <= now):
        return Became.DONE
    if not decision.accepted or (state is State.DROPPED and (ended is None or ended <= now)):
        return Became.DROPPED
    if state is State.PLANNED or (began is not None and began > now):
        return Became.NOT_BEGUN
    if state is State.DROPPED and began is None:
        return Became.NOT_BEGUN
    return Became.RUNNING


def ran_by(
    decision: MeasureDecision | None, became: Became
) -> tuple[Quarter, Quarter | None] | None:
    """The quarters in which it ran, the last None while it does; None where nobody knows."""
    if decision is None or became is Became.NOT_BEGUN:
        return None
    if became is Became.DONE:
        first = decision.began or decision.ended
        return (first, decision.ended) if first else None
    if decision.began is None:
        return None
    return decision.began, decision.ended if became is Became.DROPPED else None


def rate_of(deeds: Collection[Deed], lasting: Mapping[str, int], day: date) -> Rate | None:
    """Measures done of those that should have been by a day; None as long as none was due.

    As `following.execution_rate` counts: due is what is done, what should have ended before the
    quarter of the day from when it began (`lasting` has how many quarters each measure takes), and
    what the plan had end before it. What was dropped is no longer due.
    """
    now = Quarter.of(day)
    done = sum(one.became is Became.DONE for one in deeds)
    over = 0
    for one in deeds:
        last = None
        if one.became is Became.RUNNING and one.ran:
            last = one.ran[0].plus(lasting[one.measure] - 1)
        elif one.became is Became.NOT_BEGUN and one.planned:
            last = one.planned[1]
        over += last is not None and last < now
    return Rate(done, done + over) if done + over else None


def moved_meanwhile(deed: Deed, comparison: Comparison) -> tuple[QuestionMoved, ...]:
    """The questions that the measure is meant to raise and that really changed in that period."""
    return moved_of(deed.questions, comparison)


def moved_of(questions: Collection[str], comparison: Comparison) -> tuple[QuestionMoved, ...]:
    """Those of `questions` that really changed, by their ids of the earlier year or the later."""
    return tuple(one for one in comparison.changed if one.question in questions)


def fates_of(deed: Deed, comparison: Comparison) -> Mapping[Fate, int]:
    """How many of the questions that it is meant to raise can be compared, and how many not."""
    return Counter(one.fate for one in comparison.questions if one.question in deed.questions)


def worked_on(deed: Deed) -> bool:
    """Whether anything was done about it that its questions could be seen beside."""
    return deed.became in (Became.DONE, Became.RUNNING)


def moved_alone(deeds: Collection[Deed], comparison: Comparison) -> tuple[QuestionMoved, ...]:
    """What really changed though no measure that ran or was done is meant to raise it."""
    beside: set[str] = set()
    for one in filter(worked_on, deeds):
        beside |= one.questions
    return tuple(one for one in comparison.changed if one.question not in beside)


def _tells_of_before(decision: MeasureDecision, now: Quarter) -> bool:
    known = (decision.began, decision.ended)
    return any(quarter is not None and quarter < now for quarter in known)
