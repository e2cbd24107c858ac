"""The field for a day."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digimaturity.services.client_package.checking import YEARS
from digimaturity.tokens import load_tokens
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.boxes import DayBox


def test_a_slip_of_the_keys_gives_no_year_that_cannot_travel(qtbot: QtBot) -> None:
    box = DayBox(Theme(load_tokens()), date(2026, 2, 24))
    qtbot.addWidget(box)
    box.setDisplayFormat("yyyy-MM-dd")
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "9999-12-31")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.day.year in YEARS
    for slip in (QDate(1, 1, 1), QDate(9999, 12, 31)):
        box.setDate(slip)
        assert box.day.year in YEARS
