"""A mentor's visits to two companies, and the same company a year later: by mouse and keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, companies, recording, sign_off
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.widgets.choices import ChoiceRow

from .conftest import COMPANY, Opener, click, named, press

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # no real screen

_CONTROL = Qt.KeyboardModifier.ControlModifier


def button(window: MainWindow, name: str) -> QPushButton:
    return named(window, QPushButton, name)


def visit(window: MainWindow, name: str, keys: str, qtbot: QtBot) -> None:
    """Enter a company, begin an assessment, and answer the first questions."""
    click(button(window, "New company"))
    assert window.frame.current == "company"
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(name)
    click(button(window, "Save and go on"))
    assert window.frame.current == "new_assessment"
    begin = button(window, "Begin")
    qtbot.waitUntil(begin.isEnabled, timeout=15_000)
    press(Qt.Key.Key_Return)
    assert window.frame.current == "questionnaire"
    for key in keys:
        press(key)
        press(Qt.Key.Key_Return)


def save_report(window: MainWindow, target: Path, qtbot: QtBot) -> str:
    """Save the report of what is open, and give the words of its first page."""
    press(Qt.Key.Key_6, _CONTROL)
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.ready, timeout=60_000)
    page.saving.save_as(target)
    qtbot.waitUntil(target.exists, timeout=30_000)
    with pikepdf.open(target) as pdf:
        return str(pdf.docinfo.get("/Title", ""))


def test_a_mentor_visits_two_companies(open_window: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window()
    click(button(window, "I mentor several companies"))
    qtbot.waitUntil(lambda: window.frame.current == "companies")
    visit(window, "Zimmerei Wolf", "324", qtbot)
    press(Qt.Key.Key_0, _CONTROL)
    assert window.frame.current == "companies"
    visit(window, "Bäckerei Öhler", "d5", qtbot)
    assert len(window.session.answers) == 2

    press(Qt.Key.Key_0, _CONTROL)
    window.tasks.finish()
    qtbot.waitUntil(lambda: bool(window.findChild(QLineEdit)))
    press(Qt.Key.Key_F, _CONTROL)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert("wolf")
    press(Qt.Key.Key_Return)  # into the table
    press(Qt.Key.Key_Return)
    assert window.frame.current == "questionnaire"
    assert window.frame.header.company == "Zimmerei Wolf"
    said = [answer.value for answer in window.session.answers.values()]
    assert said == [3, 2, 4]
    assert "Zimmerei Wolf" in save_report(window, tmp_path / "Wolf.pdf", qtbot)


def test_the_same_company_a_year_later(
    open_window: Opener, workspace: Path, questionnaire: Questionnaire, qtbot: QtBot, tmp_path: Path
) -> None:
    last_year(workspace, questionnaire)
    window = open_window(page="overview")
    click(button(window, "New assessment"))
    begin = button(window, "Begin")
    qtbot.waitUntil(begin.isEnabled, timeout=15_000)
    press(Qt.Key.Key_Return)
    assert window.frame.current == "questionnaire"
    assert dict(window.session.answers) == {}
    told = [row.accessibleDescription() for row in window.findChildren(ChoiceRow)]
    assert any(
        window.t.date(date(2026, 2, 24)) in words for words in told
    )  # its level stands there
    for _ in questionnaire.rated_questions:
        press("4")
        press(Qt.Key.Key_Return)
    assert {answer.value for answer in window.session.answers.values()} >= {4}
    press(Qt.Key.Key_1, _CONTROL)
    click(button(window, "Sign off …"))
    click(button(window, "Sign off anyway"))
    record = window.session.assessment
    assert record is not None
    assert not record.open
    assert COMPANY.name in save_report(window, tmp_path / "again.pdf", qtbot)
    earlier = window.session.assessments[1]
    assert earlier.day == date(2026, 2, 24)
    assert not earlier.open


def last_year(workspace: Path, questionnaire: Questionnaire) -> None:
    """Answer everything at level 2, and finish."""
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        (record,) = assessments.list_assessments(opened, company.id)
        for question in questionnaire.rated_questions:
            recording.record_answer(
                opened, record.id, record.respondents[0].id, question.id, Answer.of(2)
            )
        sign_off.sign(opened, record.id)
    assert workspace == paths.default_workspace()
