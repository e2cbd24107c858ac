"""The workers: results come back to those who are still there, and what is called off stops."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digimaturity.files import write_whole
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.tasks import Lane, Progress, Tasks
from digimaturity.ui.widgets.progress_line import ProgressLine
from tests.ui.conftest import click


class Page(QLabel):
    """Shows what the worker found."""

    def show_result(self, text: str) -> None:
        """Called when the worker is done."""
        self.setText(text)


class Log(list[str]):
    """What was handed over, in order."""

    def done(self, result: object) -> None:
        """Note a result."""
        self.append(f"done {result}")

    def failed(self, error: Exception) -> None:
        """Note what was raised."""
        self.append(type(error).__name__)

    def stopped(self) -> None:
        """Note that it was called off."""
        self.append("stopped")


class Steps:
    """A job that goes on for ever, and may be let to its end; it writes a file on its way."""

    def __init__(self, path: Path) -> None:
        self.path, self.begun, self.enough = path, Event(), Event()

    def __call__(self, progress: Progress) -> str:
        """Do it."""

        def write(temporary: Path) -> None:
            temporary.write_text("half")
            self.begun.set()
            while not self.enough.wait(0.001):
                progress(0.5)

        write_whole(self.path, write)
        return "written"


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:  # noqa: ARG001 - an application must be there
    made = Tasks()
    yield made
    made.close()


def test_a_result_reaches_the_page_that_asked(qtbot: QtBot, tasks: Tasks) -> None:
    page, failures = Page(), list[Exception]()
    qtbot.addWidget(page)
    tasks.run(lambda: "found", page.show_result, failures.append)
    qtbot.waitUntil(lambda: page.text() == "found")
    tasks.run(lambda: str(1 / 0), page.show_result, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_page_that_is_gone_gets_nothing_and_the_next_job_runs(qtbot: QtBot, tasks: Tasks) -> None:
    page, go, later = Page(), Event(), list[str]()
    tasks.run(lambda: "too late" if go.wait() else "", page.show_result, lambda _: None)
    shiboken6.delete(page)
    go.set()
    tasks.run(lambda: "next", later.append, lambda _: None)
    qtbot.waitUntil(lambda: later == ["next"])


@pytest.mark.parametrize("busy", [Lane.LONG, Lane.ASIDE])
def test_a_click_waits_for_no_long_work(qtbot: QtBot, tasks: Tasks, busy: Lane) -> None:
    go, log = Event(), Log()
    tasks.run(go.wait, log.done, log.failed, lane=busy)
    tasks.run(lambda: "click", log.done, log.failed)
    qtbot.waitUntil(lambda: log == ["done click"])
    go.set()
    qtbot.waitUntil(lambda: log == ["done click", "done True"])


def test_what_is_called_off_leaves_nothing_half_done(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    log, steps = Log(), Steps(tmp_path / "file")
    job = tasks.watched(steps, log.done, log.failed, log.stopped)
    waiting = tasks.watched(lambda _: "never begun", log.done, log.failed, log.stopped)
    assert steps.begun.wait(10)
    waiting.cancel()
    qtbot.waitUntil(lambda: log == ["stopped"])
    assert waiting.ended
    assert not job.ended
    job.cancel()
    qtbot.waitUntil(lambda: log == ["stopped", "stopped"])
    assert list(tmp_path.iterdir()) == []


def test_what_comes_to_its_end_all_the_same_is_told_as_done(qtbot: QtBot, tasks: Tasks) -> None:
    """Or else the user would think that a file is not there, which is."""
    log, go = Log(), Event()
    job = tasks.watched(lambda _: go.wait() and "file", log.done, log.failed, log.stopped)
    qtbot.waitUntil(lambda: job.begun)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: log == ["done file"])


def test_a_window_that_goes_calls_off_what_is_long_and_does_what_was_asked(
    tasks: Tasks, tmp_path: Path
) -> None:
    log, long, aside = Log(), Steps(tmp_path / "long"), Steps(tmp_path / "aside")
    tasks.watched(long, log.done, log.failed, log.stopped)
    tasks.watched(aside, log.done, log.failed, log.stopped, lane=Lane.ASIDE)
    tasks.run(lambda: write_whole(tmp_path / "asked", b"whole"), log.done, log.failed)
    assert long.begun.wait(10)
    assert aside.begun.wait(10)
    tasks.close()
    tasks.finish()
    assert sorted(log) == ["done None", "stopped", "stopped"]
    assert [path.name for path in tmp_path.iterdir()] == ["asked"]


def test_the_line_tells_how_far_a_job_is_and_stops_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    log, steps = Log(), Steps(tmp_path / "file")
    line = ProgressLine(window.frame.page(window.frame.current).parts)
    line.setParent(window.frame)
    job = window.tasks.watched(steps, log.done, log.failed, log.stopped)
    line.follow(job, "Reading figures.csv …")
    assert steps.begun.wait(10)
    qtbot.waitUntil(lambda: line.bar.value() == 50)
    interface = QAccessible.queryAccessibleInterface(line.bar)
    assert interface.text(QAccessible.Text.Name) == "Reading figures.csv …"
    assert interface.text(QAccessible.Text.Value) == "50"
    click(line.cancel)
    qtbot.waitUntil(lambda: log == ["stopped"])
    assert not line.isVisible()
    assert not line.running
