"""The one worker thread, for what takes longer than a blink: a report, opening, a backup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal


class Tasks(QObject):
    """Runs one job after the other; what it gives comes back on the interface's thread.

    Only immutable things may cross: a job gets none of the widgets, and none of the session.
    """

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._finished.connect(lambda deliver: deliver(), Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run `job`; then `done` gets its result, or `failed` what it raised."""

        def work() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 - whatever it was, the user hears of it
                # `error` itself is unbound when this block ends.
                self._finished.emit(lambda raised=error: failed(raised))
            else:
                self._finished.emit(lambda: done(result))

        self._pool.start(work)

    def wait(self) -> None:
        """Let the jobs that were begun come to their end."""
        self._pool.waitForDone()
