"""Nothing is cut off, not even in the longest words, at twice the size, in a small window."""

from __future__ import annotations

import re
from operator import methodcaller
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from digimaturity import paths, ui
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from tests.screenshots.faults import faults
from tests.screenshots.scenes import scenes, show

from .conftest import Opener


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (960, 600)])
def test_all_that_is_said_in_german_can_be_read_at_twice_the_size(
    open_window: Opener, width: int, height: int
) -> None:
    with open_workspace(paths.default_workspace()) as workspace:
        added = load_sample(workspace)
    window = open_window(
        mode="mentor",
        company=added.company,
        assessment=added.assessment,
        page="overview",
        language="de",
        text_size=200,
        geometry=(0, 0, width, height),
        toured=True,
    )
    found = {}
    for name, scene in scenes().items():
        show(window, scene)
        if told := faults(window):
            found[name] = told
    assert not found


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (960, 600)])
def test_the_first_pages_can_be_read_in_german_at_twice_the_size(
    open_window: Opener, width: int, height: int
) -> None:
    window = open_window(language="de", text_size=200, geometry=(0, 0, width, height))
    found = {}
    for page in ("welcome", "companies", "company", "client_package", "settings", "help"):
        show(window, methodcaller("go", page))
        if told := faults(window):
            found[page] = told
    assert not found


def test_nothing_moves_by_itself(open_window: Opener) -> None:
    """No animation is longer than 150 ms, for there is none: neither Qt's effects nor our own."""
    open_window()
    assert not [effect for effect in Qt.UIEffect if QApplication.isEffectEnabled(effect)]
    ours = Path(ui.__file__).parent.rglob("*.py")
    moving = re.compile(r"\bQ(Property|Variant|Sequential|Parallel|Pause)\w*Animation|QTimeLine")
    assert not [path.name for path in ours if moving.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("alias", [False, True])
def test_in_a_narrow_window_the_header_tells_whose_data_these_are(
    open_window: Opener, workspace: Path, alias: bool
) -> None:
    assert workspace.exists()
    look = {"text_size": 200, "geometry": (0, 0, 960, 600), "language": "de", "alias": alias}
    window = open_window(page="overview", **look)
    shown = [one for one in window.frame.header.findChildren(QLabel) if one.isVisible()]
    (company,) = (one for one in shown if one.text() == window.frame.header.company)
    assert company.width() >= company.fontMetrics().averageCharWidth() * 7
    tags = [one for one in shown if one.property("kind") == "tag"]
    assert [one.width() >= one.sizeHint().width() for one in tags] == [True] * alias
