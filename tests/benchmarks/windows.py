"""The two windows of the start benchmark, each a process of its own that tells its times.

``python -m tests.benchmarks.windows bare|application`` prints milliseconds since the moment in
the environment variable BEGAN (``time.monotonic_ns()`` of the parent): first painted, usable,
workspace open.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a start is measured here: nothing more than the application loads itself
    from digimaturity.ui.opening import Opened


def bare() -> None:
    """One window with one label: the least that any PySide6 application needs."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            painted = _since_begin()
            QTimer.singleShot(0, lambda: _tell(painted, _since_begin(), _since_begin()))

    application = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QLabel("digimaturity"))
    window.resize(900, 600)
    window.show()
    application.exec()


def whole() -> None:  # noqa: C901 - everything is watched from outside, in one place
    """The application as its command starts it.

    Usable is the page that shows what the workspace holds, painted, with the event loop idle: a
    click is taken then, and what it changes is recorded when the workspace is open.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLabel

    from digimaturity import cli
    from digimaturity.ui.main_window import MainWindow

    painted: list[float] = []
    usable: list[float] = []
    paint, start, opened = MainWindow.paintEvent, MainWindow.start, MainWindow._opened

    def paint_and_note(window: MainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        painted.append(_since_begin())

    class FirstPainting(QObject):
        """Told what happens to the page's texts; behind the first painting it is usable."""

        noted = False

        def eventFilter(self, _text: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint and not self.noted:
                self.noted = True
                QTimer.singleShot(0, lambda: usable.append(_since_begin()))
            return False

    def note_when_idle(window: MainWindow) -> None:
        first = FirstPainting(window)
        for text in window.frame.page(window.frame.current).findChildren(QLabel):
            text.installEventFilter(first)

    def tell_when_idle() -> None:
        if usable:
            _tell(painted[0], usable[0], _since_begin())
        else:
            QTimer.singleShot(1, tell_when_idle)

    def start_and_note(window: MainWindow) -> None:
        start(window)
        if window.frame.current and window.session.assessment is not None:
            note_when_idle(window)

    def open_and_tell(window: MainWindow, found: Opened) -> None:
        opened(window, found)
        if not usable:
            note_when_idle(window)
        QTimer.singleShot(0, tell_when_idle)

    # Measured from outside: the application itself has no hook for this.
    MainWindow.paintEvent = paint_and_note  # type: ignore[method-assign,assignment]  # see above
    MainWindow.start = start_and_note  # type: ignore[method-assign,assignment]  # see above
    MainWindow._opened = open_and_tell  # type: ignore[method-assign,assignment]  # see above
    cli.main([])


def _since_begin() -> float:
    return (time.monotonic_ns() - int(os.environ["BEGAN"])) / 1e6


def _tell(painted: float, usable: float, opened: float) -> None:
    print(painted, usable, opened, flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "application": whole}[sys.argv[1]]()
