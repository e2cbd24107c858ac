"""Waste is collected on the interface's thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

#: So often (milliseconds) it is looked whether there is enough of it.
_LOOK = 500
#: So long after the window was made (milliseconds) nothing more is loaded that stays for good.
_LOADED = 5000


class Waste(QObject):
    """Does what Python does in whichever thread makes the next object, by the same thresholds.

    In a worker it would delete widgets there, of which Qt dies; so Python leaves it alone while
    the window is open. What stays is never looked through again: that would stall the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._loaded = QTimer(self, interval=_LOADED, singleShot=True)
        self._loaded.timeout.connect(self._spare_what_stays)
        self._loaded.start()
        self._anew = False

    def made_anew(self) -> None:
        """What stayed until now does so no longer: the window is in another language or look."""
        gc.unfreeze()
        self._anew = True
        self._loaded.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _spare_what_stays(self) -> None:
        if self._anew:  # at the start there is hardly any waste yet
            gc.collect()
        gc.freeze()
        self._anew = False

    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
