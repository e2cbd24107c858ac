"""From a quick check to the full questionnaire, as it is clicked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.services.assessments import create_assessment
from digimaturity.services.companies import save_company
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.sections import FACTS

from .conftest import COMPANY, Opener, click, named, show_results

GO_ON = "Go on with the full questionnaire"


@pytest.fixture
def quick() -> Questionnaire:
    return usable_questionnaires()["quick-check"]


@pytest.fixture
def window(open_window: Opener, quick: Questionnaire) -> MainWindow:
    """The overview, with a quick check of two people in which some questions are answered."""
    with open_workspace(paths.default_workspace()) as opened:
        company = str(save_company(opened, COMPANY).company)
        people = [(Viewpoint.MANAGEMENT, "Ada"), (Viewpoint.IT, "")]
        create_assessment(opened, company, quick, date(2026, 2, 24), people)
    window = open_window(page="overview")
    session = window.session
    session.answer_as(session.respondents[1].id)
    for question in quick.rated_questions[:5]:
        session.answer(question.id, Answer.of(3))
    session.answer(quick.facts[0].id, DONT_KNOW)
    session.comment(quick.rated_questions[0].id, "why")
    return window


def texts(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def begun(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.frame.current == "questionnaire", timeout=15_000)


@pytest.mark.parametrize("page", ["overview", "results"])
def test_the_full_questionnaire_takes_the_answers_over(
    window: MainWindow, quick: Questionnaire, qtbot: QtBot, page: str
) -> None:
    session = window.session
    answers, respondent = dict(session.answers), session.respondent
    window.go(page)
    assert any("6 answers given here are kept" in text for text in texts(window))
    click(named(window, QPushButton, GO_ON))
    begun(window, qtbot)
    assert session.questionnaire is not None
    assert session.questionnaire.id == quick.part_of
    assert dict(session.answers) == answers
    assert (session.respondent.viewpoint, session.respondent.name) == (
        respondent.viewpoint,
        respondent.name,
    )
    assert "answers of the quick check" in window.frame.banner.words
    assert any("Assessment 2026 · in progress" in text for text in texts(window))


def test_clicked_twice_it_is_begun_once(window: MainWindow, qtbot: QtBot) -> None:
    window.go("overview")
    way = named(window, QPushButton, GO_ON)
    click(way)
    click(way)
    begun(window, qtbot)
    window.tasks.finish()
    QApplication.processEvents()
    assert len(window.session.assessments) == 2
    assert window.frame.current == "questionnaire"
    assert "answers of the quick check" in window.frame.banner.words


def test_the_quick_check_leads_to_the_one_that_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    first = session.assessment_id
    window.go("overview")
    assert any(text.startswith("Quick check 2026") for text in texts(window))
    click(named(window, QPushButton, GO_ON))
    begun(window, qtbot)
    further = session.assessment_id
    session.open_assessment(first)
    window.assessment_opened("overview")
    assert any("You have gone on from here" in text for text in texts(window))
    click(named(window, QPushButton, "Open it"))
    assert session.assessment_id == further
    assert not any("gone on from here" in text for text in texts(window))


def test_a_finished_quick_check_can_be_gone_on_from(window: MainWindow, qtbot: QtBot) -> None:
    first = window.session.assessment_id
    window.session.sign()
    window.go("overview")
    click(named(window, QPushButton, GO_ON))
    begun(window, qtbot)
    assert not window.session.read_only
    assert len(window.session.answers) == 6
    records = {one.id: one for one in window.session.assessments}
    assert not records[first].open


def test_a_quick_check_asks_areas_and_facts_and_nothing_else(
    window: MainWindow, quick: Questionnaire
) -> None:
    for question in quick.rated_questions:
        window.session.answer(question.id, Answer.of(3))
    window.go("questionnaire")
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    assert [one.id for one in page._sections] == [*(area.id for area in quick.areas), FACTS]
    window.go("results")
    show_results(window)
    said = " ".join(texts(window))
    assert "18 of the 54 questions" in said
    assert "strategy" not in said.casefold().replace("digital strategy", "")
