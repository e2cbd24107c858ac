"""The ways from what a page shows to its explanations, so that the keyboard finds back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.wrap_link import WrapLink


class Asking:
    """`show` explains what a key names, such as ``why it`` or ``measure m1``."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self.show = show
        self._ways: dict[str, QAbstractButton] = {}

    def forget(self) -> None:
        """The page is built anew."""
        self._ways.clear()

    def by(self, way: QAbstractButton, key: str) -> None:
        """Remember which button asks for what; the first one of several counts."""
        self._ways.setdefault(key, way)

    def link(self, theme: Theme, words: str, key: str) -> WrapLink:
        """A link that asks for it."""
        made = WrapLink(theme, words, lambda: self.show(key))
        self.by(made, key)
        return made

    def way(self, key: str) -> QAbstractButton | None:
        """What asks for it on the page as it is now."""
        return self._ways.get(key)
