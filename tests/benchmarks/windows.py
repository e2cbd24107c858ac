"""The two windows of the start benchmark, each a process of its own that tells its times.

``python -m tests.benchmarks.windows bare|application`` prints milliseconds since the moment in
the environment variable BEGAN (``time.monotonic_ns()`` of the parent): first painted, usable.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a start is measured here: nothing more than the application loads itself
    from digimaturity.ui.site_map import Opened


def bare() -> None:
    """One window with one label: the least that any PySide6 application needs."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            painted = _since_begin()
            QTimer.singleShot(0, lambda: _tell(painted, _since_begin()))

    application = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QLabel("digimaturity"))
    window.resize(900, 600)
    window.show()
    application.exec()


def whole() -> None:
    """The application as its command starts it; usable when the workspace's data are shown."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from digimaturity import cli
    from digimaturity.ui.main_window import MainWindow

    painted: list[float] = []
    paint, opened = MainWindow.paintEvent, MainWindow._opened

    def paint_and_note(window: MainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        painted.append(_since_begin())

    def open_and_tell(window: MainWindow, found: Opened) -> None:
        opened(window, found)
        window.repaint()
        QTimer.singleShot(0, lambda: _tell(painted[0], _since_begin()))

    # Measured from outside: the application itself has no hook for this.
    MainWindow.paintEvent = paint_and_note  # type: ignore[method-assign,assignment]
    MainWindow._opened = open_and_tell  # type: ignore[method-assign,assignment]
    cli.main([])


def _since_begin() -> float:
    return (time.monotonic_ns() - int(os.environ["BEGAN"])) / 1e6


def _tell(painted: float, usable: float) -> None:
    print(painted, usable, flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "application": whole}[sys.argv[1]]()
