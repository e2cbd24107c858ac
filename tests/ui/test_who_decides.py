"""The decisions are asked in a table, by keyboard and mouse, and every part is recorded at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.sections import DECISIONS, PLANS
from digimaturity.ui.widgets.holder_cell import HolderCell

from .conftest import Opener, click, press


def _begin(window: MainWindow) -> dict[str, HolderCell]:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    page.open(DECISIONS)
    QApplication.processEvents()
    return {cell.question.id: cell for cell in page.findChildren(HolderCell)}


def _held(holder: str) -> Answer:
    return Answer.of(frozenset({holder}))


def test_digits_say_who_and_go_on_from_part_to_part_and_row_to_row(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    first, second = (one.id for one in questionnaire.decisions[:2])
    cells = _begin(window)
    press("1")
    press("2")
    press("3")
    press("4")
    press("d")
    answers = window.session.answers
    assert answers == {
        f"{first}.decides": _held("it"),
        f"{first}.pays": _held("business"),
        f"{first}.runs": _held("jointly"),
        f"{first}.owns_kpi": _held("nobody"),
        f"{second}.decides": DONT_KNOW,
    }
    assert cells[f"{second}.pays"].box.hasFocus()
    assert cells[f"{first}.runs"].box.currentText() == "both together"


def test_arrows_walk_without_saying_anything_and_delete_takes_back(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    first, second = (one.id for one in questionnaire.decisions[:2])
    cells = _begin(window)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        press(key)
    assert cells[f"{second}.pays"].box.hasFocus()
    assert not window.session.answers
    press("1")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Delete)
    assert not window.session.answers
    assert cells[f"{second}.pays"].box.currentIndex() == -1
    assert not window.session.answer_of(f"{first}.decides")


@pytest.mark.qt_log_ignore("This plugin does not support")  # no real screen
def test_a_click_opens_the_list_and_what_is_chosen_there_is_recorded(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    key = f"{questionnaire.decisions[0].id}.runs"
    cell = _begin(window)[key]
    click(cell.box)
    entries = cell.box.view()
    assert entries.isVisible()
    entries.setCurrentIndex(entries.model().index(2, 0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert window.session.answer_of(key) == _held("jointly")


def test_what_was_said_last_is_undone_and_the_keyboard_is_there(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    key = f"{questionnaire.decisions[0].id}.decides"
    cells = _begin(window)
    press("1")
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    page.open(PLANS)
    press("z", Qt.KeyboardModifier.ControlModifier)
    assert window.session.answer_of(key) is None
    shown = {c.question.id: c for c in window.findChildren(HolderCell) if c.isVisible()}
    assert window.focusWidget() is shown[key].box
    assert shown[key].box.currentIndex() == -1
    assert cells.keys() == shown.keys()


def test_enter_leads_on_and_behind_the_last_part_comes_the_next_section(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    cells = _begin(window)
    press(Qt.Key.Key_Return)
    assert cells[f"{questionnaire.decisions[0].id}.pays"].box.hasFocus()
    list(cells.values())[-1].focus_answer()
    press("1")
    assert list(cells.values())[-1].box.hasFocus()  # a digit does not lead away
    press(Qt.Key.Key_Return)
    page = window.frame.page("questionnaire")
    assert page.place().startswith("+plans")


def test_jumping_leads_to_the_first_part_without_an_answer_and_tab_stops_once_in_a_row(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    asked = [one.id for one in (*questionnaire.rated_questions, *questionnaire.facts)]
    for key in [*asked, *(plan.question.id for plan in questionnaire.plans)]:
        window.session.answer(key, DONT_KNOW)
    first, second = (one.id for one in questionnaire.decisions[:2])
    cells = _begin(window)
    press("1")
    press(Qt.Key.Key_Down)
    press("j", Qt.KeyboardModifier.ControlModifier)
    jumped = QApplication.focusWidget()
    assert jumped is cells[f"{second}.runs"].box
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is cells[f"{questionnaire.decisions[2].id}.decides"].box
    cells[f"{first}.owns_kpi"].focus_answer()
    press(Qt.Key.Key_Backtab)
    focused = QApplication.focusWidget()
    assert not any(cell.box is focused for cell in cells.values())


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("narrow", [False, True])
def test_every_part_says_what_it_is(
    open_window: Opener, questionnaire: Questionnaire, narrow: bool
) -> None:
    look = {"text_size": 200, "geometry": (0, 0, 960, 600)} if narrow else {}
    window = open_window(page="questionnaire", **look)
    cells = _begin(window)
    told = [cell.box.accessibleDescription() for cell in cells.values()]
    assert len(set(told)) == len(questionnaire.decisions) * 4
    assert told[0] == "Choosing a system: Who decides?"
    roles = {QAccessible.queryAccessibleInterface(cell.box).role() for cell in cells.values()}
    assert roles == {QAccessible.Role.ComboBox}
    cell = next(iter(cells.values()))
    assert cell.part_named is narrow


def test_search_tells_the_parts_apart(window: MainWindow) -> None:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    found = [words for words, _ in page._texts().values() if words.startswith("Choosing a system")]
    assert found == [
        "Choosing a system: Who decides?",
        "Choosing a system: Who pays?",
        "Choosing a system: Who carries it out?",
        "Choosing a system: Who owns the figure?",
    ]
