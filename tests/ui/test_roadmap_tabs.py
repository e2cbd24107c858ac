"""The tabs of the roadmap together: how much waits on them, and what an earlier year asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar, QWidget

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import MeasureDecision
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.recording import record_answer
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.page import RoadmapPage
from digimaturity.ui.pages.roadmap.tabs import TABS
from digimaturity.ui.widgets.measure_list import MeasureList

from .conftest import Opener


@pytest.fixture
def rated(open_window: Opener, workspace: Path, questionnaire: Questionnaire) -> MainWindow:
    """A firm at level 2 that has decided nothing yet."""
    with open_workspace(workspace) as opened:
        (company,) = list_companies(opened)
        (record,) = list_assessments(opened, company.id)
        for question in questionnaire.rated_questions:
            who = record.respondents[0].id
            record_answer(opened, record.id, who, question.id, Answer.of(2))
    return open_window(page="roadmap")


def page(window: MainWindow) -> RoadmapPage:
    found = window.frame.page("roadmap")
    assert isinstance(found, RoadmapPage)
    return found


def shown(window: MainWindow, key: str) -> str:
    """What can be read on a tab and pressed there, without the tabs themselves."""
    window.go("roadmap", key)
    QApplication.processEvents()
    window.tasks.finish()
    QApplication.processEvents()
    seen = page(window).open(key).findChildren(QWidget)
    words = [
        one.text() for one in seen if isinstance(one, QLabel | QPushButton) and one.isVisible()
    ]
    return "\n".join(words).replace("&", "")


def test_the_tab_tells_how_many_recommendations_wait_for_a_decision(rated: MainWindow) -> None:
    def named() -> str:
        (bar,) = page(rated).tabs.findChildren(QTabBar)
        return bar.tabText([tab.key for tab in TABS].index("measures"))

    rated.go("roadmap", "measures")
    QApplication.processEvents()
    (listed,) = page(rated).open("measures").findChildren(MeasureList)
    rows = listed.rows.rows
    assert named() == f"Recommendations {len(rows)}"

    accepted = MeasureDecision(accepted=True)
    rated.session.put_down(Part.DECISION, rows[0].id, accepted)
    QApplication.processEvents()

    assert named() == f"Recommendations {len(rows) - 1}"


def test_where_nothing_can_be_changed_any_more_nobody_is_asked_to_enter_anything(
    rated: MainWindow, questionnaire: Questionnaire
) -> None:
    session = rated.session
    earlier = session.assessment_id
    asking = ("See the recommendations", "Add", "Put down", "Accept what", "Suggest", "Enter ")
    for key in ("plan", "targets", "systems", "follow_up"):
        assert any(words in shown(rated, key) for words in asking), key

    session.begin(questionnaire, date(2027, 3, 1), [(Viewpoint.MANAGEMENT, "")])
    session.open_assessment(earlier)

    for tab in TABS:
        told = shown(rated, tab.key)
        assert "as it stood when the next assessment was begun" in told, tab.key
        assert not [words for words in asking if words in told], (tab.key, told)
    fields = page(rated).open("capacity").findChildren(QLineEdit)
    assert fields
    assert all(one.isReadOnly() for one in fields)
