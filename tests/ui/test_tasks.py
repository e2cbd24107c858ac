"""The worker: results come back to those who are still there."""

from __future__ import annotations

from threading import Event

import shiboken6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digimaturity.ui.tasks import Tasks


class Page(QLabel):
    """Shows what the worker found."""

    def show_result(self, text: str) -> None:
        """Called when the worker is done."""
        self.setText(text)


def test_a_result_reaches_the_page_that_asked(qtbot: QtBot) -> None:
    page, tasks, failures = Page(), Tasks(), list[Exception]()
    qtbot.addWidget(page)
    tasks.run(lambda: "found", page.show_result, failures.append)
    qtbot.waitUntil(lambda: page.text() == "found")
    tasks.run(lambda: 1 / 0, page.show_result, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_page_that_is_gone_gets_nothing_and_the_next_job_runs(qtbot: QtBot) -> None:
    page, tasks, go, later = Page(), Tasks(), Event(), list[str]()
    tasks.run(lambda: go.wait() and "too late", page.show_result, lambda _: None)
    shiboken6.delete(page)
    go.set()
    tasks.run(lambda: "next", later.append, lambda _: None)
    qtbot.waitUntil(lambda: later == ["next"])
