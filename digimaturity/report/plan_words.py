"""The plan put in order and into words: what begins when, as a chart and as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from digimaturity.charts.plan_data import Gantt, GanttRow
from digimaturity.domain import measures
from digimaturity.domain.questionnaire import Dimension
from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.roadmap.problem import Running
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.roadmap_words import quarter_words, span_words, title_of
from digimaturity.report.wording import Wording

#: No measure began elsewhere before.
_NOWHERE: Mapping[str, Quarter] = {}

#: Measures have the numbers of the plan.
_AS_PLANNED: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure that runs or is planned: its number, from which quarter on (from 0), how many.

    Of one that runs it is what is left; `fixed` is one that begins where the user wants it to.
    """

    number: int
    task: Task
    first: int
    quarters: int
    fixed: bool = False


def short_quarter(w: Wording, quarter: Quarter) -> str:
    """``Q2 26``."""
    return w.t("Q{number} {year}", number=quarter.number, year=f"{quarter.year % 100:02d}")


def placed(roadmap: Roadmap) -> Mapping[str, Placed]:
    """The measures that run or are planned, in the order of their beginnings, counted from 1."""
    order = {key: place for place, key in enumerate(roadmap.posed.tasks)}
    found = sorted(
        _unnumbered(roadmap),
        key=lambda one: (one.first, one.first + one.quarters, order[one.task.id]),
    )
    return {
        one.task.id: Placed(number, one.task, one.first, one.quarters, one.fixed)
        for number, one in enumerate(found, start=1)
    }


def _unnumbered(roadmap: Roadmap) -> Iterator[Placed]:
    posed, plan = roadmap.posed, roadmap.plan
    for running in posed.problem.running:
        if (task := posed.tasks.get(running.id)) is not None:
            began = task.decision.began
            first = max(0, began.since(posed.first)) if began else 0
            yield Placed(0, task, first, running.quarters - first)
    for key, start in plan.starts.items() if plan else ():
        task = posed.tasks[key]
        fixed = plan is not None and task.decision.start is not None and key not in plan.unheld
        yield Placed(0, task, start, task.quarters, fixed)


def dimension_of(w: Wording, task: Task) -> Dimension | None:
    """The dimension of the first question that a measure lifts; None where it lifts none.

    Of a candidate it is that of its first reason, as everywhere else.
    """
    for candidate in w.evaluation.candidates:
        if candidate.measure.id == task.id:
            return measures.dimension_of(w.evaluation.questionnaire, candidate)
    questionnaire = w.evaluation.questionnaire
    areas = (questionnaire.area_of.get(lift.question) for lift in task.measure.lifts)
    area = next((one for one in areas if one is not None), None)
    return questionnaire.dimension_of[area.id] if area else None


def quarters_words(w: Wording, roadmap: Roadmap, first: int, quarters: int) -> str:
    """``Q2 2026 to Q1 2027``; `first` is counted from 0."""
    begin = roadmap.posed.first.plus(first)
    return span_words(w.t, begin, begin.plus(quarters - 1))


def gantt_of(
    w: Wording,
    roadmap: Roadmap,
    before: Mapping[str, Quarter] = _NOWHERE,
    numbers: Mapping[str, int] = _AS_PLANNED,
) -> Gantt:
    """Projects and measures over the quarters.

    `before` tells where measures began earlier, `numbers` what they are called by elsewhere.
    """
    posed = roadmap.posed
    measures = (
        _measure(w, roadmap, replace(one, number=numbers.get(key, one.number)), before.get(key))
        for key, one in placed(roadmap).items()
    )
    projects = (
        _project(w, roadmap, one)
        for one in posed.problem.running
        if one.id in roadmap.book.projects
    )
    quarters = posed.first.following(posed.problem.quarters)
    return Gantt(
        tuple(short_quarter(w, one) for one in quarters),
        (*projects, *measures),
        w.t("Days"),
        w.t("Points") if w.evaluation.overall.rated else "",
    )


def _project(w: Wording, roadmap: Roadmap, running: Running) -> GanttRow:
    t, first = w.t, roadmap.posed.first
    project = roadmap.book.projects[running.id]
    begins = max(0, project.begins.since(first)) if project.begins else 0
    quarters = max(1, running.quarters - begins)
    shown, note = quarters_words(w, roadmap, begins, quarters), ""
    if project.ends is None:
        note = t("end unknown")
        begin = quarter_words(t, first.plus(begins))
        shown = t("from {quarter} on, end unknown", quarter=begin)
    elif running.quarters > roadmap.posed.problem.quarters:
        note = t("until {quarter}", quarter=short_quarter(w, project.ends))
    return GanttRow(
        running.id,
        "",
        project.name,
        begins,
        quarters,
        t("project") if begins else t("running"),
        t("Running project {name}: {quarters}", name=project.name, quarters=shown),
        note=note,
    )


def _measure(w: Wording, roadmap: Roadmap, one: Placed, before: Quarter | None) -> GanttRow:
    t, dimension = w.t, dimension_of(w, one.task)
    if before == roadmap.posed.first.plus(one.first):
        before = None
    hue = w.hue(dimension) if dimension else None
    title, name = title_of(roadmap, one.task.id, t), w.text(dimension.name) if dimension else ""
    notes = tuple(_notes(w, one, before))
    figures = w.person_days(one.task.effort.total), gain_words(w, one.task)
    shown = quarters_words(w, roadmap, one.first, one.quarters)
    said = ", ".join(words for words in (shown, name, *figures, *notes) if words)
    return GanttRow(
        one.task.id,
        t.number(one.number),
        title,
        one.first,
        one.quarters,
        name or t("without a gain"),
        t("Measure {number}, {title}: {words}", number=one.number, title=title, words=said),
        days=w.days(one.task.effort.total),
        gain=w.gain(one.task.gain) if w.evaluation.overall.rated else "",
        note=", ".join(notes),
        hue=(hue.id, hue.place) if hue else None,
        fixed=one.fixed,
        before=before.since(roadmap.posed.first) if before else None,
    )


def gain_words(w: Wording, task: Task) -> str:
    """``+1.6 points``; nothing where there is no overall score that would rise."""
    if not w.evaluation.overall.rated:
        return ""
    return w.t("{gain} points", gain=w.gain(task.gain))


def _notes(w: Wording, one: Placed, before: Quarter | None) -> Iterator[str]:
    """What is special about a bar."""
    if one.task.decision.state is State.RUNNING:
        yield w.t("running")
    if one.fixed:
        yield w.t("start fixed")
    if before is not None:
        yield w.t("moved from {quarter}", quarter=short_quarter(w, before))
