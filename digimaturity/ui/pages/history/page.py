"""The history's frame."""

from __future__ import annotations

from digimaturity.ui.pages.history.tabs import TABS
from digimaturity.ui.pages.tabbed_page import TabbedPage
from digimaturity.ui.parts import Parts


class HistoryPage(TabbedPage):
    """What changed from year to year, what was planned and done, and what was signed."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, parts.t("History"), parts.t("Parts of the history"), TABS)
