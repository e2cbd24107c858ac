"""What becomes of measures and projects is noted in the window, and can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import (
    FollowUp,
    KpiValue,
    Limits,
    MeasureDecision,
    Project,
    State,
)
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.follow_up import FollowUpTab
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.fold_line import FoldLine
from digimaturity.ui.widgets.tick_box import TickBox

from .conftest import click, named, press, spoken

TODAY = date.today()  # noqa: DTZ011 - the user's own day
NOW = Quarter.of(TODAY)


@pytest.fixture
def following(window: MainWindow, questionnaire: Questionnaire) -> MainWindow:
    """At the follow-up of one measure that runs, and one project without anything noted."""
    session = window.session
    measure = questionnaire.measures[0].id
    session.put_down_all(
        [
            Entry(Part.DECISION, measure, MeasureDecision(accepted=True, owner="Kim")),
            Entry(Part.PROJECT, "erp", Project("ERP")),
        ]
    )
    window.go("roadmap", "follow_up")
    settled(window)
    return window


def settled(window: MainWindow) -> None:
    window.tasks.finish()
    QApplication.processEvents()


def measure_of(window: MainWindow) -> str:
    return next(iter(window.session.book.decisions))


def title_of(window: MainWindow) -> str:
    evaluation = window.session.evaluation
    assert evaluation is not None
    known = {one.id: one for one in evaluation.questionnaire.measures}
    return known[measure_of(window)].title["en"]


def noted(window: MainWindow, key: str = "") -> FollowUp:
    return window.session.book.follow_ups[key or measure_of(window)]


def decision(window: MainWindow) -> MeasureDecision:
    return window.session.book.decisions[measure_of(window)]


def shown(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())


def choose(window: MainWindow, name: str, words: str) -> None:
    boxes = (one for one in window.findChildren(QComboBox) if one.isVisible())
    box = next(one for one in boxes if one.accessibleName() == name)
    box.setCurrentIndex(box.findText(words))


def save(window: MainWindow, what: str) -> None:
    click(named(window, QPushButton, f"Save the {what}"))
    settled(window)


def test_a_measure_is_begun_ended_and_dropped_with_a_reason(following: MainWindow) -> None:
    before = decision(following)
    named(following, FoldLine, title_of(following)).setFocus()
    press(Qt.Key.Key_Return)
    choose(following, "State", "running")
    save(following, "state")
    assert (decision(following).state, decision(following).began) == (State.RUNNING, NOW)
    choose(following, "State", "dropped")
    save(following, "state")
    assert "Please say why" in shown(following)
    assert decision(following).state is State.RUNNING
    named(following, QLineEdit, "Why it was dropped").setText("The supplier was sold")
    save(following, "state")
    dropped = decision(following)
    assert (dropped.state, dropped.ended) == (State.DROPPED, NOW)
    assert dropped.reason == "The supplier was sold"
    following.session.undo()
    following.session.undo()
    assert decision(following) == before


def test_values_are_noted_one_after_the_other_and_become_a_line(following: MainWindow) -> None:
    click(named(following, FoldLine, title_of(following)))
    named(following, QLineEdit, "Unit").setText("days")
    named(following, QLineEdit, "Aim").setText("4")
    for value in ("12", "9.5"):
        field = named(following, QLineEdit, "New value")
        field.setFocus()
        field.setText(value)
        press(Qt.Key.Key_Return)
        settled(following)
    found = noted(following)
    assert found.unit == "days"
    assert found.aim == 4
    assert [one.value for one in found.values] == [12, 9.5]
    assert {one.day for one in found.values} == {TODAY}
    pictures = [one for one in following.findChildren(Chart) if one.isVisible()]
    assert [spoken(one) for one in pictures] == ["from 12 to 9.5 days, aim 4 days: 31% of the way"]
    named(following, QLineEdit, "New value").setText("many")
    save(following, "figure")
    assert "Please enter a number" in shown(following)
    assert noted(following) == found
    following.session.undo()
    assert noted(following).values == (KpiValue(TODAY, 12),)


def test_a_review_that_is_due_stands_first_until_somebody_looked(following: MainWindow) -> None:
    yesterday = TODAY - timedelta(days=1)
    following.session.put_down(Part.FOLLOW_UP, "erp", FollowUp(next_review=yesterday))
    settled(following)
    first = next(one for one in following.findChildren(FoldLine) if one.isVisible())
    assert spoken(first) == "ERP (project)"
    assert "To be reviewed now" in shown(following)
    click(first)
    assert named(following, TickBox, "A next review is planned").isChecked()
    named(following, QPlainTextEdit, "What we found").setPlainText("Master data is late")
    save(following, "review")
    assert noted(following, "erp").next_review is None
    assert [(one.day, one.said) for one in noted(following, "erp").reviews] == [
        (TODAY, "Master data is late")
    ]
    assert "To be reviewed now" not in shown(following)


def test_what_ended_is_looked_back_on(following: MainWindow) -> None:
    measure = measure_of(following)
    done = MeasureDecision(accepted=True, state=State.DONE, began=NOW, ended=NOW)
    following.session.put_down(Part.DECISION, measure, done)
    settled(following)
    assert "Ended, without a look back" in shown(following)
    assert "One measure is done, of 1 that should be by now: 100%." in shown(following)
    click(named(following, FoldLine, title_of(following)))
    named(following, QPlainTextEdit, "What did it bring?").setPlainText("Two hours a week")
    named(following, QPlainTextEdit, "What did we learn?").setPlainText("Ask the shop floor first")
    choose(following, "Was the goal reached?", "Yes, it reached its goal")
    save(following, "look back")
    after = noted(following).afterwards
    assert after is not None
    assert (after.brought, after.learned, after.reached) == (
        "Two hours a week",
        "Ask the shop floor first",
        True,
    )
    assert "Ended, without a look back" not in shown(following)


def test_saving_one_part_loses_nothing_that_is_typed_in_another(following: MainWindow) -> None:
    title = title_of(following)
    click(named(following, FoldLine, title))
    named(following, QPlainTextEdit, "What we found").setPlainText("half a sentence")
    named(following, QLineEdit, "Unit").setText("hours")
    save(following, "figure")
    assert noted(following).unit == "hours"
    text = named(following, QPlainTextEdit, "What we found")
    assert text.toPlainText() == "half a sentence"
    click(named(following, FoldLine, title))  # closed, and opened again
    click(named(following, FoldLine, title))
    assert named(following, QPlainTextEdit, "What we found").toPlainText() == "half a sentence"
    following.change_settings(language="de")
    settled(following)
    field: QWidget = named(following, QPlainTextEdit, "Was sich gezeigt hat")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "half a sentence"


def test_what_comes_later_stands_in_the_order_in_which_it_begins(
    following: MainWindow, questionnaire: Questionnaire
) -> None:
    keys = [one.id for one in questionnaire.measures if not one.requires][:3]
    following.session.put_down(Part.LIMITS, "", Limits(first=NOW))
    for place, key in enumerate(keys):
        start = MeasureDecision(accepted=True, start=NOW.plus(5 - 2 * place))
        following.session.put_down(Part.DECISION, key, start)
    settled(following)
    tab = following.frame.page("roadmap").findChild(FollowUpTab)
    assert tab is not None
    assert [key for key in tab.rows if key in keys] == keys[::-1]
