"""What somebody has to be reminded of: the next assessment, reviews, and what was left lying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digimaturity.domain.roadmap.following import Due, followed
from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.roadmap import Roadmap

#: Days before the next assessment from which it is told.
AHEAD = 28

#: Days after which a correction, and an assessment on which nobody works, count as left lying.
CORRECTION_LEFT, ASSESSMENT_LEFT = 7, 21


class Kind(StrEnum):
    """What it is about, in the order in which it is told.

    ASSESSMENT: the next one is due, or will be soon. CORRECTION: a signed assessment was opened to
    be corrected, and still is. LEFT: an assessment was begun, and nobody works on it. REVIEW: a
    measure or a project is to be looked at. TO_BEGIN, TO_END: by the plan a measure should have
    begun, or ended.
    """

    ASSESSMENT = "assessment"
    CORRECTION = "correction"
    LEFT = "left"
    REVIEW = "review"
    TO_BEGIN = "to_begin"
    TO_END = "to_end"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One of them; `day` is that on which it is or was due, or since when it lies there.

    `key` is the id of the assessment, measure or project; empty for the next assessment.
    """

    kind: Kind
    day: date
    key: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An assessment that takes answers: `touched` is the day of the last entry in it.

    `opened` is the day on which it was opened to be corrected, None where it never was signed off.
    """

    id: str
    touched: date
    opened: date | None = None


def of_assessments(next_day: date | None, drafts: tuple[Draft, ...], today: date) -> list[Reminder]:
    """What is due with the assessments of a firm; the next one is not while one is under way."""
    found = []
    under_way = any(draft.opened is None for draft in drafts)
    if next_day is not None and not under_way and (next_day - today).days <= AHEAD:
        found.append(Reminder(Kind.ASSESSMENT, next_day))
    for draft in drafts:
        if draft.opened is not None and (today - draft.opened).days >= CORRECTION_LEFT:
            found.append(Reminder(Kind.CORRECTION, draft.opened, draft.id))
        elif draft.opened is None and (today - draft.touched).days >= ASSESSMENT_LEFT:
            found.append(Reminder(Kind.LEFT, draft.touched, draft.id))
    return found


def of_roadmap(roadmap: Roadmap, today: date) -> Iterator[Reminder]:
    """The reviews that are due, and the measures that are late by the plan."""
    for one in followed(roadmap, today):
        if one.due is Due.REVIEW and one.follow_up.next_review is not None:
            yield Reminder(Kind.REVIEW, one.follow_up.next_review, one.key)
        elif one.late and one.state is State.PLANNED and one.first is not None:
            yield Reminder(Kind.TO_BEGIN, one.first.first_day, one.key)
        elif one.late and one.last is not None:
            yield Reminder(Kind.TO_END, one.last.last_day, one.key)


def reviews_of(roadmap: Roadmap, today: date) -> Iterator[Reminder]:
    """All days on which a measure or a project is to be looked at, be they past or to come."""
    for one in followed(roadmap, today):
        day = one.follow_up.next_review
        if day is not None and one.state is not State.DROPPED:
            yield Reminder(Kind.REVIEW, day, one.key)
