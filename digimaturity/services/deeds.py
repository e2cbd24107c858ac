"""What was planned and done between the assessments of a company.

The roadmap's log tells what stood at any moment: what was accepted when the later assessment was
begun is the plan of the year before; what was noted until that one was signed is what became of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.deeds import (
    Became,
    Deed,
    Period,
    became_by,
    decision_on,
    ran_by,
    rate_of,
)
from digimaturity.domain.lineage import follow
from digimaturity.domain.roadmap.book import Part, PlanBook
from digimaturity.domain.roadmap.items import KeptPlan, MeasureDecision
from digimaturity.domain.roadmap.posing import measure_of
from digimaturity.domain.roadmap.quarters import Quarter, quarters_for
from digimaturity.domain.texts import Localized
from digimaturity.services.goals import seen_until
from digimaturity.services.plan_items import book_from, item_from_json
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import Assessed
from digimaturity.store.records import PlanLine, SignEvent

#: So many letters of a moment tell its day.
_DAY = 10

#: A roadmap as it may be shown.
Shown = Callable[[PlanBook], PlanBook]


def periods_of(
    workspace: Workspace, years: Sequence[Assessed], shown: Shown | None = None
) -> tuple[Period, ...]:
    """One period from each assessment to the next, oldest first.

    `shown` is what gives other names to a roadmap, where true ones are not to be seen.

    Raises:
        UserError: ``stored.unreadable``: a line of the roadmap that no version of ours ever wrote.
    """
    if len(years) < 2:  # noqa: PLR2004 - between two assessments lies one period
        return ()
    moments = [_moments(workspace, one) for one in years]
    with workspace.reading() as stored:
        company = years[0].record.company
        lines = stored.plan_log.of_parts(company, (Part.DECISION, Part.OWN))
        plans = stored.plan_log.of_parts(company, (Part.PLAN,)) if lines else ()
        log = _Log(lines, plans, shown)
        return tuple(
            _Between(log, years, moments, place).period() for place in range(1, len(years))
        )


def begun_at(workspace: Workspace, one: Assessed) -> str:
    """When an assessment was begun (UTC): with the quick check that it goes on from, if there is.

    What was accepted before is the plan of the year before.
    """
    with workspace.reading() as stored:
        quick = one.record.goes_on_from and stored.assessments.get(one.record.goes_on_from)
    return min(one.record.created, quick.created) if quick else one.record.created


@dataclass(frozen=True, slots=True)
class _Moments:
    """When an assessment was begun, when it was first signed, and when the next was begun.

    The last two are empty as long as that has not happened.
    """

    begun: str
    signed: str
    next: str


def _moments(workspace: Workspace, one: Assessed) -> _Moments:
    until = seen_until(workspace, one.record.id)
    with workspace.reading() as stored:
        events = stored.sign_offs.of(one.record.id)
    signed = next((line.at for line in events if line.event is SignEvent.SIGNED), "")
    known = [moment for moment in (signed or one.record.finished, until) if moment]
    return _Moments(begun_at(workspace, one), min(known, default=""), until)


class _Log:
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

    def starts(self, until: str) -> Mapping[str, Quarter]:
        """When each measure was to begin, by the last plan before a moment that had it."""
        found: dict[str, Quarter] = {}
        for line in _before(self._plans, until):
            plan = item_from_json(Part.PLAN, line.new)
            if isinstance(plan, KeptPlan):
                found |= {key: plan.first.plus(start) for key, start in plan.starts.items()}
        return found


def _before(lines: Sequence[PlanLine], until: str) -> Sequence[PlanLine]:
    return lines[: bisect_left(lines, until, key=lambda line: line.at)] if until else lines


@dataclass(frozen=True, slots=True)
class _Between:
    """The step to the assessment at `place` from the one before it."""

    log: _Log
    years: Sequence[Assessed]
    moments: Sequence[_Moments]
    place: int

    def period(self) -> Period:
        before, after = self.years[self.place - 1], self.years[self.place]
        starts, lasting = self.log.starts(self._begun), dict[str, int]()
        deeds = []
        for key, planned in self._planned.decisions.items():
            known = self._known(key)
            if known is None or not (self._of_period(key, planned) or self._given_up(key)):
                continue
            measure, title, origin = known
            weeks = planned.weeks or measure.weeks_for(before.company.size_class)
            lasting[key] = quarters_for(weeks)
            decision = self._decision(key, self.place)
            became = became_by(decision, after.record.day)
            first = starts.get(key)
            deeds.append(
                Deed(
                    key,
                    title,
                    became,
                    (first, first.plus(lasting[key] - 1)) if first else None,
                    ran_by(decision, became),
                    decision.reason if decision and became is Became.DROPPED else "",
                    self._ids_today(frozenset(one.question for one in measure.lifts), origin),
                )
            )
        order = {became: number for number, became in enumerate(Became)}
        deeds.sort(key=lambda one: order[one.became])
        rate = rate_of(deeds, lasting, after.record.day)
        return Period(before.record.day, after.record.day, tuple(deeds), rate)

    def _of_period(self, key: str, planned: MeasureDecision) -> bool:
        """Whether it was accepted, and not over in the year before."""
        if not planned.accepted:
            return False
        decision = self._decision(key, self.place - 1)
        if decision is None:
            return True
        became = became_by(decision, self.years[self.place - 1].record.day)
        # What had been given up may have been taken up again.
        return not (became.over and became.value == planned.state.value)

    def _given_up(self, key: str) -> bool:
        """Whether it was declined in that time after it had been accepted on an earlier day.

        What is declined on the day on which it was accepted was never planned.
        """
        begun = self.moments[self.place - 1].begun
        earlier = self.log.book(begun).decisions.get(key)
        accepted = begun[:_DAY] if earlier is not None and earlier.accepted else ""
        given_up = False
        for line in self.log.lines_of(key, begun, self._begun):
            decision = item_from_json(Part.DECISION, line.new)
            taken = isinstance(decision, MeasureDecision) and decision.accepted
            given_up = not taken and bool(accepted) and accepted < line.at[:_DAY]
            if taken:
                accepted = line.at[:_DAY]
        return given_up

    @property
    def _begun(self) -> str:
        return self.moments[self.place].begun

    @property
    def _planned(self) -> PlanBook:
        """The roadmap as it stood when the later assessment was begun."""
        return self.log.book(self._begun)

    def _decision(self, key: str, place: int) -> MeasureDecision | None:
        """What is known of a measure on the day of an assessment."""
        moments = self.moments[place]
        noted = self.log.book(moments.signed).decisions.get(key)
        later = self.log.book(moments.next).decisions.get(key)
        return decision_on(noted, later, self.years[place].record.day)

    def _known(self, key: str) -> tuple[Measure, Localized | str, int] | None:
        """A measure, its title, and of which year's questionnaire; None where nobody knows it."""
        own = self._planned.own.get(key)
        if own is not None:
            return measure_of(own, key), own.title, self.place - 1
        for place in (*range(self.place - 1, -1, -1), self.place):
            for measure in self.years[place].year.questionnaire.measures:
                if measure.id == key:
                    return measure, measure.title, place
        return None

    def _ids_today(self, questions: frozenset[str], origin: int) -> frozenset[str]:
        """The questions of a year's questionnaire by their ids of the later assessment."""
        versions = [one.year.questionnaire for one in self.years[origin : self.place + 1]]
        traces = follow(versions, {})
        return frozenset(key for key, trace in traces.items() if trace.roots & questions)
