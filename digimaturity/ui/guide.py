"""What lies over the window and leads through it: the palette, the map of the keys, the tour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from shiboken6 import isValid

from digimaturity.services.changes import Change, ChangeKind
from digimaturity.ui.action_list import actions
from digimaturity.ui.actions import Action
from digimaturity.ui.desk import Desk
from digimaturity.ui.frame import Frame
from digimaturity.ui.parts import Parts
from digimaturity.ui.undoing import Undoing
from digimaturity.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    # What lies over the window is loaded when it is opened.
    from digimaturity.ui.widgets.palette import Found, Palette


class Guide:
    """Opens one of them at a time; `parts` and `frame` give those that are shown now."""

    def __init__(
        self, parts: Callable[[], Parts], frame: Callable[[], Frame], undoing: Undoing
    ) -> None:
        self._parts, self._frame, self._undoing = parts, frame, undoing
        self._open: Overlay | None = None
        self._companies: list[Found] | None = None
        bus = parts().bus
        bus.changed.connect(self._changed)
        bus.opened.connect(self._forget)

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
        from digimaturity.ui.findable import areas, doable, found, questions
        from digimaturity.ui.widgets.palette import Palette

        parts = self._parts()
        shell, session, t = parts.shell, parts.session, parts.t
        able = doable(self.actions(), t)
        asked = (areas(session, t, shell.open_question), questions(session, t, shell.open_question))

        def find(query: str) -> list[Found]:
            return found(query, (able, self._companies or (), *asked))

        palette = Palette(parts.theme, t, self._frame(), find)
        self._show(palette)
        self._read_companies(palette)

    def _read_companies(self, palette: Palette) -> None:
        """Read the companies beside the interface, where they are not known; they come later."""
        from digimaturity.ui.findable import companies

        parts = self._parts()
        workspace = parts.session.workspace
        if self._companies is not None or workspace is None:
            return

        def known(read: list[Found]) -> None:
            self._companies = read
            if isValid(palette) and palette.isVisible():
                palette.look_again()

        t, open_company, aliases = parts.t, parts.shell.open_company, parts.session.aliases
        parts.tasks.run(
            lambda: companies(workspace, t, open_company, aliases), known, parts.shell.report
        )

    def _changed(self, change: Change) -> None:
        if change.kind is ChangeKind.COMPANY:
            self._companies = None

    def keys(self) -> None:
        """Show all keys, those of the page that is open first."""

    def tour(self) -> None:
        """Show the parts of the window, one after the other."""

    def _show(self, overlay: Overlay) -> None:
        if self._open is not None and isValid(self._open):
            self._open.leave()
        self._open = overlay
        overlay.left.connect(self._left)
        overlay.open()

    def _forget(self) -> None:
        """Another workspace may be open, with other companies."""
        self._companies = None

    def _left(self) -> None:
        self._open = None
