"""Where the keyboard is, to bring it back there when the same widgets were built anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)


def spot_of(root: QWidget) -> str:
    """Which widget within `root` had the keyboard last, such as ``QLineEdit 2``; "" if none."""
    widget = root.focusWidget()
    if not root.isAncestorOf(widget):  # nor is the None that is not in the type stubs
        return ""
    kind = type(widget).__name__
    return f"{kind} {_of_kind(root, kind).index(widget)}"


def go_back(root: QWidget, spot: str) -> bool:
    """Bring the keyboard to that place of `root`, or near it; False where it cannot be there."""
    kind, _, place = spot.partition(" ")
    found = _of_kind(root, kind)
    if not found or not place.isdecimal():
        return False
    target = found[min(int(place), len(found) - 1)]
    if target.isHidden() or not target.isEnabled():
        return False
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def redo_typing() -> bool:
    """Redo in the field that has the keyboard; False where that takes no text."""
    focused = QApplication.focusWidget()
    field = focused.lineEdit() if isinstance(focused, QComboBox) else focused
    if not isinstance(field, QLineEdit | QPlainTextEdit) or field.isReadOnly():
        return False
    field.redo()
    return True


def scroll_to(widget: QWidget) -> None:
    """Scroll whatever `widget` lies in, so that it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


@contextmanager
def keyboard_kept(root: QWidget) -> Iterator[None]:
    """What is within `root` is built anew meanwhile; the keyboard is where it was, then."""
    focused = QApplication.focusWidget()
    inside = focused is not None and root.isAncestorOf(focused)
    spot = spot_of(root) if inside else ""
    yield
    if spot and not go_back(root, spot):
        root.focusNextChild()


def _of_kind(root: QWidget, kind: str) -> list[QWidget]:
    """The widgets of exactly this kind, in the order in which they were made."""
    return [widget for widget in root.findChildren(QWidget) if type(widget).__name__ == kind]
