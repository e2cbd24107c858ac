"""What lies over the window and leads through it: the palette, the map of the keys, the tour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from digimaturity import paths
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.ui.action_list import actions
from digimaturity.ui.actions import Action
from digimaturity.ui.desk import Desk
from digimaturity.ui.frame import Frame
from digimaturity.ui.parts import Parts
from digimaturity.ui.titles import is_sample
from digimaturity.ui.undoing import Undoing
from digimaturity.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    # What lies over the window is loaded when it is opened.
    from digimaturity.services.aliases import Aliases
    from digimaturity.ui.handbook import Chapter
    from digimaturity.ui.widgets.palette import Found, Palette


@dataclass(slots=True)
class _Companies:
    """The companies under these names, once they are read."""

    aliases: Aliases | None = None
    found: list[Found] | None = None


class Guide:
    """Opens one of them at a time; `parts` and `frame` give those that are shown now."""

    def __init__(
        self, parts: Callable[[], Parts], frame: Callable[[], Frame], undoing: Undoing
    ) -> None:
        self._parts, self._frame, self._undoing = parts, frame, undoing
        self._open: Overlay | None = None
        self._companies = _Companies()
        self._touring = False
        #: Whoever begins with the sample has seen it before: only then the tour is offered.
        self._began = False
        bus = parts().bus
        bus.changed.connect(self._changed)
        bus.opened.connect(self._opened)

    def actions(self) -> tuple[Action, ...]:
        """Everything that the window can do."""
        parts = self._parts()
        desk = Desk(parts.session, parts.shell, self._undoing, self, self._frame)
        return actions(desk, parts.t)

    def act(self, wanted: str) -> None:
        """Do one of these by its id."""
        for action in self.actions():
            if action.id == wanted and action.run is not None:
                action.run()

    def palette(self) -> None:
        """Find and do anything by a few letters."""
        from digimaturity.ui.findable import areas, chapters, doable, found, questions
        from digimaturity.ui.widgets.palette import Palette

        parts = self._parts()
        shell, session, t = parts.shell, parts.session, parts.t
        able = doable(self.actions(), t)
        asked = (areas(session, t, shell.open_question), questions(session, t, shell.open_question))

        book = chapters(self._chapters(), t, shell.go)
        if self._companies.aliases is not session.aliases:
            self._companies = _Companies(session.aliases)
        known = self._companies

        def find(query: str) -> list[Found]:
            return found(query, (able, known.found or (), *asked, book))

        palette = Palette(parts.theme, t, self._frame(), find)
        self._show(palette)
        self._read_companies(palette)

    def _read_companies(self, palette: Palette) -> None:
        """Read the companies beside the interface, where they are not known; they come later."""
        from digimaturity.ui.findable import companies

        parts, asked = self._parts(), self._companies
        session, t, open_company = parts.session, parts.t, parts.shell.open_company
        workspace, aliases = session.workspace, session.aliases
        if asked.found is not None or workspace is None:
            return

        def known(read: list[Found]) -> None:
            asked.found = read
            if isValid(palette) and palette.isVisible():
                palette.look_again()

        parts.tasks.run(
            lambda: companies(workspace, t, open_company, aliases), known, parts.shell.report
        )

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.COMPANY:
            self._companies = _Companies()

    def keys(self) -> None:
        """Show all keys, those of the page that is open first."""
        from digimaturity.ui.handbook import chapter_of
        from digimaturity.ui.key_map import key_groups
        from digimaturity.ui.widgets.key_card import KeyCard

        parts, frame = self._parts(), self._frame()
        groups = key_groups(self.actions(), parts.t, frame.current)
        chapter = chapter_of(frame.current)
        titles = {one.name: one.title for one in self._chapters()}
        card = KeyCard(parts.theme, parts.t, frame, groups, titles[chapter])
        card.handbook_asked.connect(lambda: parts.shell.go("help", chapter))
        self._show(card)

    def _chapters(self) -> tuple[Chapter, ...]:
        from digimaturity.ui.handbook import load

        return load(paths.resources_dir() / "handbook", self._parts().t.language)

    def tour(self) -> None:
        """Show the parts of the window; of the sample company, where there are no questions yet."""
        parts, frame = self._parts(), self._frame()
        parts.shell.change_settings(toured=True)
        session = parts.session
        if session.assessment is None and is_sample(session):  # a mentor's list opens none itself
            parts.shell.attempt(session.open_first)
        if session.assessment is None:
            if not is_sample(session):
                self._touring = True
                parts.shell.open_sample()
            return
        from digimaturity.ui.tour_stops import tour_stops
        from digimaturity.ui.widgets.tour_card import TourCard

        stops = tour_stops(self._frame, parts.t)
        card = TourCard(parts.theme, parts.t, frame, stops, parts.shell.go)
        card.left.connect(lambda: frame.page(frame.current).start())
        self._show(card)

    def _opened(self) -> None:
        """Something else is open: perhaps the sample, for the first time or for the tour."""
        self._companies = _Companies()
        parts = self._parts()
        began, self._began = self._began, True
        if not is_sample(parts.session):
            return
        if self._touring:
            self._touring = False
            QTimer.singleShot(0, parts.bus, self.tour)  # when its first page is there
        elif began and not parts.shell.settings.toured:
            QTimer.singleShot(0, parts.bus, self._offer)

    def _offer(self) -> None:
        """Offer the tour, this once."""
        from digimaturity.ui.site_map import BARE
        from digimaturity.ui.widgets.tour_offer import TourOffer

        parts = self._parts()
        parts.shell.change_settings(toured=True)
        offer = TourOffer(parts.theme, parts.t, self._frame(), self.tour, BARE)
        parts.bus.focus_moved.connect(offer.clear)
        self._frame().page_opened.connect(offer.make_way)
        offer.offer()

    def _show(self, overlay: Overlay) -> None:
        if self._open is not None and isValid(self._open):
            self._open.leave()
        self._open = overlay
        overlay.left.connect(self._left)
        overlay.open()

    def _left(self) -> None:
        self._open = None
