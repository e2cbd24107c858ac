"""Whether all follows the hand: page changes, typing in a search, scrolling, in a real window.

Each event is sent as Qt sends those of a user, and measured until everything that follows from
it is painted. The floor is the same event on a bare window, in the same process.
``python -m tests.benchmarks.frames`` is that process; its X server is started by `figures`.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.benchmarks.clients import fill
from tests.benchmarks.measure import Figure

#: One picture of sixty in a second.
FRAME = 16
CLIENTS, ASSESSMENTS = 10_000, 12_000
ROUNDS = 40
_TYPED = "cloud strategy"


def figures() -> Iterator[Figure]:
    """The 95th percentile of each kind of event, with the sample and ten thousand companies."""
    if shutil.which("xvfb-run") is None:
        print("frames: needs xvfb-run")
        return
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "DIGIMATURITY_HOME": home, "QT_QPA_PLATFORM": "xcb"}
        command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", sys.executable, "-m", __name__]
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    for name, ms, busy, floor in json.loads(done.stdout):
        shown = f"frames: {name} (the thread busy {busy:.1f} ms)"
        yield Figure(shown, ms, floor, goal_ms=FRAME)


def measure() -> None:
    """Print for each kind of event its name, its ms, those of the thread, and the floor."""
    from PySide6.QtWidgets import QApplication

    _prepare()
    application = QApplication([])
    floors = _bare(application)
    from digimaturity.app import make_window

    window = make_window()
    window.resize(1280, 800)
    window.show()
    while not getattr(window, "session", None) or window.session.workspace is None:
        application.processEvents()
    found = []
    for name, kind, events in (
        ("page change", "click", _page_changes(window)),
        ("letter in the palette", "key", _palette(window)),
        ("letter in the handbook", "key", _search(window, "help")),
        ("wheel in the questionnaire", "wheel", _wheel(window, "questionnaire")),
        ("wheel in the results", "wheel", _wheel(window, "results")),
        (f"letter in the search of {CLIENTS} companies", "key", _search(window, "companies")),
        (f"wheel in the table of {CLIENTS} companies", "wheel", _wheel(window, "companies")),
    ):
        wall, busy = _percentiles(application, events)
        found.append((name, wall, busy, floors[kind]))
    print(json.dumps(found), flush=True)
    os._exit(0)


def _prepare() -> None:
    from digimaturity import paths
    from digimaturity.services.sample import load_sample
    from digimaturity.services.workspace import open_workspace
    from digimaturity.settings import Settings, save_settings

    path = paths.default_workspace()
    with open_workspace(path) as workspace:
        assessment = str(load_sample(workspace).assessment)
    fill(path, assessment, CLIENTS, ASSESSMENTS)
    kept = Settings(language="en", mode="self", page="overview", assessment=assessment)
    save_settings(paths.config_dir(), kept)


Event = Callable[[], object]


def _percentiles(application: Any, events: Iterator[Event]) -> tuple[float, float]:  # noqa: ANN401 - a QApplication, which is loaded later
    """The 95th percentile of what the events take, in ms of the clock and of this thread."""
    wall, busy = [], []
    for event in events:
        _settle(application)
        began, working = time.perf_counter(), time.thread_time()
        event()
        application.processEvents()
        application.processEvents()  # the painting that the first round asked for
        wall.append((time.perf_counter() - began) * 1000)
        busy.append((time.thread_time() - working) * 1000)
    return statistics.quantiles(wall, n=20)[-1], statistics.quantiles(busy, n=20)[-1]


def _settle(application: Any) -> None:  # noqa: ANN401 - as above
    for _ in range(5):
        application.processEvents()
        time.sleep(0.002)


def _bare(application: Any) -> dict[str, float]:  # noqa: ANN401 - as above
    """The least that each kind of event needs: one label in the place of a page."""
    from PySide6.QtWidgets import (
        QLabel,
        QLineEdit,
        QMainWindow,
        QPushButton,
        QScrollArea,
        QStackedWidget,
        QVBoxLayout,
        QWidget,
    )

    window, inside, stack = QMainWindow(), QWidget(), QStackedWidget()
    button, field, area = QPushButton("Turn"), QLineEdit(), QScrollArea()
    area.setWidget(QLabel("\n".join(map(str, range(1000)))))
    stack.addWidget(QLabel("one"))
    stack.addWidget(area)
    column = QVBoxLayout(inside)
    for widget in (button, field, stack):
        column.addWidget(widget)
    button.clicked.connect(lambda: stack.setCurrentIndex(1 - stack.currentIndex()))
    window.setCentralWidget(inside)
    window.resize(1280, 800)
    window.show()
    kinds = {
        "click": (_clicked(button) for _ in range(ROUNDS)),
        "key": (_typed(field, letter) for letter in _TYPED * 3),
        "wheel": (_wheeled(area.viewport(), -120) for _ in range(ROUNDS)),
    }
    found = {}
    for kind, events in kinds.items():
        stack.setCurrentWidget(area)
        found[kind] = _percentiles(application, events)[0]
    window.close()
    return found


def _clicked(widget: Any) -> Event:  # noqa: ANN401 - a QWidget, which is loaded later
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    return lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def _typed(widget: Any, letter: str) -> Event:  # noqa: ANN401 - as above
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    return lambda: QTest.keyClick(widget, Qt.Key(ord(letter.upper())))


def _wheeled(widget: Any, notch: int) -> Event:  # noqa: ANN401 - as above
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    return lambda: QApplication.sendEvent(widget, event)


def _page_changes(window: Any) -> Iterator[Event]:  # noqa: ANN401 - as above
    """Every page after every other, warm: each was open before."""
    from digimaturity.ui.site_map import ORDER

    entries = window.frame.rail._entries
    pages = [page for page in ("companies", *ORDER) if entries[page].isVisible()]
    for page in (*pages, *pages):
        window.go(page)
        for _ in range(50):
            _settle(_application())
    for one, other in itertools.permutations(pages, 2):
        window.go(one)
        _settle(_application())
        yield _clicked(entries[other])


def _palette(window: Any) -> Iterator[Event]:  # noqa: ANN401 - as above
    window.go("overview")
    window.guide.palette()
    field = _field(window)
    for letter in _TYPED:
        yield _typed(field, letter)
    window.guide._open.leave()


def _search(window: Any, page: str) -> Iterator[Event]:  # noqa: ANN401 - as above
    window.go(page)
    field = _field(window)
    field.setFocus()
    for letter in _TYPED:
        yield _typed(field, letter)
    field.clear()


def _field(window: Any) -> Any:  # noqa: ANN401 - as above
    """The field that was put on the window last."""
    from PySide6.QtWidgets import QLineEdit

    _settle(_application())
    return [one for one in window.findChildren(QLineEdit) if one.isVisible()][-1]


def _wheel(window: Any, page: str) -> Iterator[Event]:  # noqa: ANN401 - as above
    """Down and up again, over what can be scrolled farthest."""
    from PySide6.QtWidgets import QAbstractScrollArea

    window.go(page)
    _settle(_application())
    areas = [one for one in window.findChildren(QAbstractScrollArea) if one.isVisible()]
    area = max(areas, key=lambda one: one.verticalScrollBar().maximum())
    for notch in (-120,) * ROUNDS + (120,) * ROUNDS:
        yield _wheeled(area.viewport(), notch)


def _application() -> Any:  # noqa: ANN401 - as above
    from PySide6.QtWidgets import QApplication

    return QApplication.instance()


if __name__ == "__main__":
    measure()
