"""What all pages have in common: they follow the changes that concern them, when they are seen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from digimaturity.services.changes import Change, ChangeKind
from digimaturity.ui.parts import Parts


class Page(QWidget):
    """A page of the window. A hidden page is brought up to date when it is shown."""

    #: The kinds of change that this page shows something of.
    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(ChangeKind)

    #: Whether it shows how the firm stands among other clients.
    compares: ClassVar[bool] = False

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.setObjectName("page")
        self._stale = True
        parts.bus.changed.connect(self._changed)
        parts.bus.peers_drawn.connect(self._peers_drawn)

    def refresh(self) -> None:
        """Show what is true now."""

    def place(self) -> str:
        """Where the user is on this page, to come back to it later; its own notation."""
        return ""

    def come_back(self, place: str) -> None:
        """Remember where the user was, before the page is shown."""

    def start(self) -> None:
        """The user came to this page: put the keyboard where the work begins."""

    def flush(self) -> None:
        """Record what is still being typed; the page is about to be left."""

    @property
    def ready(self) -> bool:
        """Whether all of it is shown; a page that is built bit by bit is not at first."""
        return True

    def draft(self) -> object:
        """What was typed here and is recorded nowhere, for a page that is built anew; or None."""
        return None

    def take_up(self, draft: object) -> None:
        """Show what was typed before the page was built anew."""

    @property
    def settled(self) -> bool:
        """Whether all that was to be recorded on this page is."""
        return True

    def catch_up(self) -> None:
        """Show what changed while the page was hidden."""
        if self._stale:
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The page comes to be seen."""
        try:
            self.catch_up()
        except Exception:  # noqa: TRY203 - see below
            # With Python 3.11 PySide dies, in an override, of an error raised in C that nothing
            # has caught: only then it is made an object. So the fault is told instead.
            raise
        super().showEvent(event)

    def _peers_drawn(self) -> None:
        if self.compares:
            self._outdated()

    def _changed(self, change: Change) -> None:
        if change.kind in self.concerned_by:
            self._outdated()

    def _outdated(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
