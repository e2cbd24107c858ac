"""The first sheet: of what the roadmap is, how good its plan is, and what the sheets hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digimaturity import __version__
from digimaturity.domain.roadmap.roadmap import Roadmap, scores_after
from digimaturity.report.build.cover import confidential
from digimaturity.report.identity import content_code
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet, Shown
from digimaturity.report.roadmap_words import span_words
from digimaturity.report.wording import Wording

_Pair = tuple[str, Cell]


def overview_sheet(w: Wording, roadmap: Roadmap, others: Sequence[Sheet]) -> Sheet:
    """One row for each thing to know; those that are not known are left out."""
    t = w.t
    groups = (
        (t("Roadmap"), _frame(w, roadmap)),
        (t("Plan"), _plan(w, roadmap)),
        (t("Sheets"), [(one.title, _about(w, one)) for one in others]),
        (t("This file"), _file(w)),
    )
    rows: tuple[Row, ...] = tuple(
        (group, what, value)
        for group, pairs in groups
        for what, value in pairs
        if value not in (None, "")
    )
    columns = (Column(t("Part"), 16), Column(t("What"), 34), Column(t("Value"), 84))
    about = t("What was planned within which limits, and what the sheets hold.")
    return Sheet("Overview", t("Overview"), about, columns, rows)


def _about(w: Wording, sheet: Sheet) -> str:
    return sheet.about if sheet.rows else w.t("Nothing was put down for it yet.")


def _frame(w: Wording, roadmap: Roadmap) -> Iterator[_Pair]:
    t, problem, first = w.t, roadmap.posed.problem, roadmap.posed.first
    yield t("Company"), w.evaluation.company.name.strip() or w.company
    yield t("Date of the assessment"), w.context.day
    yield t("Quarters"), span_words(t, first, first.plus(problem.quarters - 1))
    yield t("May run at once"), problem.parallel
    yield (
        t("Budget in euros"),
        None if problem.budget is None else Shown(problem.budget, Form.WHOLE),
    )
    yield t("Measures accepted"), len(roadmap.posed.tasks)
    yield t("Running projects"), roadmap.running_projects


def _plan(w: Wording, roadmap: Roadmap) -> Iterator[_Pair]:
    t, plan = w.t, roadmap.plan
    if plan is None:
        yield t("Plan"), t("There is none yet.")
        return
    yield t("Measures planned"), len(plan.starts)
    yield t("Measures that do not fit"), len(plan.left_out)
    yield t("Person-days of the planned measures"), Shown(roadmap.days, Form.ONE)
    proven = t("proven to be the best") if plan.proven else t("not proven to be the best")
    yield t("Best plan"), proven
    if not plan.proven:
        yield t("At most so much below the best"), Shown(plan.gap, Form.SHARE)
    now, then = w.evaluation.overall, scores_after(w.evaluation, roadmap, plan.starts).overall
    if now.shown is not None and then.shown is not None:
        yield t("Overall score today"), Shown(now.shown, Form.WHOLE)
        yield t("Overall score after the plan"), Shown(then.shown, Form.WHOLE)


def _file(w: Wording) -> Iterator[_Pair]:
    t = w.t
    if w.context.sample:
        yield t("Sample"), t("Company, people and answers are invented.")
    if w.context.draft:
        yield t("Draft"), t("The assessment is not signed off; figures can still change.")
    yield t("Confidential"), confidential(w)
    yield t("Made by"), f"digimaturity {__version__}"
    yield t("Code of the content"), content_code(w.evaluation, w.context)
