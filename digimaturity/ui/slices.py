"""Work of the interface in slices, between which the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

#: After so long (seconds) no further step is begun in the same turn of the loop.
_TURN = 0.005


class Slices(QObject):
    """Does steps in their order, a few milliseconds' worth in each turn of the loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: dict[str, Callable[[], object]] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def left(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._left)

    def begin(self, steps: Mapping[str, Callable[[], object]]) -> None:
        """Do these from now on, the first at once, and forget what is left of earlier ones."""
        self._left = dict(steps)
        self._timer.start()
        self._turn()

    def finish(self, last: str = "") -> None:
        """Do now what is left, or what is left up to the step of that name."""
        while self._left if not last else last in self._left:
            self._step()

    def stop(self) -> bool:
        """Do no more; returns whether something was left to do."""
        left, self._left = bool(self._left), {}
        self._timer.stop()
        return left

    def _turn(self) -> None:
        until = perf_counter() + _TURN
        while self._left:
            self._step()
            if perf_counter() > until:
                break
        if not self._left:
            self._timer.stop()

    def _step(self) -> None:
        name = next(iter(self._left))
        self._left.pop(name)()
