"""Which questionnaire a new assessment is taken with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.offer_row import OfferRow
from tests.packs.conftest import SMALL

from .conftest import Opener, click, named, press, spoken


def offers(window: MainWindow, qtbot: QtBot) -> list[OfferRow]:
    """What there is to choose from on the page of the new assessment."""
    window.go("new_assessment")
    qtbot.waitUntil(named(window, QPushButton, _begin(window)).isEnabled, timeout=15_000)
    return [row for row in window.findChildren(OfferRow) if row.isVisible()]


def _begin(window: MainWindow) -> str:
    return "Begin" if window.t.language == "en" else "Beginnen"


def begun(window: MainWindow) -> str:
    """Begin; the id of the questionnaire that is asked then."""
    click(named(window, QPushButton, _begin(window)))
    assert window.frame.current == "questionnaire"
    assert window.session.questionnaire is not None
    return window.session.questionnaire.id


def test_the_full_questionnaire_is_the_usual_one(window: MainWindow, qtbot: QtBot) -> None:
    full, quick = offers(window, qtbot)
    assert (full.isChecked(), quick.isChecked()) == (True, False)
    assert begun(window) == "readiness"


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("en", "Quick check", ("18 questions", "about 12 minutes", "go on with the full")),
        ("de", "Kurzcheck", ("18 Fragen", "etwa 12 Minuten", "mit dem ganzen Fragebogen")),
    ],
)
def test_the_quick_check_says_what_it_asks_and_is_begun(
    open_window: Opener,
    workspace: Path,
    qtbot: QtBot,
    language: str,
    title: str,
    words: tuple[str, ...],
) -> None:
    assert workspace.exists()
    window = open_window(language=language)
    full, quick = offers(window, qtbot)
    assert "54" in full.accessibleDescription()
    assert quick.accessibleName() == title
    assert all(part in quick.accessibleDescription() for part in words)
    click(quick)
    assert (full.isChecked(), quick.isChecked()) == (False, True)
    assert begun(window) == "quick-check"


def test_in_a_low_window_the_keyboard_begins_in_sight_and_tab_goes_down(
    open_window: Opener,
    workspace: Path,  # noqa: ARG001 - it must be there
    qtbot: QtBot,
) -> None:
    window = open_window(text_size=200, geometry=(0, 0, 960, 600))
    full, _quick = offers(window, qtbot)
    assert QApplication.focusWidget() is full
    assert full.visibleRegion().boundingRect().height() > full.height() // 2
    click(named(window, QPushButton, "Add a person"))
    full.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for _ in range(12):
        press(Qt.Key.Key_Tab)
        focused = window.focusWidget()
        met.append(focused.accessibleName() or spoken(focused))
    fields = ("Viewpoint of person", "Name of person", "Take out person")
    people = [f"{what} {n}" for n in (1, 2) for what in fields]
    assert met == [*["Date"] * 3, *people, "Add a person", "Begin", "Back"]


def test_the_arrows_choose_and_tab_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    full, quick = offers(window, qtbot)
    full.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    assert quick.isChecked()
    assert QApplication.focusWidget() is quick
    press(Qt.Key.Key_Up)
    assert full.isChecked()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), OfferRow)


def test_another_language_keeps_the_choice(window: MainWindow, qtbot: QtBot) -> None:
    _full, quick = offers(window, qtbot)
    click(quick)
    window.change_settings(language="de")
    QApplication.processEvents()
    _ganz, kurz = offers(window, qtbot)
    assert kurz.isChecked()
    assert begun(window) == "quick-check"


def test_a_pack_of_ones_own_can_be_chosen_and_a_broken_one_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    for name in ("small", "broken"):
        shutil.copytree(SMALL, paths.own_questionnaires_dir() / name)
    (paths.own_questionnaires_dir() / "broken" / "pack.yaml").write_text("format: 1\n")
    rows = offers(window, qtbot)
    assert [row.accessibleName() for row in rows[2:]] == ["Small check"]
    click(rows[-1])
    assert begun(window) == "small"
