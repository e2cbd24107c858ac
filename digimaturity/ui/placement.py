"""Where the window stands on the screen, from one start to the next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from digimaturity.settings import Settings

#: Size of the window at the first start, and what its title bar takes at most (pixels).
_USUAL, _TITLE = (1280, 800), 40


def restore_placement(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was, if a screen is still there."""
    match settings.geometry:
        case (left, top, width, height):
            place = QRect(left, top, width, height)
        case _:
            place = QRect()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if place.isValid() and any(screen.intersects(place) for screen in screens):
        window.setGeometry(place)
    else:
        window.resize(*first_size(QGuiApplication.primaryScreen().availableGeometry().height()))
    if settings.maximized:
        window.showMaximized()


def first_size(room: int) -> tuple[int, int]:
    """Width and height at the first start, on a screen with `room` pixels from top to bottom.

    The foot of the window, with the way to the next area, is seen on a laptop of 1366 x 768, too.
    """
    width, height = _USUAL
    return width, min(height, room - _TITLE)


def placed(window: QMainWindow, settings: Settings) -> Settings:
    """The settings with the place where the window is now."""
    area = window.normalGeometry()
    geometry = (area.x(), area.y(), area.width(), area.height())
    return replace(settings, geometry=geometry, maximized=window.isMaximized())
