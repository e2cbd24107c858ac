"""Which tabs the roadmap has, and how each is made; a module is loaded when its tab is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.deciding import Standing, choices
from digimaturity.ui.pages.tabbed_page import Tab

if TYPE_CHECKING:
    from digimaturity.ui.pages.page import Page
    from digimaturity.ui.parts import Parts
    from digimaturity.ui.session import Session


def _plan(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.plan import PlanTab

    return PlanTab(parts)


def _targets(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.targets import TargetsTab

    return TargetsTab(parts)


def _projects(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.projects import ProjectsTab

    return ProjectsTab(parts)


def _measures(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.measures import MeasuresTab

    return MeasuresTab(parts)


def _capacity(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.capacity import CapacityTab

    return CapacityTab(parts)


def _systems(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.systems import SystemsTab

    return SystemsTab(parts)


def _follow_up(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.follow_up import FollowUpTab

    return FollowUpTab(parts)


def _strategy(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.strategy import StrategyTab

    return StrategyTab(parts)


def _undecided(session: Session) -> int:
    """How many recommendations wait for a decision."""
    if session.evaluation is None:
        return 0
    found = choices(session.evaluation, session.book)
    return sum(one.standing is Standing.OPEN for one in found)


TABS: tuple[Tab, ...] = (
    Tab("plan", lambda t: t("Plan"), _plan),
    Tab("targets", lambda t: t("Targets"), _targets, lambda session: len(session.book.targets)),
    Tab("measures", lambda t: t("Recommendations"), _measures, _undecided),
    Tab(
        "projects",
        lambda t: t("Running projects"),
        _projects,
        lambda session: len(session.book.projects),
    ),
    Tab(
        "systems",
        lambda t: t("Applications"),
        _systems,
        lambda session: len(session.book.systems),
    ),
    Tab("capacity", lambda t: t("Capacity"), _capacity),
    Tab("follow_up", lambda t: t("Follow-up"), _follow_up),
    Tab("strategy", lambda t: t("IT strategy"), _strategy),
)

#: The tab on which each part of what was put down is seen.
TAB_OF: Mapping[str, str] = {
    Part.TARGET: "targets",
    Part.DECISION: "measures",
    Part.OWN: "measures",
    Part.FOLLOW_UP: "follow_up",
    Part.PROJECT: "projects",
    Part.SYSTEM: "systems",
    Part.PERSON: "capacity",
    Part.ROLE: "capacity",
    Part.LIMITS: "capacity",
    Part.SHEET: "strategy",
    Part.PLAN: "plan",
}
