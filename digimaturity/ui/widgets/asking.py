"""The ways from what a page shows to its explanations, so that the keyboard finds back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.wrap_link import WrapLink

#: The property of a button that says what it asks for.
_ASKED = "asks for"


class Asking:
    """`show` explains what a key names, such as ``why it`` or ``measure m1``, on `page`."""

    def __init__(self, show: Callable[[str], None], page: QWidget) -> None:
        self.show, self._page = show, page

    def by(self, way: QAbstractButton, key: str) -> None:
        """Remember which button asks for what."""
        way.setProperty(_ASKED, key)

    def link(self, theme: Theme, words: str, key: str) -> WrapLink:
        """A link that asks for it."""
        made = WrapLink(theme, words, lambda: self.show(key))
        self.by(made, key)
        return made

    def way(self, key: str) -> QAbstractButton | None:
        """What asks for it on the page as it is now; the first one of several."""
        ways = self._page.findChildren(QAbstractButton)
        shown = (way for way in ways if way.isVisibleTo(self._page))
        return next((way for way in shown if way.property(_ASKED) == key), None)
