"""A mentor turns from one company to another, and finds each where work on it stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, companies
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.widgets.boxes import ChoiceBox

from .conftest import COMPANY, Opener, click, lay_out, press

OTHER = CompanyRecord("Bäckerei Zander", "AT", "C", 14)


@pytest.fixture
def clients(workspace: Path, questionnaire: Questionnaire) -> tuple[str, str]:
    """Two companies with an assessment each; their ids."""
    with open_workspace(workspace) as opened:
        (first,) = companies.list_companies(opened)
        other = str(companies.save_company(opened, OTHER).company)
        people = [(Viewpoint.MANAGEMENT, ""), (Viewpoint.IT, "Ada")]
        assessments.create_assessment(opened, other, questionnaire, date(2026, 4, 1), people)
    return first.id, other


def at_question(window: MainWindow) -> str:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    return page.place()


def name_of(window: MainWindow) -> str:
    assert window.session.company is not None
    return window.session.company.name


def test_each_company_is_found_where_work_on_it_stopped(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    first, other = clients
    window = open_window(mode="mentor", company=first, page="questionnaire")
    window.open_question("data.figures")
    press("3")
    here = at_question(window)

    window.open_company(other)
    assert (name_of(window), window.frame.current) == (OTHER.name, "overview")
    assert window.frame.header.company == OTHER.name
    assert dict(window.session.answers) == {}
    expert = window.session.respondents[1]
    window.session.answer_as(expert.id)
    window.go("results")

    window.open_company(first)
    assert (name_of(window), window.frame.current) == (COMPANY.name, "questionnaire")
    assert at_question(window) == here
    assert window.session.answers["data.figures"] == Answer.of(3)
    window.open_company(other)
    assert window.frame.current == "results"
    assert window.session.respondent == expert


def test_what_was_undone_belongs_to_one_company(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    first, other = clients
    window = open_window(mode="mentor", company=first, page="questionnaire")
    window.open_question("data.figures")
    press("3")
    window.open_company(other)
    QApplication.processEvents()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.open_company(first)
    assert window.session.answers["data.figures"] == Answer.of(3)


def test_a_new_company_is_opened_when_it_is_saved(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    window = open_window(mode="mentor", company=clients[0], page="overview")
    window.new_company()
    assert (window.session.company, window.frame.current) == (None, "company")
    window.session.save_company(CompanyRecord("Dritte GmbH"))
    assert name_of(window) == "Dritte GmbH"
    assert window.session.workspace is not None
    assert len(companies.list_companies(window.session.workspace)) == 3


def test_what_was_typed_for_a_new_company_is_there_when_one_comes_back(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    window = open_window(mode="mentor", company=clients[0], page="overview")
    window.new_company()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert("Dritte")
    window.go("companies")
    window.new_company()
    assert window.frame.current == "company"
    assert field.text() == "Dritte"
    assert window.focusWidget() is field


def test_the_company_that_was_open_is_opened_at_the_next_start(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    window = open_window(mode="mentor", company=clients[0], page="overview")
    window.open_company(clients[1])
    window.go("questionnaire")
    window.close()
    again = open_window()
    assert (name_of(again), again.frame.current) == (OTHER.name, "questionnaire")


def test_who_has_one_company_only_sees_that_one(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    window = open_window(mode="mentor", page="settings")
    assert not window.frame.header.company
    window.change_settings(mode="self")
    QApplication.processEvents()
    assert name_of(window) in {COMPANY.name, OTHER.name}
    assert window.session.company is not None
    assert window.session.company.id in clients


@pytest.mark.qt_log_ignore("This plugin does not support")  # no real screen
def test_the_list_of_people_outlives_the_click_that_builds_its_page_anew(
    open_window: Opener, clients: tuple[str, str]
) -> None:
    window = open_window(mode="mentor", company=clients[1], page="overview")
    window.go("questionnaire")
    window.open_question(here := "data.figures")
    for place in (1, 0):
        (box,) = window.frame.page("questionnaire").findChildren(ChoiceBox)
        lay_out(window)
        box.showPopup()
        QTest.qWait(QApplication.doubleClickInterval() + 50)  # Qt takes no click before
        entries = box.view()
        click(entries.viewport(), entries.visualRect(entries.model().index(place, 0)).center())
        assert window.session.respondent == window.session.respondents[place]
        press("2")  # the keyboard is at the same question
        assert window.session.answers[here] == Answer.of(2)
