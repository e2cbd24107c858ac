"""The roadmap's frame: what stands in one line, the way to save it, and its tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from digimaturity.domain.roadmap.book import Part
from digimaturity.ui.pages.page import Page
from digimaturity.ui.pages.roadmap.planner import FollowsPlanner, Planner
from digimaturity.ui.pages.roadmap.summary import summary_words
from digimaturity.ui.pages.roadmap.tabs import TAB_OF, TABS
from digimaturity.ui.pages.tabbed_page import Tab, TabbedPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label
from digimaturity.ui.widgets.roadmap_saving import RoadmapSaver, save_menu

#: What was decided on measures is seen on the plan as well: there one goes on when it is undone.
_ON_PLAN = Part.DECISION
#: The place of the page where the roadmap is saved for other programs.
SAVE = "save"


class RoadmapPage(TabbedPage):
    """Its tabs follow the planner."""

    def __init__(self, parts: Parts) -> None:
        t = parts.t
        super().__init__(parts, t("Roadmap"), t("Parts of the roadmap"), TABS)
        self.planner = Planner(parts, self)
        self.planner.changed.connect(self._show_summary)
        self._saving = False

    def furnish(self, title: QHBoxLayout, head: QVBoxLayout) -> None:
        """The way to save it, and what stands."""
        self._summary = label("", "secondary", wrap=True)
        saver = RoadmapSaver(self.parts)
        self.save = save_menu(saver, self.parts.t)
        title.addWidget(self.save)
        head.addWidget(self._summary)
        head.addWidget(saver)
        head.addSpacing(self.parts.theme.px(8))

    def make(self, tab: Tab) -> Page:
        """A tab that shows the plan follows the planner."""
        made = super().make(tab)
        if isinstance(made, FollowsPlanner):
            made.follow(self.planner)
        return made

    def come_back(self, place: str) -> None:
        """Open the tab that a place names, by its own key or by what stands on it."""
        name, _, within = place.partition(" ")
        self._saving = name == SAVE
        if not (self._open == "plan" and name == _ON_PLAN):
            super().come_back(f"{TAB_OF.get(name, name)} {within}")

    def refresh(self) -> None:
        """Look for the plan as well, where it has to be found."""
        super().refresh()
        self.planner.follow()
        self._show_summary()

    def start(self) -> None:
        """The work begins on the tab, or with saving where that was wanted."""
        if self._saving:
            self._saving = False
            self.save.setFocus()
        else:
            super().start()

    def _show_summary(self) -> None:
        session, t = self.parts.session, self.parts.t
        if session.roadmap is None or session.roadmap.posed.tasks or session.plannable:
            words = summary_words(session.roadmap, t, looking=self.planner.looking)
        else:
            words = t("No measure was accepted.")
        self._summary.setText(words)
