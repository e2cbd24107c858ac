"""What must hold of Qt's binding itself, since the application would die of it much later."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_into_qt_do_not_use_up_none(qtbot: QtBot) -> None:
    """From Python 3.12 on None cannot run out; there this holds in any case."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("once, so that everything is loaded")
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("again")
    assert abs(sys.getrefcount(None) - before) < 500
