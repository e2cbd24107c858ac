"""From what a company put down, and its result, to the planning problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from digimaturity.domain.catalogue import CostBand, Effort, Measure, Role, planned_as
from digimaturity.domain.company import SizeClass
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.gains import gain_of
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import (
    KeyPerson,
    MeasureDecision,
    OwnMeasure,
    Project,
    State,
)
from digimaturity.domain.roadmap.problem import Job, Problem, Running
from digimaturity.domain.roadmap.quarters import Quarter, quarters_for

#: How many projects and measures a firm of that size can usually have in work at once. Our own
#: judgement, from which the user departs: no source counts it.
USUAL_PARALLEL: Mapping[SizeClass, int] = {
    SizeClass.SMALL: 2,
    SizeClass.MEDIUM: 4,
    SizeClass.LARGE: 6,
}

#: What a measure of a cost band costs at most, in euros; above the last nobody knows.
AT_MOST: Mapping[CostBand, float | None] = {
    CostBand.NONE: 0.0,
    CostBand.UNDER_5K: 5_000.0,
    CostBand.UNDER_25K: 25_000.0,
    CostBand.UNDER_100K: 100_000.0,
    CostBand.OVER_100K: None,
}


@dataclass(frozen=True, slots=True)
class Task:
    """An accepted measure, of the catalogue or of one's own, as it is planned for this firm.

    `own` is set for one's own. `effort` is in person-days, `cost` in euros at most (None: nobody
    knows), `gain` in points of the overall score.
    """

    id: str
    measure: Measure
    decision: MeasureDecision
    effort: Effort
    weeks: int
    cost: float | None
    gain: float
    own: OwnMeasure | None = None

    @property
    def quarters(self) -> int:
        """How many quarters it takes."""
        return quarters_for(self.weeks)


@dataclass(frozen=True, slots=True)
class Posed:
    """The problem, the quarter in which it begins, and the accepted measures by their ids."""

    first: Quarter
    problem: Problem
    tasks: Mapping[str, Task]


def measure_of(own: OwnMeasure, key: str) -> Measure:
    """One's own measure as one of the catalogue: the same for every size and in every language."""
    sizes = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)
    said = dict.fromkeys(("en", "de"), "")
    return Measure(
        id=key,
        title=dict.fromkeys(said, own.title),
        what=dict.fromkeys(said, own.what),
        steps=(),
        kpi=dict.fromkeys(said, own.kpi),
        lifts=own.lifts,
        effort=dict.fromkeys(sizes, own.effort),
        weeks=dict.fromkeys(sizes, own.weeks),
        cost=dict.fromkeys(sizes, CostBand.NONE),
        requires=own.requires,
        lead=own.lead,
    )


def tasks_of(evaluation: Evaluation, book: PlanBook) -> Mapping[str, Task]:
    """The accepted measures, those of the catalogue first, in its order.

    What the questionnaire of this assessment does not know any more is left out.
    """
    known: Iterator[tuple[Measure, OwnMeasure | None]] = chain(
        ((measure, None) for measure in evaluation.questionnaire.measures),
        ((measure_of(own, key), own) for key, own in book.own.items()),
    )
    return {
        measure.id: task_of(evaluation, measure, book.decisions[measure.id], own)
        for measure, own in known
        if measure.id in book.decisions and book.decisions[measure.id].accepted
    }


def task_of(
    evaluation: Evaluation, measure: Measure, decision: MeasureDecision, own: OwnMeasure | None
) -> Task:
    """A measure as it would be planned: what was decided otherwise goes before the catalogue."""
    size = evaluation.company.size_class
    cost = own.cost if own else AT_MOST[measure.cost_for(size)]
    return Task(
        measure.id,
        measure,
        decision,
        effort=decision.effort or measure.effort_for(size),
        weeks=decision.weeks or measure.weeks_for(size),
        cost=cost if decision.cost is None else decision.cost,
        gain=gain_of(
            measure,
            evaluation.questionnaire,
            evaluation.questions,
            evaluation.scores,
            evaluation.targets,
        ),
        own=own,
    )


def first_quarter(book: PlanBook, day: date) -> Quarter:
    """Where the plan begins: where the user wants it, else after the assessment's quarter."""
    return book.limits.first or Quarter.of(day).plus(1)


