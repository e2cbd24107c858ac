"""The history's frame: its title and its tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from digimaturity.ui.pages.history.tabs import TABS
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.tab_row import TabRow


class HistoryPage(Page):
    """Each tab is a page of its own, made when it is first opened."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        t, px = parts.t, parts.theme.px
        self._made: dict[str, Page] = {}
        self._open = TABS[0].key
        self.tabs = TabRow(parts.theme, t("Parts of the history"), [one.title(t) for one in TABS])
        self.tabs.chosen.connect(lambda number: self.open(TABS[number].key))
        self._stack = QStackedWidget()
        head = QVBoxLayout()
        spaced(head, px(32), px(24), px(32), 0, gap=px(4))
        head.addWidget(label(t("History"), "title"))
        head.addWidget(self.tabs)
        head.addWidget(line())
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addLayout(head)
        column.addWidget(self._stack, stretch=1)

    def open(self, key: str, place: str = "") -> Page:
        """Show a tab, at a place of it if one is named."""
        if key != self._open:
            self.flush()
        self._open = key
        tab = next(one for one in TABS if one.key == key)
        if key not in self._made:
            self._made[key] = tab.make(self.parts)
            self._stack.addWidget(self._made[key])
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
        """Open the tab that a place names."""
        name, _, within = place.partition(" ")
        if name in {tab.key for tab in TABS}:
            self.open(name, within)

    def refresh(self) -> None:
        """Show the tab that is open."""
        self.open(self._open)

    def start(self) -> None:
        """The work begins on the tab."""
        self._made[self._open].start()

    def flush(self) -> None:
        """Record what is being typed on any tab."""
        for page in self._made.values():
            page.flush()

    @property
    def ready(self) -> bool:
        """Whether all of the open tab is shown."""
        return self._made[self._open].ready

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
