"""Faults of the program, wherever they arise: logged and told without a client's data, once."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digimaturity import log, paths
from digimaturity.app import catch_faults
from digimaturity.ui.fault import FaultDialog
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.page import Page

from .conftest import click, named

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # no real screen

#: What must never leave the workspace.
CLIENT = "Müller & Söhne GmbH"


def wrong() -> None:
    raise KeyError(CLIENT)


class Unshowable(Page):
    """Fails when it comes to be seen, with an error that C raises."""

    def refresh(self) -> None:
        """As the window calls it."""
        int(CLIENT)


class Unpaintable(QWidget):
    """Its picture fails each time."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As Qt calls it."""
        wrong()


class Unclosable(QWidget):
    """Fails when it is closed."""

    def closeEvent(self, _event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """As Qt calls it."""
        wrong()


def in_a_slot(_window: MainWindow) -> None:
    QTimer.singleShot(0, wrong)


def in_a_job(window: MainWindow) -> None:
    window.tasks.run(wrong, lambda _: None, window.report)


def in_what_follows_a_job(window: MainWindow) -> None:
    window.tasks.run(lambda: None, lambda _: wrong(), window.report)


def in_a_thread(_window: MainWindow) -> None:
    thread = threading.Thread(target=wrong)
    thread.start()
    thread.join()


def in_a_picture(window: MainWindow) -> None:
    Unpaintable(window).show()


def in_closing(window: MainWindow) -> None:
    widget = Unclosable(window)
    QTimer.singleShot(0, widget.close)


def test_an_error_raised_in_c_does_not_end_the_program(caught: MainWindow, qtbot: QtBot) -> None:
    page = Unshowable(caught.frame.page("overview").parts)
    page.setParent(caught)
    QTimer.singleShot(0, page.show)
    dialog = told(caught, qtbot)
    assert "ValueError" in named(dialog, QPlainTextEdit, "Details").toPlainText()


@pytest.fixture
def caught(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window as `app.run` has it; pytest's own hooks come back afterwards."""
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    catch_faults(window)
    return window


def dialogs(window: MainWindow) -> list[FaultDialog]:
    return [dialog for dialog in window.findChildren(FaultDialog) if dialog.isVisible()]


def counted(window: MainWindow) -> int:
    return window._faults.counted.total()


def told(window: MainWindow, qtbot: QtBot) -> FaultDialog:
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    (dialog,) = dialogs(window)
    return dialog


@pytest.mark.parametrize(
    "fault",
    [in_a_slot, in_a_job, in_what_follows_a_job, in_a_thread, in_a_picture, in_closing],
    ids=lambda fault: fault.__name__,
)
def test_a_fault_is_told_logged_without_data_and_work_goes_on(
    caught: MainWindow, qtbot: QtBot, fault: Callable[[MainWindow], None]
) -> None:
    fault(caught)
    dialog = told(caught, qtbot)
    click(named(dialog, QPushButton, "Copy details"))
    details = QGuiApplication.clipboard().text()
    logged = (paths.log_dir() / "digimaturity.log").read_text(encoding="utf-8")
    log.stop_log()
    for text in (details, named(dialog, QPlainTextEdit, "Details").toPlainText(), logged):
        assert "KeyError" in text
        assert " wrong" in text
        assert "Müller" not in text
    dialog.close()
    caught.go("results")
    assert caught.frame.current == "results"


def test_the_same_fault_again_is_counted_and_told_once(caught: MainWindow, qtbot: QtBot) -> None:
    widget = Unpaintable(caught)
    widget.show()
    dialog = told(caught, qtbot)
    again = QTimer(widget, interval=0)
    again.timeout.connect(widget.update)
    again.start()
    qtbot.waitUntil(lambda: counted(caught) > 40)
    assert dialogs(caught) == [dialog]
    dialog.close()
    before = counted(caught)
    qtbot.waitUntil(lambda: counted(caught) > before + 10)
    again.stop()
    assert not dialogs(caught)
    logged = (paths.log_dir() / "digimaturity.log").read_text(encoding="utf-8")
    log.stop_log()
    assert len(logged.splitlines()) < 30
    in_a_job(caught)  # by another way
    assert "KeyError" in told(caught, qtbot).details


def test_a_window_whose_closing_fails_says_so_and_then_closes(
    caught: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caught.frame, "flush", wrong)
    assert not caught.close()
    assert caught.isVisible()
    told(caught, qtbot).close()
    log.stop_log()
    assert caught.close()
