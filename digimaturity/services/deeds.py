"""What was planned and done between the assessments of a company.

The roadmap's log tells what stood at any moment: what was accepted when the later assessment was
begun is the plan of the year before; what was noted until that one was signed is what became of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
from digimaturity.domain.lineage import Trace, follow
from digimaturity.domain.roadmap.book import Part, PlanBook
from digimaturity.domain.roadmap.items import MeasureDecision
from digimaturity.domain.roadmap.posing import measure_of
from digimaturity.domain.roadmap.quarters import quarters_for
from digimaturity.domain.texts import Localized
from digimaturity.services.deed_log import DeedLog, Moments, Shown, moments_of
from digimaturity.services.plan_items import item_from_json
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import Assessed

#: So many letters of a moment tell its day.
_DAY = 10


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
    moments = [moments_of(workspace, one) for one in years]
    with workspace.reading() as stored:
        company = years[0].record.company
        lines = stored.plan_log.of_parts(company, (Part.DECISION, Part.OWN))
        plans = stored.plan_log.of_parts(company, (Part.PLAN,)) if lines else ()
        log = DeedLog(lines, plans, shown)
        return tuple(
            _Between(log, years, moments, place).period() for place in range(1, len(years))
        )


@dataclass(frozen=True, slots=True)
class _Between:
    """The step to the assessment at `place` from the one before it.

    `traces` are what its questions go back to in earlier questionnaires, once that was looked for.
    """

    log: DeedLog
    years: Sequence[Assessed]
    moments: Sequence[Moments]
    place: int
    traces: dict[int, Mapping[str, Trace]] = field(default_factory=dict)

    def period(self) -> Period:
        before, after = self.years[self.place - 1], self.years[self.place]
        starts = self.log.starts(self._begun, self._planned.decisions)
        lasting: dict[str, int] = {}
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
        if origin not in self.traces:
            versions = [one.year.questionnaire for one in self.years[origin : self.place + 1]]
            self.traces[origin] = follow(versions, {})
        traces = self.traces[origin]
        return frozenset(key for key, trace in traces.items() if trace.roots & questions)
