"""The tabs of the roadmap together: how much waits on them, and what an earlier year asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar, QWidget

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import MeasureDecision, Project
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.recording import record_answer
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.follow_up import FollowUpTab
from digimaturity.ui.pages.roadmap.page import RoadmapPage
from digimaturity.ui.pages.roadmap.tabs import TABS
from digimaturity.ui.widgets.measure_list import MeasureList

from .conftest import Opener, click, lay_out


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


def test_what_is_opened_is_seen_from_its_title_on(
    rated: MainWindow, questionnaire: Questionnaire
) -> None:
    rated.resize(960, 600)
    free = [one.id for one in questionnaire.measures if not one.requires][:12]
    accepted = MeasureDecision(accepted=True)
    projects = [Entry(Part.PROJECT, f"p{n}", Project(f"Project {n}")) for n in range(6)]
    decided = [Entry(Part.DECISION, key, accepted) for key in free]
    rated.session.put_down_all([*decided, *projects])

    rated.go("roadmap", "follow_up")
    lay_out(rated)
    tab = page(rated).open("follow_up")
    assert isinstance(tab, FollowUpTab)
    last = list(tab.rows)[-1]
    rated.go("roadmap", f"follow_up {last}")
    lay_out(rated)
    assert in_view(tab.rows[last].line)

    rated.go("roadmap", "projects")
    lay_out(rated)
    click(next(one for one in buttons(rated) if one.accessibleName() == "Change …: Project 4"))
    lay_out(rated)
    (title,) = [one for one in rated.findChildren(QLabel) if one.text() == "Change Project 4"]
    assert in_view(title)


def buttons(window: MainWindow) -> list[QPushButton]:
    return [one for one in window.findChildren(QPushButton) if one.isVisible()]


def in_view(widget: QWidget) -> bool:
    """Whether all of it is within what is scrolled."""
    return widget.visibleRegion().boundingRect() == widget.rect()
