"""The one worker thread, for what takes longer than a blink: a report, opening, a backup."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid


class Tasks(QObject):
    """Runs one job after the other; what it gives comes back on the interface's thread.

    Only immutable things may cross: a job gets none of the widgets, and none of the session.
    """

    _finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._results: deque[Callable[[], object]] = deque()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run `job`; then `done` gets its result, or `failed` what it raised.

        As with Qt's signals, a method of a widget that is gone by then is not called.
        """

        def work() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 - whatever it was, the user hears of it
                self._results.append(partial(_hand_over, failed, error))
            else:
                self._results.append(lambda: _hand_over(done, result))
            self._finished.emit()

        self._pool.start(work)

    def wait(self) -> None:
        """Let the jobs that were begun come to their end."""
        self._pool.waitForDone()

    def finish(self) -> None:
        """Let them come to their end, and hand over what they gave."""
        self.wait()
        self._deliver()

    def _deliver(self) -> None:
        while self._results:
            self._results.popleft()()


def _hand_over(receiver: Callable[[Any], object], what: object) -> None:
    owner = getattr(receiver, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        receiver(what)
