"""The sheets of measures: those that are planned, run or are done, and those that are not."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.questionnaire import Dimension
from digimaturity.domain.roadmap.forecast import spans_of
from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.posing import Task
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.roadmap_words import (
    quarter_words,
    state_names,
    title_of,
)
from digimaturity.report.unplanned_words import Unplanned, left_out, unheld
from digimaturity.report.wording import Wording

_Span = tuple[Quarter | None, Quarter | None]


def plan_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each accepted measure that has a place: in the order of their beginnings."""
    t = w.t
    columns = (
        Column(t("No."), 6, Form.WHOLE),
        Column(t("Measure"), 38),
        Column(t("Id"), 22),
        Column(t("Dimension"), 13),
        Column(t("State"), 9),
        Column(t("First quarter"), 9),
        Column(t("Last quarter"), 9),
        Column(t("First day"), 14, Form.DAY),
        Column(t("Last day"), 14, Form.DAY),
        Column(t("Begin set by hand"), 10),
        Column(t("Owner"), 18),
        Column(t("KPI"), 30),
        Column(t("Person-days"), 9, Form.ONE),
        Column(t("Person-days, management"), 12, Form.ONE),
        Column(t("Person-days, IT"), 9, Form.ONE),
        Column(t("Person-days, departments"), 12, Form.ONE),
        Column(t("Gain, points of the overall score"), 11, Form.CHANGE),
        Column(t("Cost in euros, at most"), 12, Form.WHOLE),
        Column(t("Builds on"), 30),
    )
    about = t("Every measure with a place in the plan, and those that run or are done.")
    rows = tuple(
        _row(w, roadmap, number, key, span)
        for number, (key, span) in enumerate(_placed(roadmap), start=1)
    )
    return Sheet("Plan", t("Plan"), about, columns, rows)


def left_out_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """What does not fit and why, wishes that cannot be kept, and what was declined."""
    t = w.t
    columns = (
        Column(t("Measure"), 38),
        Column(t("Id"), 22),
        Column(t("What"), 18),
        Column(t("Why"), 50),
        Column(t("What would make room"), 40),
        Column(t("Person-days"), 9, Form.ONE),
        Column(t("Gain, points of the overall score"), 11, Form.CHANGE),
        Column(t("Cost in euros, at most"), 12, Form.WHOLE),
    )
    about = t(
        "What does not fit and why, what begins at another time than wished, what was declined."
    )
    return Sheet("LeftOut", t("Not in the plan"), about, columns, tuple(_left_out(w, roadmap)))


def _placed(roadmap: Roadmap) -> Iterator[tuple[str, _Span]]:
    spans = spans_of(roadmap)
    over = (State.DONE, State.DROPPED)
    for key, task in roadmap.posed.tasks.items():
        if task.decision.state in over:
            yield key, (task.decision.began, task.decision.ended)
    yield from spans.items()


def _row(w: Wording, roadmap: Roadmap, number: int, key: str, span: _Span) -> Row:
    task = roadmap.posed.tasks[key]
    decision, effort = task.decision, task.effort
    first, last = span
    dimension = _dimension_of(w, task)
    titles = [title_of(roadmap, one, w.t, _measures(w)) for one in task.measure.requires]
    return (
        number,
        title_of(roadmap, key, w.t),
        key,
        w.text(dimension.name) if dimension else None,
        state_names(w.t)[decision.state],
        str(first) if first else None,
        str(last) if last else None,
        first.first_day if first else None,
        last.last_day if last else None,
        decision.start is not None,
        decision.owner or None,
        decision.kpi or w.text(task.measure.kpi) or None,
        effort.total,
        effort.management,
        effort.it,
        effort.business,
        *_worth(w, task),
        "\n".join(titles) or None,
    )


def _worth(w: Wording, task: Task) -> tuple[Cell, Cell]:
    """Gain and cost; no gain as long as there is no overall score."""
    return task.gain if w.evaluation.overall.rated else None, task.cost


def _left_out(w: Wording, roadmap: Roadmap) -> Iterator[Row]:
    t, measures = w.t, _measures(w)
    for one in left_out(w, roadmap):
        yield _lacking(w, roadmap, one, t("does not fit"))
    for one in unheld(w, roadmap):
        wished = roadmap.posed.tasks[one.key].decision.start
        what = t("not in {quarter}", quarter=quarter_words(t, wished)) if wished else ""
        yield _lacking(w, roadmap, one, what)
    for key, decision in roadmap.book.decisions.items():
        if not decision.accepted:
            title = title_of(roadmap, key, t, measures)
            said = title, key, t("declined"), decision.reason or None
            yield (*said, None, None, None, None)


def _lacking(w: Wording, roadmap: Roadmap, one: Unplanned, what: str) -> Row:
    task = roadmap.posed.tasks[one.key]
    head = one.title, one.key, what, one.reason, one.room or None
    return (*head, task.effort.total, *_worth(w, task))


def _measures(w: Wording) -> tuple[Measure, ...]:
    return w.evaluation.questionnaire.measures


def _dimension_of(w: Wording, task: Task) -> Dimension | None:
    """That of the first area that it lifts."""
    asked = w.evaluation.questionnaire
    known = (one.question for one in task.measure.lifts if one.question in asked.area_of)
    question = next(known, "")
    return asked.dimension_of[asked.area_of[question].id] if question else None
