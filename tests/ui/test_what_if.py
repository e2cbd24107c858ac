"""What if an area stood at another level: played on the results page, and recorded nowhere."""

from __future__ import annotations

from time import process_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.area_slider import AreaSlider, stops
from digimaturity.ui.widgets.moved_row import bar_room
from digimaturity.ui.widgets.score_row import ScoreRow
from digimaturity.ui.widgets.what_if_bar import WhatIfBar

from .conftest import Opener, click, lay_out, named, press, spoken

#: A frame at 60 Hz, in seconds.
_FRAME = 0.016


@pytest.fixture
def playing(window: MainWindow, questionnaire: Questionnaire) -> MainWindow:
    """At the results of a firm at level 3 throughout, with one open question, playing."""
    answer_all(window, questionnaire)
    window.go("results")
    click(named(window, QPushButton, "What if"))
    return window


def answer_all(window: MainWindow, questionnaire: Questionnaire) -> None:
    for question in questionnaire.rated_questions:
        window.session.answer(question.id, Answer.of(3))
    window.session.answer(questionnaire.areas[1].questions[0].id, DONT_KNOW)


def told(window: MainWindow) -> str:
    """What the strip above the results says; nothing where it is not there."""
    bars = [bar for bar in window.findChildren(WhatIfBar) if bar.isVisible()]
    return " ".join(label.text() for bar in bars for label in bar.findChildren(QLabel))


def slider(window: MainWindow, place: int) -> AreaSlider:
    return [one for one in window.findChildren(AreaSlider) if one.isVisible()][place]


def level(window: MainWindow, place: int) -> int | None:
    return slider(window, place).level


def test_the_keyboard_moves_an_area_and_takes_it_back(playing: MainWindow) -> None:
    said, changes = playing.session.responses, list(playing.session.undo_stack.done)
    assert QApplication.focusWidget() is slider(playing, 0)
    assert "Overall score: 50, 49 to 51, level 3 Nothing is moved yet" in told(playing)
    press(Qt.Key.Key_Right)
    assert "Overall score: 50 → 51 (+1.3)" in told(playing)
    assert "IT: 50 → 55 (+5.0), 52 to 58, level 3" in told(playing)
    assert "nothing is saved" in told(playing)
    assert spoken(slider(playing, 0)).endswith("75 of 100, level 4; as answered 50")
    press("1")
    assert "IT: 50 → 40 (−10.0)" in told(playing)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is slider(playing, 1)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Backspace)
    assert "Nothing is moved yet" in told(playing)
    assert playing.session.responses == said
    assert playing.session.undo_stack.done == changes


def test_a_step_is_shown_within_a_frame(playing: MainWindow) -> None:
    """In time of the processor, since other programs take turns with this one."""
    times = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left) * 6:
        begun = process_time()
        QTest.keyClick(slider(playing, 0), key)
        QApplication.processEvents()
        times.append(process_time() - begun)
    assert sorted(times)[len(times) // 2] < _FRAME


def test_the_mouse_drags_an_area_to_a_level_and_a_button_takes_it_back(
    playing: MainWindow,
) -> None:
    dragged = slider(playing, 4)
    room = bar_room(dragged, playing.frame.page("results").parts.theme)
    places = [QPoint(round(room.left() + room.width() * x), 10) for x in (0.5, 0.6, 0.98)]
    QTest.mousePress(dragged, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(dragged, place)
    QTest.mouseRelease(dragged, Qt.MouseButton.LeftButton, pos=places[-1])
    assert level(playing, 4) == 5
    assert "IT: 50 → 60" in told(playing)
    click(named(playing, QPushButton, "Partnership as answered"))
    assert level(playing, 4) is None
    assert QApplication.focusWidget() is dragged


def test_all_is_reset_at_once_and_the_end_shows_the_results_again(playing: MainWindow) -> None:
    for place in (0, 7, 9):
        slider(playing, place).setFocus()
        press(Qt.Key.Key_End)
    assert "Business" in told(playing)
    click(named(playing, QPushButton, "Reset all"))
    assert "Nothing is moved yet" in told(playing)
    assert {one.level for one in playing.findChildren(AreaSlider)} == {None}
    slider(playing, 3).setFocus()
    press(Qt.Key.Key_Escape)
    assert not told(playing)
    assert playing.findChildren(ScoreRow)
    assert spoken(focused()).startswith("What if")


def test_an_answer_that_changes_is_the_new_base_of_what_is_played(
    playing: MainWindow, questionnaire: Questionnaire
) -> None:
    slider(playing, 2).setFocus()
    press(Qt.Key.Key_Right)
    before = told(playing)
    question = questionnaire.dimensions[0].areas[0].questions[0].id
    playing.session.answer(question, Answer.of(5))
    QApplication.processEvents()
    assert focused() is slider(playing, 2)
    assert slider(playing, 2).level == 4
    assert "IT: 53 → 58 (+5.0)" in told(playing)
    assert spoken(slider(playing, 0)).startswith("Foundations: 67 of 100")
    playing.undoing.undo()
    QApplication.processEvents()
    assert told(playing) == before


def test_what_is_played_outlasts_another_appearance(playing: MainWindow) -> None:
    slider(playing, 2).setFocus()
    press("5")
    before = told(playing)
    playing.change_settings(appearance="dark")
    playing.tasks.finish()
    QApplication.processEvents()
    assert told(playing) == before
    assert slider(playing, 2).level == 5


def test_a_screen_reader_reads_and_sets_the_points(playing: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(slider(playing, 0))
    assert interface.role() == QAccessible.Role.Slider
    value = interface.valueInterface()
    assert value.currentValue() == 50
    value.setCurrentValue(70)
    assert slider(playing, 0).level == 4
    assert value.currentValue() == 75
    value.setCurrentValue(76)
    assert value.currentValue() == 75


def test_an_area_stops_at_the_levels_and_where_it_really_stands() -> None:
    mixture = stops(58.3333333333)
    assert [level for _, level in mixture] == [1, 2, 3, None, 4, 5]
    assert [level for _, level in stops(50)] == [1, 2, None, 4, 5]


def test_the_palette_leads_to_the_first_area_and_to_nothing_without_answers(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    window.go("results", "what if")
    assert not told(window)
    window.session.answer(questionnaire.areas[0].questions[0].id, Answer.of(3))
    window.go("results", "what if")
    assert "nothing is saved" in told(window)
    assert focused() is slider(window, 0)


def test_an_area_without_an_answer_cannot_be_moved(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    for question in questionnaire.areas[3].questions:
        window.session.answer(question.id, Answer.of(2))
    window.go("results")
    click(named(window, QPushButton, "What if"))
    movable = [one.isEnabled() for one in window.findChildren(AreaSlider)]
    assert movable == [place == 3 for place in range(len(questionnaire.areas))]
    assert focused() is slider(window, 3)


@pytest.mark.usefixtures("workspace")
def test_with_large_text_in_a_small_window_the_bars_can_still_be_dragged(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    window = open_window(text_size=200, geometry=(0, 0, 960, 600), language="de")
    answer_all(window, questionnaire)
    window.go("results")
    click(named(window, QPushButton, "Was wäre, wenn"))
    lay_out(window)
    theme = window.frame.page("results").parts.theme
    for one in window.findChildren(AreaSlider):
        assert bar_room(one, theme).width() > theme.px(120)
        assert one.mapTo(window, one.rect().topRight()).x() < window.width()
    (bar,) = window.findChildren(WhatIfBar)
    assert bar.height() < window.height() / 2


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
