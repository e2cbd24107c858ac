"""The program while the system turns dark and light again; started by test_appearance.py.

Prints, for each appearance of the system, whether the window is dark, the page and the place on
it, and what stands in the field that was being typed in.
"""

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from digimaturity.app import make_window

application = QApplication([])
window = make_window()
window.show()
while not (getattr(window, "session", None) and window.session.workspace):
    application.processEvents()
window.go("settings")


def field() -> QLineEdit:
    """The mentor's name."""
    fields = window.frame.page("settings").findChildren(QLineEdit)
    return next(one for one in fields if one.accessibleName() == "Your name")


def settle(*, dark: bool) -> None:
    """Let everything come to its place; whether it has, the test tells."""
    for _ in range(100):
        QTest.qWait(20)
        if place() == "3" and is_dark() == dark:
            break


def is_dark() -> bool:
    """Whether the window is."""
    return window.palette().window().color().lightness() < 128


def place() -> str:
    """Where the user is on the page."""
    return str(window.frame.page("settings").place())


QTest.keyClicks(field(), "Ada Beispiel")
window.frame.page("settings").come_back("3")
settle(dark=False)
for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
    QGuiApplication.styleHints().setColorScheme(scheme)
    settle(dark=scheme == Qt.ColorScheme.Dark)
    told = [is_dark(), window.frame.current, place(), field().text()]
    sys.stdout.write(json.dumps(told) + "\n")
window.close()
