"""What lies over the window and leads through it: the palette, the map of the keys, the tour."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from shiboken6 import isValid

from digimaturity.ui.action_list import actions
from digimaturity.ui.actions import Action
from digimaturity.ui.desk import Desk
from digimaturity.ui.frame import Frame
from digimaturity.ui.parts import Parts
from digimaturity.ui.undoing import Undoing
from digimaturity.ui.widgets.overlay import Overlay


class Guide:
    """Opens one of them at a time; `parts` and `frame` give those that are shown now."""

    def __init__(
        self, parts: Callable[[], Parts], frame: Callable[[], Frame], undoing: Undoing
    ) -> None:
        self._parts, self._frame, self._undoing = parts, frame, undoing
        self._open: Overlay | None = None

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
        kinds = (
            doable(self.actions(), parts.t),
            areas(parts.session, parts.t, parts.shell.open_question),
            questions(parts.session, parts.t, parts.shell.open_question),
        )
        find = partial(found, kinds=kinds)
        self._show(Palette(parts.theme, parts.t, self._frame(), find))

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

    def _left(self) -> None:
        self._open = None
