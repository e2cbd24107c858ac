"""The year after: last year's answers are there, and each one is confirmed by itself."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Kind, Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.services import assessments, recording, repeat, sign_off
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.beside import level_marks
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.sections import DECISIONS, FACTS
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.choices import ChoiceRow
from digimaturity.ui.widgets.holder_cell import HolderCell
from digimaturity.ui.widgets.key_button import KeyButton
from digimaturity.ui.widgets.offer_row import OfferRow
from digimaturity.ui.widgets.question_card import QuestionCard

from .conftest import Opener, click, named, press

YEAR = date.today().year - 1  # noqa: DTZ011 - the page begins with the user's own day
LAST = date(YEAR, 3, 1)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def signed(
    made_workspace: Path, questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """What `last_year` is a copy of, and the id of the manager."""
    path = tmp_path_factory.mktemp("last_year") / "made.db"
    with open_workspace(Path(shutil.copyfile(made_workspace, path))) as opened:
        (company,) = list_companies(opened)
        for one in assessments.list_assessments(opened, company.id):
            assessments.delete_assessment(opened, one.id)
        people = [(Viewpoint.MANAGEMENT, "Jana"), (Viewpoint.IT, "Ben")]
        made = assessments.create_assessment(opened, company.id, questionnaire, LAST, people)
        key = str(made.assessment)
        jana, ben = assessments.get_assessment(opened, key).respondents
        for question in questionnaire.rated_questions:
            recording.record_answer(opened, key, jana.id, question.id, Answer.of(3))
        for question in questionnaire.facts:
            if question.kind is Kind.YES_NO:
                recording.record_answer(opened, key, jana.id, question.id, Answer.of(value=True))
        buying = questionnaire.decisions[0].id
        said = Answer.of(frozenset({"it"}))
        recording.record_answer(opened, key, jana.id, f"{buying}.decides", said)
        recording.record_answer(opened, key, ben.id, questionnaire.rated_questions[0].id, DONT_KNOW)
        sign_off.sign(opened, key, figures=BenchmarkData())
    return path, jana.id


@pytest.fixture
def last_year(workspace: Path, signed: tuple[Path, str]) -> str:
    """An assessment of last year in which two people answered everything; the id of the manager."""
    made, manager = signed
    shutil.copyfile(made, workspace)
    return manager


def new_assessment(window: MainWindow, qtbot: QtBot) -> QPushButton:
    """The page, as soon as it can begin."""
    window.go("new_assessment")
    begin = named(window, QPushButton, "Begin")
    qtbot.waitUntil(begin.isEnabled, timeout=15_000)
    return begin


@pytest.fixture(scope="module")
def begun(
    signed: tuple[Path, str],
    questionnaire: Questionnaire,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """What `carried` opens a copy of."""
    path = tmp_path_factory.mktemp("begun") / "made.db"
    with open_workspace(Path(shutil.copyfile(signed[0], path))) as opened:
        (company,) = list_companies(opened)
        day = LAST.replace(year=YEAR + 1)
        source = repeat.source_for(opened, company.id, day)
        assert source is not None
        people = [
            repeat.Newcomer(one.viewpoint, one.name, one.id) for one in source.record.respondents
        ]
        repeat.begin_from(opened, source, questionnaire, day, people)
    return path


@pytest.fixture
def carried(open_window: Opener, workspace: Path, begun: Path) -> MainWindow:
    """The window at the questionnaire of this year, begun from the answers of the last."""
    shutil.copyfile(begun, workspace)
    return open_window(page="questionnaire")


def page_of(window: MainWindow) -> QuestionnairePage:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    return page


def card(window: MainWindow, question: str) -> QuestionCard:
    window.open_question(question)
    cards = page_of(window).findChildren(QuestionCard)
    return next(one for one in cards if one.question.id == question)


def footer(window: MainWindow) -> str:
    words = page_of(window).findChildren(QLabel)
    return next(one.text() for one in words if "minute" in one.text())


def count_carried(window: MainWindow) -> int:
    every = window.session.responses.answers.values()
    return sum(one.carried for own in every for one in own.values())


def test_last_years_people_and_answers_are_offered(
    open_window: Opener, last_year: str, qtbot: QtBot
) -> None:
    window = open_window(page="overview")
    begin = new_assessment(window, qtbot)
    assert named(window, OfferRow, f"Show those of 1 March {YEAR} beside").isChecked()
    names = [named(window, QLineEdit, f"Name of person {n}") for n in (1, 2)]
    assert [one.text() for one in names] == ["Jana", "Ben"]
    click(named(window, OfferRow, "Start from those"))
    boxes = {one.accessibleName(): one for one in window.findChildren(ChoiceBox)}
    first, second = (boxes[f"Whose answers person {n} begins with"] for n in (1, 2))
    second.setCurrentIndex(second.findData(last_year))
    second.activated.emit(second.currentIndex())
    assert first.currentData() == ""  # nobody's answers are taken over twice
    click(named(window, QPushButton, "Take out person 1"))
    click(begin)
    (ben,) = window.session.respondents
    assert (ben.viewpoint, ben.name) == (Viewpoint.IT, "Ben")
    assert len(window.session.answers) > 54
    told = f"{len(window.session.answers)} answers of 1 March {YEAR} are carried over"
    assert told in window.frame.banner.words


def test_beside_is_usual_and_an_earlier_day_has_nothing_to_begin_with(
    open_window: Opener,
    last_year: str,  # noqa: ARG001 - it must be there
    qtbot: QtBot,
) -> None:
    window = open_window(page="overview")
    begin = new_assessment(window, qtbot)
    click(named(window, OfferRow, "Start from those"))
    (day,) = window.findChildren(DayBox)
    day.setDate(QDate(YEAR, 3, 1))
    offered = [one.accessibleName() for one in window.findChildren(OfferRow) if one.isVisible()]
    assert not [name for name in offered if name.startswith("Start")]
    click(begin)
    assert not window.session.answers


def test_facts_and_decisions_show_last_years_answers_beside(
    open_window: Opener,
    last_year: str,  # noqa: ARG001 - it must be there
    questionnaire: Questionnaire,
    qtbot: QtBot,
) -> None:
    window = open_window(page="overview")
    click(new_assessment(window, qtbot))
    assert not window.session.answers
    page_of(window).open(FACTS)
    said = [one.text() for one in page_of(window).findChildren(QLabel) if one.isVisible()]
    assert "last year: Yes" in said
    page_of(window).open(DECISIONS)
    boxes = page_of(window).findChildren(HolderCell)
    assert [one.box.placeholderText() for one in boxes[:2]] == ["IT", "–"]
    assert "In grey: last year." in [
        one.text() for one in page_of(window).findChildren(QLabel) if one.isVisible()
    ]
    assert boxes[0].box.accessibleDescription().endswith("last year: IT")
    assert boxes[0].question.id == f"{questionnaire.decisions[0].id}.decides"


def test_h_confirms_one_answer_and_undo_takes_that_back(
    open_window: Opener,
    last_year: str,  # noqa: ARG001 - it must be there
    questionnaire: Questionnaire,
    qtbot: QtBot,
) -> None:
    carried = open_window(page="overview")
    begin = new_assessment(carried, qtbot)
    click(named(carried, OfferRow, f"Start from those of 1 March {YEAR}"))
    click(begin)
    assert carried.frame.current == "questionnaire"
    question = questionnaire.rated_questions[0].id
    every = count_carried(carried)
    assert "0 of 54 questions, 54 to confirm" in footer(carried)
    shown = card(carried, question)
    chosen = shown.findChildren(ChoiceRow)[2]
    assert f"From {YEAR} · to confirm" in chosen.accessibleDescription()
    press("h")
    assert carried.session.answer_of(question) == Answer.of(3)
    assert "confirm" not in chosen.accessibleDescription()
    assert count_carried(carried) == every - 1
    assert "1 of 54 questions, 53 to confirm" in footer(carried)
    press("h")  # there is nothing more to confirm
    assert count_carried(carried) == every - 1
    press(Qt.Key.Key_Z, CONTROL)
    answer = carried.session.answer_of(question)
    assert answer is not None
    assert answer.carried
    assert named(shown, QPushButton, "Still holds").isVisible()


def test_the_same_level_confirms_and_another_one_changes(
    carried: MainWindow, questionnaire: Questionnaire
) -> None:
    first, second, third = (one.id for one in questionnaire.rated_questions[:3])
    click(card(carried, first).findChildren(ChoiceRow)[2])
    press(Qt.Key.Key_Down)
    press("4")
    click(named(card(carried, third), QPushButton, "Still holds"))
    answers = carried.session.answers
    assert [answers[key] for key in (first, second, third)] == [
        Answer.of(3),
        Answer.of(4),
        Answer.of(3),
    ]


def test_what_is_to_be_confirmed_is_open(carried: MainWindow, questionnaire: Questionnaire) -> None:
    ids = [one.id for one in questionnaire.rated_questions]
    for key in ids[:-1]:
        carried.session.answer(key, Answer.of(3))
    page_of(carried).open_question(ids[0])
    press(Qt.Key.Key_J, CONTROL)
    assert page_of(carried).findChildren(QuestionCard)
    assert page_of(carried)._view.current == ids[-1]
    press("h")
    assert "54 of 54 questions" in " ".join(
        one.text() for one in page_of(carried).findChildren(QLabel)
    )


def test_facts_and_decisions_are_confirmed_by_the_same_key(
    carried: MainWindow, questionnaire: Questionnaire
) -> None:
    fact = next(one.id for one in questionnaire.facts if one.kind is Kind.YES_NO)
    part = f"{questionnaire.decisions[0].id}.decides"
    for section, question in ((FACTS, fact), (DECISIONS, part)):
        page_of(carried).open(section, question)
        before = carried.session.answer_of(question)
        assert before is not None
        assert before.carried
        press("h")
        after = carried.session.answer_of(question)
        assert after is not None
        assert (after.carried, after.value) == (False, before.value)


def test_once_signed_off_it_is_told_and_cannot_be_confirmed(
    carried: MainWindow, questionnaire: Questionnaire
) -> None:
    question = questionnaire.rated_questions[0].id
    carried.session.sign("Jana")
    shown = card(carried, question)
    chosen = shown.findChildren(ChoiceRow)[2]
    assert f"From {YEAR} · not confirmed" in chosen.accessibleDescription()
    assert not [one for one in shown.findChildren(KeyButton) if one.isVisible()]
    told = [one.text() for one in page_of(carried).findChildren(QLabel) if one.isVisible()]
    assert any(one.startswith("0 of 54 questions, 54 not confirmed") for one in told)
    before = count_carried(carried)
    press("h")
    assert count_carried(carried) == before
    carried.go("overview")
    told = [one.text() for one in carried.frame.page("overview").findChildren(QLabel)]
    assert any("54 not confirmed" in one.replace("\N{NO-BREAK SPACE}", " ") for one in told)
    assert not any("to confirm" in one.replace("\N{NO-BREAK SPACE}", " ") for one in told)


def test_a_mentor_sees_whether_what_others_said_is_of_this_year(
    carried: MainWindow, questionnaire: Questionnaire
) -> None:
    session, question = carried.session, questionnaire.rated_questions[1]
    session.mentoring = True
    jana, ben = session.respondents
    session.answer_as(ben.id)
    said = level_marks(question, session, carried.t)[3][-1]
    assert said.hollow
    assert said.spoken.endswith("not confirmed")
    session.answer_as(jana.id)
    session.answer(question.id, Answer.of(3))
    session.answer_as(ben.id)
    assert not level_marks(question, session, carried.t)[3][-1].hollow
