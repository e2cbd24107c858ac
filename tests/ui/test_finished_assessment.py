"""A finished assessment on the screen: what the company becomes later does not change it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.services import assessments, companies, respondents
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from tests.ui.conftest import Opener, click, named


def test_its_result_keeps_the_company_of_its_day(workspace: Path, open_window: Opener) -> None:
    session = open_window(workspace=str(workspace), page="results").session
    assert session.company is not None

    def compared_with() -> int | None:
        assert session.evaluation is not None
        return session.evaluation.company.employees

    session.sign()
    session.save_company(replace(session.company, employees=300))
    assert compared_with() == 40
    session.correct("A slip")
    assert compared_with() == 300


def test_it_is_said_that_changed_details_come_too_late(window: MainWindow) -> None:
    window.session.sign()
    for name, said in (("Kessler", True), ("Kessler", False)):
        window.frame.banner.hide()
        window.go("company")
        line = named(window, QLineEdit, "Name")
        assert isinstance(line, QLineEdit)
        line.setText(name)
        click(named(window, QPushButton, "Save"))
        assert ("keep the details of then" in window.frame.banner.words) is said
        window.frame.banner.say("")


def test_from_whom_there_is_nothing_yet_is_told_before_it_is_finished(
    open_window: Opener, workspace: Path
) -> None:
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        (record,) = assessments.list_assessments(opened, company.id)
        respondents.add_respondent(opened, record.id, Viewpoint.IT, "Jan")
    window = open_window(page="overview")
    click(named(window.frame, QPushButton, "Sign off …"))
    said = " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())
    assert "Nothing has come from 2 people yet" in said
    assert window.session.assessment is not None
    assert window.session.assessment.open
