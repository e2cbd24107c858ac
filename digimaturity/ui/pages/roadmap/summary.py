"""What stands below the title of the roadmap: how much is planned, and how good the plan is."""

from __future__ import annotations

from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator

#: What is over is no longer ahead.
_OVER = (State.DONE, State.DROPPED)


def summary_words(roadmap: Roadmap | None, t: Translator, *, looking: bool) -> str:
    """``seven measures, two running projects · best plan, proven``, or how it begins."""
    if roadmap is None:
        return ""
    tasks = roadmap.posed.tasks.values()
    if not tasks:
        return t("Accept measures, say who can carry how much, and the plan follows.")
    jobs = sum(task.decision.state not in _OVER for task in tasks)
    parts = [t.plural("one measure", "{n} measures", jobs)]
    left = len(roadmap.plan.left_out) if roadmap.plan else 0
    if left and not looking:
        parts.append(t.plural("one does not fit", "{n} do not fit", left))
    projects = roadmap.running_projects
    if projects:
        parts.append(t.plural("one running project", "{n} running projects", projects))
    words = ", ".join(parts)
    state = _state(roadmap, t, looking=looking)
    return f"{words} · {state}" if state else words


def _state(roadmap: Roadmap, t: Translator, *, looking: bool) -> str:
    plan = roadmap.plan
    if looking:
        return t("looking for the best plan …")
    if plan is None:
        return ""
    if not plan.proven:
        return t(
            "best plan found, at most {share} from the best there can be", share=_share(plan.gap, t)
        )
    given_up = 1 - plan.value / plan.best if plan.best > 0 else 0.0
    if given_up > _NOTHING:
        return t(
            "within {share} of the best plan, so that measures stay where they were",
            share=_share(given_up, t),
        )
    return t("best plan, proven")


#: Less than this nobody sees.
_NOTHING = 1e-4


def _share(value: float, t: Translator) -> str:
    return t("{n} %", n=t.number(100 * value, 1))
