"""The plan in the window: bars are moved by keys and mouse, opened, taken back, and found again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from digimaturity.charts.plan_columns import columns_of
from digimaturity.domain.catalogue import Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import (
    Limits,
    MeasureDecision,
    Project,
    RoleCapacity,
    Verdict,
)
from digimaturity.domain.roadmap.problem import Plan
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.plan_book import save_entries
from digimaturity.services.recording import record_answer
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.page import RoadmapPage
from digimaturity.ui.pages.roadmap.plan import PlanTab
from digimaturity.ui.widgets.chart import Chart, points_in
from digimaturity.ui.widgets.plan_row import PlanRow

from .conftest import Opener, click, lay_out, named, press, spoken

FIRST = Quarter(2026, 2)


@pytest.fixture
def planning(open_window: Opener, workspace: Path, questionnaire: Questionnaire) -> MainWindow:
    """At the plan of five measures of a firm at level 2, with a project and little time in IT."""
    with open_workspace(workspace) as opened:
        (company,) = list_companies(opened)
        (record,) = list_assessments(opened, company.id)
        who = record.respondents[0].id
        for question in questionnaire.rated_questions:
            record_answer(opened, record.id, who, question.id, Answer.of(2))
        free = [one.id for one in questionnaire.measures if not one.requires and _it(one)]
        entries = [
            *(Entry(Part.DECISION, key, MeasureDecision(accepted=True)) for key in free[:5]),
            Entry(Part.ROLE, "it", RoleCapacity(20, 8)),
            Entry(Part.PROJECT, "erp", Project("ERP change-over", load={"it": 9}, ends=FIRST)),
            Entry(Part.LIMITS, "", Limits(parallel=2, quarters=6)),
        ]
        save_entries(opened, company.id, entries)
    return found(open_window(page="roadmap"))


def _it(measure: Measure) -> float:
    return measure.effort_for(SizeClass.SMALL).it


def found(window: MainWindow) -> MainWindow:
    """The window with the plan that was looked for."""
    window.tasks.finish()
    QApplication.processEvents()
    return window


def tab_of(window: MainWindow) -> PlanTab:
    return next(tab for tab in window.findChildren(PlanTab) if tab.isVisible())


def plan(window: MainWindow) -> Plan:
    roadmap = window.session.roadmap
    assert roadmap is not None
    assert roadmap.plan is not None
    return roadmap.plan


def rows(window: MainWindow) -> dict[str, PlanRow]:
    chart = tab_of(window).chart
    assert chart is not None
    return chart.rows


def movable(window: MainWindow) -> str:
    """A measure that can begin a quarter later."""
    starts = plan(window).starts
    return next(key for key in rows(window) if key in starts and starts[key] < 3)


def wish(window: MainWindow, key: str) -> Quarter | None:
    return window.session.book.decisions[key].start


def shown(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())


def test_a_begin_is_fixed_by_keys_and_the_plan_follows_and_it_can_be_undone(
    planning: MainWindow,
) -> None:
    key = movable(planning)
    before = plan(planning).starts[key]
    rows(planning)[key].setFocus()
    QTest.keyClick(rows(planning)[key], Qt.Key.Key_Right)  # the worker's answer is not taken yet
    later = FIRST.plus(before + 1)
    assert wish(planning, key) == later
    assert "looking for the best plan" in shown(planning)
    assert "start fixed" in spoken(rows(planning)[key])  # at once; the rest follows
    found(planning)
    assert plan(planning).starts[key] == before + 1
    assert f"Q{later.number} {later.year}" in spoken(rows(planning)[key])
    assert f"moved from Q{FIRST.plus(before).number}" in spoken(rows(planning)[key])
    assert QApplication.focusWidget() is rows(planning)[key]
    press(Qt.Key.Key_Backspace)
    assert wish(planning, key) is None
    planning.act("undo")
    assert wish(planning, key) == later
    planning.act("undo")
    found(planning)
    assert wish(planning, key) is None
    assert tab_of(planning).isVisible()


def test_a_bar_is_taken_to_another_quarter_with_the_mouse(planning: MainWindow) -> None:
    key = movable(planning)
    row, before = rows(planning)[key], plan(planning).starts[key]
    unit = points_in(tab_of(planning).parts.theme)
    columns = columns_of(row.width() / unit, 6)
    y = row.height() // 2
    start = QPoint(round(columns.at(before + 0.5) * unit), y)
    end = start + QPoint(round(columns.step * unit), 0)
    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(row, Qt.MouseButton.LeftButton, nothing, start)
    QTest.mouseMove(row, end)
    assert wish(planning, key) is None  # not before it is let go
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, nothing, end)
    found(planning)
    assert plan(planning).starts[key] == before + 1
    assert not tab_of(planning).place()  # that was no click


def test_a_measure_tells_why_it_stands_there_and_is_fixed_and_freed_there(
    planning: MainWindow,
) -> None:
    key = movable(planning)
    rows(planning)[key].setFocus()
    press(Qt.Key.Key_Return)
    panel = tab_of(planning).panel
    assert panel is not None
    said = "\n".join(one.text() for one in panel.findChildren(QLabel))
    assert "Why there" in said
    assert "person-days (" in said
    box = named(panel, QComboBox, "Begin")
    place = box.findData(4)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    found(planning)
    assert plan(planning).starts[key] == 4
    panel = tab_of(planning).panel
    assert panel is not None
    assert "You want it to begin then" in shown(planning)
    named(panel, QComboBox, "Begin").activated.emit(0)
    found(planning)
    assert wish(planning, key) is None
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is rows(planning)[key]


def test_what_does_not_fit_says_why_and_leads_to_where_room_is_made(planning: MainWindow) -> None:
    session = planning.session
    session.put_down(Part.ROLE, "it", RoleCapacity(2, 1))
    found(planning)
    assert plan(planning).left_out
    words = shown(planning)
    assert "Does not fit" in words
    assert "person-days from IT in" in words
    assert "would help most" in words or "would make room" in words
    assert "IT is over the limit" in words  # by the project alone
    click(named(planning, QPushButton, "Change capacity"))
    assert planning.frame.page("roadmap").place().startswith("capacity")
    planning.go("roadmap", "plan")
    erp = Project("ERP change-over", verdict=Verdict.PAUSE)
    session.put_down_all(
        [Entry(Part.PROJECT, "erp", erp), Entry(Part.ROLE, "it", RoleCapacity(200, 8))]
    )
    found(planning)
    assert "Does not fit" not in shown(planning)
    assert "over the limit" not in shown(planning)
    assert "What it brings" in shown(planning)


def test_the_plan_is_kept_and_not_looked_for_again(
    planning: MainWindow, open_window: Opener
) -> None:
    starts = dict(plan(planning).starts)
    said = [spoken(row) for row in rows(planning).values()]
    planning.close()
    planning.tasks.close()
    window = open_window(page="roadmap")
    assert plan(window).starts == starts
    page = window.frame.page("roadmap")
    assert isinstance(page, RoadmapPage)
    assert not page.planner.looking
    window.go("roadmap", "plan")
    assert [spoken(row) for row in rows(window).values()] == said


def test_what_is_taken_back_while_a_plan_is_looked_for_ends_the_search(
    planning: MainWindow,
) -> None:
    page = planning.frame.page("roadmap")
    assert isinstance(page, RoadmapPage)
    planning.session.put_down(Part.ROLE, "it", RoleCapacity(30, 8))
    assert "looking for the best plan" in shown(planning)
    planning.session.undo()
    assert not page.planner.looking
    assert "looking for the best plan" not in shown(found(planning))
    assert plan(planning).starts


def test_everybody_s_load_can_be_heard_and_a_plan_with_nothing_says_how_one_begins(
    planning: MainWindow,
) -> None:
    heard = {spoken(one): one.accessibleDescription() for one in planning.findChildren(Chart)}
    assert "limit 12 days a quarter" in heard["IT"]
    assert "75%, 9 person-days" in heard["IT"] or "Q2 2026" in heard["IT"]
    assert "not limited" in heard["Departments"]
    assert "Nobody said yet how much time there is: Management, Departments." in shown(planning)
    session = planning.session
    decided = list(session.book.decisions)
    session.put_down_all(
        [Entry(Part.DECISION, key, None) for key in decided] + [Entry(Part.PROJECT, "erp", None)]
    )
    found(planning)
    assert "No measure is accepted yet" in shown(planning)
    assert "Load of the people" not in shown(planning)
    click(named(planning, QPushButton, "Enter who has how much time"))
    assert planning.frame.page("roadmap").place().startswith("capacity")


def test_with_large_text_in_a_small_window_all_is_in_one_column_and_nothing_is_cut_off(
    planning: MainWindow,
) -> None:
    planning.change_settings(text_size=200)
    planning.resize(960, 600)
    lay_out(found(planning))
    tab = tab_of(planning)
    areas = [one for one in tab.slots.values() if one.isVisible()]
    assert len({one.window() for one in areas}) == 1
    assert tab.height() > 0.5 * planning.height()
    right = tab.mapToGlobal(QPoint(tab.width(), 0)).x()
    for row in rows(planning).values():
        assert row.mapToGlobal(QPoint(row.width(), 0)).x() <= right
        assert row.width() > 0.7 * tab.width()
    tops = [one.mapToGlobal(QPoint()).y() for one in areas]
    assert tops == sorted(tops)
    key = next(iter(rows(planning)))
    tab.open_row(key)
    QApplication.processEvents()
    assert not rows(planning)[key].isVisible()
    assert tab.panel is not None
    assert tab.panel.isVisible()


def test_the_roadmap_of_an_earlier_year_can_be_seen_and_not_changed(
    planning: MainWindow, questionnaire: Questionnaire
) -> None:
    session = planning.session
    earlier = session.assessment_id
    session.begin(questionnaire, date(2027, 3, 1), [(Viewpoint.MANAGEMENT, "")])
    session.open_assessment(earlier)
    planning.go("roadmap", "plan")
    found(planning)
    assert "as it stood when the next assessment was begun" in shown(planning)
    key = movable(planning)
    rows(planning)[key].setFocus()
    press(Qt.Key.Key_Right)
    assert wish(planning, key) is None
