"""The window at its first start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from digimaturity.ui.placement import first_size

from .conftest import Opener


def test_the_first_window_is_no_higher_than_the_screen(
    open_window: Opener,
    workspace: Path,  # noqa: ARG001 - it must be there
) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry().height()
    assert room <= 800  # or this would show nothing
    assert open_window().height() < room


def test_a_low_screen_is_not_exceeded_and_a_high_one_not_filled() -> None:
    assert first_size(1400) == (1280, 800)
    width, height = first_size(728)  # 1366 x 768 less the bar of the system
    assert width == 1280
    assert height <= 728 - 32
