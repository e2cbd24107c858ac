"""Which tabs the history has, and how each is made; a module is loaded when its tab is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.ui.pages.tabbed_page import Tab

if TYPE_CHECKING:
    from digimaturity.ui.pages.page import Page
    from digimaturity.ui.parts import Parts


def _trend(parts: Parts) -> Page:
    from digimaturity.ui.pages.history.trend import TrendTab

    return TrendTab(parts)


def _deeds(parts: Parts) -> Page:
    from digimaturity.ui.pages.history.deeds import DeedsTab

    return DeedsTab(parts)


def _compare(parts: Parts) -> Page:
    from digimaturity.ui.pages.history.compare import CompareTab

    return CompareTab(parts)


def _revisions(parts: Parts) -> Page:
    from digimaturity.ui.pages.history.revisions import RevisionsTab

    return RevisionsTab(parts)


TABS: tuple[Tab, ...] = (
    Tab("trend", lambda t: t("Trend"), _trend),
    Tab("deeds", lambda t: t("Plan and deed"), _deeds),
    Tab("compare", lambda t: t("Compare"), _compare),
    Tab("revisions", lambda t: t("Sign-off"), _revisions),
)
