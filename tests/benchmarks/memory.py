"""Memory of the idle application, shared pages counted in part (PSS), against a bare window.

Where other programs with Qt are running, the bare window shares nearly all that it has, and the
ratio says little; so that of all resident pages (RSS) stands beside it.
``python -m tests.benchmarks.memory bare|application|results`` prints PSS and RSS in megabytes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure
from tests.benchmarks.start import home_with_the_sample

#: So long after the start (ms) all is loaded that is loaded while the user reads; then, the page.
_IDLE, _SHOWN = 8000, 3000
#: What each may take of the bare window: before a chart is shown, and after.
_GOALS = {"application": 1.6, "results": 2.6}


def figures() -> Iterator[Figure]:
    """Print what each takes: megabytes are no milliseconds, so that no `Figure` tells them."""
    if shutil.which("xvfb-run") is None or not Path("/proc/self/smaps_rollup").exists():
        print("memory: needs xvfb-run and Linux")
        return
    with tempfile.TemporaryDirectory() as home:
        environment = home_with_the_sample(Path(home))
        _taken("application", environment)  # the very first start also reads what is then kept
        taken = {window: _taken(window, environment) for window in ("bare", *_GOALS)}
    floor = taken["bare"]
    for window, goal in _GOALS.items():
        ratio, resident = (own / least for own, least in zip(taken[window], floor, strict=True))
        verdict = "met" if ratio <= goal else "MISSED"
        print(
            f"memory: {window:<12} {taken[window][0]:6.1f} MB  {ratio:4.2f} × {floor[0]:.1f} MB"
            f"  <= {goal} ×  {verdict}; resident {resident:.2f} × {floor[1]:.1f} MB"
        )
    yield from ()


def _taken(window: str, environment: dict[str, str]) -> tuple[float, ...]:
    command = ["xvfb-run", "-a", sys.executable, "-m", "tests.benchmarks.memory", window]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return tuple(map(float, done.stdout.split()))


def bare() -> None:
    """One window with one label."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("digimaturity"))
    window.resize(900, 600)
    window.show()
    QTimer.singleShot(_SHOWN, tell)
    application.exec()


def whole(page: str = "") -> None:
    """The application as its command starts it, left alone; or with a page that is opened then."""
    from PySide6.QtCore import QTimer

    from digimaturity import cli
    from digimaturity.ui.main_window import MainWindow

    start = MainWindow.start

    def open_page(window: MainWindow) -> None:
        window.go(page)
        QTimer.singleShot(_SHOWN, tell)

    def start_and_tell(window: MainWindow) -> None:
        start(window)
        QTimer.singleShot(_IDLE, (lambda: open_page(window)) if page else tell)

    # Measured from outside: the application itself has no hook for this.
    MainWindow.start = start_and_tell  # type: ignore[method-assign,assignment]  # see above
    cli.main([])


def tell() -> None:
    """Print the megabytes of this process, and end it."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    sizes = {name: int(size[0]) for name, *size in map(str.split, lines[1:]) if size}
    print(sizes["Pss:"] / 1024, sizes["Rss:"] / 1024, flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        whole("" if sys.argv[1] == "application" else sys.argv[1])
