"""The roadmap of an assessment: read, posed as a problem, planned, and kept."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from digimaturity.canonical import canonical
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import KeptPlan
from digimaturity.domain.roadmap.keeping import keeps_to
from digimaturity.domain.roadmap.posing import pose
from digimaturity.domain.roadmap.problem import Plan, Problem
from digimaturity.domain.roadmap.roadmap import Roadmap

if TYPE_CHECKING:
    from digimaturity.domain.roadmap.posing import Posed


def digest_of(problem: Problem) -> str:
    """By which a plan is known as one of this problem; an earlier plan is no part of it."""
    plain = asdict(replace(problem, before={}))
    plain["missing"] = sorted(problem.missing)
    return sha256(canonical(plain)).hexdigest()


def outlined(evaluation: Evaluation, book: PlanBook, day: date) -> Roadmap:
    """The roadmap with the plan that is kept for it, if that is still the one of this problem.

    Where none is kept, `Roadmap.plan` is None: `planned` finds one.
    """
    from digimaturity.planning import explained

    posed, kept = pose(evaluation, book, day), book.plan
    if kept is None or not posed.problem.jobs or not _is_of(kept, posed):
        return Roadmap(book, posed)
    return Roadmap(book, posed, explained(posed.problem, kept.starts, kept.best, kept.bound))


def _is_of(kept: KeptPlan, posed: Posed) -> bool:
    """Whether it is a plan of this problem; one that came from elsewhere may only say so.

    A problem may be the same one from another quarter on. Its measures then shall stay where they
    are in the calendar, as far as they can: that is another plan.
    """
    same = kept.first == posed.first and kept.digest == digest_of(posed.problem)
    return same and keeps_to(posed.problem, kept.starts)


def planned(roadmap: Roadmap, *, anew: bool = False) -> Roadmap:
    """The roadmap with a plan; it may take two seconds, where none is kept.

    `anew` forgets the earlier plan, so that nothing stays where it is for its own sake.
    """
    from digimaturity.planning import find_plan

    if not roadmap.posed.problem.jobs or (roadmap.plan is not None and not anew):
        return roadmap
    problem = roadmap.posed.problem
    return replace(roadmap, plan=find_plan(replace(problem, before={}) if anew else problem))


def fitting_when_paused(roadmap: Roadmap, running: str) -> tuple[str, ...]:
    """The measures left out that fit once a running project is paused; planned again for that.

    It may take two seconds. None where there is no plan yet.
    """
    from digimaturity.planning import fitting_without

    if roadmap.plan is None or not roadmap.plan.left_out:
        return ()
    return fitting_without(roadmap.posed.problem, roadmap.plan, running)


def kept_of(posed: Posed, plan: Plan) -> KeptPlan:
    """What is kept of a plan; the reasons are told anew from it."""
    digest = digest_of(posed.problem)
    return KeptPlan(digest, posed.first, dict(plan.starts), plan.value, plan.bound, plan.best)
