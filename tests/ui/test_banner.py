"""What is said above the page goes with the page that it speaks of, and moves no click away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digimaturity.errors import UserError
from digimaturity.ui.main_window import MainWindow

from .conftest import is_active


def test_what_was_said_of_one_page_is_not_said_on_the_next(
    window: MainWindow, qtbot: QtBot
) -> None:
    banner = window.frame.banner
    window.report(UserError("logo.unreadable", path="logo.gif"))
    window.go("overview")
    qtbot.waitUntil(lambda: not banner.isVisible())
    window.report(UserError("workspace.full_disk", path="work.db"))
    window.go("results")
    qtbot.wait(1100)  # so long anything can be read
    assert banner.isVisible()
    assert "full" in banner.words


def test_an_error_stays_said_when_the_window_looks_different(window: MainWindow) -> None:
    window.report(UserError("logo.unreadable", path="logo.gif"))
    window.change_settings(appearance="dark", language="de")
    QApplication.processEvents()
    assert window.frame.banner.isVisible()
    assert "logo.gif eignet sich nicht" in window.frame.banner.words


def test_while_the_mouse_is_pressed_the_page_stays_where_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    banner = window.frame.banner
    assert is_active(window)
    page = window.frame.page("questionnaire")
    before = page.mapToGlobal(QPoint())
    handle = window.windowHandle()
    place, left = QPoint(900, 500), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, left, none, place)
    window.report(UserError("logo.unreadable", path="logo.gif"))
    window.attempt(lambda: None)  # something goes well, before it could be read
    QApplication.processEvents()
    assert page.mapToGlobal(QPoint()) == before
    QTest.mouseRelease(handle, left, none, place)
    qtbot.waitUntil(banner.isVisible)
    assert "logo.gif" in banner.words
    qtbot.waitUntil(lambda: not banner.isVisible())
