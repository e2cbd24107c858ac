"""The two windows of the start benchmark, each a process of its own that tells its times.

``python -m tests.benchmarks.windows bare|application`` prints milliseconds since the moment in
the environment variable BEGAN (``time.monotonic_ns()`` of the parent): first painted, usable.
"""

from __future__ import annotations

import os
import sys
import time


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
    from digimaturity.services.workspace import Workspace
    from digimaturity.ui.main_window import MainWindow

    painted: list[float] = []
    paint, opened = MainWindow.paintEvent, MainWindow._opened

    def paint_and_note(window: MainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        painted.append(_since_begin())

    def open_and_tell(window: MainWindow, workspace: Workspace) -> None:
        opened(window, workspace)
        window.repaint()
        QTimer.singleShot(0, lambda: _tell(painted[0], _since_begin()))

    MainWindow.paintEvent = paint_and_note  # type: ignore[method-assign]
    MainWindow._opened = open_and_tell  # type: ignore[method-assign]
    cli.main([])


def _since_begin() -> float:
    return (time.monotonic_ns() - int(os.environ["BEGAN"])) / 1e6


def _tell(painted: float, usable: float) -> None:
    print(painted, usable, flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "application": whole}[sys.argv[1]]()
