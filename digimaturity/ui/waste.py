"""Waste is collected on the interface's thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

#: So often (milliseconds) it is looked whether there is enough of it.
_LOOK = 500


class Waste(QObject):
    """Does what Python does in whichever thread makes the next object, by the same thresholds.

    In a worker it would delete widgets there, of which Qt dies; so Python leaves it alone while
    the window is open.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
