"""Full disks, locked and damaged files, faults of our own: said in words, and nothing is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.app import make_window
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.services.first_look import look_into
from digimaturity.services.workspace import backup_workspace
from digimaturity.settings import Settings, save_settings
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.choices import ChoiceRow

from .conftest import COMPANY, Opener, click, lay_out, named, press

_HOLDER = """
import sys
from pathlib import Path
from digimaturity.services.workspace import open_workspace
with open_workspace(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(workspace: Path) -> Iterator[Path]:
    """A workspace that another process has open."""
    command = [sys.executable, "-c", _HOLDER, str(workspace)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield workspace
        holder.communicate()


def _words(window: MainWindow) -> str:
    page = window.frame.page(window.frame.current)
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_full_disk_is_said_at_once_and_the_answer_shown_is_the_one_that_is_saved(
    window: MainWindow, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    question = questionnaire.rated_questions[0].id
    press("2")
    _fill_disk(window)
    pressed = 0
    while not window.frame.banner.isVisible():
        press("4" if pressed % 2 == 0 else "2")
        pressed += 1
        assert pressed < 1000
    saved = window.session.answer_of(question)
    assert saved in (Answer.of(2), Answer.of(4))
    shown = next(row for row in window.findChildren(ChoiceRow) if row.isChecked())
    assert saved is not None
    assert shown.accessibleName().startswith(f"{saved.value} ")
    assert "full" in window.frame.banner.words
    _fill_disk(window, pages=1_000_000)
    window.tell("It can be read.")
    press("5")
    assert window.session.answer_of(question) == Answer.of(5)
    assert window.frame.banner.isVisible()
    qtbot.waitUntil(lambda: not window.frame.banner.isVisible())


def _fill_disk(window: MainWindow, pages: int = 1) -> None:
    """Let SQLite itself find no more room: the file may grow no further."""
    opened = window.session.workspace
    assert opened is not None
    with opened._store.guard, opened._store._connection.begin():
        opened._store._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_second_window_says_who_has_the_workspace_and_can_read_it(
    held: Path, open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.frame.current == "trouble"
    assert "already open" in _words(window)
    click(named(window, QPushButton, "Open read-only"))
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=15_000)
    window.go("questionnaire")
    rows = [row for row in window.findChildren(ChoiceRow) if row.isVisible()]
    assert rows
    assert not any(row.isEnabled() for row in rows)
    assert held.exists()


def test_trying_again_twice_at_once_opens_once(
    workspace: Path, open_window: Opener, qtbot: QtBot
) -> None:
    good = workspace.read_bytes()
    workspace.write_bytes(b"This is a letter, not a workspace. " * 200)
    window = open_window()
    assert window.frame.current == "trouble"
    workspace.write_bytes(good)
    again = named(window, QPushButton, "Try again")
    click(again)
    click(again)
    window.open_workspace(workspace)  # as by keys that were pressed before
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=15_000)
    window.tasks.wait()
    QApplication.processEvents()
    assert window.frame.current == "overview"
    assert not window.frame.banner.isVisible()


def test_a_click_before_the_workspace_proves_locked_ends_on_the_page_that_says_so(
    held: Path, qtbot: QtBot
) -> None:
    save_settings(paths.config_dir(), Settings(language="en", page="questionnaire"))
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    window.start()
    lay_out(window)
    assert window.session.workspace is None
    click(next(row for row in window.findChildren(ChoiceRow) if row.isVisible()))
    assert window.frame.current == "trouble"
    assert "already open" in _words(window)
    assert not window.frame.banner.isVisible()
    said = [one.text() for one in window.frame.header.findChildren(QLabel)]
    assert "Saved" not in said
    seen = look_into(held)
    assert seen is not None
    assert seen.case is not None
    assert not any(seen.case.responses.answers.values())
    assert window.close()


@pytest.mark.parametrize("content", [b"This is a letter, not a workspace. " * 200, b""])
def test_a_foreign_or_damaged_file_is_left_alone_until_a_backup_takes_its_place(
    workspace: Path, open_window: Opener, content: bytes, qtbot: QtBot
) -> None:
    backup_workspace(workspace)
    workspace.with_name(workspace.name + "-wal").unlink(missing_ok=True)
    workspace.write_bytes(content or workspace.read_bytes()[:5000])
    before = workspace.read_bytes()
    window = open_window()
    assert window.frame.current == "trouble"
    named(window, QPushButton, "Choose another file")
    assert workspace.read_bytes() == before
    click(named(window, QPushButton, "Backup of"))
    qtbot.waitUntil(lambda: window.session.company is not None, timeout=15_000)
    company = window.session.company
    assert company is not None
    assert company == replace(COMPANY, id=company.id)
    aside = [path for path in workspace.parent.iterdir() if path.is_file()]
    assert any(path.read_bytes() == before for path in aside)


@pytest.mark.parametrize("way", ["Take the newest backup", "Begin anew"])
def test_a_workspace_that_is_gone_is_not_quietly_begun_anew(
    workspace: Path, open_window: Opener, qtbot: QtBot, way: str
) -> None:
    backup = backup_workspace(workspace)
    workspace.unlink()
    window = open_window()
    assert window.frame.current == "trouble"
    assert "gone" in _words(window)
    assert not workspace.exists()
    click(named(window, QPushButton, way))
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=15_000)
    restored = way != "Begin anew"
    assert (window.session.company is not None) is restored
    assert window.frame.current == ("overview" if restored else "welcome")
    assert backup.exists()


def test_a_newer_workspace_is_refused_and_not_touched(workspace: Path, open_window: Opener) -> None:
    with sqlite3.connect(workspace) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = workspace.read_bytes()
    window = open_window()
    assert window.frame.current == "trouble"
    assert "newer" in _words(window)
    assert workspace.read_bytes() == before


def test_damaged_settings_cost_only_the_settings(workspace: Path, open_window: Opener) -> None:
    folder = paths.config_dir()
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text("{ this is no JSON", encoding="utf-8")
    window = open_window()
    assert window.session.company is not None
    assert window.session.workspace is not None
    assert window.session.workspace.path == workspace


def test_closing_with_a_comment_that_cannot_be_saved_says_so_first(
    window: MainWindow,
) -> None:
    press("c")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    _fill_disk(window)
    box.insertPlainText("x" * 50_000)
    assert not window.close()
    assert window.isVisible()
    assert window.frame.banner.isVisible()
    assert window.close()
