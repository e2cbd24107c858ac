"""What does not fit into a plan: why, and what would make room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """A measure that is not in the plan, or not where the user wants it: why; what would help.

    `why` is None for one that is in the plan.
    """

    key: str
    title: str
    why: Why | None
    reason: str
    room: str


def left_out(w: Wording, roadmap: Roadmap) -> tuple[Unplanned, ...]:
    """What does not fit, the measures with the highest gain first."""
    found = roadmap.plan.left_out if roadmap.plan else {}
    measures = w.evaluation.questionnaire.measures
    return tuple(
        _worded(w, roadmap, key, _all(found[key]), reason_words(roadmap, found[key], w.t, measures))
        for key in _by_gain(roadmap, found)
    )


def unheld(w: Wording, roadmap: Roadmap) -> tuple[Unplanned, ...]:
    """What is planned, but cannot begin when the user wants it to."""
    plan = roadmap.plan
    found = {key: why for key, why in plan.unheld.items() if key in plan.starts} if plan else {}
    return tuple(
        _worded(w, roadmap, key, (), lock_words(w, roadmap, key))
        for key in _by_gain(roadmap, found)
    )


def lock_words(w: Wording, roadmap: Roadmap, key: str) -> str:
    """Why a measure does not begin in the quarter that the user fixed, in a sentence or two."""
    t, plan, task = w.t, roadmap.plan, roadmap.posed.tasks[key]
    reason, wish = plan.unheld[key] if plan else Reason(Why.TIME), task.decision.start
    when = quarter_words(t, wish) if wish else ""
    head = t("It cannot begin in {quarter}.", quarter=when)
    if reason.why is Why.HORIZON:
        return f"{head} " + t("It would not be within the quarters of the plan.")
    if reason.why is Why.PREREQUISITE and plan is not None and reason.by in plan.starts:
        by = title_of(roadmap, reason.by, t)
        if reason.by in task.measure.requires:
            return f"{head} " + t("It builds on “{measure}”, which is not done then.", measure=by)
        words = t("“{measure}” builds on it, and begins too early for that.", measure=by)
        return f"{head} {words}"
    measures = w.evaluation.questionnaire.measures
    return f"{head} {reason_words(roadmap, reason, t, measures)}"


def _by_gain(roadmap: Roadmap, found: Mapping[str, Reason]) -> list[str]:
    return sorted(found, key=lambda key: -roadmap.posed.tasks[key].gain)


def _all(reason: Reason) -> tuple[Reason, ...]:
    """What is lacking at the same place, the binding reason first."""
    return (reason, *reason.also)


def _worded(
    w: Wording, roadmap: Roadmap, key: str, lacking: tuple[Reason, ...], words: str
) -> Unplanned:
    """What would make room is told of all that is lacking: less of it would be of no use."""
    days = _more_days if len(lacking) == 1 else _lacking_days
    rooms = list(filter(None, dict.fromkeys(_room(w, roadmap, one, days) for one in lacking)))
    if len(rooms) > 1:
        rooms.append(w.t("Only all of it together is enough."))
    if any(one.why is Why.CAPACITY and one.alone for one in lacking):
        rooms.append(w.t("Over more weeks it would take fewer days a quarter."))
    why = lacking[0].why if lacking else None
    return Unplanned(key, title_of(roadmap, key, w.t), why, words, " ".join(rooms))


def _room(
    w: Wording, roadmap: Roadmap, reason: Reason, days: Callable[[Wording, Roadmap, Reason], str]
) -> str:
    """What would make room; nothing where the reason says it already."""
    t = w.t
    match reason.why:
        case Why.CAPACITY:
            return days(w, roadmap, reason)
        case Why.PARALLEL:
            return t.plural(
                "It fits once one thing more may run at the same time.",
                "It fits once {n} things more may run at the same time.",
                round(_lack(reason)),
            )
        case Why.BUDGET:
            return t("{euros} more would make room.", euros=euro_words(t, _lack(reason)))
        case Why.HORIZON:
            return t("A plan over more quarters would make room.")
        case Why.COST_UNKNOWN:
            return t("Say what it costs, and it can be planned.")
        case Why.MISSING:
            return _missing(w, roadmap, reason)
        case Why.CIRCLE:
            return t("One of these measures must do without the other.")
        case Why.TIME:
            return t("Fewer measures or quarters would let the search look at all of them.")
        case Why.PREREQUISITE:
            return ""


def _missing(w: Wording, roadmap: Roadmap, reason: Reason) -> str:
    by = title_of(roadmap, reason.by, w.t, w.evaluation.questionnaire.measures)
    if reason.by in roadmap.posed.tasks:  # accepted, and given up since
        return w.t("Take “{measure}” up again.", measure=by)
    return w.t("Accept “{measure}”, too.", measure=by)


def _lack(reason: Reason) -> float:
    """What would have to be added, with what is taken already beyond the limit."""
    return reason.needs - reason.left


def _more_days(w: Wording, roadmap: Roadmap, reason: Reason) -> str:
    t, who = w.t, resource_name(roadmap, reason.by, w.t)
    days = w.person_days(round(max(0.1, _lack(reason)), 1))
    if reason.quarter is None:
        return t("{days} more a quarter from {who} would make room.", days=days, who=who)
    quarter = quarter_words(t, roadmap.posed.first.plus(reason.quarter))
    return t(
        "{days} more from {who} in {quarter} would help most.",
        days=days,
        who=who,
        quarter=quarter,
    )


def _lacking_days(w: Wording, roadmap: Roadmap, reason: Reason) -> str:
    """The same as a part of what is lacking: not everything can help most."""
    if reason.quarter is None:
        return _more_days(w, roadmap, reason)
    return w.t(
        "It lacks {days} from {who} in {quarter}.",
        days=w.person_days(round(max(0.1, _lack(reason)), 1)),
        who=resource_name(roadmap, reason.by, w.t),
        quarter=quarter_words(w.t, roadmap.posed.first.plus(reason.quarter)),
    )
