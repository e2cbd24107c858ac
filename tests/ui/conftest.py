"""The real window on real services, in a folder of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.app import make_window
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.packs import load_pack
from digimaturity.services.assessments import create_assessment
from digimaturity.services.companies import CompanyRecord, save_company
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, save_settings
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.results import ResultsPage

Opener = Callable[..., MainWindow]
W = TypeVar("W", bound=QWidget)

COMPANY = CompanyRecord("Tischlerei Ährenfeld & Söhne", "DE", "C", 40)


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    loaded = load_pack(paths.questionnaires_dir() / "readiness")
    assert loaded.questionnaire is not None, loaded.problems[:3]
    return loaded.questionnaire


@pytest.fixture(scope="session")
def made_workspace(questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `workspace` is a copy of; copying takes a fiftieth of the time."""
    path = tmp_path_factory.mktemp("workspace") / "made.db"
    with open_workspace(path) as opened:
        company = save_company(opened, COMPANY).company
        assert company is not None
        people = [(Viewpoint.MANAGEMENT, "")]
        create_assessment(opened, company, questionnaire, date(2026, 2, 24), people)
    return path


@pytest.fixture
def workspace(made_workspace: Path) -> Path:
    """A workspace with one company and one assessment without answers."""
    path = paths.default_workspace()
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(made_workspace, path))


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Opener]:
    """Open the window as `app.run` does, and wait until it is ready for the user."""
    windows: list[MainWindow] = []
    QApplication.setQuitOnLastWindowClosed(False)  # a test may open another one

    def opened(**settings: Any) -> MainWindow:
        if settings:
            values = {"language": "en", "geometry": (0, 0, 1280, 800), **settings}
            save_settings(paths.config_dir(), Settings(**values))
        window = make_window()
        windows.append(window)
        window.show()
        window.start()
        window.opening.finish()
        window.tasks.finish()
        qtbot.waitUntil(lambda: bool(window.frame.current), timeout=15_000)
        qtbot.waitUntil(lambda: is_active(window))
        QApplication.processEvents()
        return window

    yield opened
    for window in windows:
        window.close()
        window.tasks.close()
        window.deleteLater()
    # Without this it goes on living, half without its Python part, and dies of the next style.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@pytest.fixture
def window(open_window: Opener, workspace: Path) -> MainWindow:  # noqa: ARG001 - it must be there
    """The window on an assessment without answers, at the questionnaire."""
    return open_window(page="questionnaire")


def is_active(window: MainWindow) -> bool:
    """Whether the window has the keyboard; without a window manager a popup may have taken it."""
    window.activateWindow()
    return window.isActiveWindow()


def lay_out(window: MainWindow) -> None:
    """Show everything in its place, without letting anything else happen."""
    window.frame.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def show_results(window: MainWindow) -> None:
    """Let the page of the results, which is built bit by bit, be built to its end."""
    page = window.frame.page("results")
    assert isinstance(page, ResultsPage)
    QApplication.processEvents()
    while not page.ready:
        QApplication.processEvents()


def press(keys: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press keys where the keyboard is."""
    window = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
    )
    while not is_active(window):
        QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    for key in [keys] if isinstance(keys, Qt.Key) else keys:
        # The type stubs know only of the keys that have names.
        pressed = cast(Qt.Key, key)
        QTest.keyClick(widget, pressed, modifier or Qt.KeyboardModifier.NoModifier)
        widget = QApplication.focusWidget() or widget
    QApplication.processEvents()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle if no place is named."""
    nothing = Qt.KeyboardModifier.NoModifier
    place = at or widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, nothing, place)
    QApplication.processEvents()


def named(parent: QWidget, kind: type[W], name: str) -> W:
    """The one visible widget of that kind whose accessible name or text begins so."""
    found = [
        widget
        for widget in parent.findChildren(kind)
        if widget.isVisible() and spoken(widget).startswith(name)
    ]
    assert found, f"no {kind.__name__} called {name!r}"
    return found[0]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).replace("&", "")
