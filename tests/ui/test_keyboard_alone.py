"""From the first start to the saved report without a mouse."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.widgets.choices import ChoiceRow

from .conftest import Opener, is_active, named, press, spoken

#: No page has more stops of Tab; whoever does not arrive before is caught.
_STOPS = 80


def _tab_to(name: str) -> None:
    """Press Tab until the keyboard is at what is called so."""
    met: list[str] = []
    for _ in range(_STOPS):
        widget = QApplication.focusWidget()
        assert widget is not None, met
        met.append(spoken(widget))
        if met[-1].startswith(name) and widget.isEnabled():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab: {met}")


def test_the_whole_job_is_done_by_keys_alone(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(toured=True)
    _tab_to("Assess my own company")
    press(Qt.Key.Key_Return)
    press("Ahrenfeld")
    _tab_to("Employees")
    press("40")
    _tab_to("Save and go on")
    press(Qt.Key.Key_Return)
    assert window.frame.current == "new_assessment"
    begin = named(window, QPushButton, "Begin")
    qtbot.waitUntil(lambda: is_active(window) and begin.isEnabled(), timeout=15_000)
    _tab_to("Full questionnaire")
    press(Qt.Key.Key_Down)
    _tab_to("Begin")
    press(Qt.Key.Key_Return)
    _answer_all(window)
    assert len(window.session.answers) >= 18 + 10  # some facts lead to further ones
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.ready, timeout=30_000)
    _tab_to("Save PDF")
    target = tmp_path / "report.pdf"
    # The system's own dialog for files follows; what it gives goes the same way.
    page.saving.save_as(target)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == page.document.pageCount()


def _answer_all(window: MainWindow) -> None:
    for _ in range(60):
        if window.frame.current == "results":
            return
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit):
            press("40")
        else:
            press("2" if isinstance(widget, ChoiceRow) else "d")
        press(Qt.Key.Key_Return)
    raise AssertionError("the questions do not end")
