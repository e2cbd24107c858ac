"""Content that scrolls up and down, and stays where it is when it is built anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from digimaturity.ui.keyboard import keyboard_kept


def scroll_area() -> QScrollArea:
    """An empty area as wide as there is room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def replace_in(area: QScrollArea, page: QWidget) -> None:
    """Show `page`; what was there goes later, as a list of its own may have brought us here.

    `QScrollArea.setWidget` alone deletes it at once, and Qt still comes back to that list.
    """
    gone = area.takeWidget()
    area.setWidget(page)
    if gone is not None:
        gone.deleteLater()


def show_in(area: QScrollArea, content: QWidget, margin: int) -> None:
    """Put `content` into the area, with `margin` pixels at its sides; scrolling stays."""
    place = area.verticalScrollBar().value()
    page = QWidget()
    page.setObjectName("page")
    row = QHBoxLayout(page)
    row.setContentsMargins(margin, 24, margin, 32)
    row.setSpacing(0)
    row.addWidget(content, stretch=1)
    row.addStretch()
    with keyboard_kept(area):
        replace_in(area, page)
    layout = page.layout()
    if layout is not None:
        layout.activate()  # only then there is room to scroll to where it was
    area.verticalScrollBar().setValue(place)
