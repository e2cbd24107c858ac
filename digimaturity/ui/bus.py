"""Where a change announces itself, so that the pages it concerns can follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """`changed` carries the `Change` that a service returned.

    `typing` tells that something is being written that is not recorded yet; `opened` that another
    company or assessment is open; `focus_moved` carries the widget where the keyboard is now.
    `peers_drawn` tells that other clients are known now to compare with.
    """

    changed = Signal(object)
    typing = Signal()
    opened = Signal()
    focus_moved = Signal(object)
    peers_drawn = Signal()
