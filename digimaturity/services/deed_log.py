"""What was decided and planned up to any moment, and which moments count for an assessment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from digimaturity.domain.roadmap.book import Part, PlanBook
from digimaturity.domain.roadmap.items import KeptPlan
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.goals import seen_until
from digimaturity.services.plan_items import book_from, item_from_json
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import Assessed
from digimaturity.store.records import PlanLine, SignEvent

#: A roadmap as it may be shown.
Shown = Callable[[PlanBook], PlanBook]


def _begun_at(workspace: Workspace, one: Assessed) -> str:
    """When an assessment was begun (UTC): with the quick check that it goes on from, if there is.

    What was accepted before is the plan of the year before.
    """
    with workspace.reading() as stored:
        quick = one.record.goes_on_from and stored.assessments.get(one.record.goes_on_from)
    return min(one.record.created, quick.created) if quick else one.record.created


@dataclass(frozen=True, slots=True)
class Moments:
    """When an assessment was begun, when it was first signed, and when the next was begun.

    The last two are empty as long as that has not happened.
    """

    begun: str
    signed: str
    next: str


def moments_of(workspace: Workspace, one: Assessed) -> Moments:
    """Those of an assessment; KeyError where there is no such one."""
    until = seen_until(workspace, one.record.id)
    with workspace.reading() as stored:
        events = stored.sign_offs.of(one.record.id)
    signed = next((line.at for line in events if line.event is SignEvent.SIGNED), "")
    known = [moment for moment in (signed or one.record.finished, until) if moment]
    return Moments(_begun_at(workspace, one), min(known, default=""), until)


class DeedLog:
    """The lines of decisions, of one's own measures, and of plans, by their times."""

    def __init__(
        self, lines: Sequence[PlanLine], plans: Sequence[PlanLine], shown: Shown | None
    ) -> None:
        self._lines, self._plans, self._shown = lines, plans, shown
        self._books: dict[str, PlanBook] = {}

    def book(self, until: str) -> PlanBook:
        """What was decided before a moment; empty: as it stands."""
        if until not in self._books:
            book = book_from(_before(self._lines, until))
            self._books[until] = self._shown(book) if self._shown else book
        return self._books[until]

    def lines_of(self, key: str, since: str, until: str) -> Sequence[PlanLine]:
        """What was decided about a measure from one moment to another."""
        found = _before(self._lines, until)[len(_before(self._lines, since)) if since else 0 :]
        return [line for line in found if line.part == Part.DECISION and line.key == key]

    def starts(self, until: str, keys: Collection[str]) -> Mapping[str, Quarter]:
        """When each of these was to begin, by the last plan before a moment that had it."""
        found: dict[str, Quarter] = {}
        missing = set(keys)
        for line in reversed(_before(self._plans, until)):
            plan = item_from_json(Part.PLAN, line.new)
            if isinstance(plan, KeptPlan):
                for key in missing & plan.starts.keys():
                    found[key] = plan.first.plus(plan.starts[key])
                missing -= found.keys()
            if not missing:
                break
        return found


def _before(lines: Sequence[PlanLine], until: str) -> Sequence[PlanLine]:
    return lines[: bisect_left(lines, until, key=lambda line: line.at)] if until else lines
