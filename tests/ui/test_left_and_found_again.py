"""What was typed, and where the keyboard was, when a page is built anew or left."""

from __future__ import annotations

import gc
from typing import TypeVar

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.form import SearchBox
from digimaturity.ui.widgets.score_row import ScoreRow

from .conftest import click, named

W = TypeVar("W", bound=QWidget)


def _field(window: MainWindow, kind: type[W], name: str) -> W:
    QApplication.processEvents()
    found = [
        field
        for field in window.findChildren(kind)
        if field.isVisible() and field.accessibleName().startswith(name)
    ]
    assert found, name
    return found[0]


def _line(window: MainWindow, name: str) -> QLineEdit:
    return _field(window, QLineEdit, name)


def test_another_language_keeps_what_was_typed_about_the_company(window: MainWindow) -> None:
    window.go("company")
    contact = _line(window, "Contact person")
    contact.setFocus()
    contact.setText("Frau Kühn")
    _line(window, "Name").setText("Kühn GmbH")
    _line(window, "Employees").setText("4o")
    country = _field(window, SearchBox, "Country")
    country.setEditText("Austria")
    window.change_settings(language="de")
    assert window.frame.current == "company"
    assert _line(window, "Ansprechperson").text() == "Frau Kühn"
    assert window.focusWidget() is _line(window, "Ansprechperson")
    assert _line(window, "Name").text() == "Kühn GmbH"
    assert _line(window, "Beschäftigte").accessibleDescription()  # 4o is still no number
    country = _field(window, SearchBox, "Land")
    assert (country.code, country.currentText()) == ("AT", "Österreich")


def test_settings_that_are_changed_meanwhile_keep_a_form_that_is_not_saved(
    window: MainWindow,
) -> None:
    window.go("company")
    notes = _field(window, QPlainTextEdit, "Notes")
    notes.setPlainText("Calls on Tuesdays")
    window.go("settings")
    window.change_settings(appearance="dark")
    window.change_settings(text_size=125)
    window.go("company")
    notes = _field(window, QPlainTextEdit, "Notes")
    assert notes.toPlainText() == "Calls on Tuesdays"
    click(named(window, QPushButton, "Save"))
    assert window.session.company is not None
    assert window.session.company.notes == "Calls on Tuesdays"


def test_another_look_keeps_the_new_assessment_as_far_as_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("new_assessment")
    click(named(window, QPushButton, "Add a person"))
    name = _line(window, "Name of person 2")
    name.setText("Dr. Öz")
    _field(window, ChoiceBox, "Viewpoint of person 1").setCurrentIndex(2)
    window.findChildren(DayBox)[0].setDate(QDate(2025, 3, 1))
    window.change_settings(appearance="dark")
    window.tasks.wait()
    QApplication.processEvents()
    qtbot.waitUntil(named(window, QPushButton, "Begin").isEnabled)
    assert _line(window, "Name of person 2").text() == "Dr. Öz"
    assert window.focusWidget() is _line(window, "Name of person 2")
    assert _field(window, ChoiceBox, "Viewpoint of person 1").currentIndex() == 2
    assert window.findChildren(DayBox)[0].date() == QDate(2025, 3, 1)


def test_a_change_leaves_keyboard_and_scrolling_of_the_results_where_they_are(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    for question in questionnaire.rated_questions:
        window.session.answer(question.id, Answer.of(3))
    window.resize(1280, 600)
    window.go("results")
    QApplication.processEvents()
    row = window.findChildren(ScoreRow)[9]
    row.setFocus()
    spoken_before, kind = row.accessibleName().split(":")[0], type(row)
    bar = _outer_bar(window, row)
    bar.setValue(bar.maximum())
    place = bar.value()
    assert place > 0
    window.undoing.undo()
    QApplication.processEvents()
    focused = window.focusWidget()
    assert isinstance(focused, kind)
    assert focused is not row
    assert focused.accessibleName().split(":")[0] == spoken_before
    assert abs(_outer_bar(window, focused).value() - place) < 100


def test_a_change_leaves_the_keyboard_at_the_explanation_of_a_score(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = questionnaire.areas[0].questions[0]
    window.session.answer(question.id, Answer.of(3))
    window.go("results")
    click(named(window, ScoreRow, questionnaire.areas[0].name["en"]))
    go = named(window, QPushButton, f"Go to the question: {question.text['en']}")
    go.setFocus()
    window.undoing.undo()
    QApplication.processEvents()
    focused = window.focusWidget()
    assert focused is not None
    assert focused is not go
    assert focused.accessibleName() == f"Go to the question: {question.text['en']}"


def _outer_bar(window: MainWindow, row: QWidget) -> QScrollBar:
    areas = window.frame.page("results").findChildren(QScrollArea)
    return next(area.verticalScrollBar() for area in areas if area.isAncestorOf(row))


def test_looks_can_change_faster_than_what_was_there_before_goes(window: MainWindow) -> None:
    """A frame lives on until Qt has deleted it, and takes part in every new style."""
    for page in ("settings", "questionnaire", "results"):
        window.go(page)
        for size in (125, 90, 150, 100):
            window.change_settings(text_size=size)
            gc.collect()
    assert window.frame.current == "results"
