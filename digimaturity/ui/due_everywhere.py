"""Looks in the worker what is due in all companies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from digimaturity.errors import UserError
from digimaturity.ui.parts import Parts

if TYPE_CHECKING:
    from digimaturity.services.reminders import OfCompany
    from digimaturity.services.workspace import Workspace


class DueEverywhere(QObject):
    """`found` gets the companies in which something is due, each time it was looked for."""

    def __init__(
        self, parts: Parts, found: Callable[[tuple[OfCompany, ...]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._found = parts, found

    def begin(self) -> None:
        """Look anew."""
        session = self._parts.session
        workspace, aliases = session.workspace, session.aliases
        if workspace is None:
            return
        today = date.today()  # noqa: DTZ011 - the user's own day

        def job() -> tuple[Workspace, tuple[OfCompany, ...]]:
            from digimaturity.services.reminders import reminders_of_all

            return workspace, reminders_of_all(workspace, today, aliases)

        self._parts.tasks.run(job, self._looked, self._failed)

    def _looked(self, found: tuple[Workspace, tuple[OfCompany, ...]]) -> None:
        workspace, due = found
        if workspace is self._parts.session.workspace:
            self._found(due)

    def _failed(self, error: Exception) -> None:
        """A workspace that was closed meanwhile has nothing to tell."""
        if not isinstance(error, UserError):
            self._parts.shell.report(error)
