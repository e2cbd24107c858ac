"""Faults of the program: each is logged, and told when it happens for the first time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    # Most windows never have a fault: what tells of one is loaded then.
    from digimaturity.ui.fault import FaultDialog


class Faults(QObject):
    """Takes faults from any thread, and in the middle of anything, such as painting.

    `language` gives the code of the language to speak, "" for the system's.
    """

    _told = Signal(str)

    def __init__(self, window: QWidget, language: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._language = window, language
        self._lock, self._logging = Lock(), False
        self._dialog: FaultDialog | None = None
        #: How often each has happened, by its mark.
        self.counted: Counter[str] = Counter()

    def take(self, error: BaseException) -> None:
        """Log the fault now, and show it when whatever goes on has come to its end.

        One that happens with every repaint is told once, and only counted from then on.
        """
        from digimaturity.log import mark_of, trace_of

        mark, trace = mark_of(error), trace_of(error)
        with self._lock:
            if not self.counted and isValid(self):
                self._listen()
            self.counted[mark] += 1
            times = self.counted[mark]
            if not times & (times - 1):  # 1, 2, 4, 8 …
                self._log(error, mark, times)
        if isValid(self):
            self._told.emit(trace if times == 1 else "")

    def _listen(self) -> None:
        from PySide6.QtCore import Qt  # its many enumerations would delay the first picture

        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _log(self, error: BaseException, mark: str, times: int) -> None:
        from digimaturity import paths
        from digimaturity.log import log_again, log_fault, start_log

        if not self._logging:
            start_log(paths.log_dir())
            self._logging = True
        if times == 1:
            log_fault(error)
        else:
            log_again(mark, times)

    def _show(self, trace: str) -> None:
        if trace:
            self._open(trace)
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.count(self.counted.total())

    def _open(self, trace: str) -> None:
        from digimaturity.ui.appearance import translator
        from digimaturity.ui.fault import FaultDialog

        if self._dialog is not None and isValid(self._dialog) and self._dialog.isVisible():
            self._dialog.add(trace)
            return
        self._dialog = FaultDialog(trace, translator(self._language()), self._window)
        self._dialog.show()
