"""What was planned in one year, and what became of it until the next.

That a question moved while a measure was done is told as "in the same period", never as its effect.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digimaturity.domain.comparison import Comparison, QuestionMoved
from digimaturity.domain.roadmap.following import Rate
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.texts import Localized


class Became(StrEnum):
    """What became of an accepted measure: done, still running, not begun, or dropped."""

    DONE = "done"
    RUNNING = "running"
    NOT_BEGUN = "not_begun"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Deed:
    """A measure that was accepted in an earlier year, and what became of it.

    `title` is the pack's, or the plain words of one's own. `planned` are its quarters by the plan
    of that year, `ran` those in which it ran, from the first to the last known; None where nobody
    knows. `why` tells why it was dropped. `questions` are those that it is meant to raise.
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


def moved_meanwhile(deed: Deed, comparison: Comparison) -> tuple[QuestionMoved, ...]:
    """The questions that the measure is meant to raise and that really changed in that period."""
    return moved_of(deed.questions, comparison)


def moved_of(questions: Collection[str], comparison: Comparison) -> tuple[QuestionMoved, ...]:
    """Those of `questions` that really changed, by their ids of the earlier year or the later."""
    return tuple(one for one in comparison.changed if one.question in questions)
