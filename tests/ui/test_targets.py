"""Targets are agreed on, moved, suggested and taken back in the window, as a user does it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton

from digimaturity.charts.gap_chart import Columns
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.items import Target
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.chart import points_in
from digimaturity.ui.widgets.target_row import TargetRow

from .conftest import Opener, click, named, press, spoken

TODAY = date.today()  # noqa: DTZ011 - the user's own day


@pytest.fixture
def planning(window: MainWindow, questionnaire: Questionnaire) -> MainWindow:
    """At the targets of a firm at level 3 throughout, but for one area at level 1."""
    weak = questionnaire.areas[1]
    window.go("settings")  # where nothing follows each answer
    for area in questionnaire.areas:
        for question in area.questions:
            window.session.answer(question.id, Answer.of(1 if area is weak else 3))
    window.go("roadmap", "targets")
    QApplication.processEvents()
    return window


def row(window: MainWindow, area: str) -> TargetRow:
    return named(window, TargetRow, area)


def field(window: MainWindow, name: str) -> QLineEdit:
    return named(window, QLineEdit, name)


def shown(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())


def targets(window: MainWindow) -> dict[str, Target]:
    return dict(window.session.book.targets)


def test_a_target_is_agreed_on_with_its_reason_by_the_keyboard_alone(planning: MainWindow) -> None:
    row(planning, "Security").setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field(planning, "Points")
    field(planning, "Points").setText("101")
    press(Qt.Key.Key_Return)
    assert "between 0 and 100" in shown(planning)
    assert not targets(planning)
    field(planning, "Points").setText("60")
    field(planning, "Why this one").setText("Our largest customer asks for it; board, 3 March")
    press(Qt.Key.Key_Return)
    reason = "Our largest customer asks for it; board, 3 March"
    assert targets(planning) == {"security": Target(60.0, 0.0, reason, TODAY)}
    assert QApplication.focusWidget() is row(planning, "Security")
    said = spoken(row(planning, "Security"))
    assert "target 60, 60 points are missing" in said
    assert reason in said
    assert "With all targets reached the firm would stand at 51, level 3" in shown(planning)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not targets(planning)


def test_the_mark_is_moved_by_keys_and_by_the_mouse_each_one_step(planning: MainWindow) -> None:
    row(planning, "Data").setFocus()
    press("4")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)  # leaving it saves
    assert targets(planning) == {"data": Target(70.0, 50.0, "", TODAY)}
    data = row(planning, "Data")
    unit = points_in(planning.frame.page("roadmap").parts.theme)
    columns, y = Columns.of(data.width() / unit), data.height() // 2
    press_at, drop_at = (QPoint(round(columns.at(x) * unit), y) for x in (70, 85))
    QTest.mousePress(data, Qt.MouseButton.LeftButton, pos=press_at)
    QTest.mouseMove(data, drop_at)
    QTest.mouseRelease(data, Qt.MouseButton.LeftButton, pos=drop_at)
    QApplication.processEvents()
    assert targets(planning)["data"].score == pytest.approx(85, abs=1)
    planning.session.undo()
    assert targets(planning)["data"].score == 70
    planning.session.undo()
    assert not targets(planning)


def test_suggestions_are_seen_before_they_are_taken_as_one_step(planning: MainWindow) -> None:
    click(named(planning, QPushButton, "Suggest targets"))
    boxes = [one for one in planning.frame.findChildren(QCheckBox) if one.isVisible()]
    lowest = "Security: from 0 to 60, level 4 Integrated. IT is the weakest dimension"
    assert [one for one in boxes if spoken(one).startswith(lowest)]
    assert len(boxes) == 5
    click(named(planning, QRadioButton, "Next level everywhere"))
    boxes = [one for one in planning.frame.findChildren(QCheckBox) if one.isVisible()]
    assert len(boxes) == 18
    assert "The next level, 4 Integrated, begins here." in spoken(boxes[0])
    boxes[0].click()
    assert not targets(planning)
    click(named(planning, QPushButton, "Take over 17 targets"))
    found = targets(planning)
    assert len(found) == 17
    assert found["data"].score == 60
    assert found["data"].baseline == 50
    assert found["data"].reason.startswith("The next level")
    planning.session.undo()
    assert not targets(planning)


def test_the_roadmap_of_an_earlier_year_is_only_read(
    planning: MainWindow, questionnaire: Questionnaire
) -> None:
    row(planning, "Data").setFocus()
    press("4")
    press(Qt.Key.Key_Down)
    first = planning.session.assessment_id
    planning.session.begin(questionnaire, date(2027, 2, 1), [(Viewpoint.IT, "")])
    planning.session.open_assessment(first)
    planning.go("roadmap", "targets")
    QApplication.processEvents()
    assert "as it stood when the next assessment was begun" in shown(planning)
    data = row(planning, "Data")
    assert "target 60" in spoken(data)
    click(data)
    data.setFocus()
    press("5")
    press(Qt.Key.Key_Down)
    assert targets(planning)["data"].score == 60
    assert not [one for one in planning.findChildren(QLineEdit) if one.isVisible()]


def test_what_is_being_entered_outlives_another_language(
    planning: MainWindow, open_window: Opener
) -> None:
    del open_window
    click(row(planning, "Security"))
    field(planning, "Points").setText("45")
    planning.change_settings(language="de")
    QApplication.processEvents()
    assert field(planning, "Punkte").text() == "45"
