"""A window that covers the whole screen: when the user wants it, and while a workshop is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from digimaturity.ui.site_map import BARE

_FULL = Qt.WindowState.WindowFullScreen


class FullScreen:
    """Knows how the window was before; a maximized one is so again."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._covering = False  # a page that covers the screen is open
        self._before = False

    @property
    def on(self) -> bool:
        """Whether the window covers the screen."""
        return bool(self._window.windowState() & _FULL)

    def toggle(self) -> None:
        """Cover the screen, or no longer."""
        self._set(on=not self.on)

    def leave(self) -> bool:
        """Cover it no longer; False where that was not so."""
        if not self.on:
            return False
        self._set(on=False)
        return True

    def follow(self, page: str) -> None:
        """A page was opened: some cover the screen for as long as they are open."""
        covers = page in BARE
        if covers == self._covering:
            return
        self._covering = covers
        if covers:
            self._before = self.on
        self._set(on=covers or self._before)

    def _set(self, *, on: bool) -> None:
        if on != self.on:
            self._window.setWindowState(self._window.windowState() ^ _FULL)
