"""The keys that count everywhere in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digimaturity.ui.actions import Action


def add_keys(window: QWidget, known: Iterable[Action], act: Callable[[str], object]) -> None:
    """Make a shortcut of every key that no page takes itself; `act` gets the action's id."""
    for action in known:
        if action.run is None or action.by_page:
            continue
        for key in action.keys:
            QShortcut(QKeySequence(key), window, partial(act, action.id))
