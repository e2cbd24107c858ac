"""Recommendations are accepted, declined, adapted and added; each step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

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

from digimaturity.domain.catalogue import Lift, Role
from digimaturity.domain.company import SizeClass
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import EMPTY, Part
from digimaturity.domain.roadmap.deciding import Choice, Standing, choices, lacking
from digimaturity.domain.roadmap.items import KeyPerson, RoleCapacity
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.recording import record_answer
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.roadmap.measures import MeasuresTab
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.own_measure_form import OwnMeasureForm

from .conftest import Opener, click, lay_out, named, press, show_results

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def deciding(open_window: Opener, workspace: Path, questionnaire: Questionnaire) -> MainWindow:
    """At the recommendations of a firm at level 2 throughout."""
    with open_workspace(workspace) as opened:
        (company,) = list_companies(opened)
        (record,) = list_assessments(opened, company.id)
        who = record.respondents[0].id
        for question in questionnaire.rated_questions:
            record_answer(opened, record.id, who, question.id, Answer.of(2))
    window = open_window(page="roadmap")
    window.go("roadmap", "measures")
    tab_of(window).start()
    return window


def tab_of(window: MainWindow) -> MeasuresTab:
    (tab,) = window.findChildren(MeasuresTab)
    return tab


def found(window: MainWindow) -> tuple[Choice, ...]:
    evaluation = window.session.evaluation
    assert evaluation is not None
    return choices(evaluation, window.session.book)


def chosen(window: MainWindow, fits: Callable[[Choice], bool]) -> str:
    return next(one.id for one in found(window) if fits(one))


def accepted(window: MainWindow) -> set[str]:
    return {one.id for one in found(window) if one.standing is Standing.ACCEPTED}


def free(window: MainWindow) -> str:
    """A measure that builds on nothing."""
    return chosen(window, lambda one: not lacking(found(window), [one.id]))


def at(window: MainWindow, key: str) -> None:
    """The keyboard is in the list, at that measure."""
    tab = tab_of(window)
    tab.start()
    assert tab.list.mark(key)


def shown(window: MainWindow) -> str:
    """All words of what stands beside the list."""
    labels = tab_of(window).beside.findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible())


def listed(window: MainWindow) -> list[str]:
    return [row.id for row in tab_of(window).list.rows.rows]


def filter_by(window: MainWindow, place: int) -> None:
    box(tab_of(window), "Which measures").setCurrentIndex(place)


def box(parent: QWidget, name: str) -> QComboBox:
    """A list to choose from, by its name: Qt speaks of what is chosen instead."""
    boxes = parent.findChildren(QComboBox)
    (one,) = [one for one in boxes if one.isVisible() and one.accessibleName().startswith(name)]
    return one


def undo(window: MainWindow) -> None:
    window.act("undo")
    QApplication.processEvents()


def test_accepted_by_a_key_it_leaves_the_open_ones_and_is_planned(
    deciding: MainWindow, open_window: Opener
) -> None:
    key = free(deciding)
    at(deciding, key)
    place = listed(deciding).index(key)
    press("a")
    assert accepted(deciding) == {key}
    assert key not in listed(deciding)
    assert tab_of(deciding).list.current == listed(deciding)[place], "the work goes on there"
    roadmap = deciding.session.roadmap
    assert roadmap is not None
    assert [job.id for job in roadmap.posed.problem.jobs] == [key]
    deciding.tasks.finish()
    undo(deciding)
    assert not accepted(deciding)
    assert key in listed(deciding)
    press("a")
    first = accepted(deciding)
    deciding.tasks.finish()
    deciding.close()
    again = open_window()
    again.go("roadmap", "measures")
    filter_by(again, 1)
    assert set(listed(again)) == first


def test_what_it_builds_on_is_offered_and_accepted_in_one_step(deciding: MainWindow) -> None:
    key = chosen(deciding, lambda one: len(lacking(found(deciding), [one.id])) > 1)
    first = lacking(found(deciding), [key])
    at(deciding, key)
    press("a")
    assert not accepted(deciding)
    assert "builds on" in shown(deciding)
    press(Qt.Key.Key_Return)
    assert accepted(deciding) == {key, *first}
    undo(deciding)
    assert not accepted(deciding)


def test_accepted_alone_it_says_what_is_missing(deciding: MainWindow) -> None:
    key = chosen(deciding, lambda one: len(lacking(found(deciding), [one.id])) == 1)
    at(deciding, key)
    press("a")
    click(named(tab_of(deciding), QPushButton, "Accept this one alone"))
    assert accepted(deciding) == {key}
    assert "which is not accepted" in shown(deciding)
    click(named(tab_of(deciding), QPushButton, "Accept what it builds on"))
    click(named(tab_of(deciding), QPushButton, "Accept both"))
    assert len(accepted(deciding)) == 2


def test_several_are_decided_at_once(deciding: MainWindow) -> None:
    at(deciding, listed(deciding)[0])
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    keys = tab_of(deciding).list.selected
    assert len(keys) == 3
    click(named(tab_of(deciding), QPushButton, "Accept 3"))
    assert accepted(deciding) == set(keys)
    days = sum(one.task.effort.total for one in found(deciding) if one.id in keys)
    labels = tab_of(deciding).findChildren(QLabel)
    (total,) = [one.text() for one in labels if one.text().startswith("What is accepted")]
    assert total.startswith(f"What is accepted takes {days:g} person-days (")
    undo(deciding)
    assert not accepted(deciding)


def test_declined_with_a_reason_it_stays_in_sight(deciding: MainWindow) -> None:
    key = free(deciding)
    at(deciding, key)
    press("d")
    reason = QApplication.focusWidget()
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText("no budget before summer")
    click(named(tab_of(deciding), QPushButton, "Decline"))
    assert deciding.session.book.decisions[key].reason == "no budget before summer"
    assert key not in listed(deciding)
    assert QApplication.focusWidget() is tab_of(deciding).list
    assert not tab_of(deciding).beside.isVisible()  # nothing that the list does not point at
    filter_by(deciding, 2)
    assert listed(deciding) == [key]
    assert "no budget before summer" in tab_of(deciding).list.rows.rows[0].said
    at(deciding, key)
    press(Qt.Key.Key_Delete)
    assert deciding.session.book.decisions == {}
    undo(deciding)
    assert listed(deciding) == [key]


def test_adapted_it_is_another_problem(deciding: MainWindow) -> None:
    person = KeyPerson("Ada", Role.IT, RoleCapacity(20), share=0.5)
    deciding.session.put_down(Part.PERSON, "ada", person)
    key = free(deciding)
    at(deciding, key)
    press("e")
    tab = tab_of(deciding)
    for name, text in (
        ("Who is responsible", "Grace"),
        ("IT", "12,5"),
        ("Weeks", "26"),
        ("Cost", "7,000"),
        ("Ada", "3"),
    ):
        named(tab, QLineEdit, name).setText(text)
    box(tab, "Begins").setCurrentIndex(3)
    click(named(tab, QPushButton, "Save"))
    roadmap = deciding.session.roadmap
    assert roadmap is not None
    task = roadmap.posed.tasks[key]
    (job,) = roadmap.posed.problem.jobs
    usual = task.measure.effort_for(SizeClass.SMALL)
    assert (task.effort.it, task.effort.business) == (12.5, usual.business)
    assert (job.quarters, job.cost, job.lock) == (2, 7000, 2)
    assert job.load["it"] == pytest.approx(6.25)
    assert job.load["ada"] == pytest.approx(1.5)
    assert "Responsible: Grace" in shown(deciding)
    assert "As you adapted it" in shown(deciding)
    undo(deciding)
    assert not accepted(deciding)


def test_what_is_no_number_is_said_and_nothing_is_saved(deciding: MainWindow) -> None:
    at(deciding, free(deciding))
    press("e")
    field = named(tab_of(deciding), QLineEdit, "IT")
    field.setText("many")
    click(named(tab_of(deciding), QPushButton, "Save"))
    assert "This is no number." in shown(deciding)
    assert QApplication.focusWidget() is field
    assert not accepted(deciding)


def test_the_gain_of_ones_own_measure_is_that_of_the_engine(
    deciding: MainWindow, questionnaire: Questionnaire
) -> None:
    session, area = deciding.session, questionnaire.areas[1]
    before = session.evaluation
    assert before is not None
    deciding.go("roadmap", "measures own")
    (form,) = tab_of(deciding).findChildren(OwnMeasureForm)
    assert "counts no gain" in form.gain.text()
    named(form, QLineEdit, "Title").setText("Lager-Cockpit")
    named(form, QLineEdit, "IT").setText("5")
    box(form, "Area").setCurrentIndex(2)
    box(form, "Question").setCurrentIndex(1)
    box(form, "Reaches level").setCurrentIndex(2)
    lifted = area.questions[0].id
    responses = session.responses
    said = {who: {**answers, lifted: Answer.of(4)} for who, answers in responses.answers.items()}
    after = evaluate(
        questionnaire, replace(responses, answers=said), company=before.company
    ).scores.overall.value
    assert after is not None
    assert before.scores.overall.value is not None
    gain = after - before.scores.overall.value
    assert form.gain.text() == f"Gain: +{gain:.1f} points"
    click(named(form, QPushButton, "Add and accept"))
    ((key, own),) = session.book.own.items()
    assert own.lifts == (Lift(lifted, 2, 4),)
    assert session.roadmap is not None
    assert session.roadmap.posed.tasks[key].gain == pytest.approx(gain)
    click(named(tab_of(deciding), QPushButton, "Change"))
    named(tab_of(deciding), QLineEdit, "Title").setText("Lager-Cockpit für alle")
    click(named(tab_of(deciding), QPushButton, "Save"))
    assert session.book.own[key].title == "Lager-Cockpit für alle"
    click(named(tab_of(deciding), QPushButton, "Change"))
    click(named(tab_of(deciding), QPushButton, "Remove the measure"))
    assert not session.book.own
    assert not session.book.decisions
    undo(deciding)
    assert session.book.own[key].title == "Lager-Cockpit für alle"
    undo(deciding)
    undo(deciding)
    assert not session.book.own
    assert not session.book.decisions


def test_from_the_results_a_measure_is_accepted_or_shown(deciding: MainWindow) -> None:
    keys = [one.id for one in found(deciding)]
    whole = next(key for key in keys[:3] if not lacking(found(deciding), [key]))
    deciding.go("results", f"measure {whole}")
    show_results(deciding)
    page = deciding.frame.page("results")
    click(named(page, QPushButton, "Accept for the roadmap"))
    assert accepted(deciding) == {whole}
    show_results(deciding)
    assert [one for one in page.findChildren(QLabel) if one.text() == "Accepted for the roadmap"]
    click(named(page, QPushButton, "Show in the roadmap"))
    assert deciding.frame.current == "roadmap"
    assert tab_of(deciding).list.current == whole
    assert "Accepted on" in shown(deciding)


def test_under_other_names_nothing_is_saved(deciding: MainWindow) -> None:
    key = free(deciding)
    deciding.change_settings(mode="mentor", alias=True)
    lay_out(deciding)
    deciding.go("roadmap", "measures")
    tab = deciding.frame.page("roadmap").findChild(MeasuresTab)
    assert tab is not None
    tab.start()
    assert tab.list.mark(key)
    press("a")
    assert deciding.frame.error is not None
    assert deciding.session.book == EMPTY


def test_what_was_typed_outlives_another_language(deciding: MainWindow) -> None:
    at(deciding, free(deciding))
    press("d")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("zu früh")
    deciding.change_settings(language="de")
    QApplication.processEvents()
    fields = [one for one in deciding.findChildren(QPlainTextEdit) if one.isVisible()]
    assert [one.toPlainText() for one in fields] == ["zu früh"]


def test_the_chart_tells_what_it_shows(deciding: MainWindow) -> None:
    click(named(tab_of(deciding), QPushButton, "Impact and effort"))
    chart = named(tab_of(deciding), Chart, "Gain against effort")
    first = found(deciding)[0]
    assert f"{first.number} {first.task.measure.title['en']}: +" in chart.accessibleDescription()
