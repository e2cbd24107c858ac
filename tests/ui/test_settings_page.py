"""The settings tell what is installed, and what is wrong with it."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.services.workspace import list_backups
from digimaturity.settings import load_settings
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.pages.settings import SettingsPage
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.workspace_panel import WorkspacePanel

from .conftest import W, click, named, press


def _words(window: MainWindow) -> str:
    window.go("settings")
    window.tasks.wait()
    QApplication.processEvents()
    page = window.frame.page("settings")
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_official_figures_are_listed_and_faulty_ones_say_where(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "questionnaires"
    shutil.copytree(paths.questionnaires_dir(), installed)
    broken = installed / "benchmarks" / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("id: broken\nsources: none\n", encoding="utf-8")
    monkeypatch.setattr(paths, "questionnaires_dir", lambda: installed)
    words = _words(window)
    assert "Benchmarks" in words
    assert "Eurostat" in words
    assert "broken/pack.yaml:" in words


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """The settings page, open."""
    window.go("settings")
    page = window.frame.page("settings")
    assert isinstance(page, SettingsPage)
    QApplication.processEvents()
    return page


def panel(window: MainWindow, kind: type[W]) -> W:
    """A panel of the page as it is now: it is made anew with the window."""
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_a_section_is_one_press_away(page: SettingsPage, qtbot: QtBot) -> None:
    click(named(page, QPushButton, "Backups"))
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "&Back up now"
    qtbot.waitUntil(lambda: not focused.visibleRegion().isEmpty())
    assert page.place() == "5"


def test_what_is_chosen_holds_at_once_and_the_user_stays(
    page: SettingsPage, window: MainWindow
) -> None:
    boxes = {one.accessibleName(): one for one in page.findChildren(ChoiceBox)}
    sizes = boxes["Text size"]
    assert [sizes.itemData(n) for n in range(sizes.count())] == [80, 90, 100, 125, 150, 175, 200]
    sizes.setFocus()
    sizes.setCurrentIndex(0)
    sizes.activated.emit(0)
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not sizes  # the window is built anew
    assert focused.accessibleName() == "Text size"
    click(named(window.frame.page("settings"), QRadioButton, "I mentor several companies"))
    kept = load_settings(paths.config_dir())
    assert (kept.text_size, kept.mode) == (80, "mentor")
    assert window.frame.current == "settings"


def test_the_workspace_moves_while_it_is_open_and_work_goes_on(
    page: SettingsPage, window: MainWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert page.isVisible()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    open_assessment = window.session.assessment_id
    panel(window, WorkspacePanel).look_at(folder)
    QApplication.processEvents()
    click(named(window, QPushButton, "Move it"))
    qtbot.waitUntil(lambda: window.path == folder / workspace.name, timeout=30_000)
    qtbot.waitUntil(lambda: str(folder) in window.frame.banner.words, timeout=30_000)
    assert window.session.assessment_id == open_assessment
    assert window.frame.current == "settings"
    assert load_settings(paths.config_dir()).workspace == str(window.path)
    assert not workspace.exists()
    assert len(list(workspace.parent.glob("digimaturity-moved-*.db"))) == 1
    window.go("questionnaire")
    press("4")
    assert window.session.responses.answers


def test_a_move_that_cannot_be_made_says_so_and_leaves_everything(
    page: SettingsPage, window: MainWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert page.isVisible()
    (tmp_path / workspace.name).write_text("years of work")
    panel(window, WorkspacePanel).look_at(tmp_path)
    QApplication.processEvents()
    click(named(window, QPushButton, "Move it"))
    qtbot.waitUntil(window.frame.banner.isVisible, timeout=30_000)
    assert "already a file" in window.frame.banner.words
    assert window.path == workspace
    assert (tmp_path / workspace.name).read_text() == "years of work"
    qtbot.waitUntil(lambda: _offered(page, "Move to another folder …"))


def test_a_backup_is_brought_back_beside_and_used_only_when_the_user_says_so(
    page: SettingsPage, window: MainWindow, workspace: Path, qtbot: QtBot
) -> None:
    window.session.sign()
    window.session.correct("A slip")
    click(named(page, QPushButton, "Back up now"))
    qtbot.waitUntil(lambda: bool(list_backups(workspace)), timeout=30_000)
    qtbot.waitUntil(lambda: "checked copy" in window.frame.banner.words)
    QApplication.processEvents()
    click(named(page, QPushButton, "Check the backup of"))
    qtbot.waitUntil(lambda: "is sound" in window.frame.banner.words, timeout=30_000)
    assert "1 company · 1 assessment · 0 answers" in window.frame.banner.words
    assert "Unchanged since it was signed off: 1 of 1 revision" in window.frame.banner.words
    QApplication.processEvents()
    assert QApplication.focusWidget() is named(page, QPushButton, "Check the backup of")
    window.go("questionnaire")
    press("4")
    window.go("settings")
    choices = (("Delete the copy", 1), ("Keep both", 1), ("Use the backup instead", 0))
    for choice, answers in choices:
        click(named(page, QPushButton, "Bring back the backup of"))
        qtbot.waitUntil(partial(_offered, page, choice), timeout=30_000)
        click(named(page, QPushButton, choice))
        qtbot.waitUntil(lambda: not window.opening.running, timeout=30_000)
        given = window.session.responses.answers
        assert sum(len(one) for one in given.values()) == answers
    qtbot.waitUntil(lambda: "The backup is in use" in window.frame.banner.words, timeout=30_000)
    assert len(list(workspace.parent.glob("digimaturity-re*.db"))) == 2  # replaced, and kept beside


def test_who_sends_reports_is_the_same_on_both_pages(
    page: SettingsPage, window: MainWindow
) -> None:
    window.go("report")
    window.go("settings")
    line = named(page, QLineEdit, "Your name")
    line.setFocus()
    line.clear()
    press("Ada")
    window.go("report")
    reporting = window.frame.page("report")
    assert isinstance(reporting, ReportPage)
    assert not reporting.ready  # it is made anew
    window.go("settings")
    assert window.settings.mentor == "Ada"


def _offered(page: SettingsPage, text: str) -> bool:
    return any(one.isVisible() and one.text() == text for one in page.findChildren(QPushButton))
