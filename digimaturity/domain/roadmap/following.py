"""What became of accepted measures and running projects: what is due, and how far each came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from digimaturity.domain.consolidation import settled
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import FollowUp, KpiValue, Project, State, Verdict
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap


class Due(StrEnum):
    """What somebody has to do about it, the most urgent first.

    REVIEW: the day of the next review has come. TO_BEGIN: by the plan it begins this quarter, or
    should have begun. RUNNING: it is being worked on. AFTERWARDS: it has ended, and nobody said
    yet what it brought. LATER: it begins later, does not fit, or stands still. DONE, DROPPED: it is
    over.
    """

    REVIEW = "review"
    TO_BEGIN = "to_begin"
    RUNNING = "running"
    AFTERWARDS = "afterwards"
    LATER = "later"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Followed:
    """A measure (`task`) or a running project (`project`) with what was noted on it.

    `first` and `last` are its quarters: those in which it ran, else those of the plan; None where
    nobody knows. `late`: by the plan it should have begun, or ended, before the quarter in which we
    are. That is never told of a project, which is over when its last quarter is.
    """

    key: str
    due: Due
    state: State
    follow_up: FollowUp
    first: Quarter | None = None
    last: Quarter | None = None
    late: bool = False
    task: Task | None = None
    project: Project | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How many measures are done of those that should be by now."""

    done: int
    due: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.done / self.due


def followed(roadmap: Roadmap, day: date) -> tuple[Followed, ...]:
    """All accepted measures, then the projects, as they stand on a day."""
    return (*_measures(roadmap, day), *_projects(roadmap.book, day))


def execution_rate(roadmap: Roadmap, day: date) -> Rate | None:
    """Measures done of those that should be done; None as long as none is due.

    Due is what is done, what should have ended by now from when it began, and what the plan has
    end before this quarter. What was dropped is no longer due: that was decided, with a reason.
    """
    measures = [one for one in _measures(roadmap, day) if one.state is not State.DROPPED]
    done = sum(one.state is State.DONE for one in measures)
    now = Quarter.of(day)
    over = sum(
        one.state is not State.DONE and one.last is not None and one.last < now for one in measures
    )
    return Rate(done, done + over) if done + over else None


def in_order(values: Sequence[KpiValue]) -> tuple[KpiValue, ...]:
    """By day; of one day as they were put down."""
    return tuple(sorted(values, key=lambda one: one.day))


def kpi_progress(follow_up: FollowUp) -> float | None:
    """The share of the way from the first value to the aim that is done, 0 to 1.

    The aim may lie above or below; what goes past it counts nothing more, and what went the wrong
    way is no progress. None without an aim or a value.
    """
    values = in_order(follow_up.values)
    if not values or follow_up.aim is None:
        return None
    first, last, aim = values[0].value, values[-1].value, follow_up.aim
    if first == aim:
        return 1.0 if last == aim else 0.0
    return settled(min(1.0, max(0.0, (last - first) / (aim - first))))


def went_wrong(follow_up: FollowUp) -> bool:
    """Whether the KPI is further from its aim than it was at first."""
    values = in_order(follow_up.values)
    if len(values) < 2 or follow_up.aim is None:  # noqa: PLR2004 - one value went nowhere
        return False
    first, last = values[0].value, values[-1].value
    return abs(last - follow_up.aim) > abs(first - follow_up.aim)


def _measures(roadmap: Roadmap, day: date) -> Iterator[Followed]:
    now = Quarter.of(day)
    for key, task in roadmap.posed.tasks.items():
        noted = roadmap.book.follow_ups.get(key, FollowUp())
        state = task.decision.state
        first, last = _quarters(roadmap, task)
        late = _late(state, first, last, now)
        due = _due(state, noted, first, day)
        yield Followed(key, due, state, noted, first, last, late, task=task)


def _quarters(roadmap: Roadmap, task: Task) -> tuple[Quarter | None, Quarter | None]:
    decision, first = task.decision, task.decision.began
    if decision.state is State.PLANNED:
        first = _planned(roadmap, task.id)
    if decision.state in (State.DONE, State.DROPPED):
        return first, decision.ended
    return first, first.plus(task.quarters - 1) if first else None


def _planned(roadmap: Roadmap, key: str) -> Quarter | None:
    """When it begins by the plan, or by the one kept last while the plan is being looked for."""
    if roadmap.plan is not None:
        start = roadmap.plan.starts.get(key)
        return None if start is None else roadmap.posed.first.plus(start)
    kept = roadmap.book.plan
    if kept is None or key not in kept.starts:
        return None
    return kept.first.plus(kept.starts[key])


def _late(state: State, first: Quarter | None, last: Quarter | None, now: Quarter) -> bool:
    match state:
        case State.PLANNED:
            return first is not None and first < now
        case State.RUNNING:
            return last is not None and last < now
    return False


def _due(state: State, noted: FollowUp, first: Quarter | None, day: date) -> Due:
    if state is State.DROPPED:
        return Due.DROPPED
    if noted.next_review is not None and noted.next_review <= day:
        return Due.REVIEW
    match state:
        case State.RUNNING:
            return Due.RUNNING
        case State.DONE:
            return Due.DONE if noted.afterwards else Due.AFTERWARDS
    return Due.TO_BEGIN if first is not None and first <= Quarter.of(day) else Due.LATER


def _projects(book: PlanBook, day: date) -> Iterator[Followed]:
    """As the plan takes them: a project is over when its last quarter is (`posing.pose`)."""
    now = Quarter.of(day)
    for key, project in book.projects.items():
        noted = book.follow_ups.get(key, FollowUp())
        state = _state_of(project, noted, now)
        due = _due(state, noted, project.begins, day)
        if project.verdict is Verdict.PAUSE and due is Due.RUNNING:
            due = Due.LATER
        yield Followed(key, due, state, noted, project.begins, project.ends, project=project)


def _state_of(project: Project, noted: FollowUp, now: Quarter) -> State:
    if project.verdict is Verdict.STOP:
        return State.DROPPED
    if noted.afterwards is not None or (project.ends is not None and project.ends < now):
        return State.DONE
    begins_later = project.begins is not None and project.begins > now
    return State.PLANNED if begins_later else State.RUNNING
