"""Companies of one name are told, and an assessment begun by mistake can be deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, companies, recording
from digimaturity.services.going_on import go_on
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import open_workspace

from .conftest import COMPANY, Opener, click, named

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # no real screen


def told(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_a_new_company_begins_empty_and_a_second_of_its_name_is_told(
    open_window: Opener, workspace: Path, qtbot: QtBot
) -> None:
    window = open_window(mode="mentor", page="overview")
    window.new_company()
    name = named(window, QLineEdit, "Name")
    assert isinstance(name, QLineEdit)
    assert name.text() == ""
    name.setText(COMPANY.name.upper().replace("  ", " "))
    name.editingFinished.emit()
    qtbot.waitUntil(lambda: "already a company of this name" in told(window))
    click(named(window, QPushButton, "Save"))
    assert window.session.company is not None
    window.close()
    with open_workspace(workspace) as opened:
        assert len(companies.list_companies(opened)) == 2


def test_an_assessment_begun_by_mistake_is_deleted_after_a_question(
    open_window: Opener, workspace: Path, questionnaire: Questionnaire, qtbot: QtBot
) -> None:
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        people = [(Viewpoint.MANAGEMENT, "")]
        begun = assessments.create_assessment(
            opened, company.id, questionnaire, date(2026, 5, 1), people
        )
        wrong = assessments.get_assessment(opened, str(begun.assessment))
        place = (wrong.id, wrong.respondents[0].id, "data.figures")
        recording.record_answer(opened, *place, Answer.of(2))
    window = open_window(page="overview", assessment=wrong.id)
    assert window.session.assessment_id == wrong.id
    click(named(window, QPushButton, "Delete Assessment 2026"))
    asked = window.findChild(QMessageBox)
    assert isinstance(asked, QMessageBox)
    assert "1 entry" in asked.informativeText()
    click(named(asked, QPushButton, "Cancel"))
    assert len(window.session.assessments) == 2
    click(named(window, QPushButton, "Delete Assessment 2026"))
    asked = window.findChildren(QMessageBox)[-1]
    click(named(asked, QPushButton, "Delete for good"))
    qtbot.waitUntil(lambda: len(window.session.assessments) == 1)
    assert window.session.assessment_id not in ("", wrong.id)


def test_a_quick_check_that_was_gone_on_with_is_not_in_progress(
    open_window: Opener, workspace: Path
) -> None:
    packs = usable_questionnaires()
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        people = [(Viewpoint.MANAGEMENT, "")]
        begun = assessments.create_assessment(
            opened, company.id, packs["quick-check"], date(2026, 6, 1), people
        )
        go_on(opened, str(begun.assessment), packs)
    window = open_window(page="overview", assessment=str(begun.assessment))
    assert "2026 · continued" in told(window.frame.page("overview"))
    assert "continued" in window.frame.header._assessment.text()
