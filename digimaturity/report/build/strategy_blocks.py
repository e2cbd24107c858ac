"""What each element of an IT strategy takes from assessment, targets, projects and plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from digimaturity.domain.roadmap.roadmap import Roadmap, scores_after
from digimaturity.domain.roadmap.strategy_sheet import Element, StrategySheet
from digimaturity.report.build.answers import comments_on
from digimaturity.report.build.strategy_means import budget, projects, resources
from digimaturity.report.model.strategy_sheet import SheetBlock, SheetTable
from digimaturity.report.overload_words import overloaded
from digimaturity.report.roadmap_words import (
    euro_words,
    reason_words,
    title_of,
)
from digimaturity.report.wording import Wording


def blocks_of(
    w: Wording, roadmap: Roadmap, sheet: StrategySheet, element: Element
) -> Iterator[SheetBlock]:
    """The answer to the question on the element, then what is known from elsewhere."""
    yield from _answered(w, element)
    yield from _WRITERS[element](w, roadmap, sheet)


def _answered(w: Wording, element: Element) -> Iterator[SheetBlock]:
    """The words of the level that the strategy reaches, and what was written beside it."""
    asked = (one.question for one in w.evaluation.questionnaire.strategy if one.id == element)
    question = next(asked, None)
    level = w.result(question).level if question else None
    if question is None or level is None:
        return
    said = comments_on(w, question) if w.options.comments else ()
    lines = (
        w.anchor(question, level),
        *(w.t("{who}: {text}", who=one.who, text=one.text) for one in said),
    )
    yield SheetBlock(w.t("Said of the present strategy"), w.t("assessment"), "results", lines)


def _overview(w: Wording, roadmap: Roadmap, _: StrategySheet) -> Iterator[SheetBlock]:
    t, scores = w.t, w.evaluation.scores.areas
    names = {area.id: w.text(area.name) for area in w.evaluation.questionnaire.areas}
    rows = tuple(
        (
            names[key],
            w.score(scores[key]),
            w.points(target.score),
            target.reason,
        )
        for key, target in roadmap.book.targets.items()
        if key in names
    )
    if rows:
        heads = t("Area"), t("Today"), t("Target"), t("Reason")
        table = SheetTable(heads, (3, 1, 1, 5), (False, True, True, False), rows)
        yield SheetBlock(t("Goals"), t("targets"), "targets", table=table)


def _environment(w: Wording, _: Roadmap, __: StrategySheet) -> Iterator[SheetBlock]:
    t, scores = w.t, w.evaluation.scores.areas
    names = {area.id: w.text(area.name) for area in w.evaluation.questionnaire.areas}

    def told(keys: tuple[str, ...]) -> str:
        return w.listed([f"{names[key]} ({w.score(scores[key])})" for key in keys])

    strong, weak = w.evaluation.strengths, w.evaluation.weaknesses
    lines = (
        *((t("Strengths: {areas}.", areas=told(strong)),) if strong else ()),
        *((t("Weaknesses: {areas}.", areas=told(weak)),) if weak else ()),
    )
    if lines:
        yield SheetBlock(t("Inside: what the assessment found"), t("results"), "results", lines)


def _risk_benefit(w: Wording, roadmap: Roadmap, _: StrategySheet) -> Iterator[SheetBlock]:
    t, plan = w.t, roadmap.plan
    if plan is not None and plan.starts:
        yield SheetBlock(t("Benefit of the plan"), t("plan"), "plan", tuple(_benefit(w, roadmap)))
    heavy = tuple(f"{one.head}. {line}" for one in overloaded(roadmap, t) for line in one.lines)
    if heavy:
        yield SheetBlock(t("Overload by running projects alone"), t("capacity"), "capacity", heavy)
    measures = w.evaluation.questionnaire.measures
    out = tuple(
        f"{title_of(roadmap, key, t)}: {reason_words(roadmap, reason, t, measures)}"
        for key, reason in (plan.left_out.items() if plan else ())
    )
    if out:
        yield SheetBlock(t("What does not fit into the plan"), t("plan"), "plan", out)


def _benefit(w: Wording, roadmap: Roadmap) -> Iterator[str]:
    t, starts = w.t, roadmap.plan.starts if roadmap.plan else {}
    now, then = w.evaluation.overall, scores_after(w.evaluation, roadmap, starts).overall
    if now.shown is not None and then.shown is not None:
        yield t(
            "With the planned measures the overall score rises from {now} to {then} points.",
            now=w.points(now.shown),
            then=w.points(then.shown),
        )
    costs = [roadmap.posed.tasks[key].cost for key in starts]
    known = sum(cost for cost in costs if cost is not None)
    yield t(
        "They take {days} and cost {euros} at most.",
        days=w.person_days(round(roadmap.days, 1)),
        euros=euro_words(t, known),
    )


_WRITERS: Mapping[Element, Callable[[Wording, Roadmap, StrategySheet], Iterator[SheetBlock]]] = {
    Element.OVERVIEW: _overview,
    Element.BUDGET: budget,
    Element.PROJECTS: projects,
    Element.RESOURCES: resources,
    Element.ENVIRONMENT: _environment,
    Element.RISK_BENEFIT: _risk_benefit,
}
