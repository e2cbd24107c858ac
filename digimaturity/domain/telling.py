"""Saying at the start of a new assessment what became of the measures that were planned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from digimaturity.domain.deeds import Became
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter

_STATES = {
    Became.DONE: State.DONE,
    Became.RUNNING: State.RUNNING,
    Became.NOT_BEGUN: State.PLANNED,
    Became.DROPPED: State.DROPPED,
}


def said_of(decision: MeasureDecision, assessments: Collection[str]) -> Became | None:
    """What was said of a measure in an assessment; None while it is to be asked.

    `assessments` are its id, and that of the quick check that it goes on from. What was done or
    dropped before needs no word; what was running may have ended since.
    """
    if decision.state is State.DONE:
        return Became.DONE
    if not decision.accepted or decision.state is State.DROPPED:
        return Became.DROPPED
    if decision.told_in not in assessments:
        return None
    return Became.RUNNING if decision.state is State.RUNNING else Became.NOT_BEGUN


def saying(
    decision: MeasureDecision,
    became: Became,
    assessment: str,
    planned: tuple[Quarter, Quarter] | None,
    day: date,
    still_ran: Quarter | None = None,
) -> MeasureDecision:
    """The decision once it is said what became of the measure by that day.

    Quarters that nobody noted are those of the plan, as far as they had come by the day, else the
    day's own; they are meant to be looked at. It never ended before it began, nor before
    `still_ran`, when it was last said to be running. Why it was dropped is asked for afterwards.
    """
    now = Quarter.of(day)
    first, last = planned or (None, None)
    began, ended = decision.began, decision.ended
    match became:
        case Became.DONE:
            least = max(filter(None, (began, still_ran)), default=None)
            ended = ended or (last if last and last <= now else now)
            ended = max(ended, least) if least else ended
            began = began or (first if first and first <= ended else None)
        case Became.RUNNING:
            began, ended = began or (first if first and first <= now else now), None
        case Became.NOT_BEGUN:
            began = ended = None
    was_dropped = decision.state is State.DROPPED or not decision.accepted
    reason = "" if was_dropped is not (became is Became.DROPPED) else decision.reason
    return replace(
        decision,
        accepted=decision.accepted or became is not Became.DROPPED,
        state=_STATES[became],
        began=began,
        ended=ended,
        reason=reason,
        told_in=assessment,
    )
