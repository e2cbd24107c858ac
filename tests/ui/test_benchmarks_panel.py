"""Figures on the settings page: listed, looked at, taken over or left, removed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity.progress import Stopped
from digimaturity.services.packs import imported_benchmarks_dir
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.settings import SettingsPage
from digimaturity.ui.widgets import benchmarks_panel
from tests.packs.eurostat.forms import as_csv, cell
from tests.ui.conftest import click, named


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    content = as_csv([cell("E_CC", 60.0)], "isoc_cicce_use")
    path.write_bytes(content.replace(b"14/12/26", b"01/03/26"))
    return path


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go("settings")
    window.tasks.finish()
    QApplication.processEvents()
    found = window.frame.page("settings")
    assert isinstance(found, SettingsPage)
    return found


def words(page: SettingsPage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def press(page: SettingsPage, name: str) -> None:
    QApplication.processEvents()
    click(named(page, QPushButton, name))


def finish(window: MainWindow) -> None:
    """Let the jobs end, and those that follow from them, and show what they gave."""
    for _ in range(2):
        window.tasks.finish()
        QApplication.processEvents()


def drop(page: SettingsPage, path: Path) -> bool:
    """Drop a file on the page; whether the page takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    entered.ignore()
    QApplication.sendEvent(page, entered)
    if entered.isAccepted():
        place = QPoint(5, 5).toPointF()
        dropped = QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(page, dropped)
    return entered.isAccepted()


def test_what_is_installed_is_told_with_source_date_years_and_number(page: SettingsPage) -> None:
    told = words(page)
    assert "Digital Intensity by size class of enterprise" in told
    assert "Eurostat, isoc_e_dii; 493 figures of 2021, 2023, 2025; data of 27 February 2026" in told


def test_a_dropped_file_is_looked_at_and_taken_over_only_when_told(
    window: MainWindow, page: SettingsPage, table: Path
) -> None:
    evaluated = window.session.evaluation
    assert drop(page, table)
    finish(window)
    told = words(page).replace("\N{NO-BREAK SPACE}", " ")
    assert "1 figure replaces an earlier one." in told
    assert "52.85% → 60.00%" in told
    take = named(page, QPushButton, "Take over")
    assert not take.visibleRegion().isEmpty()  # the page has scrolled there
    assert take.hasFocus()
    assert not imported_benchmarks_dir().exists()
    press(page, "Take over")
    finish(window)
    assert "1 figure of 2025; data of 1 March 2026; imported" in words(page)
    assert "The figures have been imported." in window.frame.banner.words
    assert any(rate.share == 60.0 for rate in window.session.figures.rates)
    assert window.session.evaluation is not evaluated
    press(page, "Remove isoc_cicce_use")
    finish(window)
    assert "; imported" not in words(page)


def test_what_was_looked_at_can_be_left(
    window: MainWindow, page: SettingsPage, table: Path
) -> None:
    drop(page, table)
    finish(window)
    press(page, "Leave as it is")
    QApplication.processEvents()
    assert named(page, QPushButton, "Import a file").hasFocus()
    assert not imported_benchmarks_dir().exists()


def test_a_wrong_file_is_told_above_the_page_and_nothing_changes(
    window: MainWindow, page: SettingsPage, tmp_path: Path
) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    drop(page, path)
    finish(window)
    assert "photo.csv is not a file in which Eurostat publishes figures." in (
        window.frame.banner.words
    )
    assert named(page, QPushButton, "Import a file").isVisible()
    assert not drop(page, tmp_path)  # a folder


def test_reading_tells_how_far_it_is_and_can_be_stopped(
    window: MainWindow,
    page: SettingsPage,
    table: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def slow(_files: object, watch: Callable[[float], None]) -> None:
        watch(0.4)
        begun.set()
        go_on.wait(30)
        try:
            watch(0.5)
        except Stopped:
            ended.set()
            raise

    monkeypatch.setattr(benchmarks_panel, "preview_import", slow)
    drop(page, table)
    begun.wait(30)
    bar = named(page, QProgressBar, "Reading table.csv")
    qtbot.waitUntil(lambda: bar.value() == 40)
    press(page, "Cancel")
    go_on.set()
    finish(window)
    assert ended.is_set()
    assert named(page, QPushButton, "Import a file").hasFocus()
    assert not window.frame.banner.isVisible()


def test_a_window_that_is_closed_does_not_wait_for_a_large_file(
    window: MainWindow, page: SettingsPage, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(_files: object, watch: Callable[[float], None]) -> None:
        begun.set()
        try:
            while not ended.wait(0.01):
                watch(0.1)
        except Stopped:
            ended.set()
            raise

    monkeypatch.setattr(benchmarks_panel, "preview_import", endless)
    drop(page, table)
    assert begun.wait(30)  # called off before that, it would never be read
    window.close()
    assert ended.is_set()
