"""The keys that count everywhere in the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from digimaturity.ui.session import Session
from digimaturity.ui.site_map import ORDER, shown_pages
from digimaturity.ui.undoing import Undoing


def add_keys(
    window: QWidget, session: Session, undoing: Undoing, go: Callable[[str], None]
) -> None:
    """Undo and redo, a digit for each page that has something to show, and help."""

    def by_digit(page: str) -> None:
        if page in shown_pages(session):
            go(page)

    QShortcut(QKeySequence("Ctrl+Z"), window, undoing.undo)
    QShortcut(QKeySequence("Ctrl+Y"), window, undoing.redo_here)
    QShortcut(QKeySequence("Ctrl+Shift+Z"), window, undoing.redo)
    for digit, page in enumerate(ORDER, start=1):
        QShortcut(QKeySequence(f"Ctrl+{digit}"), window, partial(by_digit, page))
    QShortcut(QKeySequence.StandardKey.HelpContents, window, partial(go, "help"))
