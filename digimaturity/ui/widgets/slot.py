"""A place on a page whose content is made anew only when it shows something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from digimaturity.ui.keyboard import go_back, spot_of
from digimaturity.ui.widgets.basics import spaced

T = TypeVar("T")


class Slot(QWidget):
    """Shows a piece of what is known; where there is none, it takes no room.

    Keyboard and scrolling stay. `stops` is what Tab passes here; Qt puts what is new behind all
    others, so the page has to put it in order (`in_order`).
    """

    def __init__(self, above: int = 0) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, above, 0, 0)
        self._piece: object = None
        self._content: QWidget | None = None
        self.stops: list[QWidget] = []
        self.hide()

    def clear(self) -> None:
        """Show nothing."""
        self._piece = None
        if self._content is not None:
            self._replace(None)

    def show_piece(self, piece: T | None, make: Callable[[T], QWidget]) -> None:
        """Show what `make` makes of the piece, unless an equal one is shown already."""
        if piece is None:
            self.clear()
        elif piece != self._piece:
            self._piece = piece
            self._replace(make(piece))

    def look_again(self) -> None:
        """Know what was added to the content since, such as what a fold shows, in its order."""
        if self._content is not None:
            # Not by the chain of the window: who is asked for the next would own it in Python.
            within = self._content.findChildren(QWidget)
            self.stops = [one for one in within if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _replace(self, content: QWidget | None) -> None:
        gone, self._content = self._content, content
        spot = spot_of(gone) if gone is not None and _has_keyboard(gone) else ""
        self.stops = _chain_of(content) if content is not None else []
        if content is not None:
            self._column.addWidget(content)
            content.show()
            self.show()
            if spot:  # before the other goes: else Qt scrolls to what comes next
                go_back(content, spot)
        if gone is not None:
            self._column.removeWidget(gone)
            gone.hide()
            # Perhaps its own click brought us here. It stays a child: without a parent it would
            # be Python's, whose collector may run in a worker.
            gone.deleteLater()
        self.setVisible(content is not None)


def in_order(slots: Iterable[Slot]) -> None:
    """Have Tab pass what is in the slots in their order."""
    for one, following in pairwise(stop for slot in slots for stop in slot.stops):
        QWidget.setTabOrder(one, following)


def _has_keyboard(root: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and root.isAncestorOf(focused)


def _chain_of(root: QWidget) -> list[QWidget]:
    """What Tab passes within `root`, in this order, before it is a part of the window."""
    found, one = [], root.nextInFocusChain()
    while one is not None and one is not root:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
        one = one.nextInFocusChain()
    return found
