"""Changes that are taken back or made once more, and the place where that is seen."""

from __future__ import annotations

from collections.abc import Callable

from digimaturity.services.changes import Change, ChangeKind
from digimaturity.ui.frame import Frame
from digimaturity.ui.keyboard import redo_typing
from digimaturity.ui.parts import Shell
from digimaturity.ui.session import Session


class Undoing:
    """Undo and redo for the whole window; `frame` gives the one that is shown now."""

    def __init__(self, session: Session, shell: Shell, frame: Callable[[], Frame]) -> None:
        self._session, self._shell, self._frame = session, shell, frame

    def undo(self) -> None:
        """Take the last answer or comment back, and show where that was."""
        self._frame().flush()
        self._show(self._shell.attempt(self._session.undo))

    def redo(self) -> None:
        """Make the last change that was taken back once more, and show where."""
        self._show(self._shell.attempt(self._session.redo))

    def redo_here(self) -> None:
        """Redo in the text that is being typed, where the system knows no such key, else here."""
        if not redo_typing():
            self.redo()

    def _show(self, change: Change | None) -> None:
        if change is None:
            return
        frame = self._frame()
        of_roadmap = change.kind is ChangeKind.ROADMAP and frame.current != "last_plan"
        if of_roadmap and isinstance(change.now, tuple) and change.now:
            self._shell.go("roadmap", change.now[0].part)
        if change.question is None:
            return
        if frame.current == "questionnaire":
            self._shell.open_question(change.question)
        elif frame.current == "workshop":
            frame.page("workshop").come_back(f" {change.question}")
            frame.page("workshop").refresh()
