"""A page of tabs: its title, what stands below it, and the tabs; each tab is a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from digimaturity.i18n import Translator
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.tab_row import TabRow

if TYPE_CHECKING:
    from digimaturity.ui.session import Session

#: Below this height (pixels at 100 %) there is no room for a title.
_LOW = 440


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab by its key, which is also its place; `count` tells how much is on it, if anything."""

    key: str
    title: Callable[[Translator], str]
    make: Callable[[Parts], Page]
    count: Callable[[Session], int] = lambda _: 0


class TabbedPage(Page):
    """A tab is made when it is first opened. `name` is what a screen reader calls the tabs."""

    def __init__(self, parts: Parts, title: str, name: str, tabs: Sequence[Tab]) -> None:
        super().__init__(parts)
        self._tabs = tabs
        self._made: dict[str, Page] = {}
        self._open = tabs[0].key
        self.tabs = TabRow(parts.theme, name, [one.title(parts.t) for one in tabs])
        self.tabs.chosen.connect(lambda number: self.open(tabs[number].key))
        self._stack = QStackedWidget()
        self._head, self._title_row = QVBoxLayout(), QHBoxLayout()
        spaced(self._title_row, 0)
        self._title = label(title, "title")
        self._title_row.addWidget(self._title)
        self._title_row.addStretch()
        self._head.addLayout(self._title_row)
        self.furnish(self._title_row, self._head)
        self._head.addWidget(line())
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addLayout(self._head)
        column.addWidget(self._stack, stretch=1)
        self._low = False
        self._fit()  # not before: the title would be a window of its own

    def furnish(self, title: QHBoxLayout, head: QVBoxLayout) -> None:
        """Put more beside the title, and between it and the tabs."""

    def make(self, tab: Tab) -> Page:
        """Make a tab."""
        return tab.make(self.parts)

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
        tab = next(one for one in self._tabs if one.key == key)
        if key not in self._made:
            self._made[key] = self.make(tab)
            self._stack.addWidget(self._made[key])
        page = self._made[key]
        if place:
            page.come_back(place)
        self.tabs.mark(self._tabs.index(tab))
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
        if name in {tab.key for tab in self._tabs}:
            self.open(name, within)

    def refresh(self) -> None:
        """Show how much is on each tab, and the one that is open."""
        session, t = self.parts.session, self.parts.t
        for number, tab in enumerate(self._tabs):
            count = tab.count(session)
            self.tabs.name(number, f"{tab.title(t)} {t.number(count)}" if count else tab.title(t))
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
