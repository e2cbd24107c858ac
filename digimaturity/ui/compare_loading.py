"""Brings a comparison to its page, beside the interface."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from digimaturity.errors import UserError
from digimaturity.services.workspace import Workspace
from digimaturity.ui.compare_reading import Loaded, Wish, load
from digimaturity.ui.parts import Parts


class CompareLoading(QObject):
    """`loaded` gets what was read last; what was asked for before that is forgotten."""

    def __init__(self, parts: Parts, loaded: Callable[[Loaded], None], parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._loaded = parts, loaded
        self._asked: object = None
        self._workspace: Workspace | None = None

    def begin(self, wish: Wish) -> None:
        """Read what is wished; nothing while the workspace is being opened."""
        session = self._parts.session
        workspace, aliases = session.workspace, session.aliases
        t, theme = self._parts.t, self._parts.theme
        if workspace is None:
            return
        asked = object()
        self._asked, self._workspace = asked, workspace

        def read() -> tuple[object, Loaded]:
            return asked, load(workspace, wish, aliases, t, theme)

        self._parts.tasks.run(read, self._read, self._failed)

    def _read(self, found: tuple[object, Loaded]) -> None:
        asked, loaded = found
        if asked is self._asked:
            self._loaded(loaded)

    def _failed(self, error: Exception) -> None:
        """A workspace that was closed meanwhile has nothing more to tell."""
        if self._workspace is self._parts.session.workspace or not isinstance(error, UserError):
            self._parts.shell.report(error)
