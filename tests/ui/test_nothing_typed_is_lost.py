"""What was typed is recorded or still there: closing, full disks, files of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.questionnaire import Kind, Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.widgets.question_card import QuestionCard

from .conftest import Opener, click, named, press

_LONG = "x" * 50_000


def recorded(path: Path, question: str) -> Answer | None:
    """What a workspace that is closed says to one question."""
    with open_workspace(path) as workspace:
        company = list_companies(workspace)[0]
        record = assessments.list_assessments(workspace, company.id)[0]
        said = assessments.responses(workspace, record.id)
        return said.answers[record.respondents[0].id].get(question)


def room(window: MainWindow, pages: int) -> None:
    """The workspace may grow to so many pages, and no further."""
    opened = window.session.workspace
    assert opened is not None
    with opened.reading() as stored:
        stored._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_number_that_is_being_typed_when_the_window_closes(
    window: MainWindow, questionnaire: Questionnaire, workspace: Path
) -> None:
    fact = next(question for question in questionnaire.facts if question.kind is Kind.NUMBER)
    window.open_question(fact.id)
    press("42")
    assert window.close()
    assert recorded(workspace, fact.id) == Answer.of(42)


def test_a_comment_that_found_no_room_stays_and_is_recorded_when_there_is_some(
    window: MainWindow, questionnaire: Questionnaire, workspace: Path
) -> None:
    question = questionnaire.rated_questions[0].id
    long = "x" * 50_000
    press("c")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    room(window, 1)
    box.insertPlainText(long)
    box.clearFocus()
    assert window.frame.banner.isVisible()
    room(window, 1_000_000)
    window.session.answer(question, Answer.of(4))
    assert window.close()
    assert recorded(workspace, question) == Answer.of(4, long)


@pytest.mark.parametrize("comment", ["hard\u00a0space", "two\r\nlines", " spaces ", "bell\x07"])
def test_comments_are_not_changed_by_looking_at_them(
    open_window: Opener, questionnaire: Questionnaire, workspace: Path, comment: str
) -> None:
    question = questionnaire.rated_questions[0].id
    with open_workspace(workspace) as opened:
        company = list_companies(opened)[0]
        record = assessments.list_assessments(opened, company.id)[0]
        recording.record_comment(opened, record.id, record.respondents[0].id, question, comment)
    window = open_window(page="questionnaire")
    window.open_question(question)
    window.go("results")
    assert window.close()
    found = recorded(workspace, question)
    assert found is not None
    assert found.comment == comment


def test_a_report_replaces_no_file_that_the_dialog_did_not_ask_about(
    window: MainWindow, qtbot: QtBot, workspace: Path, tmp_path: Path
) -> None:
    page = window.frame.open("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.ready, timeout=20_000)
    (tmp_path / "letter.pdf").write_text("a letter")
    page.saving.save_as(tmp_path / "letter")
    assert (tmp_path / "letter.pdf").read_text() == "a letter"
    assert window.frame.banner.isVisible()

    page.saving.save_as(tmp_path / "Müller & Co. KG 2026")
    assert (tmp_path / "Müller & Co. KG 2026.pdf").read_bytes().startswith(b"%PDF")
    page.saving.save_as(workspace)
    assert workspace.read_bytes().startswith(b"SQLite")


def test_the_sample_says_so_where_its_folder_cannot_be_made(
    open_window: Opener, qtbot: QtBot
) -> None:
    paths.data_dir().parent.mkdir(parents=True, exist_ok=True)
    paths.data_dir().write_text("a file where the folder should be")
    window = open_window(sample=True)
    qtbot.waitUntil(lambda: window.frame.current == "trouble")
    assert window.trouble is not None


@pytest.fixture
def unsaved(window: MainWindow) -> Iterator[QPlainTextEdit]:
    """A comment on the first question that finds no room."""
    press("c")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    room(window, 1)
    box.insertPlainText(_LONG)
    yield box
    if window.isVisible():
        room(window, 1_000_000)


def _comment(window: MainWindow, question: str) -> QPlainTextEdit:
    cards = window.frame.page("questionnaire").findChildren(QuestionCard)
    return next(card.comment for card in cards if card.question.id == question)


def test_a_comment_that_cannot_be_saved_stays_in_sight_when_another_area_is_wanted(
    window: MainWindow, unsaved: QPlainTextEdit, questionnaire: Questionnaire, workspace: Path
) -> None:
    question = questionnaire.rated_questions[0].id
    elsewhere = questionnaire.areas[3].questions[0].id
    window.open_question(elsewhere)
    assert _comment(window, question) is unsaved
    assert unsaved.isVisible()
    window.session.bus.changed.emit(Change(ChangeKind.ANSWER))  # the page shows everything anew
    assert unsaved.isVisible()
    room(window, 1_000_000)
    window.open_question(elsewhere)
    assert not any(card.question.id == question for card in window.findChildren(QuestionCard))
    assert window.close()
    found = recorded(workspace, question)
    assert found is not None
    assert found.comment == _LONG


@pytest.mark.usefixtures("unsaved")
def test_a_comment_that_cannot_be_saved_outlives_another_language_and_asks_before_closing(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = questionnaire.rated_questions[0].id
    window.go("results")
    window.change_settings(language="de")
    QApplication.processEvents()
    assert _comment(window, question).toPlainText() == _LONG
    assert not window.close()  # the message was there before; it is not lost for that
    assert window.frame.current == "questionnaire"
    QApplication.processEvents()
    assert _comment(window, question).isVisible()
    assert window.close()


@pytest.mark.usefixtures("unsaved")
def test_a_comment_that_cannot_be_saved_can_be_discarded(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    elsewhere = questionnaire.areas[3].questions[0].id
    window.open_question(elsewhere)
    click(named(window, QPushButton, "Discard it"))
    window.open_question(elsewhere)
    assert any(card.question.id == elsewhere for card in window.findChildren(QuestionCard))
    assert window.close()


def test_redo_concerns_the_text_that_is_being_typed(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    control, question = Qt.KeyboardModifier.ControlModifier, questionnaire.rated_questions[0].id
    press("4")
    press(Qt.Key.Key_Z, control)
    press("c")
    press("well")
    box = _comment(window, question)
    press(Qt.Key.Key_Z, control)
    assert not box.toPlainText()
    press(Qt.Key.Key_Y, control)
    assert box.toPlainText() == "well"
    press(Qt.Key.Key_Z, control)
    # As on Linux, where Ctrl+Y is no key of the field.
    next(one for one in window.findChildren(QShortcut) if one.key() == "Ctrl+Y").activated.emit()
    assert box.toPlainText() == "well"
    answer = window.session.answer_of(question)
    assert answer is None or answer.value is None