def pose(evaluation: Evaluation, book: PlanBook, day: date) -> Posed:
    """The planning problem of an assessment of that `day`."""
    first, limits = first_quarter(book, day), book.limits
    tasks = tasks_of(evaluation, book)
    posing = _Posing(book, first, limits.quarters)
    open_tasks = [task for task in tasks.values() if task.decision.state is State.PLANNED]
    begun = [task for task in tasks.values() if task.decision.state is State.RUNNING]
    running = [
        *(_project for _project in posing.projects()),
        *(posing.begun(task) for task in begun),
    ]
    done = {key for key, task in tasks.items() if task.decision.state is State.DONE}
    wanted = {task.id for task in (*open_tasks, *begun)}
    needed = {key for task in open_tasks for key in task.measure.requires} - done - wanted
    # A prerequisite that would change nothing any more has been reached in another way.
    helpful = {candidate.measure.id for candidate in evaluation.candidates} | set(book.own)
    missing = frozenset(needed & helpful)
    jobs = tuple(posing.job(task, wanted | missing) for task in open_tasks)
    kept = book.plan
    shift = kept.first.since(first) if kept else 0
    before = {key: start + shift for key, start in kept.starts.items()} if kept else {}
    return Posed(
        first,
        Problem(
            quarters=limits.quarters,
            jobs=jobs,
            running=tuple(running),
            capacity=posing.capacity(),
            parallel=parallel_limit(book, evaluation.company.size_class),
            budget=limits.budget,
            missing=missing,
            before={key: start for key, start in before.items() if start >= 0},
        ),
        tasks,
    )


def parallel_limit(book: PlanBook, size: SizeClass | None) -> int | None:
    """How many things may run at once; None: as many as one likes."""
    if book.limits.parallel is None:
        return USUAL_PARALLEL[planned_as(size)]
    return book.limits.parallel or None


@dataclass(frozen=True, slots=True)
class _Posing:
    """Turns items into parts of a problem that begins with `first`."""

    book: PlanBook
    first: Quarter
    quarters: int

    def capacity(self) -> Mapping[str, tuple[float, ...]]:
        known = {
            **self.book.roles,
            **{key: person.capacity for key, person in self.book.people.items()},
        }
        return {
            key: tuple(one.left(quarter) for quarter in self.first.following(self.quarters))
            for key, one in known.items()
        }

    def job(self, task: Task, known: Iterable[str]) -> Job:
        lock, wish = None, task.decision.start
        if wish is not None:
            lock = wish.since(self.first)
        requires = tuple(key for key in task.measure.requires if key in set(known))
        load = self._load(task)
        return Job(task.id, task.gain, task.quarters, load, task.cost, requires, lock)

    def projects(self) -> Iterator[Running]:
        """What runs in the horizon and takes somebody's time."""
        for key, project in self.book.projects.items():
            ends = project.ends.since(self.first) + 1 if project.ends else self.quarters
            if project.active and ends > 0:
                begins = self._begins(project.begins)
                load = self._spread(self._of_project(project), begins, ends)
                yield Running(key, ends, load, begins)

    def _begins(self, quarter: Quarter | None) -> int:
        return max(0, quarter.since(self.first)) if quarter else 0

    def _spread(
        self, load: Mapping[str, float], begins: int, ends: int
    ) -> Mapping[str, tuple[float, ...]]:
        last = min(ends, self.quarters)
        return {
            key: (0.0,) * min(begins, last) + (days,) * max(0, last - begins)
            for key, days in load.items()
        }

    def begun(self, task: Task) -> Running:
        """A measure that runs: what is left of it, at least one quarter."""
        began = task.decision.began or self.first
        left = max(1, task.quarters + began.since(self.first))
        begins = self._begins(task.decision.began)
        return Running(task.id, left, self._spread(self._load(task), begins, left), begins)

    def _load(self, task: Task) -> Mapping[str, float]:
        """What a measure takes of each resource in each of its quarters: the same in all.

        A role bears at least what was said of its key people by name.
        """
        effort: Mapping[Role, float] = {
            Role.MANAGEMENT: task.effort.management,
            Role.IT: task.effort.it,
            Role.BUSINESS: task.effort.business,
        }
        named = task.decision.people
        days = {
            role.value: max(effort[role], sum(named.get(key, 0.0) for key, _ in self._people(role)))
            for role in Role
        }
        for key, person in self.book.people.items():
            days[key] = named.get(key, effort[person.role] * person.share)
        return {key: taken / task.quarters for key, taken in days.items() if taken > 0}

    def _of_project(self, project: Project) -> Mapping[str, float]:
        """A role bears at least what its key people bear."""
        load = {key: days for key, days in project.load.items() if days > 0}
        for role in Role:
            own = sum(load.get(key, 0.0) for key, person in self._people(role))
            if own > load.get(role.value, 0.0):
                load[role.value] = own
        return load

    def _people(self, role: Role) -> Iterator[tuple[str, KeyPerson]]:
        return ((key, one) for key, one in self.book.people.items() if one.role is role)
