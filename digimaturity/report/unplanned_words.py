"""What does not fit into a plan: why, and what would make room for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digimaturity.domain.roadmap.problem import Reason, Why
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.roadmap_words import (
    euro_words,
    quarter_words,
    reason_words,
    resource_name,
    title_of,
)
from digimaturity.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A measure that is not in the plan, or not where the user wants it: why; what would help."""

    key: str
    title: str
    why: Why
    reason: str
    room: str


def left_out(w: Wording, roadmap: Roadmap) -> tuple[Unplanned, ...]:
    """What does not fit, the measures with the highest gain first."""
    found = roadmap.plan.left_out if roadmap.plan else {}
    return _worded(w, roadmap, found)


def unheld(w: Wording, roadmap: Roadmap) -> tuple[Unplanned, ...]:
    """What cannot begin when the user wants it to; most of it is planned elsewhere."""
    plan = roadmap.plan
    found = {key: why for key, why in plan.unheld.items() if key in plan.starts} if plan else {}
    return _worded(w, roadmap, found)


def _worded(w: Wording, roadmap: Roadmap, found: Mapping[str, Reason]) -> tuple[Unplanned, ...]:
    tasks, measures = roadmap.posed.tasks, w.evaluation.questionnaire.measures
    return tuple(
        Unplanned(
            key,
            title_of(roadmap, key, w.t),
            found[key].why,
            reason_words(roadmap, found[key], w.t, measures),
            _room(w, roadmap, found[key]),
        )
        for key in sorted(found, key=lambda key: -tasks[key].gain)
    )


def _room(w: Wording, roadmap: Roadmap, reason: Reason) -> str:
    """What would make room; nothing where the reason says it already."""
    t = w.t
    match reason.why:
        case Why.CAPACITY:
            return _more_days(w, roadmap, reason)
        case Why.PARALLEL:
            return t("It fits where one thing more may run at once.")
        case Why.BUDGET:
            lack = reason.needs - max(0.0, reason.left)
            return t("{euros} more would make room.", euros=euro_words(t, lack))
        case Why.HORIZON:
            return t("A plan over more quarters would make room.")
        case Why.COST_UNKNOWN:
            return t("Say what it costs, and it can be planned.")
        case Why.MISSING:
            by = title_of(roadmap, reason.by, t, w.evaluation.questionnaire.measures)
            return t("Accept “{measure}”, too.", measure=by)
        case Why.CIRCLE:
            return t("One of these measures must do without the other.")
        case Why.TIME:
            return t("Fewer measures or quarters would let the search look at all of them.")
        case Why.PREREQUISITE:
            return ""


def _more_days(w: Wording, roadmap: Roadmap, reason: Reason) -> str:
    t, who = w.t, resource_name(roadmap, reason.by, w.t)
    days = w.person_days(round(max(0.1, reason.needs - max(0.0, reason.left)), 1))
    if reason.quarter is None:
        return t("{days} more a quarter from {who} would make room.", days=days, who=who)
    quarter = quarter_words(t, roadmap.posed.first.plus(reason.quarter))
    return t(
        "{days} more from {who} in {quarter} would help most.",
        days=days,
        who=who,
        quarter=quarter,
    )
