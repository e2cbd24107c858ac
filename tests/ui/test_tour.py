"""The tour: offered once, shown on the real parts of the window, and left at any moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.tour_card import TourCard
from digimaturity.ui.widgets.tour_offer import TourOffer

from .conftest import Opener, click, named, press


def card(window: MainWindow) -> TourCard | None:
    return next((one for one in window.findChildren(TourCard) if one.isVisible()), None)


def offers(window: MainWindow) -> list[TourOffer]:
    return [one for one in window.findChildren(TourOffer) if one.isVisible()]


def in_sample(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the sample company is there, and what follows from it has happened."""
    qtbot.waitUntil(
        lambda: window.path == paths.sample_workspace() and window.session.assessment is not None,
        timeout=15_000,
    )
    qtbot.waitUntil(lambda: bool(window.frame.current))
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("language", "text_size"), [("en", 100), ("de", 200)])
def test_every_stop_points_at_something_and_the_card_covers_none_of_it_nor_is_cut(
    open_window: Opener, qtbot: QtBot, language: str, text_size: int
) -> None:
    window = open_window(sample=True, language=language, text_size=text_size)
    window.act("tour")
    tour = card(window)
    assert tour is not None
    pages = []
    for number in range(len(tour._stops)):
        qtbot.waitUntil(lambda: not tour.spot().isEmpty())
        tour._cover()
        assert tour.rect().contains(tour.card.geometry())
        assert tour.card.height() >= tour.card.minimumSizeHint().height()
        if text_size == 100:
            assert not tour.card.geometry().intersects(tour.spot()), number
        assert tour.stop.words in tour._next.accessibleDescription()
        pages.append(window.frame.current)
        press(Qt.Key.Key_Return)
    assert card(window) is None
    assert pages == ["questionnaire", "questionnaire", "questionnaire", "results", "report"]


@pytest.mark.parametrize("way", ["escape", "the button", "a click beside"])
def test_it_is_left_at_any_moment(open_window: Opener, way: str) -> None:
    window = open_window(sample=True)
    window.act("tour")
    tour = card(window)
    assert tour is not None
    press(Qt.Key.Key_Return)
    assert tour.stop is tour._stops[1]
    if way == "escape":
        press(Qt.Key.Key_Escape)
    elif way == "the button":
        click(named(tour, QPushButton, "Leave the tour"))
    else:
        click(tour, QPoint(tour.width() - 5, tour.height() - 5))
    assert card(window) is None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.frame.page("questionnaire").isAncestorOf(focused)


@pytest.mark.parametrize("way", ["Escape", "Tab", "workshop"])
def test_the_offer_goes_by_escape_and_where_it_would_cover_the_keyboard_or_a_beamers_picture(
    open_window: Opener, qtbot: QtBot, way: str
) -> None:
    window = open_window(text_size=200, geometry=(0, 0, 960, 600))
    click(named(window, QPushButton, "Look at a sample company"))
    in_sample(window, qtbot)
    (offer,) = offers(window)
    if way == "Escape":
        named(offer, QPushButton, "No, thanks").setFocus()
        press(Qt.Key.Key_Escape)
    elif way == "workshop":
        window.act("workshop")
    else:
        named(window, QPushButton, "See the results").setFocus()
        press(Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert not offers(window)


def test_it_is_offered_when_the_sample_is_first_opened_and_never_again(
    open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window()
    click(named(window, QPushButton, "Look at a sample company"))
    in_sample(window, qtbot)
    (offer,) = offers(window)
    focused = QApplication.focusWidget()
    assert focused is None or not offer.isAncestorOf(focused)  # nobody has to answer it
    click(named(offer, QPushButton, "No, thanks"))
    assert not offers(window)
    window.leave_sample()
    qtbot.waitUntil(lambda: window.path == paths.default_workspace() and bool(window.frame.current))
    window.tasks.finish()
    window.open_sample()
    in_sample(window, qtbot)
    assert not offers(window)
    window.close()
    again = open_window()
    assert not offers(again)


def test_from_the_welcome_page_it_leads_through_the_sample(
    open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window()
    click(named(window, QPushButton, "A short tour with the sample company"))
    in_sample(window, qtbot)
    qtbot.waitUntil(lambda: card(window) is not None)
    assert not offers(window)


def test_a_mentor_is_led_through_the_sample_once(open_window: Opener, qtbot: QtBot) -> None:
    """A mentor's window opens no company of itself, and the sample is no exception."""
    window = open_window(mode="mentor")
    window.act("tour")
    in_sample(window, qtbot)
    qtbot.waitUntil(lambda: card(window) is not None)
    assert window.frame.current == "questionnaire"
