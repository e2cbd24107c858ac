"""Why a measure stands where it stands in the plan, and what it takes, in words."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.placing import held_back
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.roadmap.problem import Reason, Why
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.plan_words import Placed, placed, quarters_words
from digimaturity.report.roadmap_words import (
    days_words,
    quarter_words,
    resource_name,
    title_of,
)
from digimaturity.report.unplanned_words import lock_words
from digimaturity.report.wording import Wording


def why_here(w: Wording, roadmap: Roadmap, one: Placed) -> str:
    """Why a measure that runs or is planned begins when it begins."""
    t, plan, key = w.t, roadmap.plan, one.task.id
    if plan is None or one.task.decision.state is State.RUNNING:
        return t("It runs already; nothing about it is planned any more.")
    if one.fixed:
        return t("You want it to begin then, so the plan goes around it.")
    if key in plan.unheld:
        return lock_words(w, roadmap, key)
    if not one.first:
        return t("It begins with the plan: nothing keeps it back.")
    return _held_back(w, roadmap, held_back(roadmap.posed.problem, plan.starts, key))


def _held_back(w: Wording, roadmap: Roadmap, reason: Reason | None) -> str:
    t = w.t
    if reason is None:
        return t("There would be room earlier, too; it stays where it was, so that little moves.")
    quarter = quarter_words(t, roadmap.posed.first.plus(reason.quarter or 0))
    if reason.why is Why.PREREQUISITE:
        return t(
            "It builds on “{measure}”, which is done at the end of {quarter}.",
            measure=title_of(roadmap, reason.by, t),
            quarter=quarter,
        )
    if reason.why is Why.PARALLEL:
        return t("In {quarter} as much runs at once as may run.", quarter=quarter)
    return t(
        "In {quarter} it would take {needs} person-days from {who}; {left} are left.",
        quarter=quarter,
        needs=days_words(t, reason.needs),
        who=resource_name(roadmap, reason.by, t),
        left=days_words(t, max(0.0, reason.left)),
    )


def needed_first(w: Wording, roadmap: Roadmap, task: Task) -> Iterator[str]:
    """What a measure builds on that is in the plan, or done, each with when."""
    return (_when(w, roadmap, key) for key in task.measure.requires if key in roadmap.posed.tasks)


def needed_by(w: Wording, roadmap: Roadmap, task: Task) -> Iterator[str]:
    """Which accepted measures build on it, each with when."""
    return (
        _when(w, roadmap, key)
        for key, other in roadmap.posed.tasks.items()
        if task.id in other.measure.requires
    )


def _when(w: Wording, roadmap: Roadmap, key: str) -> str:
    t, one = w.t, placed(roadmap).get(key)
    if one is not None:
        when = quarters_words(w, roadmap, one.first, one.quarters)
    elif roadmap.posed.tasks[key].decision.state is State.DONE:
        when = t("done")
    else:
        when = t("not in the plan")
    return t("{title} ({when})", title=title_of(roadmap, key, t), when=when)


def takes(w: Wording, roadmap: Roadmap, key: str) -> Iterator[str]:
    """What a measure or a project takes of each resource in a quarter: ``IT 12``."""
    problem = roadmap.posed.problem
    jobs = {job.id: job.load for job in problem.jobs}
    running = {
        one.id: {name: max(days, default=0.0) for name, days in one.load.items()}
        for one in problem.running
    }
    for name, days in (jobs.get(key) or running.get(key, {})).items():
        if days > 0:
            who = resource_name(roadmap, name, w.t)
            yield w.t("{who} {days}", who=who, days=days_words(w.t, days))
