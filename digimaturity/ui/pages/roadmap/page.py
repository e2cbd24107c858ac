"""The roadmap's frame: its title, what stands in one line, and its tabs."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from digimaturity.domain.roadmap.book import Part
from digimaturity.ui.pages.page import Page
from digimaturity.ui.pages.roadmap.planner import FollowsPlanner, Planner
from digimaturity.ui.pages.roadmap.summary import summary_words
from digimaturity.ui.pages.roadmap.tabs import TAB_OF, TABS
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.roadmap_saving import RoadmapSaver, save_menu
from digimaturity.ui.widgets.tab_row import TabRow

#: What was decided on measures is seen on the plan as well: there one goes on when it is undone.
_ON_PLAN = Part.DECISION
#: Below this height (pixels at 100 %) there is no room for a title.
_LOW = 440
#: The place of the page where the roadmap is saved for other programs.
SAVE = "save"


class RoadmapPage(Page):
    """Each tab is a page of its own, made when it is first opened."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t = parts.t
        self.planner = Planner(parts, self)
        self.planner.changed.connect(self._show_summary)
        self._made: dict[str, Page] = {}
        self._open = TABS[0].key
        self._saving = False
        self._summary = label("", "secondary", wrap=True)
        self.tabs = TabRow(parts.theme, t("Parts of the roadmap"), [one.title(t) for one in TABS])
        self.tabs.chosen.connect(lambda number: self.open(TABS[number].key))
        self._stack = QStackedWidget()
        head = self._head = QVBoxLayout()
        title = self._title_row = QHBoxLayout()
        spaced(title, 0)
        self._title = label(t("Roadmap"), "title")
        title.addWidget(self._title)
        title.addStretch()
        saver = RoadmapSaver(parts)
        self.save = save_menu(saver, t)
        title.addWidget(self.save)
        head.addLayout(title)
        head.addWidget(self._summary)
        head.addWidget(saver)
        head.addSpacing(parts.theme.px(8))
        head.addWidget(line())
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addLayout(head)
        column.addWidget(self._stack, stretch=1)
        self._low = False
        self._fit()  # not before: the title would be a window of its own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has less of what is above the tabs."""
        super().resizeEvent(event)
        low = self.height() < self.parts.theme.px(_LOW)
        if low != self._low:
            self._low = low
            self._fit()

    def _fit(self) -> None:
        """Where it is low, the tabs stand in the place of the title."""
        px, above = self.parts.theme.px, 8 if self._low else 24
        spaced(self._head, px(32), px(above), px(32), 0, gap=px(4))
        self._title.setVisible(not self._low)
        for layout in (self._head, self._title_row):
            layout.removeWidget(self.tabs)
        if self._low:
            self._title_row.insertWidget(0, self.tabs, stretch=1)
        else:
            self._head.insertWidget(self._head.count() - 1, self.tabs)

    def open(self, key: str, place: str = "") -> Page:
        """Show a tab, at a place of it if one is named."""
        if key != self._open:
            self.flush()
        self._open = key
        tab = next(one for one in TABS if one.key == key)
        if key not in self._made:
            made = self._made[key] = tab.make(self.parts)
            if isinstance(made, FollowsPlanner):
                made.follow(self.planner)
            self._stack.addWidget(made)
        page = self._made[key]
        if place:
            page.come_back(place)
        self.tabs.mark(TABS.index(tab))
        self._stack.setCurrentWidget(page)
        if self.isVisible():
            page.catch_up()
        return page

    def place(self) -> str:
        """The tab, and the place on it."""
        page = self._made.get(self._open)
        return f"{self._open} {page.place() if page else ''}".strip()

    def come_back(self, place: str) -> None:
        """Open the tab that a place names, by its own key or by what stands on it."""
        name, _, within = place.partition(" ")
        self._saving = name == SAVE
        if self._open == "plan" and name == _ON_PLAN:
            return
        keys = {tab.key for tab in TABS}
        key = name if name in keys else TAB_OF.get(name, "")
        if key in keys:
            self.open(key, within)

    def refresh(self) -> None:
        """Show how much is on each tab, and look for the plan where it has to be found."""
        session, t = self.parts.session, self.parts.t
        for number, tab in enumerate(TABS):
            count = tab.count(session)
            self.tabs.name(number, f"{tab.title(t)} {t.number(count)}" if count else tab.title(t))
        self.open(self._open)
        self.planner.follow()
        self._show_summary()

    def start(self) -> None:
        """The work begins on the tab, or with saving where that was wanted."""
        if self._saving:
            self._saving = False
            self.save.setFocus()
        else:
            self._made[self._open].start()

    def flush(self) -> None:
        """Record what is being typed on any tab."""
        for page in self._made.values():
            page.flush()

    @property
    def settled(self) -> bool:
        """Whether every tab is."""
        return all(page.settled for page in self._made.values())

    def draft(self) -> object:
        """What was typed on each tab and is recorded nowhere."""
        drafts = {key: page.draft() for key, page in self._made.items()}
        return {key: draft for key, draft in drafts.items() if draft is not None} or None

    def take_up(self, draft: object) -> None:
        """Show it again."""
        if isinstance(draft, dict):
            for key, own in draft.items():
                self.open(key).take_up(own)

    def _show_summary(self) -> None:
        session, t = self.parts.session, self.parts.t
        if session.roadmap is None or session.roadmap.posed.tasks or session.plannable:
            words = summary_words(session.roadmap, t, looking=self.planner.looking)
        else:
            words = t("No measure was accepted.")
        self._summary.setText(words)
